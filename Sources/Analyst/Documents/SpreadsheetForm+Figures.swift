package import RuleEngine

extension SpreadsheetForm {
    /// The form for own figures, with what stands in the sheet of an area filled in nowhere: people fill in what they have.
    package init(_ form: FigureForm, language: Language) {
        self.init(
            title: .title, name: .figures,
            columns: FigureForm.Column.allCases.map {
                Column($0.title, language, isNumeric: $0 == .value || $0 == .year)
            },
            rows: form.questions.map { question in
                FigureForm.Column.allCases.map { $0.cell(question, language) }
            }, notes: LocalizedText.howTo, language: language)
    }
}

extension FigureForm.Column {
    fileprivate func cell(_ question: Question, _ language: Language) -> SpreadsheetForm.Cell {
        switch self {
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
