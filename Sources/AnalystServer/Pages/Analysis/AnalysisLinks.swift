import Analyst
import RuleEngine

/// Where the findings of a dossier stand among its pages, and what can be done about each.
struct AnalysisLinks: HTMLFindingLinks {
    private let visit: Visit
    private let dossier: DossierSummary
    private let analysis: DossierAnalysis
    private let naming: Naming
    private let questions: [FindingID: [Question]]

    /// So many questions under a finding are named; all stand on the page that says why.
    private static let mostQuestions = 3

    /// - Parameter blocks: of the page.
    init(_ visit: Visit, _ dossier: DossierSummary, _ analysis: DossierAnalysis, on blocks: [AnalysisDocument.Block]) {
        self.visit = visit
        self.dossier = dossier
        self.analysis = analysis
        naming = Naming(analysis.area.ruleBase)
        var questions: [FindingID: [Question]] = [:]
        if !dossier.isClosed {
            var finder = FindingQuestions(analysis.area.session)
            for finding in blocks.flatMap(\.findings) where questions[finding.id] == nil {
                questions[finding.id] = finder.questions(under: finding.id, most: Self.mostQuestions)
            }
        }
        self.questions = questions
    }

    func address(of finding: FindingID) -> String? {
        if let place = analysis.places[finding] {
            return visit.address("dossiers", dossier.id.text, "analysis", place) + Self.anchor(finding)
        }
        guard analysis.area.session.fact(finding) != nil else { return nil }
        return WhyPage.address(of: finding, dossier.id, visit)
    }

    func title(of finding: FindingID) -> String? { naming.title(of: finding, in: visit.language) }

    func links(below finding: FindingID) -> (name: String, links: [HTMLReport.Link])? {
        let language = visit.language
        let changes = (questions[finding] ?? []).map { Self.change($0, dossier, visit) }
        let isRefuted = analysis.area.session.state(of: finding) == .refuted
        let why = HTMLReport.Link(
            address: WhyPage.address(of: finding, dossier.id, visit),
            text: (isRefuted ? Texts.whyNot : Texts.why)(title(of: finding) ?? "")[language])
        let overrule = HTMLReport.Link(
            address: visit.address("dossiers", dossier.id.text, "overrules", finding.description),
            text: Texts.overrule(title(of: finding) ?? "")[language])
        return (Texts.name[language], changes + [why] + (dossier.isClosed ? [] : [overrule]))
    }

    /// To a question, and back to the analysis.
    static func change(_ question: Question, _ dossier: DossierSummary, _ visit: Visit) -> HTMLReport.Link {
        let query = FormFields([.init(name: "back", value: QuestionScope.analysis)])
        let title = "\(question.perspectiveTitle[visit.language]): \(question.title[visit.language])"
        return HTMLReport.Link(
            address: visit.address(["dossiers", dossier.id.text, "questions", question.id.description], query),
            text: Texts.change(title)[visit.language])
    }

    /// Where the article of a finding stands on its page.
    private static func anchor(_ finding: FindingID) -> String { "#" + HTMLAnchors.slug("f-\(finding)") }

    // MARK: - Wordings

    private enum Texts {
        static let name = LocalizedText(nl: "Klopt dit niet?", en: "Is this not right?")

        static func change(_ title: String) -> LocalizedText {
            LocalizedText(nl: "Wijzig ‘\(title)’", en: "Change ‘\(title)’")
        }

        static func why(_ title: String) -> LocalizedText {
            LocalizedText(nl: "Waarom ‘\(title)’?", en: "Why ‘\(title)’?")
        }

        static func whyNot(_ title: String) -> LocalizedText {
            LocalizedText(nl: "Waarom ‘\(title)’ niet?", en: "Why not ‘\(title)’?")
        }

        static func overrule(_ title: String) -> LocalizedText {
            LocalizedText(nl: "Zelf anders besluiten over ‘\(title)’", en: "Decide otherwise on ‘\(title)’")
        }
    }
}
