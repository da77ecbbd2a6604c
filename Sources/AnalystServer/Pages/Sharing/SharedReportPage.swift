import Analyst
import RuleEngine

/// The main text of the report, for whoever has the link: to read, and no more.
package enum SharedReportPage: WebPage {
    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let language = visit.language
        let open = try OpenLink(visit)
        guard open.link.purpose == .report else { throw .notFound }
        let analysis = try await visit.analysis(of: open.dossier)
        let parts = analysis.document.parts.filter { $0.annexOf == nil }
        let article = HTMLAnalysisWriter(
            analysis.document.with(parts: parts), language: language, prefix: "", level: 1
        ).view()
        let title = Texts.title(open.dossier.title)[language]
        let view = View(
            title: title, reading: Texts.reading[language],
            until: Texts.until(AnswerText.moment(open.link.expires, in: language))[language],
            notices: [article.provisional, article.cutShort].compactMap { $0 },
            day: "\(article.municipality). \(article.dateName): \(article.date).",
            parts: article.parts.map {
                .init(anchor: $0.anchor, heading: $0.heading, intros: $0.intro.map { [$0] } ?? [], content: $0.content)
            },
            people: ReportWords.peopleDecide[language])
        return visit.page(title, template.render(view), isWide: true)
    }

    private struct View {
        struct Part {
            let anchor: String
            let heading: String
            let intros: [String]
            let content: String
        }
        let title: String
        let reading: String
        let until: String
        let notices: [String]
        let day: String
        let parts: [Part]
        let people: String
    }

    private static let template = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        <div class="inset"><p><strong>{{reading}}</strong></p><p>{{until}}</p></div>
        <p>{{day}}</p>
        {{#notices}}
        <div class="warning"><p>{{.}}</p></div>
        {{/notices}}
        <div class="analysis">
        {{#parts}}
        <section id="{{anchor}}" aria-labelledby="{{anchor}}--title">
        <h2 id="{{anchor}}--title">{{heading}}</h2>
        {{#intros}}
        <p class="intro">{{.}}</p>
        {{/intros}}
        {{{content}}}
        </section>
        {{/parts}}
        </div>
        <div class="inset"><p>{{people}}</p></div>

        """)

    // MARK: - Wordings

    private enum Texts {
        static let reading = LocalizedText(nl: "Alleen lezen", en: "Read only")

        static func title(_ name: String) -> LocalizedText {
            LocalizedText(nl: "Rapport over \(name)", en: "Report on \(name)")
        }

        static func until(_ moment: String) -> LocalizedText {
            LocalizedText(
                nl: "U kunt dit lezen tot \(moment), of totdat de link wordt ingetrokken.",
                en: "You can read this until \(moment), or until the link is taken back.")
        }
    }
}
