import Analyst
import RuleEngine

/// What a case asks and how it is marked, before somebody begins.
package enum CasePage: WebPage {
    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let language = visit.language
        let prepared = try await visit.prepared(visit["book"], visit["case"])
        let view = View(
            title: Texts.title(prepared.case.title)[language], rules: prepared.rules.map { $0[language] },
            rulesTitle: Texts.rules[language], keeping: Texts.keeping(keptDays)[language],
            action: AttributeText(visit.here), token: AttributeText(visit.session.formToken),
            button: Texts.begin[language])
        return visit.page(
            view.title, template.render(view), back: .init(visit.address("casebooks"), Texts.back[language]))
    }

    package static func send(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let prepared = try await visit.prepared(visit["book"], visit["case"])
        let word = try PracticeStart.begin(prepared, in: nil, called: "", expires: visit.instant(in: keptDays), visit)
        return visit.redirect(visit.address("practice", word))
    }

    /// What somebody practises alone is deleted after so many days.
    private static let keptDays = 30

    private struct View {
        let title: String
        let rules: [String]
        let rulesTitle: String
        let keeping: String
        let action: AttributeText
        let token: AttributeText
        let button: String
    }

    private static let template = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        <h2>{{rulesTitle}}</h2>
        <ul>
        {{#rules}}
        <li>{{.}}</li>
        {{/rules}}
        </ul>
        <p>{{keeping}}</p>
        <form method="post" action="{{{action}}}" novalidate>
        <input type="hidden" name="token" value="{{{token}}}">
        <div class="buttons"><button class="main" type="submit">{{button}}</button></div>
        </form>

        """)

    // MARK: - Wordings

    private enum Texts {
        static let rules = LocalizedText(nl: "Zo wordt het nagekeken", en: "How it is marked")
        static let begin = LocalizedText(nl: "Begin met deze casus", en: "Start this case")
        static let back = LocalizedText(nl: "Alle casussen", en: "All cases")

        static func title(_ name: LocalizedText) -> LocalizedText {
            LocalizedText(nl: "Beginnen aan: \(name.nl)", en: "Before you start: \(name.en)")
        }

        static func keeping(_ days: Int) -> LocalizedText {
            LocalizedText(
                nl:
                    "Bewaar de link van de volgende pagina: daarmee gaat u later verder. Na \(days) dagen wordt alles gewist.",
                en: "Keep the link of the next page: with it you go on later. After \(days) days all is deleted.")
        }
    }
}

/// Begins a case for somebody: alone, or in a session.
enum PracticeStart {
    /// - Returns: the word that opens what was begun.
    static func begin(
        _ prepared: PreparedCase, in session: TrainingSession?, called pseudonym: String, expires: String,
        _ visit: Visit
    ) throws(WebFault) -> String {
        let store = try visit.room().store
        let word = RandomToken.make()
        let now = visit.site.setting.instant()
        let participation = Participation(
            id: DossierLink.hash(of: word), session: session?.id, pseudonym: pseudonym, casebook: prepared.book.id,
            caseID: prepared.case.id, created: now, changed: now, expires: expires,
            answers: CaseAnswers().text(of: prepared.case.id, in: prepared.book.id))
        try visit.inTraining { () throws(DossierFault) in
            // Whoever begins sweeps out what has expired.
            try store.sweepTraining(at: now)
            try store.add(participation)
        }
        return word
    }
}
