import Foundation
import RuleEngine
import Testing

@testable import Analyst

/// R9: the note of an answer and the size of a small group stay in the sheet, in every format.
@Suite struct HiddenPeopleDocumentTests {
    /// Every file inside a report, with `#` in the place of each digest: only that of the sheet tells two sheets apart.
    private func contents(_ format: ReportFormat, people: Int, note: String) throws -> String {
        let answer =
            "{ question: overlast, perspective: bewoners, value: true, people: \(people), date: 2024-05-01, "
            + "method: gesprek, note: \"\(note)\" }"
        let files = try VillageFiles(sheet: VillageRules.sheetText(bijstand: "12", answers: [answer]))
        try files.write(HiddenPeopleTests.rules, to: "rules/people.yaml")
        let templates = try files.text("rules/templates.yaml")
        let key = "key: { perspective: { vocabulary: perspectives } }"
        try #require(templates.contains(key))
        try files.write(
            templates.replacing(key, with: key + "\n    fields: { people: { type: number } }"),
            to: "rules/templates.yaml")
        let rules = CompiledRules(try RuleLibrary(argument: files.path("rules")))
        let file = SourceFile(name: "sheet.yaml", text: try files.text("sheet.yaml"))
        let area = AreaSession(
            try FactSheet.read(file).checked(against: rules.ruleBase), under: rules, on: VillageRules.date)
        let document = AnalysisComposer(area, language: .nl).document()
        let converter = EchoConverter()
        let bytes = try ReportRenderer.bytes([document], ReportRequest(format, .nl), converter: converter)
        let text =
            [.odt, .docx, .xlsx, .ods].contains(format)
            ? try UnpackedReport(bytes).text() : String(decoding: bytes, as: UTF8.self)
        return text.replacing(#/[0-9a-f]{64}/#, with: "#")
    }

    @Test(arguments: ReportFormat.allCases)
    func `R9 no format holds a note or the size of a small group`(format: ReportFormat) throws {
        let one = try contents(format, people: 3, note: "Jan Voorbeeld, 06-12345678")
        let two = try contents(format, people: 4, note: "Piet Voorbeeld, 06-87654321")
        #expect(one.count > 40)
        for word in ["Voorbeeld", "12345678", "Jan "] { #expect(!one.contains(word), "\(word)") }
        #expect(one == two)
        // One more is no small group, and is told where the format tells of people at all.
        if ![.xlsx, .ods, .csv].contains(format) {
            #expect(try contents(format, people: 5, note: "-") != one)
        }
    }
}

/// Gives the page itself as the file, so that what would go to a program can be read.
struct EchoConverter: PDFConverter {
    func pdf(of page: String, day: String) throws(ReportFault) -> [UInt8] { Array(page.utf8) }
}
