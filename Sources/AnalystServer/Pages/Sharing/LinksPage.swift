import Analyst
import RuleEngine

/// The links to a dossier: to make one, to see which there are, to take one back.
package enum LinksPage: WebPage {
    private enum Field {
        static let purpose = "purpose"
        static let days = "days"
        static let hash = "hash"
    }

    private static let report = "report"
    private static let usualDays = 30
    private static let days = [7, 30, 90]

    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let language = visit.language
        let dossier = try visit.dossier()
        let links = try visit.inStore { store throws(DossierFault) in try store.links(to: dossier.id) }
        let groups = try groups(visit)
        let now = visit.site.setting.instant()
        let shown = links.map { link -> View.Link in
            let isOpen = link.isOpen(at: now)
            let end = AnswerText.moment(link.expires, in: language)
            let state =
                if let revoked = link.revoked {
                    "\(Texts.revoked[language]) \(AnswerText.moment(revoked, in: language))."
                } else {
                    (isOpen ? Texts.until(end) : Texts.expired(end))[language]
                }
            let withdraw = View.Withdraw(
                action: AttributeText(visit.address(visit.request.path)),
                token: AttributeText(visit.session.formToken), hash: AttributeText(link.hash),
                button: Texts.withdraw[language])
            return View.Link(
                title: title(of: link, groups, language), name: link.name,
                lines: ["\(Texts.made[language]) \(AnswerText.moment(link.created, in: language)).", state],
                withdraws: isOpen ? [withdraw] : [])
        }
        let view = View(
            title: Texts.title[language], intro: Texts.intro[language],
            action: AttributeText(visit.address(visit.request.path)), token: AttributeText(visit.session.formToken),
            fields: [
                FormField(
                    name: Field.purpose, label: Texts.purpose[language],
                    input: .choice(
                        [.init(value: report, text: Texts.read[language])]
                            + (dossier.isClosed
                                ? []
                                : groups.map {
                                    .init(value: $0.code, text: Texts.answer($0.title[language])[language])
                                }))),
                FormField(
                    name: Field.days, label: Texts.days[language],
                    input: .choice(days.map { .init(value: "\($0)", text: Texts.dayCount($0)[language]) }),
                    value: "\(usualDays)"),
            ].map { $0.html() },
            button: Texts.make[language], listTitle: Texts.list[language],
            none: links.isEmpty ? [Texts.none[language]] : [],
            links: shown)
        return visit.page(
            Texts.title[language], template.render(view), dossier: dossier.summary,
            back: .init(visit.address("dossiers", dossier.id.text), Texts.back[language]))
    }

    package static func send(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let dossier = try visit.dossier()
        let page = visit.address(visit.request.path)
        let now = visit.site.setting.instant()
        if let hash = visit.fields[Field.hash] {
            // Only a link of this dossier.
            let links = try visit.inStore { store throws(DossierFault) in try store.links(to: dossier.id) }
            guard links.contains(where: { $0.hash == hash }) else { throw .notFound }
            try visit.inStore { store throws(DossierFault) in try store.revokeLink(hash, at: now) }
            visit.say(Texts.withdrawn[visit.language], dossier: dossier.id.text)
            return visit.redirect(page)
        }
        let groups = try groups(visit)
        guard let purpose = visit.fields[Field.purpose], let count = visit.fields[Field.days].flatMap({ Int($0) }),
            days.contains(count), purpose == report || groups.contains(where: { $0.code == purpose })
        else { throw .broken }
        let token = RandomToken.make()
        let expires = "\(WrittenDay.day(count, after: visit.site.setting.today()))\(now.dropFirst(10))"
        let link = DossierLink(
            to: dossier.id, hash: DossierLink.hash(of: token),
            for: purpose == report ? .report : .answers(perspective: purpose), created: now, by: visit.author,
            expires: expires)
        try visit.inStore { store throws(DossierFault) in try store.add(link) }
        let path = visit.address(purpose == report ? "shared" : "invited", token)
        let host = visit.request.headers["host"] ?? ""
        visit.say(
            Texts.done[visit.language],
            ["\(visit.request.isSecure ? "https" : "http")://\(host)\(path)", Texts.once[visit.language]],
            dossier: dossier.id.text)
        return visit.redirect(page)
    }

    private static func title(of link: DossierLink, _ groups: [Vocabulary.Term], _ language: Language) -> String {
        switch link.purpose {
        case .report: return Texts.read[language]
        case .answers(let code):
            let group = groups.first { $0.code == code }
            return Texts.answer(group?.title[language] ?? code)[language]
        }
    }

    /// The groups of people that can be invited.
    private static func groups(_ visit: Visit) throws(WebFault) -> [Vocabulary.Term] {
        try visit.rules().ruleBase.codes(of: VocabularyName.perspectives).filter { $0.code != SheetContext.registered }
    }

    private struct View {
        struct Withdraw {
            let action: AttributeText
            let token: AttributeText
            let hash: AttributeText
            let button: String
        }
        struct Link {
            let title: String
            let name: String
            let lines: [String]
            let withdraws: [Withdraw]
        }
        let title: String
        let intro: String
        let action: AttributeText
        let token: AttributeText
        let fields: [String]
        let button: String
        let listTitle: String
        let none: [String]
        let links: [Link]
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
        <h2>{{listTitle}}</h2>
        {{#none}}
        <p>{{.}}</p>
        {{/none}}
        <ul class="cards">
        {{#links}}
        <li><p><strong>{{title}}</strong> ({{name}})</p>
        {{#lines}}
        <p>{{.}}</p>
        {{/lines}}
        {{#withdraws}}
        <form method="post" action="{{{action}}}" novalidate>
        <input type="hidden" name="token" value="{{{token}}}">
        <input type="hidden" name="hash" value="{{{hash}}}">
        <button type="submit">{{button}} <span class="unseen">{{title}} ({{name}})</span></button>
        </form>
        {{/withdraws}}
        </li>
        {{/links}}
        </ul>

        """)

    // MARK: - Wordings

    private enum Texts {
        static let back = LocalizedText(nl: "Terug naar de onderdelen", en: "Back to the parts")
        static let title = LocalizedText(nl: "Uitnodigen en laten meelezen", en: "Invite and let read along")
        static let intro = LocalizedText(
            nl:
                "Maak een link en stuur die zelf aan iemand. Wie de link heeft, kan er iets mee: antwoorden voor één groep, of "
                + "het rapport lezen. Alleen wie deze computer kan bereiken, kan de link openen.",
            en:
                "Make a link and send it to somebody yourself. Whoever has the link can use it: to answer for one group, or to "
                + "read the report. Only who can reach this computer can open the link.")
        static let purpose = LocalizedText(nl: "Waarvoor", en: "What for")
        static let read = LocalizedText(nl: "Het rapport lezen", en: "Read the report")
        static let days = LocalizedText(nl: "Hoe lang", en: "How long")
        static let make = LocalizedText(nl: "Link maken", en: "Make the link")
        static let list = LocalizedText(nl: "Links die er zijn", en: "Links that there are")
        static let none = LocalizedText(nl: "Er is nog geen link.", en: "There is no link yet.")
        static let made = LocalizedText(nl: "Gemaakt op", en: "Made on")
        static let revoked = LocalizedText(nl: "Ingetrokken op", en: "Taken back on")
        static let withdraw = LocalizedText(nl: "Intrekken", en: "Take back")
        static let withdrawn = LocalizedText(
            nl: "De link is ingetrokken en opent niets meer.", en: "The link was taken back and opens nothing any more."
        )
        static let done = LocalizedText(
            nl: "De link is gemaakt. Kopieer dit adres:", en: "The link is made. Copy this address:")
        static let once = LocalizedText(
            nl: "Dit adres ziet u alleen nu. Bent u het kwijt, trek de link dan in en maak een nieuwe.",
            en: "You see this address only now. If you lose it, take the link back and make a new one.")

        static func answer(_ group: String) -> LocalizedText {
            LocalizedText(nl: "Vragen beantwoorden: \(group)", en: "Answer questions: \(group)")
        }

        static func dayCount(_ count: Int) -> LocalizedText {
            LocalizedText(nl: "\(count) dagen", en: "\(count) days")
        }

        static func until(_ moment: String) -> LocalizedText {
            LocalizedText(nl: "Werkt tot \(moment).", en: "Works until \(moment).")
        }

        static func expired(_ moment: String) -> LocalizedText {
            LocalizedText(nl: "Verlopen op \(moment).", en: "Expired on \(moment).")
        }
    }
}
