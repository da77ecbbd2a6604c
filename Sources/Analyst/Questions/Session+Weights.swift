package import RuleEngine

extension Session {
    /// By open conclusion the highest severity that is still possible; conclusions without severity are not listed.
    package func severityWeights(of conclusions: [(finding: FindingID, fact: Fact)]) -> [FindingID: FEELNumber] {
        var weights: [FindingID: FEELNumber] = [:]
        for (finding, fact) in conclusions {
            let values = value(of: "severity", in: fact)?.set.finiteValues ?? []
            weights[finding] = values.compactMap { if case .number(let number) = $0 { number } else { nil } }.max()
        }
        return weights
    }
}
