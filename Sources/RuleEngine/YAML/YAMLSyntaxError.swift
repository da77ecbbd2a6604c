/// A text that libyaml refuses: what it says, and where.
struct YAMLSyntaxError: Error {
    /// What libyaml found or missed.
    let problem: String
    /// Where, as UTF-8 offset.
    let offset: Int
    /// The character that may not occur in YAML, when that is the problem.
    let refusedCharacter: Unicode.Scalar?
    /// What libyaml was reading, and the UTF-8 offset where that began.
    let context: String?
    let contextOffset: Int?

    func diagnostic(in file: SourceFile) -> Diagnostic {
        var mistake = mistake(in: file)
        var isAtContext = mistake.standsWhereReadingBegan
        var offset = isAtContext ? contextOffset ?? offset : offset
        if case .textAfterEnd = mistake, let opening = openingOnLineBefore(in: file) {
            (mistake, isAtContext, offset) = (.unclosedQuote, true, opening)
        }
        return Diagnostic(
            code: mistake.code,
            message: mistake.message,
            at: file.characterSpan(at: offset),
            related: isAtContext ? [] : related(to: mistake, in: file),
            hint: mistake.hint)
    }

    /// Where the text in quotes that ends before the place begins, when that is on a line before: most likely the quote
    /// that closes it is missing there, and a later one closes it.
    private func openingOnLineBefore(in file: SourceFile) -> Int? {
        let bytes = Array(file.text.utf8.prefix(offset))
        guard let end = bytes.lastIndex(where: { !$0.isBlank && !$0.isBreak }) else { return nil }
        // Bare text may stand between the quote and the place.
        let lineStart = bytes.lastIndex(where: \.isBreak).map { $0 + 1 } ?? 0
        guard
            let quote = bytes[lineStart...end].lastIndex(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
            ),
            quote > 0, let opening = bytes[..<quote].lastIndex(of: bytes[quote]), opening < lineStart
        else { return nil }
        return opening
    }

    private func related(to mistake: YAMLSyntaxMistake, in file: SourceFile) -> [Diagnostic.Related] {
        guard let contextOffset, let message = mistake.contextMessage, contextOffset != offset else { return [] }
        return [Diagnostic.Related(message, at: file.characterSpan(at: contextOffset))]
    }

    /// The mistake that the author probably made: libyaml's words, read together with the text around the place.
    private func mistake(in file: SourceFile) -> YAMLSyntaxMistake {
        if let refusedCharacter { return .controlCharacter(refusedCharacter) }
        let before = file.textBefore(offset)
        let here = file.text[file.text.utf8.index(file.text.startIndex, offsetBy: offset)...].first
        switch problem {
        case "found character that cannot start any token":
            if here == "\t" { return .tab }
            return endsWithClosingMark(before) ? .textAfterEnd : .reservedCharacter(here.map(String.init) ?? "")
        case "found a tab character that violates indentation",
            "found a tab character where an indentation space is expected":
            return .tab
        case "mapping values are not allowed in this context":
            return before.contains(": ") ? .colonInText : .indentation
        case "block sequence entries are not allowed in this context",
            "mapping keys are not allowed in this context":
            return .indentation
        case "could not find expected ':'":
            return .missingColon
        case "found unexpected end of stream", "found unexpected document indicator":
            return context == "while scanning a quoted scalar" ? .unclosedQuote : unknown
        case "found unknown escape character", "did not find expected hexdecimal number",
            "found invalid Unicode character escape code":
            return .escape
        case "did not find expected ',' or ']'":
            return followsQuote(before) ? .textAfterEnd : .unclosedBracket("[")
        case "did not find expected ',' or '}'" where here == ":" && isOnLineOfContext(in: file):
            return .colonInText
        case "did not find expected ',' or '}'":
            return followsQuote(before) ? .textAfterEnd : .unclosedBracket("{")
        case "did not find expected comment or line break", "found an indentation indicator equal to 0":
            return context == "while scanning a block scalar"
                ? .blockHeader(bareText(around: offset, in: file)) : unknown
        case "did not find expected alphabetic or numeric character":
            return .anchorName
        case "did not find expected key", "did not find expected '-' indicator",
            "did not find expected <document start>":
            return endsWithClosingMark(before) ? .textAfterEnd : .indentation
        default:
            return unknown
        }
    }

    /// Whether the reading began on the line on which it ends.
    private func isOnLineOfContext(in file: SourceFile) -> Bool {
        contextOffset.map { file.position(utf8Offset: $0).line == file.position(utf8Offset: offset).line } ?? false
    }

    private func endsWithClosingMark(_ text: Substring) -> Bool {
        text.last { $0 != " " && $0 != "\t" }.map { "\"'}]".contains($0) } ?? false
    }

    /// What stands on the line, without the dashes and the key before it.
    private func bareText(around offset: Int, in file: SourceFile) -> String {
        var text = file.line(file.position(utf8Offset: offset).line) ?? ""
        text = text.drop { $0 == " " }
        while text.hasPrefix("- ") { text = text.dropFirst(2).drop { $0 == " " } }
        if let colon = text.firstIndex(of: ":"), text[text.index(after: colon)...].hasPrefix(" ") {
            text = text[text.index(after: colon)...].drop { $0 == " " }
        }
        return String(text)
    }

    /// Whether a quote stands right before the place, as in `'it's'`.
    private func followsQuote(_ text: Substring) -> Bool {
        text.last.map { $0 == "'" || $0 == "\"" } ?? false
    }

    private var unknown: YAMLSyntaxMistake {
        .other(context.map { "\($0): \(problem)" } ?? problem)
    }
}

/// Mistakes in the form of a YAML text, as an author makes them.
private enum YAMLSyntaxMistake {
    case controlCharacter(Unicode.Scalar)
    case tab
    case reservedCharacter(String)
    case colonInText
    case indentation
    case missingColon
    case unclosedQuote
    case escape
    case unclosedBracket(String)
    /// With the whole text that the author meant.
    case blockHeader(String)
    case anchorName
    case textAfterEnd
    /// In the words of libyaml.
    case other(String)

    var code: String {
        switch self {
        case .controlCharacter: "yaml/control-character"
        case .tab: "yaml/tab-indentation"
        case .reservedCharacter: "yaml/reserved-character"
        case .colonInText: "yaml/colon-in-text"
        case .indentation: "yaml/indentation"
        case .missingColon: "yaml/missing-colon"
        case .unclosedQuote: "yaml/unclosed-quote"
        case .escape: "yaml/escape"
        case .unclosedBracket: "yaml/unclosed-bracket"
        case .blockHeader: "yaml/block-header"
        case .anchorName: "yaml/anchor-name"
        case .textAfterEnd: "yaml/text-after-end"
        case .other: "yaml/syntax"
        }
    }

    /// Whether the author must look at the beginning (the quote that is never closed) instead of at the place where
    /// the reading stops.
    var standsWhereReadingBegan: Bool {
        switch self {
        case .unclosedQuote, .missingColon: true
        default: false
        }
    }
}

extension SourceFile {
    /// The character at an offset, or the point itself at the end of a line.
    fileprivate func characterSpan(at utf8Offset: Int) -> SourceSpan {
        let start = min(max(utf8Offset, 0), text.utf8.count)
        let index = text.utf8.index(text.startIndex, offsetBy: start)
        guard index < text.endIndex, !text[index].isNewline else { return span(start..<start) }
        return span(start..<start + text[index].utf8.count)
    }

    /// What stands before an offset on the same line.
    fileprivate func textBefore(_ utf8Offset: Int) -> Substring {
        let location = position(utf8Offset: utf8Offset)
        let lineStart = lineRange(location.line)?.lowerBound ?? location.offset
        return text(lineStart..<max(lineStart, location.offset))
    }
}

// MARK: - Wordings

extension YAMLSyntaxMistake {
    fileprivate var message: LocalizedText {
        switch self {
        case .controlCharacter(let scalar):
            LocalizedText(
                nl: "hier staat een onzichtbaar teken dat niet mag (\(scalar.codePointName))",
                en: "an invisible character that is not allowed stands here (\(scalar.codePointName))")
        case .tab:
            LocalizedText(nl: "inspringen kan niet met een tab", en: "a tab cannot indent")
        case .reservedCharacter(let character):
            LocalizedText(
                nl: "een tekst kan niet beginnen met ‘\(character)’", en: "a text cannot begin with ‘\(character)’")
        case .colonInText:
            LocalizedText(
                nl: "een tweede ‘: ’ op deze regel: is dit een tekst of een sleutel?",
                en: "a second ‘: ’ on this line: is this a text or a key?")
        case .indentation:
            LocalizedText(
                nl: "deze regel springt niet in zoals de regels erboven",
                en: "this line is not indented like the lines above it")
        case .missingColon:
            LocalizedText(
                nl: "na deze sleutel ontbreekt een dubbele punt met een spatie",
                en: "after this key a colon with a space is missing")
        case .unclosedQuote:
            LocalizedText(
                nl: "dit aanhalingsteken wordt niet gesloten", en: "this quote is never closed")
        case .escape:
            LocalizedText(
                nl: "na ‘\\’ staat hier iets wat YAML niet kent", en: "what follows ‘\\’ here means nothing in YAML")
        case .unclosedBracket(let bracket):
            LocalizedText(
                nl: "hier ontbreekt een komma, of de ‘\(bracket)’ is niet gesloten",
                en: "a comma is missing here, or the ‘\(bracket)’ is not closed")
        case .blockHeader:
            LocalizedText(
                nl: "YAML leest ‘>’ of ‘|’ aan het begin als teken voor een tekstblok; daarna mag op deze regel niets "
                    + "staan",
                en: "YAML reads ‘>’ or ‘|’ at the beginning as the sign of a block of text; nothing may follow on this "
                    + "line")
        case .anchorName:
            LocalizedText(
                nl: "na ‘&’ of ‘*’ aan het begin hoort een naam",
                en: "after ‘&’ or ‘*’ at the beginning a name must follow")
        case .textAfterEnd:
            LocalizedText(
                nl: "na het sluitende teken gaat de tekst verder",
                en: "the text goes on after the closing mark")
        case .other:
            LocalizedText(nl: "dit is geen goede YAML", en: "this is not valid YAML")
        }
    }

    fileprivate var hint: LocalizedText {
        switch self {
        case .controlCharacter:
            LocalizedText(
                nl: "haal het teken weg; het komt vaak mee bij kopiëren",
                en: "remove the character; it often comes along when text is copied")
        case .tab:
            LocalizedText(nl: "gebruik spaties, twee per niveau", en: "use spaces, two for each level")
        case .indentation:
            LocalizedText(
                nl: "geef regels die bij elkaar horen evenveel spaties vooraan",
                en: "give lines that belong together the same number of spaces in front")
        case .missingColon:
            LocalizedText(
                nl: "schrijf ‘sleutel: waarde’; een tekst van meer regels springt verder in",
                en: "write ‘key: value’; a text of several lines is indented further")
        case .unclosedQuote:
            LocalizedText(
                nl: "sluit de tekst met hetzelfde teken; een ' binnen '…' schrijft u twee keer",
                en: "close the text with the same mark; a ' inside '…' is written twice")
        case .escape:
            LocalizedText(
                nl: "schrijf ‘\\\\’ voor een gewone schuine streep, of gebruik enkele aanhalingstekens",
                en: "write ‘\\\\’ for a plain backslash, or use single quotes")
        case .unclosedBracket(let bracket):
            LocalizedText(
                nl: "sluit met ‘\(bracket == "[" ? "]" : "}")’; begint een gewone tekst met ‘\(bracket)’, zet hem dan "
                    + "tussen enkele aanhalingstekens",
                en: "close it with ‘\(bracket == "[" ? "]" : "}")’; when plain text begins with ‘\(bracket)’, put it "
                    + "between single quotes")
        case .textAfterEnd:
            LocalizedText(
                nl: "zet de hele tekst tussen enkele aanhalingstekens: '…'; een ' daarbinnen schrijft u twee keer",
                en: "put the whole text between single quotes: '…'; a ' inside it is written twice")
        case .blockHeader(let text):
            LocalizedText(
                nl: "zet de hele tekst tussen enkele aanhalingstekens: '\(text)'",
                en: "put the whole text between single quotes: '\(text)'")
        case .reservedCharacter, .colonInText, .anchorName:
            LocalizedText(
                nl: "zet de hele tekst tussen enkele aanhalingstekens: '…'",
                en: "put the whole text between single quotes: '…'")
        case .other(let words):
            LocalizedText(nl: "libyaml meldt: \(words)", en: "libyaml says: \(words)")
        }
    }

    /// What began at the place where libyaml began to read.
    fileprivate var contextMessage: LocalizedText? {
        switch self {
        case .unclosedBracket(let bracket):
            LocalizedText(nl: "hier staat de ‘\(bracket)’", en: "the ‘\(bracket)’ stands here")
        case .indentation:
            LocalizedText(nl: "hier begint het blok", en: "the block begins here")
        default:
            nil
        }
    }
}

extension Unicode.Scalar {
    /// The usual name of a code point, such as `U+001B`.
    fileprivate var codePointName: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
