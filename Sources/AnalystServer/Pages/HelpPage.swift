import Analyst
import RuleEngine

/// How it works and whom to ask, in the same place on every page.
package enum HelpPage: WebPage {
    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let language = visit.language
        let view = View(
            title: Texts.title[language], lines: Texts.lines.map { $0[language] }, heading: Texts.contact[language],
            contact: visit.site.setting.contact ?? Texts.nobody[language])
        return visit.page(
            Texts.title[language], template.render(view),
            back: .init(visit.address([]), Texts.back[language]))
    }

    private struct View {
        let title: String
        let lines: [String]
        let heading: String
        let contact: String
    }

    private static let template = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        <ul>
        {{#lines}}
        <li>{{.}}</li>
        {{/lines}}
        </ul>
        <h2>{{heading}}</h2>
        <p>{{contact}}</p>

        """)

    // MARK: - Wordings

    private enum Texts {
        static let title = LocalizedText(nl: "Hulp en contact", en: "Help and contact")
        static let back = LocalizedText(nl: "Uw dossiers", en: "Your dossiers")
        static let contact = LocalizedText(nl: "Contact", en: "Contact")
        static let nobody = LocalizedText(
            nl: "Vraag het aan wie dit programma voor u startte.", en: "Ask whoever started this program for you.")
        static let lines = [
            LocalizedText(
                nl: "U kunt bij elke vraag stoppen en op een andere dag verdergaan. Wat is opgeslagen, blijft.",
                en: "You can stop at any question and go on another day. What is saved, stays."),
            LocalizedText(
                nl: "‘Weet ik niet’ is een goed antwoord. De analyse laat dan zien wat onzeker is.",
                en: "‘Don’t know’ is a good answer. The analysis then shows what is uncertain."),
            LocalizedText(
                nl: "Weet u een cijfer ongeveer? Vul in van en tot, zoals 10..20.",
                en: "Do you know a figure roughly? Fill in from and to, such as 10..20."),
            LocalizedText(
                nl: "Schrijf geen namen, adressen of nummers van personen op. Het gaat om het gebied.",
                en: "Write no names, addresses or numbers of persons. It is about the area."),
            LocalizedText(
                nl: "U kunt elk antwoord wijzigen, de laatste wijziging ongedaan maken en de geschiedenis lezen.",
                en: "You can change every answer, undo the last change and read the history."),
        ]
    }
}
