import RuleEngine

/// Interventions that fit, and those that were considered and do not, with the condition that stands in the way.
package enum InterventionsPart: ReportPart {
    package static let kind = "interventions"

    package static func blocks(of plan: ReportPlan.Part, _ composer: AnalysisComposer) -> [AnalysisDocument.Block] {
        FindingsPart.blocks(of: plan, composer)
    }

    package static func annex(of plan: ReportPlan.Part, _ composer: AnalysisComposer) -> [AnalysisDocument.Block] {
        let dropped = composer.conclusions.dropped.map { composer.findings.dropped($0) }
        return FindingsPart.annex(of: plan, composer)
            + (dropped.isEmpty ? [] : [.heading(composer.say(.consideredAndDropped)), .findings(dropped)])
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let consideredAndDropped = LocalizedText(
        nl: "Overwogen en afgevallen", en: "Considered and dropped")
}
