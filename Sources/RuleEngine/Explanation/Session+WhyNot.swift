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
                    rule: miss.rule, conclusion: miss.conclusion, isCertain: false,
                    conditions: miss.conditions.map(\.explanation) + outsideValidity(of: miss.rule), variables: [])
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
        return [Explanation.Condition(.validity(rule.validity, on: inputs.date), .fails)]
    }
}
