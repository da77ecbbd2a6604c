package import RuleEngine

/// Why a report cannot be had in the form that was asked for.
package enum ReportFault: Error, Hashable, Sendable {
    /// No program is there that makes a PDF.
    case noConverter
    /// The program that makes a PDF did not; what it said about it.
    case conversionFailed(program: String, message: String)

    /// What is the matter, and what can be had instead.
    package func message(in language: Language) -> String {
        switch self {
        case .noConverter: LocalizedText.noConverter[language]
        case .conversionFailed(let program, let message): LocalizedText.failed(program, message)[language]
        }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let noConverter = LocalizedText(
        nl: """
            Er is geen programma gevonden dat een PDF maakt. Installeer WeasyPrint (60 of nieuwer) of Chromium.
            Of kies: --format html en druk af naar PDF vanuit uw browser; --format odt of docx en bewaar als PDF.
            """,
        en: """
            No program was found that makes a PDF. Install WeasyPrint (60 or newer) or Chromium.
            Or choose: --format html and print to PDF from your browser; --format odt or docx and save as PDF.
            """)

    fileprivate static func failed(_ program: String, _ message: String) -> LocalizedText {
        let end = message.isEmpty ? "" : ": \(message)"
        return LocalizedText(
            nl: """
                \(program) kon geen PDF maken\(end)
                U kunt wel --format html vragen en afdrukken naar PDF vanuit uw browser, of --format odt of docx.
                """,
            en: """
                \(program) could not make a PDF\(end)
                You can ask --format html and print to PDF from your browser, or --format odt or docx.
                """)
    }
}
