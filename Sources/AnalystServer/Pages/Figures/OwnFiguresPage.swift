import Analyst
import RuleEngine

/// Takes the figures that somebody filled in in the form for a spreadsheet; they are shown before anything is kept.
package enum OwnFiguresPage: WebPage {
    private enum Field {
        /// The answers as lines, kept between two requests.
        static let answers = "answers"
    }

    package static func show(_ visit: Visit) async throws(WebFault) -> WebResponse {
        try await page(visit, try visit.dossier())
    }

    package static func send(_ visit: Visit) async throws(WebFault) -> WebResponse {
        let dossier = try visit.dossier()
        guard !dossier.isClosed else { throw .closed }
        switch visit.fields[FilledFormView.Field.action].flatMap(FilledFormView.Action.init) ?? .send {
        case .send: return try await read(visit, dossier)
        case .forget:
            visit.site.sessions.keep(nil, for: draft(dossier), in: visit.session.id)
            visit.say(Texts.forgotten[visit.language], dossier: dossier.id.text)
            return visit.redirect(visit.here)
        case .apply: return try await apply(visit, dossier)
        }
    }

    private static func draft(_ dossier: Dossier) -> String { "\(dossier.id.text)/figures" }

    /// Reads the file, and keeps what it says until it is taken over or forgotten.
    private static func read(_ visit: Visit, _ dossier: Dossier) async throws(WebFault) -> WebResponse {
        guard let file = visit.form.files.first(where: { $0.field == FilledFormView.Field.file && !$0.bytes.isEmpty })
        else {
            return try await page(visit, dossier, mistake: Texts.noFile)
        }
        let name = HarmlessText.of(file.name, lineBreaks: .shown)
        do {
            let document = try TableDocument(name: name, bytes: file.bytes, limit: limit)
            let form = FigureForm(try visit.rules().ruleBase)
            let filled = try FilledFigures(document, of: form, in: visit.language, on: visit.day)
            let answers = filled.answers(on: visit.site.answerDay()).map {
                FormFields.Field(name: Field.answers, value: $0.line)
            }
            visit.site.sessions.keep(FormFields(answers), for: draft(dossier), in: visit.session.id)
        } catch let fault as BadInput {
            return try await page(
                visit, dossier, mistake: .filledFormRefused,
                faults: FaultLines.lines(fault, visit.language, namesFiles: true))
        } catch {
            throw error as? WebFault ?? .failed("\(error)")
        }
        return visit.redirect(visit.here)
    }

    /// A form is small.
    private static let limit = 8 << 20

    private static func apply(_ visit: Visit, _ dossier: Dossier) async throws(WebFault) -> WebResponse {
        let rows = try await rows(visit, dossier)
        // What was shown is taken over, and nothing else.
        guard !rows.isEmpty, visit.fields[FilledFormView.Field.mark] == mark(rows) else { throw .changedMeanwhile }
        var count = 0
        for row in rows where row.isTaken {
            let change = AnswerChange(QuestionID(row.answer), from: row.standing, to: row.answer)
            switch try await visit.record(change, by: visit.author) {
            case .success: count += 1
            case .failure(let fault): throw WebFault(fault)
            }
        }
        visit.site.sessions.keep(nil, for: draft(dossier), in: visit.session.id)
        visit.say(Texts.applied(count)[visit.language], [Texts.undo[visit.language]], dossier: dossier.id.text)
        return visit.redirect(visit.address("dossiers", dossier.id.text))
    }

    // MARK: What was sent

    private struct Row {
        let answer: Answer
        let question: Question
        /// What a person said before.
        let standing: Answer?
        /// What a table says.
        let figure: FactSheet.Figure?

        /// A figure of a table is not put aside without a reason.
        var isTaken: Bool { figure == nil && standing?.value != answer.value }
    }

    /// Tells what was shown from other figures and other answers.
    private static func mark(_ rows: [Row]) -> String {
        let lines = rows.map { "\($0.answer.line)\n\($0.standing?.line ?? "")\n\($0.isTaken)\n" }
        return FileDigest.sha256(of: Array(lines.joined().utf8))
    }

    private static func rows(_ visit: Visit, _ dossier: Dossier) async throws(WebFault) -> [Row] {
        guard let kept = visit.session.drafts[draft(dossier)] else { return [] }
        let answers: [Answer]
        do {
            answers = try Answer.read(lines: kept.fields.map(\.value))
        } catch {
            throw .failed(error.diagnostics.first?.message.en ?? "")
        }
        return try await visit.read { questionnaire, _ in
            answers.compactMap { answer in
                guard let entry = questionnaire.entry(QuestionID(answer)) else { return nil }
                return Row(answer: answer, question: entry.question, standing: entry.answer, figure: entry.figure)
            }
        }
    }

    // MARK: Page

    private static func page(
        _ visit: Visit, _ dossier: Dossier, mistake: LocalizedText? = nil, faults: [String] = []
    ) async throws(WebFault) -> WebResponse {
        let language = visit.language
        let mistakes = mistake.map { [PageFrame.Mistake(field: FilledFormView.Field.file, text: $0[language])] } ?? []
        let rows = try await rows(visit, dossier)
        let taken = rows.filter(\.isTaken)
        let words = AnswerText(try visit.rules().ruleBase, language)
        let base = ["dossiers", dossier.id.text, "figures"]
        let sending = FilledFormView.Sending(
            action: AttributeText(visit.here), token: AttributeText(visit.session.formToken), language: language)
        let view = FilledFormView(
            title: Texts.title[language], intro: Texts.intro[language],
            closed: dossier.isClosed ? [Texts.closed[language]] : [], faults: faults,
            preview: rows.isEmpty
                ? nil
                : .init(
                    [Texts.figure, Texts.now, Texts.becomes, Texts.source], rows.map { row(of: $0, words) },
                    mark: mark(rows), nothing: taken.isEmpty ? Texts.nothing : nil, canApply: !dossier.isClosed,
                    sending),
            formTitle: Texts.form[language],
            formats: SpreadsheetForm.Format.allCases.map {
                .init(visit.address(base + [$0.rawValue]), Texts.format($0)[language])
            },
            form: dossier.isClosed
                ? nil : .init(Texts.send, file: Texts.file, hint: Texts.fileHint, mistakes, sending), language)
        return visit.page(
            Texts.title[language], view.html, dossier: dossier.summary,
            back: .init(visit.address("dossiers", dossier.id.text), Texts.back[language]), mistakes: mistakes,
            status: mistakes.isEmpty ? 200 : 422)
    }

    private static func row(of row: Row, _ words: AnswerText) -> FilledFormView.Preview.Row {
        let (language, unit) = (words.language, row.question.unit)
        let new = words.text(of: row.answer.value, unit: unit)
        let now =
            row.figure.flatMap { words.text(of: $0, unit: unit) } ?? words.text(of: row.standing, unit: unit)
        let becomes =
            row.isTaken ? new : row.figure == nil ? Texts.same[language] : Texts.table(new)[language]
        let source = [row.answer.source, row.answer.year.map(String.init)].compactMap { $0 }.joined(separator: ", ")
        return FilledFormView.Preview.Row(
            title: row.question.title[language], cells: [now, becomes, source.isEmpty ? Texts.none[language] : source])
    }

    // MARK: - Wordings

    private enum Texts {
        static let back = LocalizedText(nl: "Terug naar de onderdelen", en: "Back to the parts")
        static let title = LocalizedText(nl: "Eigen cijfers invullen", en: "Fill in own figures")
        static let intro = LocalizedText(
            nl:
                "Heeft u zelf cijfers van dit gebied? Haal het formulier op, vul in wat u heeft en stuur het terug. U ziet eerst "
                + "wat er verandert; er wordt pas iets bewaard als u op ‘Overnemen’ drukt.",
            en:
                "Do you have figures of this area yourself? Get the form, fill in what you have and send it back. First you see "
                + "what changes; nothing is kept until you press ‘Apply’.")
        static let closed = LocalizedText(
            nl: "Dit dossier is gesloten. U kunt het lezen en kopiëren.",
            en: "This dossier is closed. You can read and copy it.")
        static let form = LocalizedText(nl: "1. Het formulier ophalen", en: "1. Get the form")

        static func format(_ format: SpreadsheetForm.Format) -> LocalizedText {
            switch format {
            case .xlsx: LocalizedText(nl: "Formulier voor Excel (XLSX)", en: "Form for Excel (XLSX)")
            case .ods: LocalizedText(nl: "Formulier voor LibreOffice (ODS)", en: "Form for LibreOffice (ODS)")
            case .csv: LocalizedText(nl: "Formulier als gewone tabel (CSV)", en: "Form as a plain table (CSV)")
            }
        }

        static let send = LocalizedText(nl: "2. Het ingevulde formulier sturen", en: "2. Send the form")
        static let file = LocalizedText(nl: "Ingevuld formulier", en: "The form, filled in")
        static let fileHint = LocalizedText(
            nl: "XLSX, ODS of CSV. Rijen zonder waarde tellen niet mee. Stuur geen gegevens van personen.",
            en: "XLSX, ODS or CSV. Rows without a value do not count. Send no data of persons.")
        static let noFile = LocalizedText(
            nl: "Kies het ingevulde formulier.", en: "Choose the form that you filled in.")
        static let nothing = LocalizedText(
            nl: "Er verandert niets: deze cijfers staan er al, of een tabel vertelt ze.",
            en: "Nothing changes: these figures are there already, or a table tells them.")
        static let figure = LocalizedText(nl: "Cijfer", en: "Figure")
        static let now = LocalizedText(nl: "Nu", en: "Now")
        static let becomes = LocalizedText(nl: "Wordt", en: "Becomes")
        static let source = LocalizedText(nl: "Bron", en: "Source")
        static let none = LocalizedText(nl: "geen", en: "none")
        static let same = LocalizedText(nl: "blijft gelijk", en: "stays the same")

        static func table(_ value: String) -> LocalizedText {
            LocalizedText(
                nl: "blijft staan: het komt uit een tabel. Klopt \(value) beter? Leg dat bij de vraag uit",
                en: "stays: it comes from a table. Is \(value) better? Explain that at the question")
        }

        static let forgotten = LocalizedText(
            nl: "Het formulier is vergeten. Er is niets veranderd.", en: "The form is forgotten. Nothing was changed.")

        static func applied(_ count: Int) -> LocalizedText {
            LocalizedText(
                nl: count == 1 ? "Er is 1 cijfer overgenomen." : "Er zijn \(count) cijfers overgenomen.",
                en: count == 1 ? "1 figure was taken over." : "\(count) figures were taken over.")
        }

        static let undo = LocalizedText(
            nl: "U kunt elk cijfer ongedaan maken bij ‘Geschiedenis’.", en: "You can undo each figure under ‘History’.")
    }
}
