import Analyst
import RuleEngine

/// The list of dossiers.
package enum StartPage: WebPage {
    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let isListed = visit.mayRead || visit.mayDelete
        let dossiers = isListed ? try visit.inStore { store throws(DossierFault) in try store.list() } : []
        let language = visit.language
        let view = View(
            title: Texts.title[language], intro: Texts.intro[language],
            news: visit.mayWork ? [.init(visit.address("dossiers", "new"), Texts.new[language])] : [],
            logs: visit.member?.roles.contains(.administrator) == true
                ? [.init(visit.address("log"), Texts.log[language])] : [],
            practice: visit.site.training == nil ? [] : [.init(visit.address("casebooks"), Texts.practice[language])],
            workbench: visit.site.workbench == nil || !visit.mayAdvise
                ? [] : [.init(visit.address("rules"), Texts.workbench[language])],
            heading: Texts.heading[language],
            none: isListed ? dossiers.isEmpty ? [Texts.none[language]] : [] : [Texts.notListed[language]],
            dossiers: dossiers.map { dossier in
                View.Entry(
                    link: AttributeText(
                        visit.address(["dossiers", dossier.id.text] + (visit.mayRead ? [] : ["delete"]))),
                    title: dossier.title,
                    lines: [
                        dossier.municipality, Texts.answered(dossier.answered)[language],
                        "\(Texts.changed[language]) \(AnswerText.moment(dossier.changed, in: language))",
                    ] + (dossier.isClosed ? [Texts.closed[language]] : []))
            })
        return visit.page(Texts.title[language], template.render(view))
    }

    private struct View {
        struct Entry {
            let link: AttributeText
            let title: String
            let lines: [String]
        }
        let title: String
        let intro: String
        let news: [PageFrame.Link]
        let logs: [PageFrame.Link]
        let practice: [PageFrame.Link]
        let workbench: [PageFrame.Link]
        let heading: String
        let none: [String]
        let dossiers: [Entry]
    }

    private static let template = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        <p>{{intro}}</p>
        {{#news}}
        <p><a class="button main" href="{{{address}}}">{{text}}</a></p>
        {{/news}}
        {{#logs}}
        <p><a href="{{{address}}}">{{text}}</a></p>
        {{/logs}}
        {{#practice}}
        <p><a href="{{{address}}}">{{text}}</a></p>
        {{/practice}}
        {{#workbench}}
        <p><a href="{{{address}}}">{{text}}</a></p>
        {{/workbench}}
        <h2>{{heading}}</h2>
        {{#none}}
        <p>{{.}}</p>
        {{/none}}
        <ul class="cards">
        {{#dossiers}}
        <li><a href="{{{link}}}">{{title}}</a>
        {{#lines}}
        <p class="small">{{.}}</p>
        {{/lines}}
        </li>
        {{/dossiers}}
        </ul>

        """)

    // MARK: - Wordings

    private enum Texts {
        static let title = LocalizedText(nl: "Uw dossiers", en: "Your dossiers")
        static let intro = LocalizedText(
            nl:
                "Een dossier is de analyse van één gebied. U beantwoordt vragen wanneer het u uitkomt; elk antwoord wordt "
                + "meteen bewaard.",
            en:
                "A dossier is the analysis of one area. You answer questions whenever it suits you; every answer is kept at "
                + "once.")
        static let new = LocalizedText(nl: "Nieuw dossier beginnen", en: "Start a new dossier")
        static let practice = LocalizedText(nl: "Oefenen met een casus", en: "Practise with a case")
        static let workbench = LocalizedText(nl: "Werkbank voor regels", en: "Workbench for rules")
        static let heading = LocalizedText(nl: "Dossiers", en: "Dossiers")
        static let none = LocalizedText(nl: "Er is nog geen dossier.", en: "There is no dossier yet.")
        static let log = LocalizedText(nl: "Logboek en accounts", en: "Log and accounts")
        static let notListed = LocalizedText(
            nl: "Dossiers horen niet bij uw rol.", en: "Dossiers do not go with your role.")
        static let changed = LocalizedText(nl: "Laatst gewijzigd:", en: "Last changed:")
        static let closed = LocalizedText(nl: "Gesloten", en: "Closed")

        static func answered(_ count: Int) -> LocalizedText {
            count == 1
                ? LocalizedText(nl: "1 vraag beantwoord", en: "1 question answered")
                : LocalizedText(nl: "\(count) vragen beantwoord", en: "\(count) questions answered")
        }
    }
}
