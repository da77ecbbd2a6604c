package import RuleEngine

/// Analyses in the form that a reader asks for.
package enum ReportRenderer {
    /// The same analyses in the same language give the same characters.
    ///
    /// - Parameter details: Text and Markdown have room for what HTML shows on demand: without it they name it only.
    /// - Returns: A text that ends with a line break. Analyses keep the order in which they are given.
    package static func render(
        _ analyses: [AnalysisDocument], format: ReportFormat, language: Language, details: Bool = true
    ) -> String {
        let isWhole = details || format == .html || format == .json
        let analyses = isWhole ? analyses : analyses.map(\.brief)
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
