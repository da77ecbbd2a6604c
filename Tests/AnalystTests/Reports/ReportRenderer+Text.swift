import RuleEngine

@testable import Analyst

extension ReportRenderer {
    /// A report that is text, as text.
    static func text(
        _ analyses: [AnalysisDocument], format: ReportFormat, language: Language, details: Bool = true
    ) throws -> String {
        String(decoding: try bytes(analyses, ReportRequest(format, language, details: details)), as: UTF8.self)
    }
}
