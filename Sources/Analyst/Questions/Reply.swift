package import RuleEngine

/// What a person typed at a question.
package enum Reply: Hashable, Sendable {
    case answer(Answer.Value)
    case why, back, skip, stop, list
    /// Not understood; the sentence says what would be.
    case unclear(LocalizedText)

    /// Reads a line: a letter for a command, else the number, the text or the first letters of an option, else a figure.
    ///
    /// Commands in either language work in both. `w`, like "weet ik niet", is the answer that it is not known.
    package init(_ line: String, to question: Question) {
        let text = line.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
        if let command = Self.command(text) {
            self = command
            return
        }
        switch question.kind {
        case .yesOrNo: self = Self.choice(text)
        case .number(let bounds): self = Self.figure(text, bounds)
        }
    }

    private static func command(_ text: String) -> Reply? {
        switch text {
        case "?", "waarom", "why": .why
        case "t", "terug", "b", "back": .back
        case "o", "overslaan", "k", "skip": .skip
        case "w", "weet ik niet", "d", "don't know", "do not know": .answer(.unknown)
        case "s", "stop", "opslaan", "save": .stop
        case "l", "lijst", "list": .list
        default: nil
        }
    }

    /// The options of a question that is answered with yes or no, in the order of their numbers.
    package static let options: [(value: Answer.Value, title: LocalizedText)] = [
        (.yes, .yes), (.no, .no), (.unknown, .unknown),
    ]

    private static func choice(_ text: String) -> Reply {
        if let number = Int(text), options.indices.contains(number - 1) { return .answer(options[number - 1].value) }
        let fitting = options.filter { option in
            !text.isEmpty && [option.title.nl, option.title.en].contains { $0.lowercased().hasPrefix(text) }
        }
        guard fitting.count == 1 else { return .unclear(.choose) }
        return .answer(fitting[0].value)
    }

    /// A figure with a decimal comma or point. What may be a separator of thousands is asked again, never guessed.
    private static func figure(_ text: String, _ bounds: NumberInterval) -> Reply {
        var digits = text
        if digits.hasSuffix("%") { digits.removeLast() }
        digits = digits.split(separator: " ").joined()
        let parts = digits.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
        if parts.count > 2 || (parts.count == 2 && parts[1].count == 3 && parts[0] != "0" && parts[0] != "-0") {
            return .unclear(.thousands)
        }
        guard let number = FEELNumber(parts.joined(separator: ".")) else { return .unclear(.number) }
        guard bounds.contains(number) else { return .unclear(.outside(bounds)) }
        return .answer(.number(number))
    }
}

extension NumberInterval {
    fileprivate func contains(_ number: FEELNumber) -> Bool {
        if let low, number < low || (number == low && !lowIncluded) { return false }
        if let high, number > high || (number == high && !highIncluded) { return false }
        return true
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let yes = LocalizedText(nl: "Ja", en: "Yes")
    fileprivate static let no = LocalizedText(nl: "Nee", en: "No")
    fileprivate static let unknown = LocalizedText(nl: "Weet ik niet", en: "Don't know")

    fileprivate static let choose = LocalizedText(
        nl: "Dat begrijp ik niet. Typ het nummer, de eerste letters of een van de letters hierboven.",
        en: "I do not understand that. Type the number, the first letters, or one of the letters above.")

    fileprivate static let number = LocalizedText(
        nl: "Dat is geen getal. Typ een getal zoals 12,5, of w als u het niet weet.",
        en: "That is no number. Type a number such as 12.5, or d when you do not know.")

    fileprivate static let thousands = LocalizedText(
        nl:
            "Is dat een punt voor duizendtallen of een komma? Typ duizendtallen zonder teken (1234) en laat nullen aan het eind weg.",
        en:
            "Is that a separator of thousands or of decimals? Type thousands without a sign (1234), and leave out final zeros."
    )

    fileprivate static func outside(_ bounds: NumberInterval) -> LocalizedText {
        let allowed = LocalizedText.allowed(.numbers(bounds, orNull: false))
        return LocalizedText(
            nl: "Dat kan niet voor dit cijfer; \(allowed.nl). Typ het opnieuw.",
            en: "That cannot be for this figure; \(allowed.en). Type it again.")
    }
}
