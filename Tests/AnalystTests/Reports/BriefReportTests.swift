import RuleEngine
import Testing

@testable import Analyst

/// R4: what a reader meets first is short; what is left out is named and can be had.
@Suite struct BriefReportTests {
    @Test
    func
        `R4 the summary has 400 words at most, and names what is found, what is open, who was not heard and who decides`()
        throws
    {
        let area = try Project.area("sheets/areas/rotterdam-zuid.yaml")
        let words = Language.allCases.map { Self.words(area, $0) }
        #expect(words.allSatisfy { (80...400).contains($0.count) })
        let text = words[1].joined(separator: " ")
        for title in ["Problems (", "Strengths (", "still open)", "Not yet heard: residents", "People decide"] {
            #expect(text.contains(title))
        }
    }

    /// The page with nothing but the summary, in words.
    private static func words(_ area: AreaSession, _ language: Language) -> [Substring] {
        let whole = AnalysisComposer(area, language: language).document()
        let analysis = AnalysisDocument(
            id: whole.id, title: whole.title, municipality: whole.municipality, date: whole.date, language: language,
            isProvisional: true, isCutShort: false, parts: Array(whole.parts.prefix(1)))
        return TextReport(language: language).text(analysis).split { $0.isWhitespace }
    }

    @Test(arguments: [ReportFormat.text, .md])
    func `R4 the short form names the findings behind a summary and says how to see them`(format: ReportFormat) throws {
        let sample = try SampleAnalysis.make()
        let brief = ReportRenderer.render([sample], format: format, language: .nl, details: false)
        let whole = ReportRenderer.render([sample], format: format, language: .nl)
        #expect(brief.count < whole.count)
        #expect(brief.contains("--details") || brief.contains("\\-\\-details"))
        #expect(!whole.contains("--details"))
        let isPlain = format == .text  // Markdown escapes signs of titles.
        for finding in sample.findings where isPlain { #expect(brief.contains(finding.title)) }
    }

    @Test(arguments: [ReportFormat.html, .json])
    func `R4 forms that show details on demand leave nothing out`(format: ReportFormat) throws {
        let sample = try SampleAnalysis.make()
        #expect(
            ReportRenderer.render([sample], format: format, language: .en, details: false)
                == ReportRenderer.render([sample], format: format, language: .en))
    }
}

extension AnalysisDocument {
    fileprivate var findings: [Finding] { parts.flatMap(\.blocks).flatMap(\.findings) }
}
