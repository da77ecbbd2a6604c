package import RuleEngine

/// Reads a figure as people write it in a language, alone or as a bracket: `12,5`, `5.000`, `10..20`, `10 tot 20`.
package enum FigureReply {
    /// Why a text is no answer, and what would be.
    package struct Fault: Error, Hashable, Sendable {
        package let text: LocalizedText

        package init(text: LocalizedText) {
            self.text = text
        }
    }

    /// - Parameter text: in Dutch a point parts thousands and a comma decimals, in English the other way round; where only
    ///   one reading is possible, either sign will do.
    package static func value(
        _ text: String, to question: Question, in language: Language
    ) throws(Fault) -> Answer.Value {
        guard case .number(let bounds) = question.kind else { throw Fault(text: .noNumber) }
        let pieces = bracket(text.lowercased())
        guard pieces.count == 2 else {
            return .number(try number(text, bounds, question, language))
        }
        let low = try number(pieces[0], bounds, question, language)
        let high = try number(pieces[1], bounds, question, language)
        guard low <= high else { throw Fault(text: .wrongOrder) }
        return low == high ? .number(low) : .between(low, high)
    }

    /// The two sides of a bracket, or the text itself.
    private static func bracket(_ text: String) -> [String] {
        for sign in ["..", " tot en met ", " t/m ", " tot ", " to "] {
            guard let place = text.firstRange(of: sign) else { continue }
            return [String(text[..<place.lowerBound]), String(text[place.upperBound...])]
        }
        return [text]
    }

    private static func number(
        _ text: String, _ bounds: NumberInterval, _ question: Question, _ language: Language
    ) throws(Fault) -> FEELNumber {
        var digits = text.filter { !$0.isWhitespace && $0 != "\u{A0}" && $0 != "\u{202F}" }
        if digits.hasSuffix("%") { digits.removeLast() }
        if digits.hasPrefix("€") { digits.removeFirst() }
        let number: FEELNumber
        switch NumberReading(digits, allowed: .numbers(bounds, orNull: false)) {
        case .number(let read), .grouped(let read): number = read
        case .doubtful(let decimals, let thousands):
            number = digits.contains(language == .nl ? "." : ",") ? thousands : decimals
        case .none: throw Fault(text: .noNumber)
        }
        guard bounds.contains(number) else { throw Fault(text: .outside(bounds)) }
        if question.isWhole, number.rounded(toScale: 0, rule: .halfEven) != number { throw Fault(text: .notWhole) }
        return number
    }
}

extension NumberInterval {
    /// A bracket within the interval, as an example: `10..20` where that is allowed.
    package var example: String {
        guard let low = low?.integerValue, let high = high?.integerValue, high < 20 || low > 10 else { return "10..20" }
        let step = max((high - low) / 4, 1)
        return "\(low + step)..\(min(low + 2 * step, high))"
    }

    fileprivate func contains(_ number: FEELNumber) -> Bool {
        if let low, number < low || (number == low && !lowIncluded) { return false }
        if let high, number > high || (number == high && !highIncluded) { return false }
        return true
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let noNumber = LocalizedText(
        nl:
            "Dat is geen getal. Typ een getal zoals 12,5, een getal van en tot zoals 10..20, of zeg dat u het niet weet.",
        en:
            "That is no number. Type a number such as 12.5, one from and to such as 10..20, or say that you do not know."
    )

    fileprivate static let wrongOrder = LocalizedText(
        nl: "Het eerste getal is groter dan het tweede. Typ het kleinste eerst, zoals 10..20.",
        en: "The first number is larger than the second. Type the smaller one first, such as 10..20.")

    fileprivate static let notWhole = LocalizedText(
        nl: "Dit is een heel getal, zonder cijfers achter de komma. Typ het opnieuw.",
        en: "This is a whole number, without decimals. Type it again.")

    fileprivate static func outside(_ bounds: NumberInterval) -> LocalizedText {
        let allowed = LocalizedText.allowed(.numbers(bounds, orNull: false))
        return LocalizedText(
            nl: "Dat kan niet voor dit cijfer; \(allowed.nl). Typ het opnieuw.",
            en: "That cannot be for this figure; \(allowed.en). Type it again.")
    }
}
