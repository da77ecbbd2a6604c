package import RuleEngine

/// The form for own figures as a file for a spreadsheet, with what stands in the sheet of an area filled in nowhere: people fill in
/// what they have.
package struct FigureFormFile {
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

    private let form: FigureForm
    private let language: Language

    package init(_ form: FigureForm, language: Language) {
        self.form = form
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
        let figures = Workbook.Sheet(
            name: LocalizedText.figures[language],
            columns: FigureForm.Column.allCases.map {
                Column($0.title, language, isNumeric: $0 == .value || $0 == .year)
            },
            rows: form.questions.map { question in
                FigureForm.Column.allCases.map { cell($0, question) }
            })
        let notes = Workbook.Sheet(
            name: LocalizedText.notes[language], columns: [Column(.notes, language)],
            rows: LocalizedText.howTo.map { [.text($0[language])] })
        return Workbook(
            title: LocalizedText.title[language], language: language, sheets: [figures, notes], figures: figures)
    }

    private func cell(_ column: FigureForm.Column, _ question: Question) -> AnalysisDocument.Table.Cell {
        switch column {
        case .code: .text(question.id.code)
        case .title: .text(question.title[language])
        case .unit: question.unit.map { .text($0) } ?? .empty
        case .value, .year, .source: .empty
        }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let title = LocalizedText(nl: "Eigen cijfers", en: "Own figures")
    fileprivate static let figures = LocalizedText(nl: "Cijfers", en: "Figures")
    fileprivate static let notes = LocalizedText(nl: "Toelichting", en: "Notes")
    fileprivate static let howTo = [
        LocalizedText(
            nl: "Vul in de kolom ‘waarde’ de cijfers van uw gebied in die u heeft. De rest laat u leeg.",
            en: "Fill in the figures of your area that you have in the column ‘value’. Leave the rest empty."),
        LocalizedText(
            nl: "Weet u het alleen ongeveer? Vul dan bijvoorbeeld 10..20 in.",
            en: "Do you know it only about? Then fill in 10..20, for instance."),
        LocalizedText(
            nl: "Vul bij elke waarde het jaar in, en de bron: welke registratie, van wie.",
            en: "With each value fill in the year, and the source: which registration, of whom."),
        LocalizedText(
            nl: "Verander de kolom ‘code’ niet. Schrijf nergens gegevens van personen.",
            en: "Do not change the column ‘code’. Write no data of persons anywhere."),
    ]
}
