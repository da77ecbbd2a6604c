import RuleEngine

/// Costs and benefits against going on as now: the balance of the package and its variants, each intervention by itself, who
/// pays and gains, what matters most, what the State adds, and what has no price.
package enum ImpactPart: ReportPart {
    package static let kind = "impact"

    package static func blocks(of plan: ReportPlan.Part, _ composer: AnalysisComposer)
        -> [AnalysisDocument.Block]
    {
        guard let impact = composer.impact else {
            return [.paragraph(composer.say(BalanceWords.noPackage))] + composer.stateBlocks()
        }
        let writer = ImpactWriter(composer, impact)
        return writer.balance + writer.interventions + writer.parties + writer.swings + writer.asNow
            + composer.stateBlocks() + writer.unpriced + writer.remarks
    }

    package static func annex(of plan: ReportPlan.Part, _ composer: AnalysisComposer)
        -> [AnalysisDocument.Block]
    {
        guard let impact = composer.impact else { return [] }
        let writer = ImpactWriter(composer, impact)
        return writer.notPriced + writer.grounds
    }
}
