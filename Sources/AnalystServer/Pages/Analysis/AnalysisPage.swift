import Analyst
import RuleEngine

/// The analysis of a dossier: the story, what would make most clear, what people decided, and the way to its parts.
package enum AnalysisPage: WebPage {
    /// So many questions are named.
    private static let mostQuestions = 3

    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let language = visit.language
        let dossier = try visit.dossier()
        let analysis = try await visit.analysis(of: dossier)
        let id = dossier.id.text
        let settling = dossier.isClosed ? [] : try await settling(visit)
        let story = analysis.story
        let blocks = story?.blocks ?? []
        let links = AnalysisLinks(visit, dossier.summary, analysis, on: blocks)
        var writer = HTMLAnalysisWriter(
            analysis.document.with(parts: story.map { [$0] } ?? []), language: language, prefix: "", level: 1,
            links: links)
        let naming = Naming(analysis.area.ruleBase)
        let annexes = Dictionary(
            analysis.document.parts.compactMap { part in part.annexOf.map { ($0, part.id) } },
            uniquingKeysWith: { first, _ in first })
        let main = analysis.document.parts.filter { $0.annexOf == nil && $0.id != story?.id }
        let orphans = analysis.document.parts.filter { part in
            part.annexOf != nil && !main.contains { $0.id == part.annexOf }
        }
        func link(_ part: String, _ text: String) -> PageFrame.Link {
            .init(visit.address("dossiers", id, "analysis", part), text)
        }
        let parts =
            main.map { part in
                let grounds = annexes[part.id].map { [link($0, Texts.grounds(part.title)[language])] } ?? []
                return View.Part(link: link(part.id, part.heading), grounds: grounds)
            } + orphans.map { View.Part(link: link($0.id, $0.title), grounds: []) }
        let decisions = analysis.area.sheet.overrules.map { overrule in
            Texts.decision(naming.title(of: overrule.finding, in: language), overrule.verdict, overrule.reason)[
                language]
        }
        let view = View(
            title: Texts.title(dossier.title)[language],
            notices: (analysis.document.isProvisional ? [ReportWords.provisional[language]] : [])
                + (analysis.document.isCutShort ? [StateWords.cutShort[language]] : []),
            day: Texts.day(DateText.text(of: visit.day, in: language))[language],
            stories: story.map { [.init(title: $0.title, content: writer.html(blocks, level: 3))] } ?? [],
            settlingTitle: Texts.settling[language],
            settlingText: (settling.isEmpty ? Texts.nothingSettles : Texts.settlingWhy)[language], settling: settling,
            partsTitle: ReportWords.parts[language],
            parts: parts,
            decisions: decisions.isEmpty ? [] : [.init(title: Texts.decided[language], lines: decisions)],
            moreTitle: Texts.more[language],
            actions: [
                .init(visit.address("dossiers", id, "report"), Texts.report[language]),
                .init(visit.address("dossiers", id, "what-if"), Texts.whatIf[language]),
                .init(visit.address("dossiers", id, "compare"), Texts.compare[language]),
                .init(visit.address("dossiers", id, "overrules"), Texts.overrules[language]),
                .init(visit.address("dossiers", id, "links"), Texts.links[language]),
            ], people: ReportWords.peopleDecide[language])
        return visit.page(
            view.title, template.render(view), dossier: dossier.summary,
            back: .init(visit.address("dossiers", id), Texts.back[language]), isWide: true)
    }

    /// The questions that would settle most, with a way to each.
    private static func settling(_ visit: Visit) async throws(WebFault) -> [View.Question] {
        let language = visit.language
        return try await visit.read { questionnaire, dossier -> [View.Question] in
            let titles = ConclusionTitles(questionnaire.area.ruleBase, language)
            return questionnaire.settlingMost(mostQuestions).map { question in
                .init(
                    link: .init(
                        AnalysisLinks.change(question, dossier, visit).address,
                        "\(question.perspectiveTitle[language]): "
                            + QuestionReading.heading(question.text[language]).question),
                    text: Texts.waits(question.settles.count, titles.text(question.settles))[language])
            }
        }
    }

    private struct View {
        struct Story {
            let title: String
            let content: String
        }
        struct Question: Sendable {
            let link: PageFrame.Link
            let text: String
        }
        struct Part {
            let link: PageFrame.Link
            let grounds: [PageFrame.Link]
        }
        struct Decisions {
            let title: String
            let lines: [String]
        }
        let title: String
        let notices: [String]
        let day: String
        let stories: [Story]
        let settlingTitle: String
        let settlingText: String
        let settling: [Question]
        let partsTitle: String
        let parts: [Part]
        let decisions: [Decisions]
        let moreTitle: String
        let actions: [PageFrame.Link]
        let people: String
    }

    private static let template = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        <p>{{day}}</p>
        {{#notices}}
        <div class="warning"><p>{{.}}</p></div>
        {{/notices}}
        {{#stories}}
        <div class="analysis">
        <h2>{{title}}</h2>
        {{{content}}}
        </div>
        {{/stories}}
        <h2>{{settlingTitle}}</h2>
        <p>{{settlingText}}</p>
        <ul class="cards">
        {{#settling}}
        <li>{{#link}}<a href="{{{address}}}">{{text}}</a>{{/link}}
        <p>{{text}}</p></li>
        {{/settling}}
        </ul>
        {{#decisions}}
        <h2>{{title}}</h2>
        <ul>
        {{#lines}}
        <li>{{.}}</li>
        {{/lines}}
        </ul>
        {{/decisions}}
        <h2>{{partsTitle}}</h2>
        <ul class="tasks">
        {{#parts}}
        <li>{{#link}}<a href="{{{address}}}">{{text}}</a>{{/link}}
        {{#grounds}}
        <a href="{{{address}}}">{{text}}</a>
        {{/grounds}}
        </li>
        {{/parts}}
        </ul>
        <h2>{{moreTitle}}</h2>
        <ul class="actions">
        {{#actions}}
        <li><a href="{{{address}}}">{{text}}</a></li>
        {{/actions}}
        </ul>
        <div class="inset"><p>{{people}}</p></div>

        """)

    // MARK: - Wordings

    private enum Texts {
        static let back = LocalizedText(nl: "Terug naar de onderdelen", en: "Back to the parts")
        static let settling = LocalizedText(nl: "Wat maakt het meest uit?", en: "What makes most clear?")
        static let settlingWhy = LocalizedText(
            nl: "Met een antwoord op deze vragen wordt het meeste duidelijk.",
            en: "An answer to these questions makes most clear.")
        static let nothingSettles = LocalizedText(
            nl: "Er is nu geen vraag die nog iets beslist.", en: "No question is left now that settles anything.")
        static let decided = LocalizedText(
            nl: "Wat mensen anders besloten", en: "What people decided otherwise")
        static let more = LocalizedText(nl: "Meer met deze analyse", en: "More with this analysis")
        static let report = LocalizedText(nl: "Rapport downloaden", en: "Download the report")
        static let whatIf = LocalizedText(
            nl: "Wat als een antwoord of cijfer anders is?", en: "What if an answer or a figure is different?")
        static let compare = LocalizedText(
            nl: "Vergelijken met een ander dossier of een andere dag", en: "Compare with another dossier or day")
        static let overrules = LocalizedText(
            nl: "Zelf iets afwijzen of toevoegen", en: "Reject or add something yourself")
        static let links = LocalizedText(
            nl: "Iemand uitnodigen of laten meelezen", en: "Invite somebody, or let somebody read along")

        static func title(_ name: String) -> LocalizedText {
            LocalizedText(nl: "Analyse van \(name)", en: "Analysis of \(name)")
        }

        static func day(_ day: String) -> LocalizedText {
            LocalizedText(nl: "Zoals het staat op \(day).", en: "As it stands on \(day).")
        }

        static func grounds(_ part: String) -> LocalizedText {
            LocalizedText(nl: "Onderbouwing van ‘\(part)’", en: "What ‘\(part)’ rests on")
        }

        static func waits(_ count: Int, _ titles: String) -> LocalizedText {
            LocalizedText(
                nl: "\(count == 1 ? "1 conclusie wacht" : "\(count) conclusies wachten") hierop: \(titles)",
                en: "\(count == 1 ? "1 conclusion waits" : "\(count) conclusions wait") for this: \(titles)")
        }

        static func decision(
            _ title: String, _ verdict: SessionInputs.Overrule.Verdict, _ reason: String
        ) -> LocalizedText {
            let words =
                verdict == .rejected
                ? LocalizedText(nl: "afgewezen", en: "rejected") : LocalizedText(nl: "toegevoegd", en: "added")
            return LocalizedText(
                nl: "\(title): \(words.nl) door een mens. Reden: \(reason)",
                en: "\(title): \(words.en) by a person. Reason: \(reason)")
        }
    }
}
