import Analyst
import RuleEngine

/// The parts of a dossier, with how far each one is.
package enum TaskListPage: WebPage {
    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let language = visit.language
        let (dossier, view) = try await visit.read { questionnaire, dossier in
            let whole = questionnaire.progress()
            let base = ["dossiers", dossier.id.text]
            let isOpen = !dossier.isClosed && visit.mayWork
            let parts = questionnaire.parts.map { part in
                let progress = questionnaire.progress(in: part.id)
                let goesOn = isOpen && progress.open > progress.skipped
                return View.Task(
                    link: AttributeText(
                        goesOn
                            ? visit.address(
                                base + ["next"], FormFields([.init(name: "in", value: part.id)]))
                            : visit.address(base + ["parts", part.id])),
                    title: part.title[language],
                    answers: goesOn && (progress.answered + progress.skipped > 0 || part.perspective == nil)
                        ? [.init(visit.address(base + ["parts", part.id]), Texts.look[language])] : [],
                    tags: tags(progress, language), plain: plain(progress, language))
            }
            return (
                dossier,
                View(
                    title: dossier.title, municipality: dossier.municipality,
                    closed: dossier.isClosed ? [Texts.closed[language]] : [],
                    first: isOpen ? first(questionnaire, whole, visit, base) : [],
                    progress: Texts.progress(whole)[language],
                    analysis: .init(visit.address(base + ["analysis"]), Texts.analysis[language]),
                    analysisText: Texts.analysisText[language],
                    heading: Texts.parts[language], tasks: parts,
                    more: Texts.more[language],
                    actions: actions(visit, base, isOpen: isOpen))
            )
        }
        return visit.page(
            dossier.title, template.render(view), dossier: dossier,
            back: .init(visit.address([]), Texts.back[language]))
    }

    /// What else can be done, as far as this person may.
    private static func actions(_ visit: Visit, _ base: [String], isOpen: Bool) -> [PageFrame.Link] {
        func link(_ page: String, _ text: LocalizedText) -> PageFrame.Link {
            .init(visit.address(base + [page]), text[visit.language])
        }
        var links = isOpen ? [link("import", Texts.figures)] : []
        links.append(link("perspectives", Texts.perspectives))
        if visit.mayWork { links += [link("efforts", Texts.efforts), link("links", Texts.links)] }
        links += [link("history", Texts.history), link("sheet", Texts.sheet)]
        if visit.mayWork { links.append(link("copy", Texts.copy)) }
        if isOpen { links.append(link("close", Texts.close)) }
        if visit.mayDelete { links.append(link("delete", Texts.delete)) }
        return links
    }

    /// The first stop, and behind it the first part with a question.
    private static func first(
        _ questionnaire: Questionnaire, _ whole: Questionnaire.Progress, _ visit: Visit, _ base: [String]
    ) -> [View.First] {
        let language = visit.language
        func first(_ scope: String, _ text: LocalizedText, _ reason: LocalizedText) -> View.First {
            let address = visit.address(base + ["next"], FormFields([.init(name: "in", value: scope)]))
            return View.First(link: AttributeText(address), text: text[language], reason: reason[language])
        }
        guard whole.open > whole.skipped else { return [] }
        if whole.answered + whole.skipped < Questionnaire.firstStop {
            return [first(QuestionScope.firstStop, Texts.first, Texts.firstReason)]
        }
        let next = questionnaire.parts.first { part in
            let progress = questionnaire.progress(in: part.id)
            return progress.open > progress.skipped
        }
        return next.map { [first($0.id, Texts.goOn($0.title), Texts.anyPart)] } ?? []
    }

    private static func tags(_ progress: Questionnaire.Progress, _ language: Language) -> [View.Tag] {
        switch progress.status {
        case .notStarted: [.init(style: "", text: Texts.notStarted(progress.open)[language])]
        case .busy: [.init(style: " busy", text: Texts.busy(progress)[language])]
        case .done, .nothingToAsk: []
        }
    }

    private static func plain(_ progress: Questionnaire.Progress, _ language: Language) -> [String] {
        switch progress.status {
        case .done: [Texts.done[language]]
        case .nothingToAsk: [Texts.nothing[language]]
        case .notStarted, .busy: []
        }
    }

    private struct View {
        struct First {
            let link: AttributeText
            let text: String
            let reason: String
        }
        struct Tag {
            let style: String
            let text: String
        }
        struct Task {
            let link: AttributeText
            let title: String
            /// To what was answered, where the part itself leads to the next question.
            let answers: [PageFrame.Link]
            let tags: [Tag]
            let plain: [String]
        }
        let title: String
        let municipality: String
        let closed: [String]
        let first: [First]
        let progress: String
        let analysis: PageFrame.Link
        let analysisText: String
        let heading: String
        let tasks: [Task]
        let more: String
        let actions: [PageFrame.Link]
    }

    private static let template = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        <p>{{municipality}}</p>
        {{#closed}}
        <div class="inset"><p>{{.}}</p></div>
        {{/closed}}
        <p>{{progress}}</p>
        {{#first}}
        <p><a class="button main" href="{{{link}}}">{{text}}</a></p>
        <p class="hint">{{reason}}</p>
        {{/first}}
        {{#analysis}}
        <p><a class="button" href="{{{address}}}">{{text}}</a></p>
        {{/analysis}}
        <p class="hint">{{analysisText}}</p>
        <h2>{{heading}}</h2>
        <ul class="tasks">
        {{#tasks}}
        <li><span><a href="{{{link}}}">{{title}}</a>
        {{#answers}}
        <br><a class="look" href="{{{address}}}">{{text}}<span class="unseen"> – {{title}}</span></a>
        {{/answers}}
        </span>
        <span class="status">
        {{#tags}}
        <span class="tag{{style}}">{{text}}</span>
        {{/tags}}
        {{#plain}}
        {{.}}
        {{/plain}}
        </span></li>
        {{/tasks}}
        </ul>
        <h2>{{more}}</h2>
        <ul class="actions">
        {{#actions}}
        <li><a href="{{{address}}}">{{text}}</a></li>
        {{/actions}}
        </ul>

        """)

    // MARK: - Wordings

    private enum Texts {
        static let back = LocalizedText(nl: "Uw dossiers", en: "Your dossiers")
        static let parts = LocalizedText(nl: "Onderdelen", en: "Parts")
        static let more = LocalizedText(nl: "Meer met dit dossier", en: "More with this dossier")
        static let closed = LocalizedText(
            nl: "Dit dossier is gesloten. U kunt het lezen en kopiëren.",
            en: "This dossier is closed. You can read and copy it.")
        static let first = LocalizedText(
            nl: "Vijf vragen die het meest uitmaken", en: "Five questions that matter most")
        static let firstReason = LocalizedText(
            nl: "Met deze antwoorden wordt het meeste duidelijk. U kunt ook een onderdeel kiezen.",
            en: "These answers make most clear. You can also choose a part.")
        static let anyPart = LocalizedText(
            nl: "U kunt de onderdelen in elke volgorde doen.", en: "You can do the parts in any order.")
        static let analysis = LocalizedText(nl: "Analyse lezen", en: "Read the analysis")
        static let analysisText = LocalizedText(
            nl: "Dat kan ook als nog niet alles is ingevuld: er staat bij wat nog niet zeker is.",
            en: "You can do so before all is filled in: it says what is not certain yet.")
        static let look = LocalizedText(nl: "Bekijk of wijzig antwoorden", en: "See or change answers")
        static let done = LocalizedText(nl: "Klaar", en: "Done")
        static let nothing = LocalizedText(nl: "Nu niets te vragen", en: "Nothing to ask now")
        static let perspectives = LocalizedText(
            nl: "Perspectieven naast elkaar bekijken", en: "See the perspectives side by side")
        static let figures = LocalizedText(nl: "Cijfers overnemen uit tabellen", en: "Take over figures from tables")
        static let efforts = LocalizedText(
            nl: "Wat loopt, budget en capaciteit", en: "What runs, budget and capacity")
        static let links = LocalizedText(
            nl: "Iemand uitnodigen of laten meelezen", en: "Invite somebody, or let somebody read along")
        static let history = LocalizedText(
            nl: "Geschiedenis lezen of iets ongedaan maken", en: "Read the history or undo something")
        static let sheet = LocalizedText(
            nl: "Feitenblad met antwoorden downloaden", en: "Download the fact sheet with the answers")
        static let copy = LocalizedText(nl: "Dossier kopiëren", en: "Copy the dossier")
        static let close = LocalizedText(nl: "Dossier sluiten", en: "Close the dossier")
        static let delete = LocalizedText(nl: "Dossier verwijderen", en: "Delete the dossier")

        static func goOn(_ part: LocalizedText) -> LocalizedText {
            LocalizedText(nl: "Verder met: \(part.nl)", en: "Go on with: \(part.en)")
        }

        static func notStarted(_ open: Int) -> LocalizedText {
            LocalizedText(nl: "Nog niet begonnen: ongeveer \(open)", en: "Not started: about \(open)")
        }

        static func busy(_ progress: Questionnaire.Progress) -> LocalizedText {
            LocalizedText(
                nl: "Bezig: \(progress.answered) beantwoord, nog ongeveer \(progress.open)"
                    + (progress.skipped > 0 ? ", waarvan \(progress.skipped) overgeslagen" : ""),
                en: "Busy: \(progress.answered) answered, about \(progress.open) to go"
                    + (progress.skipped > 0 ? ", \(progress.skipped) of them skipped" : ""))
        }

        static func progress(_ progress: Questionnaire.Progress) -> LocalizedText {
            let isOne = progress.answered == 1
            return LocalizedText(
                nl:
                    "\(progress.answered) \(isOne ? "vraag" : "vragen") beantwoord, nog ongeveer \(progress.open). Sommige "
                    + "vervallen vanzelf.",
                en:
                    "\(progress.answered) \(isOne ? "question" : "questions") answered, about \(progress.open) to go. Some "
                    + "fall away by themselves.")
        }
    }
}
