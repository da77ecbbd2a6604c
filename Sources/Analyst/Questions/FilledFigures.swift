package import RuleEngine

/// The figures of a form that somebody filled in with a spreadsheet.
///
/// The columns are found by their names in Dutch or English, in any order; further columns and rows without a value are left
/// alone. Numbers are read as in the questionnaire, a bracket among them.
package struct FilledFigures: Sendable {
    package struct Entry: Sendable {
        package let question: Question
        package let value: Answer.Value
        package let year: Int?
        package let source: String?
    }

    /// In the order of the file; at least one.
    package let entries: [Entry]

    /// - Parameters:
    ///   - document: a file with the form in one of its sheets.
    ///   - language: of numbers that are written as text.
    ///   - day: no figure is of a later year.
    /// - Throws: all that is wrong with the cells, each with its row and column.
    package init(
        _ document: TableDocument, of form: FigureForm, in language: Language, on day: FEELDate
    ) throws(BadInput) {
        guard let head = FormHead<FigureForm.Column>(of: document, needing: [.code, .value]) else {
            throw BadInput([.noFigureForm])
        }
        var reader = Reader(head: head, form: form, language: language, day: day)
        for row in head.rows { reader.read(row) }
        guard reader.faults.isEmpty else { throw BadInput(reader.faults) }
        guard !reader.entries.isEmpty else { throw BadInput([.nothingFilledIn(head.table.name)]) }
        entries = reader.entries
    }

    /// The answers that the figures are.
    package func answers(on day: FEELDate) -> [Answer] {
        entries.map { entry in
            var details = AnswerDetails()
            details.year = entry.year
            details.source = entry.source
            return Answer(to: entry.question.id, entry.value, on: day, with: details)
        }
    }
}

private struct Reader {
    let head: FormHead<FigureForm.Column>
    let form: FigureForm
    let language: Language
    let day: FEELDate
    var entries: [FilledFigures.Entry] = []
    var faults: [BadInput] = []
    private var rows: [String: Int] = [:]

    init(head: FormHead<FigureForm.Column>, form: FigureForm, language: Language, day: FEELDate) {
        (self.head, self.form, self.language, self.day) = (head, form, language, day)
    }

    mutating func read(_ row: Int) {
        let (code, written) = (head.text(.code, row), head.text(.value, row))
        guard !written.isEmpty else { return }
        guard let question = form[code] else {
            let near = Suggestion.nearest(to: code, among: form.questions.map(\.id.code))
            return refuse(
                .unknownFigure(code), .code, row, code: "figures/unknown-code", hint: near.map { .nearest($0) })
        }
        guard rows.updateValue(row, forKey: code) == nil else {
            return refuse(.twice(question.title), .code, row, code: "figures/twice", hint: .onlyOnce)
        }
        let value: Answer.Value
        do throws(FigureReply.Fault) {
            value = try self.value(written, row, of: question)
        } catch {
            return refuse(
                .bad(question.title, written), .value, row, code: "figures/bad-value", hint: error.text)
        }
        var year: Int?
        let writtenYear = head.text(.year, row)
        if !writtenYear.isEmpty {
            guard let number = Int(writtenYear), (1990...day.year).contains(number) else {
                return refuse(.badYear(writtenYear), .year, row, code: "figures/bad-year", hint: .yearHint(day.year))
            }
            year = number
        }
        let source = head.text(.source, row)
        entries.append(
            .init(question: question, value: value, year: year, source: source.isEmpty ? nil : source))
    }

    /// A number as the spreadsheet stores it, or as a person types it.
    private func value(
        _ written: String, _ row: Int, of question: Question
    ) throws(FigureReply.Fault) -> Answer.Value {
        guard head.table.storesBinaryFractions, let column = head[.value],
            let stored = head.table.storedNumber(row, column)
        else { return try FigureReply.value(written, to: question, in: language) }
        // In English a point parts decimals, and a stored number has no other sign.
        return try FigureReply.value("\(stored)", to: question, in: .en)
    }

    private mutating func refuse(
        _ message: LocalizedText, _ column: FigureForm.Column, _ row: Int, code: String, hint: LocalizedText?
    ) {
        faults.append(head.failure(code, message, column, row, hint: hint))
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static let noFigureForm = Diagnostic(
        code: "figures/no-form",
        message: LocalizedText(
            nl: "in dit bestand staat geen rij met de kopjes ‘code’ en ‘waarde’",
            en: "this file has no row with the headings ‘code’ and ‘value’"),
        at: nil,
        hint: LocalizedText(
            nl: "vul het sjabloon in dat u hier kunt ophalen", en: "fill in the template that you can get here"))

    fileprivate static func nothingFilledIn(_ file: String) -> Diagnostic {
        Diagnostic(
            code: "figures/nothing",
            message: LocalizedText(
                nl: "in \(file) is geen enkele waarde ingevuld", en: "no value at all is filled in in \(file)"),
            at: nil,
            hint: LocalizedText(
                nl: "vul in de kolom ‘waarde’ de cijfers in die u heeft",
                en: "fill in the figures that you have in the column ‘value’"
            ))
    }
}

extension LocalizedText {
    fileprivate static func unknownFigure(_ code: String) -> LocalizedText {
        LocalizedText(
            nl: code.isEmpty ? "bij deze waarde staat geen code" : "er is geen cijfer met de code ‘\(code)’",
            en: code.isEmpty ? "this value has no code beside it" : "there is no figure with the code ‘\(code)’")
    }

    fileprivate static func nearest(_ code: String) -> LocalizedText {
        LocalizedText(nl: "bedoelde u ‘\(code)’?", en: "did you mean ‘\(code)’?")
    }

    fileprivate static func twice(_ title: LocalizedText) -> LocalizedText {
        LocalizedText { $0.word("dit cijfer staat er twee keer: ", "this figure is there twice: ") + title[$0] }
    }

    fileprivate static let onlyOnce = LocalizedText(
        nl: "laat één waarde staan", en: "leave one value")

    fileprivate static func bad(_ title: LocalizedText, _ written: String) -> LocalizedText {
        LocalizedText { language in
            let text = HarmlessText.of(written, lineBreaks: .shown)
            return language.word("‘\(text)’ past niet bij ", "‘\(text)’ does not fit ") + title[language]
        }
    }

    fileprivate static func badYear(_ written: String) -> LocalizedText {
        let text = HarmlessText.of(written, lineBreaks: .shown)
        return LocalizedText(nl: "‘\(text)’ is geen jaar van dit cijfer", en: "‘\(text)’ is no year of this figure")
    }

    fileprivate static func yearHint(_ last: Int) -> LocalizedText {
        LocalizedText(nl: "vul een jaar in van 1990 tot en met \(last)", en: "fill in a year from 1990 to \(last)")
    }
}
