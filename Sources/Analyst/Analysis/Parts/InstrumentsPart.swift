import RuleEngine

/// Instruments, and those that are not in force on the day of the analysis.
package enum InstrumentsPart: ReportPart {
    package static let kind = "instruments"

    package static func blocks(of plan: ReportPlan.Part, _ composer: AnalysisComposer) -> [AnalysisDocument.Block] {
        FindingsPart.blocks(of: plan, composer)
    }

    package static func annex(of plan: ReportPlan.Part, _ composer: AnalysisComposer) -> [AnalysisDocument.Block] {
        let titles = composer.session.notInForce.filter { $0.template == TemplateName.instrument }
            .map { composer.naming.title(of: $0, in: composer.language) }
        let day = DateText.text(of: composer.area.date, in: composer.language)
        return FindingsPart.annex(of: plan, composer)
            + (titles.isEmpty ? [] : [.heading(composer.say(.notInForce(day))), .list(titles)])
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func notInForce(_ day: String) -> LocalizedText {
        LocalizedText(nl: "Niet van kracht op \(day)", en: "Not in force on \(day)")
    }
}
