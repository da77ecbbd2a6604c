package import RuleEngine

/// A marking sheet as a file for a spreadsheet, with nothing given yet.
package struct MarkingSheetFile {
    package enum Format: String, CaseIterable, Sendable {
        case xlsx, ods, csv

        package var mediaType: String {
            switch self {
            case .xlsx: ReportFormat.xlsx.mediaType
            case .ods: ReportFormat.ods.mediaType
            case .csv: ReportFormat.csv.mediaType
            }
        }
    }

    private let sheet: MarkingSheet
    private let language: Language

    package init(_ sheet: MarkingSheet, language: Language) {
        self.sheet = sheet
        self.language = language
    }

    package func bytes(_ format: Format) -> [UInt8] {
        switch format {
        case .xlsx: ExcelWriter(workbook).bytes
        case .ods: OpenDocumentSheetWriter(workbook).bytes
        case .csv: CSVReport(language: language).bytes(workbook)
        }
    }

    private typealias Column = AnalysisDocument.Table.Column

    private var workbook: Workbook {
        let marks = Workbook.Sheet(
            name: LocalizedText.marks[language],
            columns: MarkingSheet.Column.allCases.map {
                Column($0.title, language, isNumeric: [.points, .most, .given].contains($0))
            },
            rows: sheet.rows.map { row in MarkingSheet.Column.allCases.map { cell($0, row) } })
        let notes = Workbook.Sheet(
            name: LocalizedText.notes[language], columns: [Column(.notes, language)],
            rows: LocalizedText.howTo.map { [.text($0[language])] })
        return Workbook(
            title: LocalizedText.title[language], language: language, sheets: [marks, notes], figures: marks)
    }

    private func cell(_ column: MarkingSheet.Column, _ row: MarkingSheet.Row) -> AnalysisDocument.Table.Cell {
        switch column {
        case .trainee: .text(row.trainee)
        case .exercise: .text(row.exercise.id)
        case .part: row.criterion.map { .text($0.id.value) } ?? .empty
        case .title: .text(row.title(language))
        case .answer: .text(row.answer(language))
        case .points: row.points.map { .number($0.number) } ?? .empty
        case .most: .number(row.most.number)
        case .given, .reason: .empty
        }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let title = LocalizedText(nl: "Nakijkblad", en: "Marking sheet")
    fileprivate static let marks = LocalizedText(nl: "Punten", en: "Marks")
    fileprivate static let notes = LocalizedText(nl: "Toelichting", en: "Notes")
    fileprivate static let howTo = [
        LocalizedText(
            nl: "Vul in de kolom ‘nieuwe punten’ alleen in wat u geeft of verandert. De rest laat u leeg.",
            en: "In the column ‘new points’ fill in only what you give or change. Leave the rest empty."),
        LocalizedText(
            nl: "Schrijf in de kolom ‘reden’ waarom. Bij punten die de regels gaven is een reden nodig.",
            en: "In the column ‘reason’ write why. For points that the rules gave a reason is needed."),
        LocalizedText(
            nl: "Wat de regels gaven en wat u geeft, blijven beide te zien.",
            en: "What the rules gave and what you give both stay to be seen."),
        LocalizedText(
            nl:
                "Verander de kolommen ‘schuilnaam’, ‘oefening’ en ‘onderdeel’ niet. Schrijf nergens gegevens van personen.",
            en: "Do not change the columns ‘pseudonym’, ‘exercise’ and ‘part’. Write no data of persons anywhere."),
    ]
}
