import RuleEngine
import Testing

@testable import Analyst

/// R1, R15, R16: the figures as workbooks and CSV.
@Suite struct WorkbookReportTests {
    @Test(arguments: [ReportFormat.xlsx, .ods])
    func `R16 a workbook has notes first, one table to a sheet, and one row of headers`(format: ReportFormat) throws {
        let report = try UnpackedReport([SampleAnalysis.withData(), SampleAnalysis.withData(id: "two")], format)
        let document = try TableDocument(name: "report.\(format)", bytes: report.bytes)
        #expect(document.sheets.count >= 2)
        let text = try report.text()
        #expect(!text.contains("mergeCell") && !text.contains("number-columns-spanned"))
        let notes = try #require(text.firstRange(of: "Toelichting"))
        let figures = try #require(text.firstRange(of: "Cijfers"))
        #expect(notes.lowerBound < figures.lowerBound)
    }

    @Test(arguments: [ReportFormat.xlsx, .ods])
    func `R1 our own reader finds the numbers as they were`(format: ReportFormat) throws {
        let bytes = try ReportRenderer.bytes([SampleAnalysis.withData()], ReportRequest(format, .nl))
        let tables = try TableDocument(name: "report.\(format)", bytes: bytes).tables()
        let table = try #require(try tables.first { try $0.column(["Waarde"]) != nil })
        #expect(try figureTexts(table, "Waarde").prefix(2) == ["1234.5", "-0.25"])
        #expect(try texts(table, "Cijfer").prefix(2) == ["Sociale huur; \"oud\"", "=HYPERLINK(\"x\")"])
    }

    @Test func `R16 in Office Open XML numbers are numbers, texts are no formulas, and each table has its headers`()
        throws
    {
        let report = try UnpackedReport([SampleAnalysis.withData()], .xlsx)
        let sheet = try report.tree("xl/worksheets/sheet2.xml")
        #expect(sheet.all("f").isEmpty)
        #expect(sheet.all("v").map(\.text) == ["1234.5", "-0.25"])
        #expect(sheet.all("c").filter { $0["t"] == "inlineStr" }.count == 12)
        let table = try report.tree("xl/tables/table2.xml")
        #expect(table["ref"] == "A1:D4")
        let headers = try #require(sheet.all("row").first).all("t").map(\.text)
        #expect(table.all("tableColumn").compactMap { $0["name"] } == headers)
        #expect(headers == ["Gebied", "Cijfer", "Waarde", "Eenheid"])
        // A table without rows is a row of headers alone.
        #expect(!report.names.contains("xl/tables/table3.xml"))
    }

    @Test func `R3 the header row of an OpenDocument sheet is one, and numbers have their value`() throws {
        let content = try UnpackedReport([SampleAnalysis.withData()], .ods).tree("content.xml")
        #expect(content.all("table:table").allSatisfy { $0.all("table:table-header-rows").count == 1 })
        let numbers = content.all("table:table-cell").filter { $0["office:value-type"] == "float" }
        #expect(numbers.compactMap { $0["office:value"] } == ["1234.5", "-0.25"])
        #expect(numbers.map(\.text) == ["1.234,5", "\u{2212}0,25"])
    }

    @Test func `R15 Dutch CSV is as a Dutch spreadsheet program opens it`() throws {
        let bytes = try ReportRenderer.bytes([SampleAnalysis.withData()], ReportRequest(.csv, .nl))
        #expect(Array(bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
        let lines = String(decoding: bytes.dropFirst(3), as: UTF8.self).split(separator: "\r\n").map(String.init)
        #expect(lines[0] == "Gebied;Cijfer;Waarde;Eenheid")
        #expect(lines[1] == "Buurtanalyse Oost & West;\"Sociale huur; \"\"oud\"\"\";1234,5;%")
        #expect(lines[2] == "Buurtanalyse Oost & West;\"'=HYPERLINK(\"\"x\"\")\";-0,25;'-")
        #expect(lines.count == 4)
    }

    @Test func `English CSV is as programs read it`() throws {
        let bytes = try ReportRenderer.bytes([SampleAnalysis.withData(.en)], ReportRequest(.csv, .en))
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").map(String.init)
        #expect(lines[0] == "Area,Figure,Value,Unit")
        #expect(lines[1] == "Analysis of Oost & West,\"Sociale huur; \"\"oud\"\"\",1234.5,%")
    }

    @Test func `columns have letters as spreadsheets give them`() {
        #expect([0, 25, 26, 51, 52, 701, 702].map(ExcelWriter.column) == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"])
    }

    @Test(arguments: ["sheets/areas/rotterdam-zuid.yaml"])
    func `R6 a real area has a row for each figure, with unit, year, benchmarks, direction and source`(path: String)
        throws
    {
        let area = try Project.area(path)
        let document = AnalysisComposer(area, language: .en).document()
        let figures = try #require(document.data[.figures])
        #expect(figures.rows.count == area.sheet.figures.count)
        #expect(figures.rows.allSatisfy { $0.count == figures.columns.count })
        let value = try #require(figures.columns.firstIndex { $0.title == "Value" })
        let known = figures.rows.filter { if case .number = $0[value] { true } else { false } }
        #expect(known.count > 30)
        for title in ["Unit", "Year", "Source", "Good direction"] {
            let column = try #require(figures.columns.firstIndex { $0.title == title })
            #expect(known.allSatisfy { !$0[column].isBlank }, "\(title)")
        }
        for subject in [
            AnalysisData.Subject.findings, .interventions, .instruments, .questions, .amounts, .balance, .parties,
        ] {
            #expect(document.data[subject]?.rows.isEmpty == false, "\(subject)")
        }
        let workbook = Workbook([document], language: .en)
        for sheet in workbook.sheets {
            #expect(Set(sheet.columns.map { $0.title.lowercased() }).count == sheet.columns.count, "\(sheet.name)")
            #expect(sheet.rows.allSatisfy { $0.count == sheet.columns.count })
            #expect(sheet.name.count <= 31)
        }
    }
}
