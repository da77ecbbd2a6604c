extension Template.FieldType {
    /// What the field allows, when an expression that is a constant does not give it; `nil` when there is nothing
    /// against it. `null` (not applicable) is always allowed.
    func refusal(of expression: RuleExpression) -> LocalizedText? {
        guard expression.slots.isEmpty, expression.parameters.isEmpty, expression.variables.isEmpty else { return nil }
        let scope = FEELDictionaryScope([:])
        guard case .exactly(let value) = FEELEvaluator().evaluate(expression.expression, in: scope).result.set,
            value != .null
        else { return nil }
        switch (self, value) {
        case (.values(let allowed), _): return allowed.contains(value) ? nil : .choice(among: allowed)
        case (.number, .number), (.numbers, .number), (.boolean, .boolean), (.string, .string): return nil
        case (.number, _), (.numbers, _): return .number
        case (.boolean, _): return .boolean
        case (.string, _): return .text
        case (.code, _), (.codes, _): return nil
        }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func choice(among values: [FEELValue]) -> LocalizedText {
        let list = values.map(\.literal).joined(separator: ", ")
        return LocalizedText(nl: "een van: \(list)", en: "one of: \(list)")
    }

    fileprivate static var number: LocalizedText {
        LocalizedText(nl: "een getal, zonder aanhalingstekens", en: "a number, without quotes")
    }

    fileprivate static var boolean: LocalizedText {
        LocalizedText(nl: "‘true’ of ‘false’", en: "‘true’ or ‘false’")
    }

    fileprivate static var text: LocalizedText {
        LocalizedText(nl: "een tekst: '\"…\"'", en: "a text: '\"…\"'")
    }
}
