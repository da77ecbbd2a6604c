package import RuleEngine

/// The table of figures as CSV (RFC 4180): in Dutch as Dutch spreadsheet programs open it (semicolons, decimal commas, byte
/// order mark), in English as programs read it (commas, decimal points).
package struct CSVReport {
    package let language: Language

    package init(language: Language) {
        self.language = language
    }

    package func bytes(_ workbook: Workbook) -> [UInt8] {
        guard let sheet = workbook.figures else { return [] }
        let rows = [sheet.columns.map { SpreadsheetText.harmless($0.title) }] + sheet.rows.map { $0.map(text) }
        let lines = rows.map { row in
            row.map { SpreadsheetText.quoted($0, separator: separator) }.joined(separator: String(separator))
        }
        let mark: [UInt8] = language == .nl ? [0xEF, 0xBB, 0xBF] : []
        return mark + Array(lines.map { $0 + "\r\n" }.joined().utf8)
    }

    private var separator: Character { language == .nl ? ";" : "," }

    /// Numbers are written as they are; texts so that none is taken for a formula.
    private func text(_ cell: AnalysisDocument.Table.Cell) -> String {
        switch cell {
        case .empty: ""
        case .number(let number):
            language == .nl
                ? number.normalizedDescription.replacing(".", with: ",") : number.normalizedDescription
        case .text(let text): SpreadsheetText.harmless(HarmlessText.of(text, lineBreaks: .kept))
        }
    }
}
