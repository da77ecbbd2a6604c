import Analyst
import RuleEngine

/// One part of the analysis, or what it rests on.
package enum AnalysisPartPage: WebPage {
    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let language = visit.language
        let dossier = try visit.dossier()
        let analysis = try await visit.analysis(of: dossier)
        let parts = analysis.document.parts
        guard let index = parts.firstIndex(where: { $0.id == visit["part"] }) else { throw .notFound }
        let part = parts[index]
        var writer = HTMLAnalysisWriter(
            analysis.document.with(parts: [part]), language: language, prefix: "", level: 1,
            links: AnalysisLinks(visit, dossier.summary, analysis, on: part.blocks))
        func link(_ id: String, _ text: String) -> PageFrame.Link {
            .init(visit.address("dossiers", dossier.id.text, "analysis", id), text)
        }
        let other = part.annexOf.flatMap { main in parts.first { $0.id == main } }
        let annex = parts.first { $0.annexOf == part.id }
        let siblings = parts.filter { ($0.annexOf == nil) == (part.annexOf == nil) }
        let place = siblings.firstIndex { $0.id == part.id } ?? 0
        let view = View(
            title: part.heading, intros: part.intro.map { [$0] } ?? [],
            links: (annex.map { [link($0.id, ReportWords.toAnnex[language])] } ?? [])
                + (other.map { [link($0.id, ReportWords.toMainText[language])] } ?? []),
            content: writer.html(part.blocks, level: 2),
            turns: (place > 0
                ? [link(siblings[place - 1].id, Texts.before(siblings[place - 1].heading)[language])] : [])
                + (place + 1 < siblings.count
                    ? [link(siblings[place + 1].id, Texts.after(siblings[place + 1].heading)[language])] : []),
            turnName: Texts.turn[language])
        return visit.page(
            part.heading, template.render(view), dossier: dossier.summary,
            back: .init(visit.address("dossiers", dossier.id.text, "analysis"), Texts.back[language]), isWide: true)
    }

    private struct View {
        let title: String
        let intros: [String]
        let links: [PageFrame.Link]
        let content: String
        let turns: [PageFrame.Link]
        let turnName: String
    }

    private static let template = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        {{#intros}}
        <p class="intro">{{.}}</p>
        {{/intros}}
        {{#links}}
        <p><a href="{{{address}}}">{{text}}</a></p>
        {{/links}}
        <div class="analysis">
        {{{content}}}
        </div>
        <nav class="turn" aria-label="{{turnName}}">
        {{#turns}}
        <a href="{{{address}}}">{{text}}</a>
        {{/turns}}
        </nav>

        """)

    // MARK: - Wordings

    private enum Texts {
        static let back = LocalizedText(nl: "Terug naar de analyse", en: "Back to the analysis")
        static let turn = LocalizedText(nl: "Andere onderdelen", en: "Other parts")

        static func before(_ part: String) -> LocalizedText {
            LocalizedText(nl: "Vorige: \(part)", en: "Previous: \(part)")
        }

        static func after(_ part: String) -> LocalizedText {
            LocalizedText(nl: "Volgende: \(part)", en: "Next: \(part)")
        }
    }
}
