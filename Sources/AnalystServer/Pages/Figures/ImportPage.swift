import Analyst
import RuleEngine

/// Takes tables of figures; what they do to the sheet is shown before anything is kept.
package enum ImportPage: WebPage {
    enum Field {
        static let file = "file"
        static let year = "year"
        static let table = "table"
        static let boundaries = "boundaries"
        static let all = [year, table, boundaries]
    }

    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let dossier = try visit.dossier()
        return page(visit, dossier, typed(visit, dossier))
    }

    package static func send(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let dossier = try visit.dossier()
        guard !dossier.isClosed else { throw .closed }
        let rules = try visit.rules()
        let typed = FormFields(visit.fields.fields.filter { Field.all.contains($0.name) })
        visit.site.sessions.keep(typed, for: draft(dossier), in: visit.session.id)
        var mistakes: [PageFrame.Mistake] = []
        let year = self.year(Field.year, visit, &mistakes)
        let boundaries = self.year(Field.boundaries, visit, &mistakes)
        let stated = ImportRecipes.Statement(year: year, table: visit.fields[Field.table])
        let files = visit.form.files.filter { $0.field == Field.file && !$0.bytes.isEmpty }
            .map { SentTables.File(name: name($0.name), bytes: $0.bytes, stated: stated) }
        let key = key(visit, dossier)
        if files.isEmpty, visit.site.figures.work(key).tables.files.isEmpty {
            mistakes.append(.init(field: Field.file, text: Texts.noFile[visit.language]))
        }
        guard mistakes.isEmpty else { return page(visit, dossier, typed, mistakes: mistakes) }
        do {
            try await visit.site.figures.add(
                files, boundaries: boundaries, for: dossier, key: key, recipes: try recipes(visit),
                ruleBase: rules.ruleBase)
        } catch let fault as FigureDesk.Fault {
            return page(visit, dossier, fault)
        } catch {
            throw error as? WebFault ?? .failed("\(error)")
        }
        return visit.redirect(visit.address(visit.request.path + ["preview"]))
    }

    static func key(_ visit: Visit, _ dossier: Dossier) -> FigureDesk.Key {
        FigureDesk.Key(session: visit.session.id, dossier: dossier.id)
    }

    static func draft(_ dossier: Dossier) -> String { "\(dossier.id.text)/import" }

    static func recipes(_ visit: Visit) throws(WebFault) -> ImportRecipes {
        guard let recipes = visit.site.rules.recipes else { throw .failed("no recipes of tables") }
        return recipes
    }

    /// The page that says why the tables cannot be taken over.
    static func page(_ visit: Visit, _ dossier: Dossier, _ fault: FigureDesk.Fault) -> WebResponse {
        let (text, faults) =
            switch fault {
            case .bad(let input): (Texts.refused, FaultLines.lines(input, visit.language, namesFiles: true))
            case .tooMuch: (Texts.tooMuch, [])
            }
        return page(
            visit, dossier, typed(visit, dossier), mistakes: [.init(field: Field.file, text: text[visit.language])],
            faults: faults)
    }

    /// What was filled in last.
    private static func typed(_ visit: Visit, _ dossier: Dossier) -> FormFields {
        visit.request.method == .post ? visit.fields : visit.session.drafts[draft(dossier)] ?? FormFields()
    }

    /// The last part of a path, as some browsers send a whole one.
    private static func name(_ sent: String) -> String {
        let last = sent.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? sent
        return HarmlessText.of(last, lineBreaks: .shown)
    }

    private static func year(
        _ name: String, _ visit: Visit, _ mistakes: inout [PageFrame.Mistake]
    ) -> Int? {
        guard let text = visit.fields[name] else { return nil }
        if let year = Int(text), (1990...2200).contains(year) { return year }
        mistakes.append(.init(field: name, text: Texts.badYear[visit.language]))
        return nil
    }

    // MARK: Page

    static func page(
        _ visit: Visit, _ dossier: Dossier, _ typed: FormFields, mistakes: [PageFrame.Mistake] = [],
        faults: [String] = []
    ) -> WebResponse {
        let language = visit.language
        let sent = visit.site.figures.work(key(visit, dossier))
        let hasMore = mistakes.contains { Field.all.contains($0.field) } || Field.all.contains { typed[$0] != nil }
        func field(_ name: String, _ label: LocalizedText, _ hint: LocalizedText) -> String {
            FormField(
                name: name, label: label[language], hint: hint[language], input: .line(isShort: true),
                value: typed.raw(name)
            ).html(mistakes)
        }
        let form = View.Form(
            action: AttributeText(visit.address("dossiers", dossier.id.text, "import")),
            token: AttributeText(visit.session.formToken),
            file: FormField(
                name: Field.file, label: Texts.file[language], hint: Texts.fileHint[language],
                input: .files(accept: ".csv,.tsv,.txt,.json,.geojson,.xlsx,.ods,.zip,.gz", several: true),
                isRequired: sent.tables.files.isEmpty
            ).html(mistakes),
            moreTitle: Texts.more[language], moreOpen: hasMore ? " open" : "",
            fields: [
                field(Field.year, Texts.year, Texts.yearHint), field(Field.table, Texts.table, Texts.tableHint),
                field(Field.boundaries, Texts.boundaries, Texts.boundariesHint),
            ],
            button: Texts.button[language])
        let recipes = visit.site.rules.recipes?.recipes.filter { !$0.figures.isEmpty } ?? []
        let view = View(
            title: Texts.title[language], intro: Texts.intro[language],
            faults: faults.isEmpty ? [] : [.init(title: Texts.faults[language], lines: faults)],
            sent: sent.tables.files.isEmpty
                ? [] : [.init(title: Texts.sent[language], lines: sent.tables.files.map(\.name))],
            previews: sent.outcome == nil
                ? []
                : [.init(visit.address("dossiers", dossier.id.text, "import", "preview"), Texts.preview[language])],
            own: dossier.isClosed
                ? [] : [.init(visit.address("dossiers", dossier.id.text, "figures"), Texts.own[language])],
            forms: dossier.isClosed ? [] : [form], closed: dossier.isClosed ? [Texts.closed[language]] : [],
            knownTitle: Texts.known[language], knownText: Texts.knownText[language],
            known: recipes.map { recipe in
                let years = recipe.editions.map { "\($0.year)" }
                return "\(recipe.plainTitle) (\(recipe.publisher)): \(Set(years).sorted().joined(separator: ", "))"
            })
        return visit.page(
            Texts.title[language], template.render(view), dossier: dossier.summary,
            back: .init(visit.address("dossiers", dossier.id.text), Texts.back[language]), mistakes: mistakes,
            status: mistakes.isEmpty ? 200 : 422)
    }

    private struct View {
        struct Form {
            let action: AttributeText
            let token: AttributeText
            let file: String
            let moreTitle: String
            let moreOpen: String
            let fields: [String]
            let button: String
        }
        struct List {
            let title: String
            let lines: [String]
        }
        let title: String
        let intro: String
        let faults: [List]
        let sent: [List]
        let previews: [PageFrame.Link]
        let own: [PageFrame.Link]
        let forms: [Form]
        let closed: [String]
        let knownTitle: String
        let knownText: String
        let known: [String]
    }

    private static let template = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        <p>{{intro}}</p>
        {{#own}}
        <p><a href="{{{address}}}">{{text}}</a></p>
        {{/own}}
        {{#closed}}
        <div class="inset"><p>{{.}}</p></div>
        {{/closed}}
        {{#faults}}
        <h2>{{title}}</h2>
        <ul>
        {{#lines}}
        <li>{{.}}</li>
        {{/lines}}
        </ul>
        {{/faults}}
        {{#sent}}
        <div class="inset">
        <p>{{title}}</p>
        <ul>
        {{#lines}}
        <li>{{.}}</li>
        {{/lines}}
        </ul>
        {{#previews}}
        <p><a href="{{{address}}}">{{text}}</a></p>
        {{/previews}}
        </div>
        {{/sent}}
        {{#forms}}
        <form method="post" action="{{{action}}}" enctype="multipart/form-data" novalidate>
        <input type="hidden" name="token" value="{{{token}}}">
        {{{file}}}
        <details{{{moreOpen}}}>
        <summary>{{moreTitle}}</summary>
        <div class="opened">
        {{#fields}}
        {{{.}}}
        {{/fields}}
        </div>
        </details>
        <div class="buttons"><button class="main" type="submit">{{button}}</button></div>
        </form>
        {{/forms}}
        <details>
        <summary>{{knownTitle}}</summary>
        <div class="opened">
        <p>{{knownText}}</p>
        <ul>
        {{#known}}
        <li>{{.}}</li>
        {{/known}}
        </ul>
        </div>
        </details>

        """)

    // MARK: - Wordings

    private enum Texts {
        static let back = LocalizedText(nl: "Terug naar de onderdelen", en: "Back to the parts")
        static let title = LocalizedText(nl: "Cijfers overnemen uit tabellen", en: "Take over figures from tables")
        static let intro = LocalizedText(
            nl:
                "Stuur de tabellen die u heeft. U ziet eerst wat er verandert; er wordt pas iets bewaard als u op ‘Overnemen’ "
                + "drukt. Antwoorden en inzet blijven zoals ze zijn.",
            en:
                "Send the tables that you have. First you see what changes; nothing is kept until you press ‘Apply’. Answers and "
                + "efforts stay as they are.")
        static let own = LocalizedText(
            nl: "Heeft u cijfers die in geen van deze tabellen staan? Vul ze in op een formulier",
            en: "Do you have figures that are in none of these tables? Fill them in on a form")
        static let closed = LocalizedText(
            nl: "Dit dossier is gesloten. U kunt het lezen en kopiëren.",
            en: "This dossier is closed. You can read and copy it.")
        static let file = LocalizedText(nl: "Tabellen", en: "Tables")
        static let fileHint = LocalizedText(
            nl:
                "CSV, XLSX, ODS of JSON, ook ingepakt (zip, gz), samen ten hoogste 20 MB. U kunt meer bestanden tegelijk kiezen. "
                + "Een van de tabellen is Kerncijfers wijken en buurten: daarin staan de gebieden.",
            en:
                "CSV, XLSX, ODS or JSON, also packed (zip, gz), at most 20 MB together. You can choose several files at once. One "
                + "of the tables is Kerncijfers wijken en buurten: it holds the areas.")
        static let more = LocalizedText(
            nl: "Als het jaar niet in de tabel staat", en: "Where the table does not tell its year")
        static let year = LocalizedText(nl: "Jaar van de cijfers", en: "Year of the figures")
        static let yearHint = LocalizedText(
            nl: "Van de bestanden die u nu stuurt. Mag leeg blijven.",
            en: "Of the files that you send now. May stay empty.")
        static let table = LocalizedText(nl: "Nummer van de tabel", en: "Number of the table")
        static let tableHint = LocalizedText(
            nl: "Zoals 84799NED, bij de uitgever. Mag leeg blijven.",
            en: "Such as 84799NED, at the publisher. May stay empty.")
        static let boundaries = LocalizedText(nl: "Jaar van de grenzen", en: "Year of the boundaries")
        static let boundariesHint = LocalizedText(
            nl: "Leeg: het nieuwste jaar waarvan u Kerncijfers stuurt.",
            en: "Empty: the newest year of which you send Kerncijfers.")
        static let button = LocalizedText(nl: "Bekijk wat er verandert", en: "See what changes")
        static let sent = LocalizedText(
            nl: "Deze bestanden stuurde u al; u hoeft ze niet opnieuw te sturen:",
            en: "You sent these files already; you need not send them again:")
        static let preview = LocalizedText(nl: "Bekijk wat ze veranderen", en: "See what they change")
        static let faults = LocalizedText(nl: "Wat er niet overgenomen kan worden", en: "What cannot be taken over")
        static let known = LocalizedText(nl: "Welke tabellen worden gelezen?", en: "Which tables are read?")
        static let knownText = LocalizedText(
            nl: "Van andere tabellen is niet bekend welke kolom welk cijfer is.",
            en: "Of other tables it is not known which column is which figure.")
        static let noFile = LocalizedText(nl: "Kies een of meer bestanden.", en: "Choose one or more files.")
        static let badYear = LocalizedText(nl: "Vul een jaar in, zoals 2023.", en: "Fill in a year, such as 2023.")
        static let refused = LocalizedText(
            nl:
                "Er is nog niets overgenomen. Onder de titel staat wat er niet klopt; herstel het en stuur dat bestand opnieuw.",
            en: "Nothing is taken over yet. Below the title it says what is wrong; repair it and send that file again.")
        static let tooMuch = LocalizedText(
            nl:
                "Dit zijn te veel of te grote bestanden: ten hoogste 12, samen 40 MB. Stuur er minder, of pak ze in (zip).",
            en: "These are too many or too large files: at most 12, 40 MB together. Send fewer, or pack them (zip).")
    }
}
