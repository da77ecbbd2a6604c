import RuleEngine

/// A form that people fill in with a spreadsheet: a table with a row for each thing that is asked, and notes on how to do that.
package struct SpreadsheetForm {
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

    typealias Column = AnalysisDocument.Table.Column
    typealias Cell = AnalysisDocument.Table.Cell

    private let workbook: Workbook

    /// - Parameters:
    ///   - name: of the table.
    ///   - rows: each with a cell for every column.
    ///   - notes: on how the form is filled in, a line each.
    init(
        title: LocalizedText, name: LocalizedText, columns: [Column], rows: [[Cell]], notes: [LocalizedText],
        language: Language
    ) {
        let table = Workbook.Sheet(name: name[language], columns: columns, rows: rows)
        let howTo = Workbook.Sheet(
            name: LocalizedText.notes[language], columns: [Column(.notes, language)],
            rows: notes.map { [.text($0[language])] })
        workbook = Workbook(title: title[language], language: language, sheets: [table, howTo], figures: table)
    }

    package func bytes(_ format: Format) -> [UInt8] {
        switch format {
        case .xlsx: ExcelWriter(workbook).bytes
        case .ods: OpenDocumentSheetWriter(workbook).bytes
        case .csv: CSVReport(language: workbook.language).bytes(workbook)
        }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let notes = LocalizedText(nl: "Toelichting", en: "Notes")
}
