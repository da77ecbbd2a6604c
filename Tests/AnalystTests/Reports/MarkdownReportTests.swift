import RuleEngine
import Testing

@testable import Analyst

struct MarkdownReportTests {
    @Test func `signs of Markdown and HTML in a text are escaped`() throws {
        let text = MarkdownReport(language: .nl).text(try SampleAnalysis.make())
        #expect(text.contains("- 1\\. \\<b\\>geen opmaak\\</b\\> \\| #"))
        #expect(text.contains("https://example.org/a\\_b\\*c"))
        #expect(!text.contains("<b>"))
    }

    @Test func `every row of a table has as many cells as the table has columns`() throws {
        let text = MarkdownReport(language: .en).text(try SampleAnalysis.make(.en))
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") }
        #expect(rows.count == 10)
        for row in rows {
            let bars = row.replacing("\\|", with: "").count { $0 == "|" }
            #expect(bars == 6 || bars == 4, "\(row)")
        }
    }
}
