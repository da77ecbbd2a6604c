import Analyst
import RuleEngine

/// Asks for the name that the history tells beside what this browser changes.
package enum NamePage: WebPage {
    private static let field = "name"
    /// The dossier whose history the person comes from.
    private static let dossier = "dossier"

    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        // Accounts have names.
        guard visit.site.logins == nil else { throw .notFound }
        let language = visit.language
        let view = View(
            title: Texts.title[language], intro: Texts.intro[language], action: AttributeText(visit.here),
            token: AttributeText(visit.session.formToken),
            field: FormField(
                name: field, label: Texts.name[language], hint: Texts.hint[language], value: visit.author
            ).html(),
            button: Texts.save[language])
        return visit.page(
            Texts.title[language], template.render(view), back: .init(back(visit), Texts.back[language]))
    }

    package static func send(_ visit: Visit) async throws(WebFault) -> WebResponse {
        guard visit.site.logins == nil else { throw .notFound }
        let name = visit.fields[field].flatMap(WorkerName.usable)
        visit.say((name.map(Texts.saved) ?? Texts.removed)[visit.language])
        var response = visit.redirect(back(visit))
        response.headers.append(WorkerName.header(name, isSecure: visit.request.isSecure))
        return response
    }

    /// The address of this page, from the history of a dossier or from elsewhere.
    static func address(_ visit: Visit, from id: DossierID? = nil) -> String {
        visit.address(["name"], FormFields(id.map { [.init(name: dossier, value: $0.text)] } ?? []))
    }

    private static func back(_ visit: Visit) -> String {
        let id = visit.request.query[dossier].flatMap { DossierID($0) }
        return id.map { visit.address("dossiers", $0.text, "history") } ?? visit.address([])
    }

    private struct View {
        let title: String
        let intro: String
        let action: AttributeText
        let token: AttributeText
        let field: String
        let button: String
    }

    private static let template = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        <p>{{intro}}</p>
        <form method="post" action="{{{action}}}" novalidate>
        <input type="hidden" name="token" value="{{{token}}}">
        {{{field}}}
        <div class="buttons"><button class="main" type="submit">{{button}}</button></div>
        </form>

        """)

    // MARK: - Wordings

    private enum Texts {
        static let title = LocalizedText(nl: "Uw naam in de geschiedenis", en: "Your name in the history")
        static let intro = LocalizedText(
            nl:
                "Bij wat u in deze browser wijzigt, staat deze naam in de geschiedenis van het dossier. Zo weten collega’s wie "
                + "iets deed. De naam staat niet in het rapport.",
            en:
                "Beside what you change in this browser, the history of the dossier tells this name, so that colleagues know who "
                + "did something. The name is not in the report.")
        static let name = LocalizedText(nl: "Uw naam of functie", en: "Your name or role")
        static let hint = LocalizedText(
            nl: "Mag leeg blijven: dan staat er geen naam bij.", en: "May stay empty: then no name is told.")
        static let save = LocalizedText(nl: "Opslaan", en: "Save")
        static let back = LocalizedText(nl: "Terug", en: "Back")
        static let removed = LocalizedText(
            nl: "Bij uw wijzigingen staat geen naam.", en: "No name is told beside your changes.")

        static func saved(_ name: String) -> LocalizedText {
            LocalizedText(
                nl: "Bij uw wijzigingen staat vanaf nu: \(name).",
                en: "From now on your changes are told with: \(name).")
        }
    }
}
