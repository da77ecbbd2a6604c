import Analyst
import RuleEngine

/// What the tables that were sent do to the figures of a dossier: to be taken over, or forgotten.
package enum ImportPreviewPage: WebPage {
    private enum Field {
        static let action = "do"
        static let mark = "mark"
    }

    private enum Action: String { case apply, forget }

    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let dossier = try visit.dossier()
        let key = ImportPage.key(visit, dossier)
        guard !visit.site.figures.work(key).tables.files.isEmpty else {
            return visit.redirect(visit.address("dossiers", dossier.id.text, "import"))
        }
        do {
            try await visit.site.figures.workOut(
                for: dossier, key: key, recipes: try ImportPage.recipes(visit), ruleBase: try visit.rules().ruleBase)
        } catch let fault as FigureDesk.Fault {
            return ImportPage.page(visit, dossier, fault)
        } catch {
            throw error as? WebFault ?? .failed("\(error)")
        }
        let work = visit.site.figures.work(key)
        guard let outcome = work.outcome else { throw .changedMeanwhile }
        return page(visit, dossier, outcome)
    }

    package static func send(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let dossier = try visit.dossier()
        guard !dossier.isClosed else { throw .closed }
        let key = ImportPage.key(visit, dossier)
        let start = visit.address("dossiers", dossier.id.text, "import")
        guard visit.fields[Field.action] != Action.forget.rawValue else {
            forget(visit, dossier)
            visit.say(Texts.forgotten[visit.language], dossier: dossier.id.text)
            return visit.redirect(start)
        }
        guard let outcome = visit.site.figures.work(key).outcome else { throw .changedMeanwhile }
        // The person saw another outcome, or other figures by then.
        guard visit.fields[Field.mark] == mark(outcome), visit.site.figures.work(key).sheetText == dossier.sheetText
        else { throw .changedMeanwhile }
        let text: String
        do {
            text = try dossier.sheetText { _ in outcome.text } ?? outcome.text
        } catch {
            throw WebFault(DossierFault.bad(error))
        }
        _ = try visit.inStore { store throws(DossierFault) in
            try store.replaceSheet(
                with: text, in: dossier.id, expecting: dossier.revision, by: visit.author,
                at: visit.site.setting.instant())
        }
        forget(visit, dossier)
        visit.say(Texts.applied[visit.language], [Texts.undo[visit.language]], dossier: dossier.id.text)
        return visit.redirect(visit.address("dossiers", dossier.id.text))
    }

    private static func forget(_ visit: Visit, _ dossier: Dossier) {
        visit.site.figures.forget(ImportPage.key(visit, dossier))
        visit.site.sessions.keep(nil, for: ImportPage.draft(dossier), in: visit.session.id)
    }

    /// Tells one outcome from another.
    private static func mark(_ outcome: SentTables.Outcome) -> String {
        FileDigest(file: "", of: Array(outcome.text.utf8)).sha256
    }

    // MARK: Page

    private static func page(
        _ visit: Visit, _ dossier: Dossier, _ outcome: SentTables.Outcome
    ) -> WebResponse {
        let language = visit.language
        let sections = outcome.difference.sections(in: language, visit.site.rules.recipes?.indicators)
        let isSame = outcome.difference.isEmpty
        let view = View(
            title: Texts.title[language], intro: (isSame ? Texts.nothing : Texts.intro)[language],
            usesTitle: Texts.uses[language], uses: outcome.uses.map { $0[language] },
            remarks: outcome.remarks.isEmpty
                ? []
                : [
                    .init(
                        title: Texts.remarks[language],
                        lines: FaultLines.lines(BadInput(outcome.remarks), language, namesFiles: true))
                ],
            residents: outcome.difference.residentsLine(in: language).map { [$0] } ?? [],
            tables: sections.enumerated().filter { $1.kind.hasValues }.map { index, section in
                .init(
                    place: "table-\(index)", caption: section.title,
                    heads: [Texts.figure, Texts.before, Texts.after, Texts.source].map { $0[language] },
                    rows: section.rows.map { row in
                        .init(
                            title: row.title,
                            cells: [
                                row.before ?? Texts.none[language],
                                (row.after ?? Texts.none[language]) + row.note,
                                row.source.map { outcome.titles[$0] ?? $0 } ?? Texts.none[language],
                            ])
                    })
            },
            lists: sections.filter { !$0.kind.hasValues }.map { .init(title: $0.title, lines: $0.rows.map(\.line)) },
            forms: dossier.isClosed
                ? []
                : [
                    .init(
                        action: AttributeText(visit.here), token: AttributeText(visit.session.formToken),
                        mark: AttributeText(mark(outcome)), applies: isSame ? [] : [Texts.apply[language]],
                        forget: Texts.forget[language])
                ],
            more: .init(visit.address("dossiers", dossier.id.text, "import"), Texts.more[language]))
        return visit.page(
            Texts.title[language], template.render(view), dossier: dossier.summary,
            back: .init(visit.address("dossiers", dossier.id.text, "import"), Texts.back[language]), isWide: true)
    }

    private struct View {
        struct List {
            let title: String
            let lines: [String]
        }
        struct Table {
            struct Row {
                let title: String
                let cells: [String]
            }
            let place: String
            let caption: String
            let heads: [String]
            let rows: [Row]
        }
        struct Form {
            let action: AttributeText
            let token: AttributeText
            let mark: AttributeText
            let applies: [String]
            let forget: String
        }
        let title: String
        let intro: String
        let usesTitle: String
        let uses: [String]
        let remarks: [List]
        let residents: [String]
        let tables: [Table]
        let lists: [List]
        let forms: [Form]
        let more: PageFrame.Link
    }

    private static let template = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        <p>{{intro}}</p>
        {{#remarks}}
        <div class="warning">
        <p><strong>{{title}}</strong></p>
        <ul>
        {{#lines}}
        <li>{{.}}</li>
        {{/lines}}
        </ul>
        </div>
        {{/remarks}}
        <h2>{{usesTitle}}</h2>
        <ul>
        {{#uses}}
        <li>{{.}}</li>
        {{/uses}}
        </ul>
        {{#residents}}
        <p>{{.}}</p>
        {{/residents}}
        {{#tables}}
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
        {{/tables}}
        {{#lists}}
        <details>
        <summary>{{title}}</summary>
        <div class="opened">
        <ul>
        {{#lines}}
        <li>{{.}}</li>
        {{/lines}}
        </ul>
        </div>
        </details>
        {{/lists}}
        {{#forms}}
        <form method="post" action="{{{action}}}" novalidate>
        <input type="hidden" name="token" value="{{{token}}}">
        <input type="hidden" name="mark" value="{{{mark}}}">
        <div class="buttons">
        {{#applies}}
        <button class="main" type="submit" name="do" value="apply">{{.}}</button>
        {{/applies}}
        <button type="submit" name="do" value="forget">{{forget}}</button>
        </div>
        </form>
        {{/forms}}
        {{#more}}
        <p><a href="{{{address}}}">{{text}}</a></p>
        {{/more}}

        """)

    // MARK: - Wordings

    private enum Texts {
        static let back = LocalizedText(nl: "Terug naar de tabellen", en: "Back to the tables")
        static let title = LocalizedText(nl: "Wat er verandert", en: "What changes")
        static let intro = LocalizedText(
            nl: "Er is nog niets bewaard. Kijk of dit klopt, en druk dan op ‘Overnemen’.",
            en: "Nothing is kept yet. See whether this is right, and then press ‘Apply’.")
        static let nothing = LocalizedText(
            nl: "Er verandert niets: het dossier heeft deze cijfers al.",
            en: "Nothing changes: the dossier has these figures already.")
        static let uses = LocalizedText(nl: "Gelezen tabellen", en: "Tables that were read")
        static let remarks = LocalizedText(nl: "Let op", en: "Please note")
        static let figure = LocalizedText(nl: "Cijfer", en: "Figure")
        static let before = LocalizedText(nl: "Nu", en: "Now")
        static let after = LocalizedText(nl: "Wordt", en: "Becomes")
        static let source = LocalizedText(nl: "Tabel", en: "Table")
        static let none = LocalizedText(nl: "geen", en: "none")
        static let apply = LocalizedText(nl: "Overnemen", en: "Apply")
        static let forget = LocalizedText(
            nl: "Niet overnemen, tabellen vergeten", en: "Do not apply, forget the tables")
        static let more = LocalizedText(
            nl: "Nog een tabel sturen, of een ander jaar kiezen", en: "Send another table, or choose another year")
        static let forgotten = LocalizedText(
            nl: "De tabellen zijn vergeten. Er is niets veranderd.",
            en: "The tables are forgotten. Nothing was changed.")
        static let applied = LocalizedText(nl: "De cijfers zijn overgenomen.", en: "The figures are taken over.")
        static let undo = LocalizedText(
            nl: "U kunt dat ongedaan maken bij ‘Geschiedenis’.", en: "You can undo this under ‘History’.")
    }
}

extension SheetDifference.Section.Kind {
    /// Its rows have a value now and another later, which a table shows beside each other.
    fileprivate var hasValues: Bool {
        switch self {
        case .new, .changed, .earlier, .gone: true
        case .sources, .kept, .stillUnknown, .details, .untouched: false
        }
    }
}
