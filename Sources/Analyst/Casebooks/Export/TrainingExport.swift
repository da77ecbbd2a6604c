package import RuleEngine

/// What one trainee did, for an export.
package struct TrainingResult: Sendable {
    package let pseudonym: String
    package let answers: CaseAnswers
    /// When it was last changed, in ISO 8601; `nil` where that is not known.
    package let changed: String?

    package init(pseudonym: String, answers: CaseAnswers, changed: String?) {
        self.pseudonym = pseudonym
        self.answers = answers
        self.changed = changed
    }
}

/// The results of some trainees as a file.
package struct TrainingExport {
    private let results: [TrainingResult]
    private let prepared: PreparedCase
    private let title: String
    private let language: Language

    package init(_ results: [TrainingResult], of prepared: PreparedCase, title: String, language: Language) {
        self.results = results
        self.prepared = prepared
        self.title = title
        self.language = language
    }

    package func bytes(_ format: TrainingFormat) -> [UInt8] {
        switch format {
        case .csv: CSVReport(language: language).bytes(workbook)
        case .xlsx: ExcelWriter(workbook).bytes
        case .ods: OpenDocumentSheetWriter(workbook).bytes
        case .xapi: Array((ExperienceStatements(results, of: prepared).json + "\n").utf8)
        }
    }

    /// Notes first, then the points by trainee, then line by line.
    private var workbook: Workbook {
        let points = pointsSheet
        return Workbook(title: title, language: language, sheets: [notes, points, linesSheet], figures: points)
    }

    private typealias Column = AnalysisDocument.Table.Column

    private var notes: Workbook.Sheet {
        let rows: [(LocalizedText, String)] = [
            (.casebook, prepared.book.title[language]), (.entry, prepared.case.title[language]), (.group, title),
            (.passMark, "\(prepared.book.passMark)"),
        ]
        return Workbook.Sheet(
            name: LocalizedText.notes[language], columns: [Column(.subject, language), Column(.value, language)],
            rows: rows.map { [.text($0.0[language]), .text($0.1)] })
    }

    private var pointsSheet: Workbook.Sheet {
        let columns =
            [Column(.pseudonym, language), Column(.attempts, language, isNumeric: true)]
            + prepared.exercises.map {
                Column(LocalizedText(verbatim: "\($0.title[language]) [\($0.id)]"), language, isNumeric: true)
            }
            + [Column(.total, language, isNumeric: true), Column(.passed, language)]
        return Workbook.Sheet(
            name: LocalizedText.points[language], columns: columns,
            rows: results.map { result in
                let mark = prepared.mark(result.answers)
                let state = mark.isPass ? LocalizedText.yes : mark.isWaiting ? .waiting : .no
                return [.text(result.pseudonym), .number(FEELNumber(result.answers.attempts))]
                    + mark.parts.map { .number($0.points.number) }
                    + [.number(mark.points.number), .text(state[language])]
            })
    }

    private var linesSheet: Workbook.Sheet {
        Workbook.Sheet(
            name: LocalizedText.lines[language],
            columns: [
                Column(.pseudonym, language), Column(.exercise, language), Column(.line, language),
                Column(.verdict, language), Column(.points, language, isNumeric: true),
            ],
            rows: results.flatMap { result in
                prepared.mark(result.answers).parts.flatMap { part in
                    part.lines.map { line -> [AnalysisDocument.Table.Cell] in
                        [
                            .text(result.pseudonym), .text(part.title[language]), .text(line.title[language]),
                            .text(line.verdict.title[language]), .number(line.points.number),
                        ]
                    }
                }
            })
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let notes = LocalizedText(nl: "Toelichting", en: "Notes")
    fileprivate static let subject = LocalizedText(nl: "Onderwerp", en: "Subject")
    fileprivate static let value = LocalizedText(nl: "Waarde", en: "Value")
    fileprivate static let casebook = LocalizedText(nl: "Casusboek", en: "Casebook")
    fileprivate static let entry = LocalizedText(nl: "Casus", en: "Case")
    fileprivate static let group = LocalizedText(nl: "Groep", en: "Group")
    fileprivate static let passMark = LocalizedText(nl: "Geslaagd vanaf", en: "Passed from")
    fileprivate static let pseudonym = LocalizedText(nl: "Schuilnaam", en: "Pseudonym")
    fileprivate static let attempts = LocalizedText(nl: "Ingeleverd", en: "Handed in")
    fileprivate static let total = LocalizedText(nl: "Totaal", en: "Total")
    fileprivate static let passed = LocalizedText(nl: "Geslaagd", en: "Passed")
    fileprivate static let points = LocalizedText(nl: "Punten", en: "Points")
    fileprivate static let lines = LocalizedText(nl: "Regels", en: "Lines")
    fileprivate static let exercise = LocalizedText(nl: "Oefening", en: "Exercise")
    fileprivate static let line = LocalizedText(nl: "Regel", en: "Line")
    fileprivate static let verdict = LocalizedText(nl: "Oordeel", en: "Verdict")
    fileprivate static let yes = LocalizedText(nl: "ja", en: "yes")
    fileprivate static let no = LocalizedText(nl: "nee", en: "no")
    fileprivate static let waiting = LocalizedText(nl: "nog niet nagekeken", en: "not marked yet")
}
