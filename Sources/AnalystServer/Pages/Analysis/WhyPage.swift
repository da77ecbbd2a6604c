import Analyst
import RuleEngine

/// Why a finding is there, or why it is not: rules, conditions, figures, sources, and the questions behind them.
package enum WhyPage: WebPage {
    /// How many findings behind findings are told.
    private static let levels = 0...6
    private static let usualLevels = 2
    private static let mostQuestions = 12

    static func address(of finding: FindingID, _ dossier: DossierID, _ visit: Visit) -> String {
        visit.address("dossiers", dossier.text, "why", finding.description)
    }

    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let language = visit.language
        let dossier = try visit.dossier()
        guard let finding = FindingID(visit["finding"]), try visit.rules().ruleBase.hasConclusion(finding) else {
            throw .notFound
        }
        let area = try await visit.wholeArea(of: dossier)
        let levels = visit.request.query["levels"].flatMap { Int($0) } ?? usualLevels
        guard self.levels.contains(levels) else { throw .notFound }
        let renderer = ExplanationRenderer(area, language, depth: ExplanationDepth(levels: levels))
        let state = area.session.state(of: finding)
        let name = Naming(area.ruleBase).title(of: finding, in: language)
        let kind = area.ruleBase.template(finding.template)?.title[language] ?? finding.template
        // The first line names the finding, which the heading does here.
        let lines = Array((state == .refuted ? renderer.whyNot(finding) : renderer.why(finding)).dropFirst())
        var finder = FindingQuestions(area.session)
        let questions = finder.questions(under: finding, most: mostQuestions)
        let title = (state == .refuted ? Texts.whyNot(name) : Texts.why(name))[language]
        let here = visit.request.path
        let view = View(
            title: title, state: "\(kind). \(Texts.state(state)[language])",
            lines: LineOutline(lines).html,
            further: levels < self.levels.upperBound
                ? [
                    .init(
                        visit.address(here, FormFields([.init(name: "levels", value: "\(levels + 1)")])),
                        Texts.further[language])
                ] : [],
            changes: dossier.isClosed || questions.isEmpty
                ? []
                : [
                    .init(
                        title: Texts.changes[language],
                        links: questions.map {
                            let link = AnalysisLinks.change($0, dossier.summary, visit)
                            return PageFrame.Link(link.address, link.text)
                        })
                ],
            overrules: dossier.isClosed
                ? []
                : [
                    .init(
                        visit.address("dossiers", dossier.id.text, "overrules", finding.description),
                        Texts.overrule[language])
                ])
        return visit.page(
            title, template.render(view), dossier: dossier.summary,
            back: .init(visit.address("dossiers", dossier.id.text, "analysis"), Texts.back[language]))
    }

    private struct View {
        struct Changes {
            let title: String
            let links: [PageFrame.Link]
        }
        let title: String
        let state: String
        let lines: String
        let further: [PageFrame.Link]
        let changes: [Changes]
        let overrules: [PageFrame.Link]
    }

    private static let template = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        <p>{{state}}</p>
        {{{lines}}}
        {{#further}}
        <p><a href="{{{address}}}">{{text}}</a></p>
        {{/further}}
        {{#changes}}
        <h2>{{title}}</h2>
        <ul class="changes">
        {{#links}}
        <li><a href="{{{address}}}">{{text}}</a></li>
        {{/links}}
        </ul>
        {{/changes}}
        {{#overrules}}
        <p><a href="{{{address}}}">{{text}}</a></p>
        {{/overrules}}

        """)

    // MARK: - Wordings

    private enum Texts {
        static let back = LocalizedText(nl: "Terug naar de analyse", en: "Back to the analysis")
        static let further = LocalizedText(nl: "Verder terug uitleggen", en: "Explain further back")
        static let changes = LocalizedText(
            nl: "Antwoorden en cijfers die hieronder liggen", en: "Answers and figures below it")
        static let overrule = LocalizedText(nl: "Zelf anders besluiten", en: "Decide otherwise yourself")

        static func why(_ title: String) -> LocalizedText {
            LocalizedText(nl: "Waarom ‘\(title)’?", en: "Why ‘\(title)’?")
        }

        static func whyNot(_ title: String) -> LocalizedText {
            LocalizedText(nl: "Waarom ‘\(title)’ niet?", en: "Why not ‘\(title)’?")
        }

        static func state(_ state: FindingState) -> LocalizedText {
            switch state {
            case .found: LocalizedText(nl: "Dit staat nu vast.", en: "This is certain now.")
            case .open: LocalizedText(nl: "Dit is nog niet zeker.", en: "This is not certain yet.")
            case .refuted: LocalizedText(nl: "Dit is nu niet aan de orde.", en: "This is not at issue now.")
            }
        }
    }
}

extension RuleBase {
    /// Whether rules could conclude a finding: its kind is one of theirs, and its codes are of their vocabularies.
    func hasConclusion(_ finding: FindingID) -> Bool {
        guard let template = self.template(finding.template), !template.isInput,
            template.key.count == finding.key.count
        else { return false }
        return zip(template.key, finding.key).allSatisfy { field, key in
            guard case .code(let name) = field.type, let vocabulary = self.vocabulary(name) else { return true }
            return vocabulary[key] != nil
        }
    }
}
