import RuleEngine
import Testing

@testable import Analyst

/// R5: versions for groups of readers, and parts to choose.
@Suite struct VersionTests {
    private static func document(_ language: Language = .nl) throws -> AnalysisDocument {
        AnalysisComposer(try Project.area("sheets/areas/utrecht-overvecht.yaml"), language: language).document()
    }

    private static func version(_ code: String) throws -> ReportPlan.Version {
        try #require(try Project.rules.get().report.version(code))
    }

    private static func text(_ document: AnalysisDocument, _ format: ReportFormat, _ version: String) throws -> String {
        let request = ReportRequest(format, document.language, version: try Self.version(version))
        return String(decoding: try ReportRenderer.bytes([document], request), as: UTF8.self)
    }

    @Test func `R5 the rules name the versions, and each shows some parts`() throws {
        let plan = try Project.rules.get().report
        #expect(plan.versions.map(\.code) == ["residents", "council", "partners", "board", "full"])
        for version in plan.versions { #expect(!version.parts.isEmpty) }
        #expect(Set(try Self.version("full").parts.keys) == Set(plan.parts.map(\.code)))
    }

    @Test(arguments: Language.allCases)
    func `R5 the version for residents and that for the council fit on two pages`(language: Language) throws {
        let document = try Self.document(language)
        for version in ["residents", "council"] {
            let words = try Self.text(document, .text, version).split(whereSeparator: \.isWhitespace).count
            #expect((150...800).contains(words), "\(version): \(words)")
        }
    }

    @Test(arguments: Language.allCases, [ReportFormat.html, .text, .md])
    func `R5 residents and council read no codes, names of rules, tables or check sums`(
        language: Language, format: ReportFormat
    ) throws {
        let document = try Self.document(language)
        for version in ["residents", "council"] {
            let page = try Self.text(document, format, version)
            let text = page.split(separator: "</style>").last ?? ""
            #expect(!text.contains(#/[0-9a-f]{40}/#))
            #expect(!text.contains(#/\b[0-9]{5}NED\b/#))
            #expect(!text.contains(#/\b[A-Z]{3,4}-[0-9]{2}\b/#), "a finding of a publication")
            for template in try Project.rules.get().ruleBase.templates {
                let name = "\(template.name):"
                let ids = text.split { $0.isWhitespace || $0 == "<" || $0 == ">" || $0 == "`" }
                    .filter { $0.hasPrefix(name) && $0.count > name.count }
                #expect(ids == [], "\(version)")
            }
        }
    }

    @Test func `R5 the version for the board is some ten pages, that for partners and the full one are longer`() throws
    {
        let document = try Self.document()
        let words = try ["residents", "board", "partners", "full"].map {
            try Self.text(document, .text, $0).split(whereSeparator: \.isWhitespace).count
        }
        #expect(words == words.sorted())
        #expect((2000...4500).contains(words[1]), "\(words[1])")
    }

    @Test func `R5 parts are those that are asked for, in the order of the report`() throws {
        let document = try Self.document()
        let chosen = document.selection(nil, parts: ["kernopgaven", "verhaal"])
        #expect(chosen.parts.map(\.id) == ["verhaal", "kernopgaven", "kernopgaven-annex"])
        let residents = document.selection(try Self.version("residents"), parts: ["verhaal", "pakket"])
        #expect(residents.parts.map(\.id) == ["verhaal", "pakket"])
        #expect(residents.parts.allSatisfy { $0.number == nil })
    }

    @Test func `a version shows of a part what stands before its first heading, titles, the main text, or all`() throws
    {
        let finding = AnalysisDocument.Outline(
            id: FindingID(template: "problem", key: ["x"]), title: "Too dear", remark: "Very.")
        let part = AnalysisDocument.Part(
            id: "a", number: 1, title: "A", intro: "Intro.",
            blocks: [
                .paragraph("One."), .heading("Gone"), .heading("Kept"), .outline([finding]),
                .heading("Also gone"), .table(.init(caption: "t", columns: [], rows: [], note: nil)),
            ], annex: [.paragraph("Ground.")])
        let document = AnalysisDocument(
            id: "x", title: "X", municipality: "Y", date: TownRules.date, language: .en, isProvisional: false,
            isCutShort: false, parts: [part])
        func shown(_ extent: ReportPlan.Extent) -> String {
            let version = ReportPlan.Version(
                code: "v", title: LocalizedText(verbatim: "v"), isPlain: false, parts: ["a": extent])
            return document.selection(version, parts: []).parts.flatMap(\.blocks).map { block in
                switch block {
                case .paragraph(let text), .heading(let text): text
                case .list(let items): items.joined()
                case .outline(let findings): findings.map(\.line).joined()
                default: "table"
                }
            }.joined(separator: "|")
        }
        #expect(shown(.lead) == "One.")
        #expect(shown(.brief) == "One.|Kept|Too dear")
        #expect(shown(.main) == "One.|Gone|Kept|Too dear. Very.|Also gone|table")
        #expect(shown(.whole) == "One.|Gone|Kept|Too dear. Very.|Also gone|table|Ground.")
    }

    @Test(arguments: [ReportFormat.html, .odt, .docx])
    func `a version says for whom it is, and tells on its last page what it rests on`(format: ReportFormat) throws {
        let document = try Self.document(.en)
        let request = ReportRequest(format, .en, version: try Self.version("council"), author: "Team Overvecht")
        let bytes = try ReportRenderer.bytes([document], request)
        let text =
            format == .html ? String(decoding: bytes, as: UTF8.self) : try UnpackedReport(bytes).text()
        #expect(text.contains("For the municipal council"))
        #expect(text.contains("About this report"))
        #expect(text.contains("CC BY 4.0"))
        #expect(text.contains("Drawn up by: Team Overvecht"))
        #expect(text.contains("Fact sheet: utrecht-overvecht"))
    }
}
