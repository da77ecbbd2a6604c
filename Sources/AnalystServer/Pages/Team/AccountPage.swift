import Analyst
import RuleEngine

/// Somebody's own account: which roles it has, another password, and the way out.
package enum AccountPage: WebPage {
    private enum Field {
        static let old = "old"
        static let new = "new"
        static let again = "again"
    }

    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        guard let member = visit.member else { throw .notFound }
        return page(visit, member, mistakes: [], status: 200)
    }

    package static func send(_ visit: Visit) async throws(WebFault) -> WebResponse {
        guard let member = visit.member, let logins = visit.site.logins else { throw .notFound }
        let language = visit.language
        let (old, new) = (visit.fields.raw(Field.old) ?? "", visit.fields.raw(Field.new) ?? "")
        var mistakes: [PageFrame.Mistake] = []
        if let refusal = PasswordRule.refusal(of: new, for: member.name) {
            mistakes.append(.init(field: Field.new, text: refusal[language]))
        } else if new != visit.fields.raw(Field.again) {
            mistakes.append(.init(field: Field.again, text: Texts.differs[language]))
        }
        guard mistakes.isEmpty else { return page(visit, member, mistakes: mistakes, status: 422) }
        let isChanged: Bool
        do {
            isChanged = try await logins.change(
                old, to: new, of: member, salt: RandomToken.bytes(PasswordHash.saltByteCount),
                now: visit.site.setting.seconds(), at: visit.site.setting.instant())
        } catch {
            throw WebFault(error)
        }
        guard isChanged else {
            return page(
                visit, member, mistakes: [.init(field: Field.old, text: Texts.wrongOld[language])], status: 422)
        }
        visit.site.sessions.end(of: member.name, but: visit.session.id)
        visit.say(Texts.changed[language], [Texts.others[language]])
        return visit.redirect(visit.here)
    }

    private static func page(
        _ visit: Visit, _ member: TeamUser, mistakes: [PageFrame.Mistake], status: Int
    ) -> WebResponse {
        let language = visit.language
        func field(_ name: String, _ label: LocalizedText, _ hint: LocalizedText? = nil) -> String {
            FormField(
                name: name, label: label[language], hint: hint?[language], input: .password(isNew: name != Field.old),
                isRequired: true
            ).html(mistakes)
        }
        let roles = member.orderedRoles.map { $0.title[language] }.joined(separator: ", ")
        let view = View(
            title: Texts.title[language], lines: [Texts.name(member.name)[language], Texts.roles(roles)[language]],
            logout: AttributeText(visit.address("logout")), logoutButton: Texts.logout[language],
            heading: Texts.heading[language], action: AttributeText(visit.here),
            token: AttributeText(visit.session.formToken),
            fields: [
                field(Field.old, Texts.old), field(Field.new, Texts.new, Texts.hint), field(Field.again, Texts.again),
            ], button: Texts.change[language])
        return visit.page(
            Texts.title[language], template.render(view), back: .init(visit.address([]), Texts.back[language]),
            mistakes: mistakes, status: status)
    }

    private struct View {
        let title: String
        let lines: [String]
        let logout: AttributeText
        let logoutButton: String
        let heading: String
        let action: AttributeText
        let token: AttributeText
        let fields: [String]
        let button: String
    }

    private static let template = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        {{#lines}}
        <p>{{.}}</p>
        {{/lines}}
        <form method="post" action="{{{logout}}}" novalidate>
        <input type="hidden" name="token" value="{{{token}}}">
        <div class="buttons"><button class="main" type="submit">{{logoutButton}}</button></div>
        </form>
        <h2>{{heading}}</h2>
        <form method="post" action="{{{action}}}" novalidate>
        <input type="hidden" name="token" value="{{{token}}}">
        {{#fields}}
        {{{.}}}
        {{/fields}}
        <div class="buttons"><button type="submit">{{button}}</button></div>
        </form>

        """)

    // MARK: - Wordings

    private enum Texts {
        static let title = LocalizedText(nl: "Uw account", en: "Your account")
        static let back = LocalizedText(nl: "Uw dossiers", en: "Your dossiers")
        static let logout = LocalizedText(nl: "Afmelden", en: "Log out")
        static let heading = LocalizedText(nl: "Ander wachtwoord", en: "Another password")
        static let old = LocalizedText(nl: "Uw wachtwoord nu", en: "Your password now")
        static let new = LocalizedText(nl: "Nieuw wachtwoord", en: "New password")
        static let hint = LocalizedText(
            nl: "Ten minste \(PasswordRule.leastCharacters) tekens. Een zin die alleen u kent, is goed te onthouden.",
            en:
                "At least \(PasswordRule.leastCharacters) characters. A sentence that only you know is easy to remember."
        )
        static let again = LocalizedText(nl: "Nieuw wachtwoord, nog een keer", en: "New password, once more")
        static let change = LocalizedText(nl: "Wachtwoord wijzigen", en: "Change the password")
        static let differs = LocalizedText(
            nl: "De twee nieuwe wachtwoorden zijn niet gelijk.", en: "The two new passwords are not the same.")
        static let wrongOld = LocalizedText(
            nl: "Dit is niet uw wachtwoord. Er is niets gewijzigd.",
            en: "This is not your password. Nothing was changed.")
        static let changed = LocalizedText(nl: "Uw wachtwoord is gewijzigd.", en: "Your password is changed.")
        static let others = LocalizedText(
            nl: "Op andere plaatsen bent u afgemeld.", en: "In other places you are logged out.")

        static func name(_ name: String) -> LocalizedText {
            LocalizedText(nl: "Aangemeld als: \(name)", en: "Logged in as: \(name)")
        }

        static func roles(_ roles: String) -> LocalizedText {
            LocalizedText(nl: "Uw rol: \(roles)", en: "Your role: \(roles)")
        }
    }
}
