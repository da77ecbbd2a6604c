package import RuleEngine

/// How many people were heard, as it may go out: of a small group no more than that it is small.
package struct PeopleCount: Hashable, Sendable {
    /// `nil` for a small group.
    private let number: FEELNumber?
    /// The least number that is told; `nil` where the rules give none.
    private let least: FEELNumber?

    /// - Parameter day: of the analysis; before the first value of the parameter its first value counts.
    package init(_ people: FEELNumber, under ruleBase: RuleBase, on day: FEELDate?) {
        let least = Self.least(under: ruleBase, on: day)
        self.least = least
        number = least.map { people < $0 } ?? false ? nil : people
    }

    /// The least number of people that is told; `nil` where the rules give none.
    package static func least(under ruleBase: RuleBase, on day: FEELDate?) -> FEELNumber? {
        let parameter = ruleBase.parameter(ParameterName.smallGroup)
        let value = day.flatMap { parameter?.value(on: $0) } ?? parameter?.values.first?.value
        if case .number(let least)? = value { return least }
        return nil
    }

    /// What the rules get to know of it: with a small group, that it is small.
    package var set: ValueSet {
        if let number { return .exactly(.number(number)) }
        return .numbers(NumberInterval(low: 0, high: least, highIncluded: false), orNull: false)
    }

    /// `nil` where the number is not told.
    package var exact: FEELNumber? { number }

    /// "42", "fewer than 5"
    package var text: LocalizedText {
        if let number { return .both { NumberText.text(of: number, in: $0) } }
        let least = least ?? .zero
        return LocalizedText(
            nl: "minder dan \(NumberText.text(of: least, in: .nl))",
            en: "fewer than \(NumberText.text(of: least, in: .en))")
    }

    /// "42 people", "fewer than 5 people"
    package var people: LocalizedText { LocalizedText(nl: "\(text.nl) mensen", en: "\(text.en) people") }
}

extension LocalizedText {
    fileprivate static func both(_ text: (Language) -> String) -> LocalizedText {
        LocalizedText(nl: text(.nl), en: text(.en))
    }
}
