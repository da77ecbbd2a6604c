import RuleEngine
import TestSupport
import Testing

@testable import Analyst

/// The reports of a sample, character by character. `UPDATE_GOLDEN=1` writes them anew; read the difference.
struct ReportGoldenTests {
    @Test(arguments: [ReportFormat.text, .html, .json, .md], Language.allCases)
    func `a report is the same as the one that was read and approved`(
        format: ReportFormat, language: Language
    ) throws {
        let text = try ReportRenderer.text(
            [try SampleAnalysis.make(language)], format: format, language: language, details: format != .html)
        try Golden.expect(text, equals: "Reports/Golden/sample.\(language.rawValue).\(format.rawValue)")
    }
}
