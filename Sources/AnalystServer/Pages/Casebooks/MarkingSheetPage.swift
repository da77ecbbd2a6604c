import Analyst
import RuleEngine

/// Takes the points and reasons that a trainer filled in on a marking sheet; they are shown before anything is kept.
package enum MarkingSheetPage: WebPage {
    private enum Field {
        static let file = "file"
        static let action = "do"
        /// The marks as a table, kept between two requests.
        static let table = "table"
        static let mark = "mark"
    }

    private enum Action: String { case send, apply, forget }

    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        try await page(visit, try await TrainerSession(visit))
    }

    package static func send(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let trainer = try await TrainerSession(visit)
        switch visit.fields[Field.action].flatMap(Action.init) ?? .send {
        case .send: return try await read(visit, trainer)
        case .forget:
            visit.site.sessions.keep(nil, for: draft(trainer), in: visit.session.id)
            visit.say(Texts.forgotten[visit.language])
            return visit.redirect(visit.here)
        case .apply: return try await apply(visit, trainer)
        }
    }

    private static func draft(_ trainer: TrainerSession) -> String { "\(trainer.session.id)/marks" }

    /// Reads the file, and keeps what it gives until it is taken over or forgotten.
    private static func read(_ visit: Visit, _ trainer: TrainerSession) async throws(WebFault) -> WebResponse {
        guard let file = visit.form.files.first(where: { $0.field == Field.file && !$0.bytes.isEmpty }) else {
            return try await page(visit, trainer, mistake: Texts.noFile)
        }
        let name = HarmlessText.of(file.name, lineBreaks: .shown)
        do throws(BadInput) {
            let filled = try FilledMarks(
                TableDocument(name: name, bytes: file.bytes, limit: limit), for: trainer.markingSheet)
            let kept = FormFields([.init(name: Field.table, value: filled.table)])
            visit.site.sessions.keep(kept, for: draft(trainer), in: visit.session.id)
        } catch {
            // What was sent before does not wait behind a newer sheet that cannot be taken over.
            visit.site.sessions.keep(nil, for: draft(trainer), in: visit.session.id)
            return try await page(
                visit, trainer, mistake: Texts.refused,
                faults: FaultLines.lines(error, visit.language, namesFiles: true))
        }
        return visit.redirect(visit.here)
    }

    /// A marking sheet is small.
    private static let limit = 8 << 20

    /// What was sent and waits; `nil` where nothing does, or where it fits no longer.
    private static func filled(_ visit: Visit, _ trainer: TrainerSession) -> FilledMarks? {
        guard let table = visit.session.drafts[draft(trainer)]?[Field.table] else { return nil }
        do throws(BadInput) {
            return try FilledMarks(
                TableDocument(name: "marks.csv", bytes: Array(table.utf8), limit: limit), for: trainer.markingSheet)
        } catch {
            return nil
        }
    }

    /// Tells what was shown from other marks.
    private static func mark(_ filled: FilledMarks) -> String {
        FileDigest.sha256(of: Array(filled.entries.map { $0.line(.nl) + "\n" }.joined().utf8))
    }

    private static func apply(_ visit: Visit, _ trainer: TrainerSession) async throws(WebFault) -> WebResponse {
        // What was shown is taken over, and nothing else.
        guard let filled = filled(visit, trainer), visit.fields[Field.mark] == mark(filled) else {
            throw .changedMeanwhile
        }
        let finished = trainer.finished
        let places = Dictionary(
            finished.indices.map { (finished[$0].participation.id, $0) }, uniquingKeysWith: { first, _ in first })
        let touched = Set(filled.changes.map(\.row.result)).sorted().map { finished[$0].participation.id }
        let prepared = trainer.prepared
        let store = try visit.room().store
        try visit.inTraining { () throws(DossierFault) in
            try store.changeAnswers(of: touched, at: visit.site.setting.instant()) { id, text throws(BadInput) in
                let answers = try AnswerReader.read(SourceFile(name: "answers", text: text), for: prepared)
                return places[id].map { filled.answers(of: $0, answers) }?
                    .text(of: prepared.case.id, in: prepared.book.id) ?? text
            }
        }
        visit.site.sessions.keep(nil, for: draft(trainer), in: visit.session.id)
        visit.say(Texts.applied(filled.changes.count)[visit.language], [Texts.both[visit.language]])
        return visit.redirect(trainer.address(visit))
    }

    // MARK: Page

    private static func page(
        _ visit: Visit, _ trainer: TrainerSession, mistake: LocalizedText? = nil, faults: [String] = []
    ) async throws(WebFault) -> WebResponse {
        let language = visit.language
        let mistakes = mistake.map { [PageFrame.Mistake(field: Field.file, text: $0[language])] } ?? []
        let filled = mistakes.isEmpty ? filled(visit, trainer) : nil
        let view = View(
            title: Texts.title[language], intro: Texts.intro[language],
            faults: faults.isEmpty ? [] : [.init(title: Texts.faults[language], lines: faults)],
            previews: filled.map { [preview($0, visit)] } ?? [], formTitle: Texts.form[language],
            formats: MarkingSheetFile.Format.allCases.map {
                .init(trainer.address(visit, "marks", $0.rawValue), Texts.format($0)[language])
            },
            sendTitle: Texts.send[language], action: AttributeText(visit.here),
            token: AttributeText(visit.session.formToken),
            file: FormField(
                name: Field.file, label: Texts.file[language], hint: Texts.fileHint[language],
                input: .files(accept: ".csv,.tsv,.txt,.xlsx,.ods"), isRequired: true
            ).html(mistakes), button: Texts.button[language])
        return visit.page(
            Texts.title[language], template.render(view), back: .init(trainer.address(visit), Texts.back[language]),
            mistakes: mistakes, status: mistakes.isEmpty ? 200 : 422)
    }

    private static func preview(_ filled: FilledMarks, _ visit: Visit) -> View.Preview {
        let language = visit.language
        let isNew = !filled.changes.isEmpty
        return View.Preview(
            title: Texts.preview[language], intro: (isNew ? Texts.notYet : Texts.nothing)[language],
            heads: [Texts.trainee, Texts.what, Texts.points, Texts.reason].map { $0[language] },
            rows: filled.entries.map { entry in
                .init(
                    title: entry.row.trainee,
                    cells: [entry.row.title(language), entry.change(language), entry.decision.reason])
            }, action: AttributeText(visit.here), token: AttributeText(visit.session.formToken),
            mark: AttributeText(mark(filled)), applies: isNew ? [Texts.apply[language]] : [],
            forget: Texts.forget[language])
    }

    private struct View {
        struct List {
            let title: String
            let lines: [String]
        }
        struct Row {
            let title: String
            let cells: [String]
        }
        struct Preview {
            let title: String
            let intro: String
            let heads: [String]
            let rows: [Row]
            let action: AttributeText
            let token: AttributeText
            let mark: AttributeText
            let applies: [String]
            let forget: String
        }
        let title: String
        let intro: String
        let faults: [List]
        let previews: [Preview]
        let formTitle: String
        let formats: [PageFrame.Link]
        let sendTitle: String
        let action: AttributeText
        let token: AttributeText
        let file: String
        let button: String
    }

    private static let template = HTMLTemplate(
        """
        <h1>{{title}}</h1>
        <p>{{intro}}</p>
        {{#faults}}
        <h2>{{title}}</h2>
        <ul>
        {{#lines}}
        <li>{{.}}</li>
        {{/lines}}
        </ul>
        {{/faults}}
        {{#previews}}
        <h2 id="preview">{{title}}</h2>
        <p>{{intro}}</p>
        <div class="wide" tabindex="0" role="region" aria-labelledby="preview">
        <table>
        <thead><tr>{{#heads}}<th scope="col">{{.}}</th>{{/heads}}</tr></thead>
        <tbody>
        {{#rows}}
        <tr><th scope="row">{{title}}</th>{{#cells}}<td>{{.}}</td>{{/cells}}</tr>
        {{/rows}}
        </tbody>
        </table>
        </div>
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
        {{/previews}}
        <h2>{{formTitle}}</h2>
        <div class="buttons">
        {{#formats}}
        <a class="button" href="{{{address}}}">{{text}}</a>
        {{/formats}}
        </div>
        <h2>{{sendTitle}}</h2>
        <form method="post" action="{{{action}}}" enctype="multipart/form-data" novalidate>
        <input type="hidden" name="token" value="{{{token}}}">
        {{{file}}}
        <div class="buttons"><button type="submit" name="do" value="send">{{button}}</button></div>
        </form>

        """)

    // MARK: - Wordings

    private enum Texts {
        static let back = LocalizedText(nl: "Terug naar de sessie", en: "Back to the session")
        static let title = LocalizedText(nl: "Nakijken in een rekenblad", en: "Mark in a spreadsheet")
        static let intro = LocalizedText(
            nl:
                "Haal het nakijkblad op van wie heeft ingeleverd, vul punten en redenen in en stuur het terug. U ziet eerst wat "
                + "er verandert; er wordt pas iets bewaard als u op ‘Overnemen’ drukt.",
            en:
                "Get the marking sheet of those who handed in, fill in points and reasons and send it back. First you see what "
                + "changes; nothing is kept until you press ‘Apply’.")
        static let form = LocalizedText(nl: "1. Het nakijkblad ophalen", en: "1. Get the marking sheet")

        static func format(_ format: MarkingSheetFile.Format) -> LocalizedText {
            switch format {
            case .xlsx: LocalizedText(nl: "Nakijkblad voor Excel (XLSX)", en: "Marking sheet for Excel (XLSX)")
            case .ods: LocalizedText(nl: "Nakijkblad voor LibreOffice (ODS)", en: "Marking sheet for LibreOffice (ODS)")
            case .csv:
                LocalizedText(nl: "Nakijkblad als gewone tabel (CSV)", en: "Marking sheet as a plain table (CSV)")
            }
        }

        static let send = LocalizedText(nl: "2. Het ingevulde nakijkblad sturen", en: "2. Send the marking sheet")
        static let file = LocalizedText(nl: "Ingevuld nakijkblad", en: "The marking sheet, filled in")
        static let fileHint = LocalizedText(
            nl: "XLSX, ODS of CSV. Rijen zonder nieuwe punten tellen niet mee.",
            en: "XLSX, ODS or CSV. Rows without new points do not count.")
        static let button = LocalizedText(nl: "Bekijk wat er verandert", en: "See what changes")
        static let faults = LocalizedText(nl: "Wat er niet overgenomen kan worden", en: "What cannot be taken over")
        static let noFile = LocalizedText(
            nl: "Kies het ingevulde nakijkblad.", en: "Choose the marking sheet that you filled in.")
        static let refused = LocalizedText(
            nl: "Er is nog niets overgenomen. Onder de titel staat per cel wat er niet klopt.",
            en: "Nothing is taken over yet. Below the title it says cell by cell what is wrong.")
        static let preview = LocalizedText(nl: "Wat er verandert", en: "What changes")
        static let notYet = LocalizedText(
            nl: "Er is nog niets bewaard. Kijk of dit klopt, en druk dan op ‘Overnemen’.",
            en: "Nothing is kept yet. See whether this is right, and then press ‘Apply’.")
        static let nothing = LocalizedText(
            nl: "Er verandert niets: deze punten staan er al.", en: "Nothing changes: these points are there already.")
        static let trainee = LocalizedText(nl: "Schuilnaam", en: "Pseudonym")
        static let what = LocalizedText(nl: "Waarvoor", en: "For what")
        static let points = LocalizedText(nl: "Punten", en: "Points")
        static let reason = LocalizedText(nl: "Reden", en: "Reason")
        static let apply = LocalizedText(nl: "Overnemen", en: "Apply")
        static let forget = LocalizedText(nl: "Niet overnemen", en: "Do not apply")
        static let forgotten = LocalizedText(
            nl: "Het nakijkblad is vergeten. Er is niets veranderd.",
            en: "The marking sheet is forgotten. Nothing was changed.")
        static let both = LocalizedText(
            nl: "Wat de regels gaven, blijft ernaast staan.", en: "What the rules gave stays beside it.")

        static func applied(_ count: Int) -> LocalizedText {
            LocalizedText(
                nl: count == 1 ? "Er is 1 besluit overgenomen." : "Er zijn \(count) besluiten overgenomen.",
                en: count == 1 ? "1 decision was taken over." : "\(count) decisions were taken over.")
        }
    }
}
