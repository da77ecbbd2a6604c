import Analyst
import RuleEngine

/// Asks for name and password, on a server for a team.
package enum LoginPage: WebPage {
    private enum Field {
        static let name = "name"
        static let password = "password"
    }

    /// Where somebody wanted to go, and the form that was sent without a login.
    private static let way = "to"
    static let waiting = "login"
    private static let wayField = "login-to"

    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        guard visit.site.logins != nil else { throw .notFound }
        guard visit.member == nil else { return visit.redirect(visit.address([])) }
        return page(visit, FormFields(), mistakes: [], status: 200)
    }

    package static func send(_ visit: Visit) async throws(WebFault) -> WebResponse {
        guard let logins = visit.site.logins else { throw .notFound }
        let language = visit.language
        var mistakes: [PageFrame.Mistake] = []
        if visit.fields[Field.name] == nil { mistakes.append(.init(field: Field.name, text: Texts.noName[language])) }
        let password = visit.fields.raw(Field.password) ?? ""
        if password.isEmpty { mistakes.append(.init(field: Field.password, text: Texts.noPassword[language])) }
        guard mistakes.isEmpty, let name = visit.fields[Field.name] else {
            return page(visit, visit.fields, mistakes: mistakes, status: 422)
        }
        let outcome: LoginDesk.Outcome
        do {
            outcome = try await logins.logIn(
                name, password, from: visit.request.client, now: visit.site.setting.seconds(),
                at: visit.site.setting.instant())
        } catch {
            throw WebFault(error)
        }
        guard case .member(let user) = outcome else {
            return page(
                visit, visit.fields, mistakes: [.init(field: Field.name, text: Texts.refused[language])], status: 422)
        }
        let session = visit.site.sessions.logIn(user.name, from: visit.session, now: visit.site.setting.seconds())
        var response = response(visit, session)
        response.headers.append(SessionTable.header(session.id, isSecure: visit.request.isSecure))
        return response
    }

    /// Asks for a login before a page; a form that was sent is kept, to be sent again after it.
    ///
    /// - Parameter form: `nil` for one that must not be kept.
    static func ask(for request: WebRequest, _ form: MultipartForm?, _ session: WebSession, _ site: Site) -> WebResponse
    {
        let address = Visit.address(request.path, request.query, request.language)
        if request.method == .post, let form {
            let fields = form.fields.with(Site.tokenField, nil).with(wayField, address)
            site.sessions.keep(fields, for: waiting, in: session.id)
        }
        let query = request.path.isEmpty ? FormFields() : FormFields([.init(name: way, value: address)])
        return .seeOther(Visit.address(["login"], query, request.language))
    }

    /// What the person sees after logging in: the page that was asked for, or the form that was sent.
    private static func response(_ visit: Visit, _ session: WebSession) -> WebResponse {
        if let fields = session.drafts[waiting], let address = fields[wayField] {
            visit.site.sessions.keep(nil, for: waiting, in: session.id)
            return FaultPage.response(
                .expired(fields.with(wayField, nil)), number: "", language: visit.language,
                translation: visit.translation, here: address, token: session.formToken)
        }
        let asked = visit.request.query[way].flatMap { OwnAddress($0) }
        return visit.redirect(asked?.text ?? visit.address([]))
    }

    private static func page(
        _ visit: Visit, _ fields: FormFields, mistakes: [PageFrame.Mistake], status: Int
    ) -> WebResponse {
        let language = visit.language
        let view = View(
            title: Texts.title[language], intro: Texts.intro[language], action: AttributeText(visit.here),
            token: AttributeText(visit.session.formToken),
            fields: [
                FormField(
                    name: Field.name, label: Texts.name[language], value: fields.raw(Field.name), isRequired: true,
                    autocomplete: "username"
                ).html(mistakes),
                FormField(
                    name: Field.password, label: Texts.password[language], input: .password(), isRequired: true
                ).html(mistakes),
            ], button: Texts.button[language], help: Texts.help[language])
        return visit.page(Texts.title[language], template.render(view), mistakes: mistakes, status: status)
    }

    private struct View {
        let title: String
        let intro: String
        let action: AttributeText
        let token: AttributeText
        let fields: [String]
        let button: String
        let help: String
    }

    private static let template = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        <p>{{intro}}</p>
        <form method="post" action="{{{action}}}" novalidate>
        <input type="hidden" name="token" value="{{{token}}}">
        {{#fields}}
        {{{.}}}
        {{/fields}}
        <div class="buttons"><button class="main" type="submit">{{button}}</button></div>
        </form>
        <p class="hint">{{help}}</p>

        """)

    // MARK: - Wordings

    private enum Texts {
        static let title = LocalizedText(nl: "Aanmelden", en: "Log in")
        static let intro = LocalizedText(
            nl: "Deze server is voor een team. Meld u aan met uw eigen account.",
            en: "This server is for a team. Log in with your own account.")
        static let name = LocalizedText(nl: "Naam van uw account", en: "Name of your account")
        static let password = LocalizedText(nl: "Wachtwoord", en: "Password")
        static let button = LocalizedText(nl: "Aanmelden", en: "Log in")
        static let help = LocalizedText(
            nl: "Wachtwoord kwijt, of nog geen account? Vraag het uw beheerder.",
            en: "Lost your password, or no account yet? Ask your administrator.")
        static let noName = LocalizedText(
            nl: "Vul de naam van uw account in.", en: "Fill in the name of your account.")
        static let noPassword = LocalizedText(nl: "Vul uw wachtwoord in.", en: "Fill in your password.")
        static let refused = LocalizedText(
            nl:
                "Naam of wachtwoord klopt niet. Na \(LoginLock.mostFailures) pogingen kan een account "
                + "\(LoginLock.seconds / 60) minuten niet aanmelden; wacht dan even, of vraag uw beheerder om een nieuw wachtwoord.",
            en:
                "Name or password is not right. After \(LoginLock.mostFailures) attempts an account cannot log in for "
                + "\(LoginLock.seconds / 60) minutes; then wait a while, or ask your administrator for a new password.")
    }
}
