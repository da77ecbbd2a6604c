import RuleEngine

/// The work on one area: the sheet that it began with, and what was answered since.
package struct Dossier: Sendable, Identifiable {
    package let summary: DossierSummary
    /// The text that the answers go into, byte for byte as it came; answers in it are among `answers`, or were changed.
    package let sheetText: String
    /// As they stand, in the order of the sheet.
    package let answers: [Answer]

    package init(_ summary: DossierSummary, sheetText: String, answers: [Answer]) {
        self.summary = summary
        self.sheetText = sheetText
        self.answers = answers
    }

    package var id: DossierID { summary.id }
    package var title: String { summary.title }
    package var revision: Int { summary.revision }
    package var isClosed: Bool { summary.isClosed }

    /// The sheet with the answers as they stand.
    package func sheet() throws(BadInput) -> FactSheet { sheet(of: try originalSheet()) }

    /// The same for who has read the text before.
    ///
    /// - Parameter original: the sheet that the answers go into.
    package func sheet(of original: FactSheet) -> FactSheet {
        var sheet = original
        sheet.answers = answers
        return sheet
    }

    /// The sheet as a text: where no answer was changed, the very bytes that it began with.
    package func text() throws(BadInput) -> String {
        let mark = sheetText.unicodeScalars.first == "\u{FEFF}" ? "\u{FEFF}" : ""
        return try mark + originalSheet().text(withAnswers: answers)
    }

    /// The text that the answers go into, as somebody makes it of the sheet that is there; its byte order mark stays.
    ///
    /// - Returns: `nil` where nothing is made of it.
    package func sheetText(_ edit: (FactSheet) -> String?) throws(BadInput) -> String? {
        let mark = sheetText.unicodeScalars.first == "\u{FEFF}" ? "\u{FEFF}" : ""
        return edit(try originalSheet()).map { mark + $0 }
    }

    /// The sheet that the answers go into, as it is written.
    package func originalSheet() throws(BadInput) -> FactSheet {
        try FactSheet.read(SourceFile(name: summary.title, text: sheetText))
    }
}
