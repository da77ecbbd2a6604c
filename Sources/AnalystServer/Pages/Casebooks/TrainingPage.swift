import Analyst
import RuleEngine

/// Where a trainer opens a session. Which sessions there are, nobody is told: each is opened by its own word.
package enum TrainingPage: WebPage {
    private enum Field {
        static let entry = "case"
        static let title = "title"
        static let days = "days"
    }

    private static let days = [7, 30, 90]
    private static let usualDays = 30

    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        try await page(visit, title: "", mistakes: [], status: 200)
    }

    package static func send(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let store = try visit.room().store
        let title = visit.fields[Field.title] ?? ""
        guard !title.isEmpty, title.count <= 80 else {
            let mistake = PageFrame.Mistake(field: Field.title, text: Texts.noTitle[visit.language])
            return try await page(visit, title: title, mistakes: [mistake], status: 422)
        }
        let names = (visit.fields[Field.entry] ?? "").split(separator: "/", maxSplits: 1).map(String.init)
        guard names.count == 2, let kept = visit.fields[Field.days].flatMap({ Int($0) }), days.contains(kept) else {
            throw .broken
        }
        let prepared = try await visit.prepared(names[0], names[1])
        let word = RandomToken.make()
        let now = visit.site.setting.instant()
        let session = TrainingSession(
            id: DossierLink.hash(of: word), joinCode: JoinCode.make(), title: title, casebook: prepared.book.id,
            caseID: prepared.case.id, created: now, expires: visit.instant(in: kept))
        try visit.inTraining { () throws(DossierFault) in
            try store.sweepTraining(at: now)
            try store.add(session)
        }
        visit.say(Texts.done[visit.language], [Texts.keep[visit.language]])
        return visit.redirect(visit.address("training", word))
    }

    private static func page(
        _ visit: Visit, title: String, mistakes: [PageFrame.Mistake], status: Int
    ) async throws(WebFault) -> WebResponse {
        let language = visit.language
        let books = try await visit.room().shelf.list
        let view = View(
            title: Texts.title[language], intro: Texts.intro[language], action: AttributeText(visit.here),
            token: AttributeText(visit.session.formToken), nameLabel: Texts.name[language],
            nameHint: Texts.nameHint[language], name: AttributeText(title), mistakes: mistakes.map(\.text),
            style: mistakes.isEmpty ? "" : " wrong", invalid: mistakes.isEmpty ? "" : " aria-invalid=\"true\"",
            caseLabel: Texts.entry[language],
            cases: books.flatMap { book in
                book.cases.map { entry in
                    .init(
                        value: AttributeText("\(book.id)/\(entry.id)"),
                        text: "\(book.title[language]): \(entry.title[language])", selected: "")
                }
            }, daysLabel: Texts.days[language],
            days: days.map {
                .init(
                    value: AttributeText("\($0)"), text: Texts.dayCount($0)[language],
                    selected: $0 == usualDays ? " selected" : "")
            }, button: Texts.open[language])
        return visit.page(
            view.title, template.render(view), back: .init(visit.address("casebooks"), Texts.back[language]),
            mistakes: mistakes, status: status)
    }

    private struct View {
        struct Option {
            let value: AttributeText
            let text: String
            let selected: String
        }
        let title: String
        let intro: String
        let action: AttributeText
        let token: AttributeText
        let nameLabel: String
        let nameHint: String
        let name: AttributeText
        let mistakes: [String]
        let style: String
        let invalid: String
        let caseLabel: String
        let cases: [Option]
        let daysLabel: String
        let days: [Option]
        let button: String
    }

    private static let template = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        <p>{{intro}}</p>
        <form method="post" action="{{{action}}}" novalidate>
        <input type="hidden" name="token" value="{{{token}}}">
        <div class="field{{style}}">
        <label for="title">{{nameLabel}}</label>
        <p class="hint" id="title-hint">{{nameHint}}</p>
        {{#mistakes}}
        <p class="mistake" id="title-mistake">{{.}}</p>
        {{/mistakes}}
        <input type="text" id="title" name="title" value="{{{name}}}" autocomplete="off" \
        aria-describedby="title-hint title-mistake"{{{invalid}}}>
        </div>
        <div class="field">
        <label for="case">{{caseLabel}}</label>
        <select id="case" name="case">
        {{#cases}}
        <option value="{{{value}}}"{{{selected}}}>{{text}}</option>
        {{/cases}}
        </select>
        </div>
        <div class="field">
        <label for="days">{{daysLabel}}</label>
        <select id="days" name="days">
        {{#days}}
        <option value="{{{value}}}"{{{selected}}}>{{text}}</option>
        {{/days}}
        </select>
        </div>
        <div class="buttons"><button class="main" type="submit">{{button}}</button></div>
        </form>

        """)

    // MARK: - Wordings

    private enum Texts {
        static let title = LocalizedText(nl: "Een groep begeleiden", en: "Lead a group")
        static let intro = LocalizedText(
            nl: "U opent een sessie bij één casus. De cursisten doen mee met een code; u ziet hoe ver zij zijn.",
            en: "You open a session on one case. Trainees join with a code; you see how far they are.")
        static let name = LocalizedText(nl: "Naam van de groep", en: "Name of the group")
        static let nameHint = LocalizedText(
            nl: "Hoogstens 80 tekens; geen namen van personen.", en: "At most 80 characters; no names of persons.")
        static let noTitle = LocalizedText(
            nl: "Geef de groep een naam van hoogstens 80 tekens.", en: "Give the group a name of at most 80 characters."
        )
        static let entry = LocalizedText(nl: "Casus", en: "Case")
        static let days = LocalizedText(nl: "Alles wissen na", en: "Delete all after")
        static let open = LocalizedText(nl: "Sessie openen", en: "Open the session")
        static let back = LocalizedText(nl: "Alle casussen", en: "All cases")
        static let done = LocalizedText(nl: "De sessie is open.", en: "The session is open.")
        static let keep = LocalizedText(
            nl: "Bewaar het adres van deze pagina: alleen daarmee komt u hier terug.",
            en: "Keep the address of this page: only with it you come back here.")

        static func dayCount(_ count: Int) -> LocalizedText {
            LocalizedText(nl: "\(count) dagen", en: "\(count) days")
        }
    }
}
