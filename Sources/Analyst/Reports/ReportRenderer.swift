package import RuleEngine

/// Analyses in the form that a reader asks for.
package enum ReportRenderer {
    /// The same analyses in the same language give the same characters.
    ///
    /// - Parameter details: All in its place. Without it HTML has the main text with annexes behind it, text and Markdown the
    ///   main text alone; JSON always has all.
    /// - Returns: A text that ends with a line break. Analyses keep the order in which they are given.
    package static func render(
        _ analyses: [AnalysisDocument], format: ReportFormat, language: Language, details: Bool = true
    ) -> String {
        let analyses =
            details || format == .json
            ? analyses.map(\.whole) : format == .html ? analyses.map(\.withAnnexes) : analyses.map(\.mainText)
        switch format {
        case .text:
            let report = TextReport(language: language)
            return analyses.map(report.text).joined(separator: "\n\n")
        case .md:
            let report = MarkdownReport(language: language)
            return analyses.map(report.text).joined(separator: "\n---\n\n")
        case .json:
            return JSONReport(language: language).text(analyses)
        case .html:
            return HTMLReport(language: language).text(analyses)
        }
    }
}
