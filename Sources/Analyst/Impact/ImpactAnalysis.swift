import RuleEngine

/// Costs and benefits of the package and its variants, against going on as now.
///
/// Ex ante and with ranges: what the sources have no amount for is named and not priced. Efforts that run go on in every
/// choice, so that they are no difference.
package struct ImpactAnalysis: Sendable {
    package let parameters: ImpactParameters
    package let package: ImpactBalance
    /// By code of the vocabulary of variants, in its order.
    package let variants: [(code: String, balance: ImpactBalance)]

    /// `nil` where the rules do not say how to reckon on the day, or nothing is chosen.
    package init?(_ area: AreaSession, _ choices: AreaChoices) {
        guard !choices.package.isEmpty, let parameters = ImpactParameters(area.ruleBase, on: area.date) else {
            return nil
        }
        self.parameters = parameters
        let items = ImpactItem.all(area.ruleBase)
        let parties = area.ruleBase.vocabulary(VocabularyName.impactParties)?.codes.map(\.code) ?? []
        let interventions = area.ruleBase.vocabulary(VocabularyName.interventions)
        let caps = Dictionary(
            items.compactMap(\.cap).compactMap { cap in ImpactReach.count(cap, in: area).map { (cap, $0) } },
            uniquingKeysWith: { first, _ in first })
        var known: [String: [Double]] = [:]
        func balance(_ codes: [String]) -> ImpactBalance {
            let lines = codes.map { code in
                ImpactLine(
                    code, items.filter { $0.intervention == code },
                    evidence: interventions?[code]?.string("evidence") ?? "",
                    reach: ImpactReach(of: code, in: area, parameters), parameters)
            }
            return ImpactBalance(ImpactModel(lines, caps: caps, parameters), parties: parties, &known)
        }
        package = balance(choices.package.steps.map(\.option.code))
        variants = choices.package.variants.map { ($0.code, balance($0.steps)) }
    }
}
