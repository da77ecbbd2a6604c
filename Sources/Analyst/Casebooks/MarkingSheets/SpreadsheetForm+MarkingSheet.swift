package import RuleEngine

extension SpreadsheetForm {
    /// A marking sheet, with nothing given yet.
    package init(_ sheet: MarkingSheet, language: Language) {
        self.init(
            title: .title, name: .marks,
            columns: MarkingSheet.Column.allCases.map {
                Column($0.title, language, isNumeric: [.points, .most, .given].contains($0))
            },
            rows: sheet.rows.map { row in MarkingSheet.Column.allCases.map { $0.cell(row, language) } },
            notes: LocalizedText.howTo, language: language)
    }
}

extension MarkingSheet.Column {
    fileprivate func cell(_ row: MarkingSheet.Row, _ language: Language) -> SpreadsheetForm.Cell {
        switch self {
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
