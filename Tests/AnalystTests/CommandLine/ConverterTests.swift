import RuleEngine
import Testing

@testable import Analyst
@testable import AnalystTool

/// R1, G8: what the programs of this machine make of a report, where there is one.
@Suite(.enabled(if: PDFProgram.installed != nil)) struct ConverterTests {
    @Test func `G8 a PDF is one, and is the same to the byte when it is made again`() throws {
        let request = ReportRequest(.pdf, .nl)
        let sample = try SampleAnalysis.withData()
        let converter = try #require(PDFProgram.installed)
        let first = try ReportRenderer.bytes([sample], request, converter: converter)
        #expect(first.starts(with: Array("%PDF-".utf8)))
        #expect(try ReportRenderer.bytes([sample], request, converter: converter) == first)
    }
}
