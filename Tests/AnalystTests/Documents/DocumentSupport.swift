import RuleEngine
import Testing

@testable import Analyst

/// A report in some format, unpacked.
struct UnpackedReport {
    let bytes: [UInt8]
    private let archive: ZipArchive

    init(_ analyses: [AnalysisDocument], _ format: ReportFormat, _ language: Language = .nl) throws {
        try self.init(try ReportRenderer.bytes(analyses, ReportRequest(format, language)))
    }

    init(_ bytes: [UInt8]) throws {
        self.bytes = bytes
        archive = try ZipArchive(name: "report", bytes: bytes)
    }

    var names: [String] { archive.members.map(\.name) }

    func content(_ name: String) throws -> [UInt8] {
        try archive.content(of: #require(archive.member(name)), limit: 1 << 26)
    }

    func tree(_ name: String) throws -> MarkupTree { try MarkupTree.read(content(name)) }

    /// All files inside as text, one after the other.
    func text() throws -> String {
        try names.map { String(decoding: try content($0), as: UTF8.self) }.joined(separator: "\n")
    }
}

extension SampleAnalysis {
    /// The sample with tables of data: texts that look like formulas, numbers of each kind, nothing.
    static func withData(_ language: Language = .nl, id: String = "sample") throws -> AnalysisDocument {
        var sample = try make(language, id: id)
        let columns = [
            AnalysisDocument.Table.Column(LocalizedText(nl: "Cijfer", en: "Figure"), language),
            .init(LocalizedText(nl: "Waarde", en: "Value"), language, isNumeric: true),
            .init(LocalizedText(nl: "Eenheid", en: "Unit"), language),
        ]
        let large = try #require(FEELNumber("1234.5"))
        let small = try #require(FEELNumber("-0.25"))
        let rows: [[AnalysisDocument.Table.Cell]] = [
            [.text("Sociale huur; \"oud\""), .number(large), .text("%")],
            [.text("=HYPERLINK(\"x\")"), .number(small), .text("-")],
            [.text("Leeg < & > \u{1}\u{FFFE} \u{202E}"), .empty, .empty],
        ]
        sample.data = AnalysisData(
            notes: [("Bron", "CBS, CC BY 4.0"), ("Let op", "+1 & meer")],
            tables: [
                .init(subject: .figures, columns: columns, rows: rows),
                .init(subject: .parties, columns: columns, rows: []),
            ])
        sample.imprint = .init(lines: ["Cijfers van: CBS"], technical: ["Regels: 0123abcd"])
        return sample
    }
}
