import Analyst
import RuleEngine

/// What was done on a server for a team, for those who look after it: who, what and when, and no content.
package enum AuditPage: WebPage {
    /// More are in the log of the command line.
    private static let most = 500

    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        guard let team = visit.site.setting.team else { throw .notFound }
        let language = visit.language
        let entries: [AuditEntry]
        let users: [TeamUser]
        do {
            (entries, users) = (try team.log(most: most), try team.users())
        } catch {
            throw WebFault(error)
        }
        let view = View(
            title: Texts.title[language], intro: Texts.intro(most)[language], accounts: Texts.accounts[language],
            users: users.map { user in
                "\(user.name): \(user.orderedRoles.map { $0.title[language] }.joined(separator: ", "))"
            },
            place: "log", caption: Texts.caption[language],
            heads: [Texts.moment, Texts.what, Texts.dossier].map { $0[language] },
            rows: entries.map { entry in
                .init(
                    title: AnswerText.moment(entry.instant, in: language),
                    cells: [entry.text(in: language), entry.dossier.map { String($0.text.prefix(4)) } ?? ""])
            })
        return visit.page(
            Texts.title[language], template.render(view), back: .init(visit.address([]), Texts.back[language]),
            isWide: true)
    }

    private struct View {
        struct Row {
            let title: String
            let cells: [String]
        }
        let title: String
        let intro: String
        let accounts: String
        let users: [String]
        let place: String
        let caption: String
        let heads: [String]
        let rows: [Row]
    }

    private static let template = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        <p>{{intro}}</p>
        <h2>{{accounts}}</h2>
        <ul>
        {{#users}}
        <li>{{.}}</li>
        {{/users}}
        </ul>
        <div class="wide" tabindex="0" role="region" aria-labelledby="{{place}}">
        <table>
        <caption id="{{place}}">{{caption}}</caption>
        <thead><tr>{{#heads}}<th scope="col">{{.}}</th>{{/heads}}</tr></thead>
        <tbody>
        {{#rows}}
        <tr><th scope="row">{{title}}</th>{{#cells}}<td>{{.}}</td>{{/cells}}</tr>
        {{/rows}}
        </tbody>
        </table>
        </div>

        """)

    // MARK: - Wordings

    private enum Texts {
        static let title = LocalizedText(nl: "Logboek en accounts", en: "Log and accounts")
        static let back = LocalizedText(nl: "Uw dossiers", en: "Your dossiers")
        static let accounts = LocalizedText(nl: "Accounts", en: "Accounts")
        static let caption = LocalizedText(
            nl: "Wat er is gedaan, het laatste eerst", en: "What was done, the last first")
        static let moment = LocalizedText(nl: "Wanneer", en: "When")
        static let what = LocalizedText(nl: "Wie en wat", en: "Who and what")
        static let dossier = LocalizedText(nl: "Dossier", en: "Dossier")

        static func intro(_ most: Int) -> LocalizedText {
            LocalizedText(
                nl:
                    "De laatste \(most) regels; ‘analyst user log’ geeft ze alle. Wat iemand schreef of antwoordde staat er niet "
                    + "in. Accounts maakt en wijzigt u met ‘analyst user’.",
                en:
                    "The last \(most) lines; ‘analyst user log’ gives them all. What somebody wrote or answered is not in it. "
                    + "Accounts are made and changed with ‘analyst user’.")
        }
    }
}
