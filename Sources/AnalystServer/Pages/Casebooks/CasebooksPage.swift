import Analyst
import RuleEngine

/// The casebooks with their cases, and the way into a session of a trainer.
package enum CasebooksPage: WebPage {
    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let language = visit.language
        let books = try await visit.room().shelf.list
        let view = View(
            title: Texts.title[language], intro: Texts.intro[language],
            join: .init(visit.address("join"), Texts.join[language]),
            trainer: .init(visit.address("training"), Texts.trainer[language]),
            none: books.isEmpty ? [Texts.none[language]] : [],
            books: books.map { book in
                .init(
                    title: book.title[language], intro: book.introduction[language],
                    cases: book.cases.map { entry in
                        .init(
                            link: .init(visit.address("casebooks", book.id, entry.id), entry.title[language]),
                            level: Texts.level(entry.level, entry.exercises.count)[language])
                    })
            })
        return visit.page(view.title, template.render(view), back: .init(visit.address(), Texts.back[language]))
    }

    private struct View {
        struct Entry {
            let link: PageFrame.Link
            let level: String
        }
        struct Book {
            let title: String
            let intro: String
            let cases: [Entry]
        }
        let title: String
        let intro: String
        let join: PageFrame.Link
        let trainer: PageFrame.Link
        let none: [String]
        let books: [Book]
    }

    private static let template = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        <p>{{intro}}</p>
        <ul class="actions">
        {{#join}}<li><a href="{{{address}}}">{{text}}</a></li>{{/join}}
        {{#trainer}}<li><a href="{{{address}}}">{{text}}</a></li>{{/trainer}}
        </ul>
        {{#none}}
        <p>{{.}}</p>
        {{/none}}
        {{#books}}
        <h2>{{title}}</h2>
        <p>{{intro}}</p>
        <ul class="cards">
        {{#cases}}
        <li>{{#link}}<a href="{{{address}}}">{{text}}</a>{{/link}}
        <p class="small">{{level}}</p></li>
        {{/cases}}
        </ul>
        {{/books}}

        """)

    // MARK: - Wordings

    private enum Texts {
        static let title = LocalizedText(nl: "Oefenen met een casus", en: "Practise with a case")
        static let intro = LocalizedText(
            nl:
                "U leest over een gebied, kiest wat er aan de hand is en wat past, en ziet waarom een keuze klopt of niet.",
            en: "You read about an area, pick what is the matter and what fits, and see why a choice is right or not.")
        static let join = LocalizedText(nl: "Meedoen met een groep", en: "Join a group")
        static let trainer = LocalizedText(nl: "Een groep begeleiden", en: "Lead a group")
        static let none = LocalizedText(nl: "Er zijn hier geen casusboeken.", en: "There are no casebooks here.")
        static let back = LocalizedText(nl: "Begin", en: "Start")

        static func level(_ level: Int, _ exercises: Int) -> LocalizedText {
            LocalizedText(
                nl: "Niveau \(level), \(exercises) \(exercises == 1 ? "oefening" : "oefeningen")",
                en: "Level \(level), \(exercises) \(exercises == 1 ? "exercise" : "exercises")")
        }
    }
}
