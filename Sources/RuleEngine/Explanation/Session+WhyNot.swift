extension Session {
    /// The rules that could conclude a finding, with the conditions that stand in the way; the nearest first.
    ///
    /// Of each rule and conclusion it is the way with the fewest failing conditions. Rules that do not hold on the day
    /// come last, each with that as its last failing condition.
    public func whyNot(_ finding: FindingID) -> Explanation {
        let overrule = inputs.overrules.first { $0.finding == finding && $0.verdict == .rejected }
        return Explanation(
            finding: finding, state: state(of: finding), overruled: overrule?.reason, notInForce: notInForce(finding),
            steps: nearMisses(of: finding).map { miss in
                Explanation.Step(
                    rule: miss.rule, isCertain: false,
                    conditions: miss.conditions.map(\.explanation) + outsideValidity(of: miss.rule), because: nil)
            })
    }

    /// When the code of a finding is in force, where that is not on the day of the session.
    package func notInForce(_ finding: FindingID) -> Validity? {
        guard let (template, key) = ruleBase.key(of: finding) else { return nil }
        let validity = ruleBase.code(of: template, key: key.map { .exactly($0) })?.validity ?? .always
        return validity.contains(inputs.date) ? nil : validity
    }

    /// That a rule does not hold on the day of the analysis, as a condition that fails.
    private func outsideValidity(of rule: Rule) -> [Explanation.Condition] {
        guard !rule.validity.contains(inputs.date) else { return [] }
        return [
            Explanation.Condition(
                state: .fails, text: rule.validity.text, sentence: .outside(rule.validity, on: inputs.date),
                inputs: [], parameters: [], facts: [])
        ]
    }
}

// MARK: - Wordings

extension Validity {
    /// As an author writes it.
    fileprivate var text: String {
        let parts = [
            from.map { "from: \(FEELValue.date($0).text)" }, until.map { "until: \(FEELValue.date($0).text)" },
        ]
        return "valid: { \(parts.compactMap(\.self).joined(separator: ", ")) }"
    }
}

extension LocalizedText {
    fileprivate static func outside(_ validity: Validity, on date: FEELDate) -> LocalizedText {
        func period(_ language: Language, _ from: String, _ until: String) -> String {
            [
                validity.from.map { "\(from) \(DateText.text(of: $0, in: language))" },
                validity.until.map { "\(until) \(DateText.text(of: $0, in: language))" },
            ].compactMap(\.self).joined(separator: " ")
        }
        return LocalizedText(
            nl:
                "de regel geldt niet op \(DateText.text(of: date, in: .nl)), maar \(period(.nl, "vanaf", "tot en met"))",
            en:
                "the rule is not valid on \(DateText.text(of: date, in: .en)), but \(period(.en, "from", "up to and including"))"
        )
    }
}
