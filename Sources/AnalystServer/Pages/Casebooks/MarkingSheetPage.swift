import Analyst
import RuleEngine

/// Takes the points and reasons that a trainer filled in on a marking sheet; they are shown before anything is kept.
package enum MarkingSheetPage: WebPage {
    private enum Field {
        /// The marks as a table, kept between two requests.
        static let table = "table"
    }

    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        try await page(visit, try await TrainerSession(visit))
    }

    package static func send(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let trainer = try await TrainerSession(visit)
        switch visit.fields[FilledFormView.Field.action].flatMap(FilledFormView.Action.init) ?? .send {
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
        guard let file = visit.form.files.first(where: { $0.field == FilledFormView.Field.file && !$0.bytes.isEmpty })
        else {
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
                visit, trainer, mistake: .filledFormRefused,
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
        guard let filled = filled(visit, trainer), visit.fields[FilledFormView.Field.mark] == mark(filled) else {
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
        let mistakes = mistake.map { [PageFrame.Mistake(field: FilledFormView.Field.file, text: $0[language])] } ?? []
        let filled = mistakes.isEmpty ? filled(visit, trainer) : nil
        let sending = FilledFormView.Sending(
            action: AttributeText(visit.here), token: AttributeText(visit.session.formToken), language: language)
        let view = FilledFormView(
            title: Texts.title[language], intro: Texts.intro[language], faults: faults,
            preview: filled.map { preview($0, sending) }, formTitle: Texts.form[language],
            formats: SpreadsheetForm.Format.allCases.map {
                .init(trainer.address(visit, "marks", $0.rawValue), Texts.format($0)[language])
            }, form: .init(Texts.send, file: Texts.file, hint: Texts.fileHint, mistakes, sending), language)
        return visit.page(
            Texts.title[language], view.html, back: .init(trainer.address(visit), Texts.back[language]),
            mistakes: mistakes, status: mistakes.isEmpty ? 200 : 422)
    }

    private static func preview(
        _ filled: FilledMarks, _ sending: FilledFormView.Sending
    ) -> FilledFormView.Preview {
        let rows = filled.entries.map { entry in
            FilledFormView.Preview.Row(
                title: entry.row.trainee,
                cells: [
                    entry.row.title(sending.language), entry.change(sending.language), entry.decision.reason,
                ])
        }
        return .init(
            [Texts.trainee, Texts.what, Texts.points, Texts.reason], rows, mark: mark(filled),
            nothing: filled.changes.isEmpty ? Texts.nothing : nil, sending)
    }

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

        static func format(_ format: SpreadsheetForm.Format) -> LocalizedText {
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
        static let noFile = LocalizedText(
            nl: "Kies het ingevulde nakijkblad.", en: "Choose the marking sheet that you filled in.")
        static let nothing = LocalizedText(
            nl: "Er verandert niets: deze punten staan er al.", en: "Nothing changes: these points are there already.")
        static let trainee = LocalizedText(nl: "Schuilnaam", en: "Pseudonym")
        static let what = LocalizedText(nl: "Waarvoor", en: "For what")
        static let points = LocalizedText(nl: "Punten", en: "Points")
        static let reason = LocalizedText(nl: "Reden", en: "Reason")
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
