package import RuleEngine

/// Lays out the analysis of one area in parts, in one language. It runs nothing: all that it tells, the session of the area
/// and its conclusions hold already.
///
/// Which parts there are, and which kinds of fact stand in each, the plan of the report says.
///
///     let document = AnalysisComposer(area, language: .nl).document()
package struct AnalysisComposer {
    package let area: AreaSession
    package let conclusions: AreaConclusions
    package let choices: AreaChoices
    /// `nil` where the rules do not say how to reckon, or nothing is chosen.
    package let impact: ImpactAnalysis?
    package let language: Language
    /// What was asked for, where the analysis is one that can be made again.
    package let options: AnalysisOptions?
    package let labels: Labels
    package let naming: Naming
    package let findings: FindingBuilder

    package init(_ area: AreaSession, language: Language, options: AnalysisOptions? = nil) {
        self.area = area
        self.language = language
        self.options = options
        conclusions = AreaConclusions(area)
        choices = AreaChoices(area)
        impact = ImpactAnalysis(area, choices)
        labels = Labels(ruleBase: area.ruleBase)
        naming = Naming(area.ruleBase)
        findings = FindingBuilder(area.session, area.rules.report, conclusions.awaited, language)
    }

    package var ruleBase: RuleBase { area.ruleBase }
    package var session: Session { area.session }
    package var sheet: FactSheet { area.sheet }

    package func document() -> AnalysisDocument {
        var document = AnalysisDocument(
            id: sheet.id, title: sheet.title[language], municipality: sheet.municipality, date: area.date,
            language: language, isProvisional: conclusions.isProvisional, isCutShort: session.isCutShort,
            parts: area.rules.report.parts.compactMap { part($0) })
        document.data = data(of: document.parts)
        document.imprint = ProvenancePart.imprint(self)
        return document
    }

    private func part(_ plan: ReportPlan.Part) -> AnalysisDocument.Part? {
        guard let kind = Self.parts.first(where: { $0.kind == plan.kind }) else { return nil }
        let shortlist = plan.shortlist.map { shortlistBlocks($0) } ?? []
        let (main, annex) = (kind.blocks(of: plan, self), shortlist + kind.annex(of: plan, self))
        return AnalysisDocument.Part(
            id: plan.code, number: plan.number, title: plan.title[language], intro: plan.intro?[language],
            blocks: plan.isAnnex ? [] : main, annex: plan.isAnnex ? main + annex : annex)
    }

    /// All kinds of parts. A new one is a file of its own below `Parts`, and stands in this list.
    package static let parts: [any ReportPart.Type] = [
        StoryPart.self, SummaryPart.self, AreaPart.self, AssessmentPart.self, FindingsPart.self, VoicesPart.self,
        ChallengesPart.self, InterventionsPart.self, PackagePart.self, InstrumentsPart.self, ImpactPart.self,
        OpenPart.self, ProvenancePart.self,
    ]

    /// A text in the language of the analysis.
    package func say(_ text: LocalizedText) -> String { text[language] }

    /// The heaviest facts of a template by what is certain now; what is still open may change the order.
    private func shortlistBlocks(_ template: String) -> [AnalysisDocument.Block] {
        let heaviest = session.heaviestFirst(session.certainFacts(of: template)).prefix(Self.shortlistLength)
        guard !heaviest.isEmpty else { return [] }
        let lines = heaviest.map { fact in
            let weight = session.value(of: "weight", in: fact).map {
                ": \(labels.text(of: $0.set, attribute: "weight", in: language))"
            }
            return naming.title(of: fact, in: language) + (weight ?? "")
        }
        return [.heading(say(.heaviestNow)), .list(lines), .paragraph(say(.heaviestNowRule))]
    }

    private static let shortlistLength = 5
}

/// How one kind of part is laid out.
package protocol ReportPart: Sendable {
    /// The word by which the plan of the report asks for it.
    static var kind: String { get }

    /// The main text of a part, in its order.
    static func blocks(of plan: ReportPlan.Part, _ composer: AnalysisComposer) -> [AnalysisDocument.Block]

    /// What it rests on, and what few need.
    static func annex(of plan: ReportPlan.Part, _ composer: AnalysisComposer) -> [AnalysisDocument.Block]
}

extension ReportPart {
    /// Most parts tell findings: their annex has all that is found and open of them.
    package static func annex(of plan: ReportPlan.Part, _ composer: AnalysisComposer) -> [AnalysisDocument.Block] {
        plan.templates.flatMap { composer.findingBlocks($0, byDomain: plan.byDomain.contains($0)) }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let heaviestNow = LocalizedText(
        nl: "Het zwaarst op grond van wat nu vaststaat", en: "Heaviest by what is certain now")

    fileprivate static let heaviestNowRule = LocalizedText(
        nl:
            "Volgorde: het gewicht (van 0 tot 100) dat nu zeker is, hoogstens vijf. Open vragen kunnen de volgorde nog veranderen.",
        en:
            "Order: the weight (from 0 to 100) that is certain now, five at most. Open questions may still change the order."
    )
}
