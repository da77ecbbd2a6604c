extension Template.FieldType {
    /// What the field allows, when an expression cannot give it; `nil` when there is nothing against it.
    /// `null` (not applicable) is always allowed.
    func refusal(
        of expression: RuleExpression, _ vocabularies: [String: Vocabulary], _ codes: CodeTypes
    ) -> LocalizedText? {
        if let value = expression.constant, value != .null { return mayHold(value) ? nil : allowed(vocabularies) }
        let given = expression.type.withoutNull
        guard !expression.type.isAny, !given.isNothing else { return nil }
        let wanted = valueType(codes)
        // A union takes a member for the list of it.
        let mayFit = if case .codes = self { given.members.mayEqual(wanted.members) } else { given.mayEqual(wanted) }
        return mayFit ? nil : allowed(vocabularies)
    }

    /// What the field allows, when an expression that fits into it can also give what does not: a number beyond what is
    /// declared, or another text; `nil` where nothing speaks for that. What is reckoned from bounded numbers may go beyond by
    /// its parts and never as a whole, and is left to the run.
    func limitPassed(by expression: RuleExpression, _ vocabularies: [String: Vocabulary]) -> LocalizedText? {
        guard expression.constant == nil, !expression.type.isAny else { return nil }
        let isPassed = expression.type.parts.contains { part in
            switch part {
            case .number(let given):
                guard let limits = numberLimits, !limits.holds(given) else { return false }
                return expression.expression.isTakenOver || given.low == nil && limits.low != nil
                    || given.high == nil && limits.high != nil
            case .string(let given):
                guard case .values(let allowed) = self else { return false }
                return given.map { !Set(allowed).isSuperset(of: $0.map { .string($0) }) } ?? true
            default: return false
            }
        }
        return isPassed ? allowed(vocabularies) : nil
    }

    /// From the least to the greatest number that is allowed.
    private var numberLimits: NumberInterval? {
        switch self {
        case .numbers(let interval): return interval
        case .values(let allowed):
            let numbers = allowed.compactMap { if case .number(let number) = $0 { number } else { nil } }
            guard let low = numbers.min(), let high = numbers.max() else { return nil }
            return NumberInterval(low: low, high: high)
        case .code, .codes, .string, .number, .boolean: return nil
        }
    }

    /// The values that are listed, or the range.
    var limits: LocalizedText { allowed([:]) }

    private func mayHold(_ value: FEELValue) -> Bool {
        switch (self, value) {
        case (.values(let allowed), _): allowed.contains(value)
        case (.numbers(let interval), .number(let number)): interval.contains(number)
        case (.number, .number), (.boolean, .boolean), (.string, .string): true
        case (.number, _), (.numbers, _), (.boolean, _), (.string, _): false
        case (.code, _), (.codes, _): true
        }
    }

    private func allowed(_ vocabularies: [String: Vocabulary]) -> LocalizedText {
        switch self {
        case .values(let allowed): .choice(among: allowed)
        case .number: .number
        case .numbers(let interval): .number(in: interval)
        case .boolean: .boolean
        case .string: .text
        case .code(let name): .code(of: vocabularies[name]?.title ?? LocalizedText(verbatim: name))
        case .codes(let name): .codes(of: vocabularies[name]?.title ?? LocalizedText(verbatim: name))
        }
    }
}

extension RuleExpression {
    /// The only value of an expression without names.
    var constant: FEELValue? {
        guard slots.isEmpty, parameters.isEmpty, variables.isEmpty else { return nil }
        return FEELEvaluator(extensions: [RuleFunctions.atan2: .atan2]).evaluate(
            expression, in: FEELDictionaryScope([:])
        ).result.set.exactValue
    }
}

extension FEELExpression {
    /// A value as it stands, or one of several, and nothing reckoned from it.
    fileprivate var isTakenOver: Bool {
        switch kind {
        case .name, .path, .conditional: true
        default: isLiteral
        }
    }
}

extension NumberInterval {
    /// Whether all numbers of another interval are in this one.
    fileprivate func holds(_ other: NumberInterval) -> Bool { hull(other) == self }
}

extension FEELType {
    /// Some value is of both types: they share a kind, and of texts there is one in both. Whether numbers fit depends on
    /// ranges and on what conditions leave of them, and is left to the run.
    fileprivate func mayEqual(_ other: FEELType) -> Bool {
        if isAny || other.isAny || isNothing || other.isNothing { return true }
        return parts.contains { part in
            switch (part, other.part(part.kind)) {
            case (_, nil): false
            case (.string(let one?), .string(let two?)): !Set(one).isDisjoint(with: two)
            default: true
            }
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

    fileprivate static func number(in interval: NumberInterval) -> LocalizedText {
        LocalizedText(nl: "een getal in \(interval)", en: "a number in \(interval)")
    }

    fileprivate static func code(of title: LocalizedText) -> LocalizedText {
        LocalizedText(nl: "een code uit ‘\(title.nl)’", en: "a code of ‘\(title.en)’")
    }

    fileprivate static func codes(of title: LocalizedText) -> LocalizedText {
        LocalizedText(nl: "een lijst van codes uit ‘\(title.nl)’", en: "a list of codes of ‘\(title.en)’")
    }

    fileprivate static var boolean: LocalizedText {
        LocalizedText(nl: "‘true’ of ‘false’", en: "‘true’ or ‘false’")
    }

    fileprivate static var text: LocalizedText {
        LocalizedText(nl: "een tekst: '\"…\"'", en: "a text: '\"…\"'")
    }
}
