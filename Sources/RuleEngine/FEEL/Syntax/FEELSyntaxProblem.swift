/// A place where a text is not FEEL: what is wrong, where, and what to write instead.
package struct FEELSyntaxProblem: Hashable, Sendable {
    package let message: LocalizedText
    /// UTF-8 offsets in the text that was parsed; may be empty at the end of the text.
    package let range: Range<Int>
    /// What to do about it, where the parser has a good guess.
    package let hint: LocalizedText?
    /// Kind of mistake, `feel/name`; stable over versions.
    package let code: String
    /// What is to stand in the place, where nothing is left to think about.
    package let replacement: String?

    init(_ mistake: FEELMistake, at range: Range<Int>) {
        message = mistake.message
        hint = mistake.hint
        code = "feel/" + mistake.name
        replacement =
            switch mistake {
            case .foreignOperator(_, let meant), .decimalComma(_, let meant), .thousandsSeparator(_, let meant): meant
            case .foreignWord(_, let meant) where !meant.contains("("): meant
            case .percentSign: ""
            default: nil
            }
        self.range = range
    }
}

/// A mistake against the grammar, with what its message needs.
enum FEELMistake: Hashable, Sendable {
    case empty
    /// `==`, `&&`, `≤`: a sign of another language.
    case foreignOperator(String, meant: String)
    /// `en`, `elseif`, `THEN`: a word of another language, where FEEL has its own.
    case foreignWord(String, meant: String)
    /// `not x`, `!x`
    case notWithoutBrackets(String)
    case singleQuotes
    case curlyQuotes
    /// `2,5`
    case decimalComma(String, meant: String)
    /// `1.000.000`
    case thousandsSeparator(String, meant: String)
    case numberTooLarge(String)
    case percentSign
    case unclosedString
    case unclosedComment
    case badEscape(String)
    case unclosedBracket(FEELSymbol)
    case wrongBracket(open: FEELSymbol, found: String)
    case unopenedBracket(String)
    /// A word that the construct needs: the `then` of an `if`.
    case missingWord(FEELKeyword, of: FEELKeyword, found: String?)
    case missingSign(FEELSymbol, after: String, found: String?)
    /// Something must stand here and nothing fit for it does; `nil` is the end of the text.
    case missingExpression(found: String?)
    case missingName(found: String?)
    case missingType(found: String?)
    /// A complete expression, and then more.
    case unexpected(String, likely: String?)
    /// Two words side by side that are not a known name.
    case unknownLongName(String)
    /// `> 5` where a value must stand before the sign.
    case loneComparison(String)
    case mixedArguments
    case missingBetweenAnd(found: String?)
    case strayCharacter(String)
    case tooDeep(limit: Int)

    // Advice: no mistakes against the grammar.
    /// `x = 1 or 2`
    case bareAlternative(FEELExpression.BinaryOperator, String)
    /// `1 < x < 10`
    case chainedComparison
}

// MARK: - Wordings

extension FEELMistake {
    fileprivate var name: String {
        switch self {
        case .empty: "empty"
        case .foreignOperator: "foreign-operator"
        case .foreignWord: "foreign-word"
        case .notWithoutBrackets: "not-without-brackets"
        case .singleQuotes: "single-quotes"
        case .curlyQuotes: "curly-quotes"
        case .decimalComma: "decimal-comma"
        case .thousandsSeparator: "thousands-separator"
        case .numberTooLarge: "number-too-large"
        case .percentSign: "percent-sign"
        case .unclosedString: "unclosed-string"
        case .unclosedComment: "unclosed-comment"
        case .badEscape: "bad-escape"
        case .unclosedBracket: "unclosed-bracket"
        case .wrongBracket: "wrong-bracket"
        case .unopenedBracket: "unopened-bracket"
        case .missingWord: "missing-word"
        case .missingSign: "missing-sign"
        case .missingExpression: "missing-expression"
        case .missingName: "missing-name"
        case .missingType: "missing-type"
        case .unexpected: "unexpected"
        case .unknownLongName: "unknown-long-name"
        case .loneComparison: "lone-comparison"
        case .mixedArguments: "mixed-arguments"
        case .missingBetweenAnd: "missing-between-and"
        case .strayCharacter: "stray-character"
        case .tooDeep: "too-deep"
        case .bareAlternative: "bare-alternative"
        case .chainedComparison: "chained-comparison"
        }
    }

    fileprivate var message: LocalizedText {
        switch self {
        case .empty:
            LocalizedText(nl: "Hier staat niets.", en: "There is nothing here.")
        case .foreignOperator(let written, _), .foreignWord(let written, _):
            LocalizedText(
                nl: "FEEL kent '\(written)' niet.", en: "FEEL does not know '\(written)'.")
        case .notWithoutBrackets("not"):
            LocalizedText(
                nl: "Na 'not' ontbreken de haakjes.", en: "The brackets behind 'not' are missing.")
        case .notWithoutBrackets(let written):
            LocalizedText(
                nl: "FEEL kent '\(written)' niet.", en: "FEEL does not know '\(written)'.")
        case .singleQuotes:
            LocalizedText(
                nl: "Tekst staat hier tussen enkele aanhalingstekens.",
                en: "This text stands between single quotation marks.")
        case .curlyQuotes:
            LocalizedText(
                nl: "Dit is een gekruld aanhalingsteken.", en: "This is a curly quotation mark.")
        case .decimalComma(let written, _):
            LocalizedText(
                nl: "Het getal '\(written)' staat er met een komma.",
                en: "The number '\(written)' is written with a comma.")
        case .thousandsSeparator(let written, _):
            LocalizedText(
                nl: "Het getal '\(written)' heeft meer dan één punt.",
                en: "The number '\(written)' has more than one point.")
        case .numberTooLarge(let written):
            LocalizedText(
                nl: "Het getal '\(written)' is te groot of te klein om mee te rekenen.",
                en: "The number '\(written)' is too large or too small to calculate with.")
        case .percentSign:
            LocalizedText(nl: "FEEL kent '%' niet.", en: "FEEL does not know '%'.")
        case .unclosedString:
            LocalizedText(
                nl: "Deze tekst heeft geen aanhalingsteken aan het eind.",
                en: "This text has no quotation mark at its end.")
        case .unclosedComment:
            LocalizedText(
                nl: "Deze opmerking heeft geen '*/' aan het eind.",
                en: "This comment has no '*/' at its end.")
        case .badEscape(let written):
            LocalizedText(
                nl: "'\(written)' is geen geldige code voor een teken.",
                en: "'\(written)' is not a valid code for a character.")
        case .unclosedBracket(let open):
            LocalizedText(
                nl: "Dit haakje '\(open.rawValue)' wordt niet gesloten.",
                en: "This bracket '\(open.rawValue)' is never closed.")
        case .wrongBracket(let open, let found):
            LocalizedText(
                nl: "Het haakje '\(open.rawValue)' wordt gesloten met '\(found)'.",
                en: "The bracket '\(open.rawValue)' is closed with '\(found)'.")
        case .unopenedBracket(let found):
            LocalizedText(
                nl: "Bij dit haakje '\(found)' hoort geen haakje ervoor.",
                en: "No bracket before it belongs to this '\(found)'.")
        case .missingWord(let word, let construct, let found):
            missing(
                nl: "Bij '\(construct.rawValue)' ontbreekt '\(word.rawValue)'",
                en: "'\(construct.rawValue)' needs '\(word.rawValue)'", found: found)
        case .missingSign(let sign, let context, let found):
            missing(
                nl: "Na \(context) ontbreekt '\(sign.rawValue)'",
                en: "After \(context) a '\(sign.rawValue)' is missing", found: found)
        case .missingExpression(let found):
            missing(
                nl: "Hier moet een waarde of berekening staan",
                en: "A value or a calculation must stand here", found: found)
        case .missingName(let found):
            missing(nl: "Hier moet een naam staan", en: "A name must stand here", found: found)
        case .missingType(let found):
            missing(
                nl: "Hier moet een soort waarde staan", en: "A type must stand here", found: found)
        case .unexpected(let found, _):
            LocalizedText(
                nl: "'\(found)' kan hier niet staan.", en: "'\(found)' cannot stand here.")
        case .unknownLongName(let name):
            LocalizedText(
                nl: "'\(name)' is geen bekende naam.", en: "'\(name)' is not a known name.")
        case .loneComparison(let sign):
            LocalizedText(
                nl: "Voor '\(sign)' ontbreekt de waarde die u vergelijkt.",
                en: "The value to compare is missing before '\(sign)'.")
        case .mixedArguments:
            LocalizedText(
                nl: "Sommige waarden staan er met een naam en andere zonder naam.",
                en: "Some arguments have a name and some have none.")
        case .missingBetweenAnd(let found):
            missing(nl: "Bij 'between' ontbreekt 'and'", en: "'between' needs 'and'", found: found)
        case .strayCharacter(let character):
            LocalizedText(
                nl: "FEEL kent het teken '\(character)' niet.",
                en: "FEEL does not know the character '\(character)'.")
        case .tooDeep(let limit):
            LocalizedText(
                nl: "Deze berekening gaat meer dan \(limit) niveaus diep.",
                en: "This calculation is more than \(limit) levels deep.")
        case .bareAlternative(let sign, let value):
            LocalizedText(
                nl:
                    "Bij '\(sign.rawValue)' staat '\(value)' los: het wordt nergens mee vergeleken.",
                en:
                    "'\(value)' stands alone beside '\(sign.rawValue)': it is compared with nothing."
            )
        case .chainedComparison:
            LocalizedText(
                nl: "Twee vergelijkingen achter elkaar: de tweede vergelijkt met waar of onwaar.",
                en: "Two comparisons in a row: the second one compares with true or false.")
        }
    }

    fileprivate var hint: LocalizedText? {
        switch self {
        case .foreignOperator(_, let meant), .foreignWord(_, let meant),
            .decimalComma(_, let meant),
            .thousandsSeparator(_, let meant):
            write(meant)
        case .notWithoutBrackets: write("not(…)")
        case .singleQuotes, .curlyQuotes: write("\"…\"")
        case .percentSign:
            LocalizedText(
                nl:
                    "Schrijf het getal zonder '%', in de eenheid van het cijfer waarmee u vergelijkt.",
                en: "Write the number without '%', in the unit of the figure you compare with.")
        case .unclosedString:
            LocalizedText(
                nl:
                    "Zet '\"' aan het eind. Een aanhalingsteken in de tekst zelf schrijft u als '\\\"'.",
                en: "Put '\"' at the end. Write a quotation mark inside the text as '\\\"'.")
        case .badEscape: write("\\u20AC")
        case .unclosedBracket(let open): closing(open)
        case .wrongBracket(let open, _): closing(open)
        case .missingWord(.then, _, _), .missingWord(.else, _, _):
            write("if … then … else …")
        case .missingWord(.satisfies, let construct, _):
            write("\(construct.rawValue) x in … satisfies …")
        case .missingWord(_, .for, _): write("for x in … return …")
        case .missingBetweenAnd: write("x between 1 and 10")
        case .unexpected(_, .some(let likely)): write(likely)
        case .unknownLongName(let name):
            LocalizedText(
                nl:
                    "Schrijf '\(underscored(name))', of zet een teken als '+' of 'and' tussen de woorden.",
                en:
                    "Write '\(underscored(name))', or put a sign such as '+' or 'and' between the words."
            )
        case .loneComparison:
            LocalizedText(
                nl: "Schrijf de waarde erbij, bijvoorbeeld 'x > 5 and x < 10'.",
                en: "Repeat the value, for example 'x > 5 and x < 10'.")
        case .mixedArguments:
            LocalizedText(
                nl: "Geef alle waarden een naam, of geen enkele.",
                en: "Give every argument a name, or none.")
        case .tooDeep:
            LocalizedText(
                nl: "Verdeel de berekening over meer regels.",
                en: "Divide the calculation over more rules.")
        case .bareAlternative(.or, _): write("x in (1, 2)")
        case .bareAlternative:
            LocalizedText(
                nl: "Schrijf de vergelijking voluit, bijvoorbeeld 'x > 1 and x < 2'.",
                en: "Write the comparison in full, for example 'x > 1 and x < 2'.")
        case .chainedComparison: write("x in [1..10]")
        case .missingSign(let sign, _, _): write(sign.rawValue)
        case .missingWord(let word, _, _): write(word.rawValue)
        case .empty:
            LocalizedText(
                nl: "Schrijf een waarde of vergelijking.", en: "Write a value or a comparison.")
        case .missingExpression:
            LocalizedText(
                nl: "Vul aan wat ontbreekt, bijvoorbeeld 'x > 5', of haal het teken ervoor weg.",
                en: "Fill in what is missing, for example 'x > 5', or remove the sign before it.")
        case .numberTooLarge:
            LocalizedText(
                nl: "Schrijf het getal in een andere eenheid, bijvoorbeeld in duizenden.",
                en: "Write the number in another unit, for example in thousands.")
        case .unclosedComment: write("*/")
        case .unopenedBracket:
            LocalizedText(
                nl: "Haal het haakje weg, of open het eerder in de tekst.",
                en: "Remove the bracket, or open it earlier in the text.")
        case .unexpected(_, .none):
            LocalizedText(
                nl: "Haal het weg, of zet er een teken als 'and' of '+' voor.",
                en: "Remove it, or put a sign such as 'and' or '+' before it.")
        case .strayCharacter:
            LocalizedText(
                nl: "Haal het teken weg. Tekst staat tussen dubbele aanhalingstekens: \"…\".",
                en: "Remove the character. Text stands between double quotation marks: \"…\".")
        case .missingType: write("number")
        case .missingName:
            LocalizedText(
                nl: "Schrijf de naam met letters, cijfers en liggende streepjes.",
                en: "Write the name with letters, digits and underscores.")
        }
    }
}

private func write(_ text: String) -> LocalizedText {
    LocalizedText(nl: "Schrijf '\(text)'.", en: "Write '\(text)'.")
}

private func closing(_ open: FEELSymbol) -> LocalizedText? {
    open.closer.map { write($0.rawValue) }
}

private func missing(nl: String, en: String, found: String?) -> LocalizedText {
    guard let found else {
        return LocalizedText(nl: "\(nl); de tekst houdt op.", en: "\(en); the text ends.")
    }
    return LocalizedText(nl: "\(nl); hier staat '\(found)'.", en: "\(en); found '\(found)'.")
}

private func underscored(_ name: String) -> String {
    String(name.map { $0 == " " ? "_" : $0 })
}
