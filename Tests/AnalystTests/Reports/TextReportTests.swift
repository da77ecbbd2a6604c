import RuleEngine
import Testing

@testable import Analyst

struct TextReportTests {
    @Test(arguments: [80, 60, 40], Language.allCases)
    func `no line is wider than the screen`(width: Int, language: Language) throws {
        let text = TextReport(language: language, width: width).text(try SampleAnalysis.make(language))
        for line in text.split(separator: "\n") {
            #expect(line.count <= width, "\(line)")
        }
    }

    @Test(arguments: [80, 40])
    func `there are no control characters and no spaces at the end of a line`(width: Int) throws {
        let text = TextReport(language: .nl, width: width).text(try SampleAnalysis.make())
        #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
        #expect(text.split(separator: "\n").allSatisfy { $0.last != " " })
    }

    @Test func `a table has columns at 60 characters and is a list under that`() throws {
        let analysis = try SampleAnalysis.make()
        #expect(TextReport(language: .nl, width: 60).text(analysis).contains("Koop               80"))
        #expect(TextReport(language: .nl, width: 59).text(analysis).contains("- Soort: Koop\n  Aantal: 80\n"))
    }

    @Test func `an analysis in which people were heard is not called provisional`() throws {
        let report = TextReport(language: .nl)
        #expect(report.text(try SampleAnalysis.make()).contains("! Voorlopig"))
        #expect(!report.text(try SampleAnalysis.make(isProvisional: false)).contains("! Voorlopig"))
    }

    @Test(arguments: [
        ("", 10, []), ("one two", 7, ["one two"]), ("one two", 6, ["one", "two"]),
        ("a unbreakable b", 5, ["a", "unbreakable", "b"]), ("  spaces \n and lines ", 40, ["spaces and lines"]),
    ])
    func `lines break between words only`(text: String, width: Int, lines: [String]) {
        #expect(TextLines.wrapped(text, width: width) == lines)
    }
}
