import RuleEngine
import Testing

@testable import Analyst

/// How the parts of an area lie, in a sheet.
@Suite struct RegionOutlineTests {
    private static let sheet = """
        sheet: noord
        title: { nl: Noord, en: North }
        area:
          municipality: { code: GM0001, name: Voorbeeld }
          parts:
            - { code: WK000101, name: Oost }
            - { code: WK000102, name: West }
        figures: {}
        # The last remark.
        answers: []

        """

    private static func read(_ text: String) throws -> FactSheet {
        try FactSheet.read(SourceFile(name: "noord.yaml", text: text))
    }

    private static let square = RegionOutline(rings: [
        [.init(east: 0, north: 0), .init(east: 120, north: 0), .init(east: 120, north: 90), .init(east: 0, north: 90)]
    ])

    @Test(arguments: ["0 0, 120 30, 80 90", "0 0, 9 0, 9 9; 20 20, 29 20, 29 29", "-5 0, 3 -1, 2 2"])
    func `an outline reads back as it was written`(text: String) throws {
        #expect(try #require(RegionOutline(text)).text == text)
    }

    @Test(
        arguments: [
            "", "0 0, 1 1", "0 0, 1 1, x 2", "0 0, 1 1, 2", "0 0, 1 1, 2 2 2", "0 0, 1 1, 1.5 2", "0 0, 1 1, 2000000 3",
        ])
    func `what is no outline is none`(text: String) {
        #expect(RegionOutline(text) == nil)
    }

    @Test(arguments: [nil, "CC BY 4.0: as published, 2020"])
    func `outlines go into a sheet behind what it has, and all else stays`(licence: String?) throws {
        let own = FactSheet.Outlines(
            source: "CBS en Kadaster: wijken 2020", licence: licence,
            lines: [.init(code: "WK000102", outline: Self.square)])
        let text = try Self.read(Self.sheet).text(withOutlines: own)
        #expect(text.hasPrefix(Self.sheet.dropLast()))
        let read = try #require(try Self.read(text).outlines)
        #expect(read.source == own.source && read.licence == licence)
        #expect(read.outline(of: "WK000102") == Self.square && read.outline(of: "WK000101") == nil)
        #expect(try Self.read(text).text(withOutlines: own) == text, "the same again changes nothing")
    }

    @Test func `outlines that are there make way for others, wherever they stand`() throws {
        let first = FactSheet.Outlines(
            source: "a", licence: nil, lines: [.init(code: "WK000101", outline: Self.square)])
        let second = FactSheet.Outlines(
            source: "b", licence: nil, lines: [.init(code: "WK000102", outline: Self.square)])
        for sheet in [
            try Self.read(Self.sheet).text(withOutlines: first),
            Self.sheet.replacing(
                "# The last",
                with: "outlines: { source: a, lines: { WK000101: '0 0, 1 0, 1 1' } } # theirs\n# The last"),
            Self.sheet.replacing(
                "# The last", with: "outlines:\n  source: a\n  lines:\n    WK000101: 0 0, 1 0, 1 1\n# The last"),
        ] {
            let text = try Self.read(sheet).text(withOutlines: second)
            let read = try #require(try Self.read(text).outlines)
            #expect(read.source == "b" && read.lines.map(\.code) == ["WK000102"], "\(text)")
            #expect(text.contains("# The last remark.\nanswers: []"), "\(text)")
        }
    }

    @Test func `a sheet in braces keeps them`() throws {
        let area = "{ municipality: { code: GM0001, name: V }, parts: [{ code: WK000101, name: Oost }] }"
        let sheet = "{ sheet: noord, title: { nl: Noord, en: North }, area: \(area), figures: {} }\n"
        let own = FactSheet.Outlines(
            source: "a, b", licence: nil, lines: [.init(code: "WK000101", outline: Self.square)])
        let text = try Self.read(sheet).text(withOutlines: own)
        #expect(try Self.read(text).outlines?.outline(of: "WK000101") == Self.square, "\(text)")
    }

    @Test(arguments: [
        ("outlines: { source: a, lines: { WK000101: '0 0, 1 1' } }", "sheet/outline"),
        ("outlines: { source: a, lines: { WK000109: '0 0, 1 0, 1 1' } }", "sheet/unknown-part"),
        ("outlines: { lines: { WK000101: '0 0, 1 0, 1 1' } }", "yaml/missing-key"),
    ])
    func `what is wrong with outlines is told`(entry: String, code: String) throws {
        let fault = #expect(throws: BadInput.self) { try Self.read(Self.sheet + entry + "\n") }
        #expect(fault?.diagnostics.map(\.code) == [code])
    }
}
