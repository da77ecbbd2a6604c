import RuleEngine
import Testing

@testable import Analyst

/// R1, R2, R3: the report as Office Open XML text.
@Suite struct WordTests {
    private static func report(_ language: Language = .nl, count: Int = 1) throws -> UnpackedReport {
        let samples = try (1...count).map { try SampleAnalysis.withData(language, id: "sample \($0)") }
        return try UnpackedReport(samples, .docx, language)
    }

    private static func style(of paragraph: MarkupTree) -> String? { paragraph.first("w:pStyle")?["w:val"] }

    @Test func `every file is listed with its kind, and every relation leads to a file`() throws {
        let report = try Self.report()
        let types = try report.tree("[Content_Types].xml")
        let named = types.all("Override").compactMap { $0["PartName"].map { String($0.dropFirst()) } }
        #expect(named.allSatisfy(report.names.contains))
        let endings = types.all("Default").compactMap { $0["Extension"] }
        for name in report.names where !named.contains(name) && name != "[Content_Types].xml" {
            #expect(endings.contains { name.hasSuffix(".\($0)") }, "\(name)")
        }
        let targets = try report.tree("word/_rels/document.xml.rels").all("Relationship").compactMap { $0["Target"] }
        #expect(targets.count == 5)
        #expect(targets.allSatisfy { report.names.contains("word/\($0)") })
    }

    @Test(arguments: [1, 2])
    func `R3 headings begin at 1 and no level is left out`(count: Int) throws {
        let levels = try Self.report(count: count).tree("word/document.xml").all("w:p").compactMap { paragraph in
            Self.style(of: paragraph).flatMap { $0.hasPrefix("Heading") ? Int($0.dropFirst(7)) : nil }
        }
        #expect(levels.first == 1 && levels.count > 4)
        for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1) }
    }

    @Test(arguments: Language.allCases)
    func `R3 the document has its language and its title`(language: Language) throws {
        let report = try Self.report(language)
        let core = try report.tree("docProps/core.xml")
        #expect(core.first("dc:title")?.text == language.word("Buurtanalyse Oost & West", "Analysis of Oost & West"))
        #expect(core.first("dc:language")?.text == language.word("nl-NL", "en-GB"))
        let defaults = try #require(try report.tree("word/styles.xml").first("w:rPrDefault"))
        #expect(defaults.first("w:lang")?["w:val"] == language.word("nl-NL", "en-GB"))
    }

    @Test func `R3 every table has a header row that repeats, a caption and as many cells in each row`() throws {
        let content = try Self.report().tree("word/document.xml")
        let tables = content.all("w:tbl")
        #expect(tables.count == 2)
        for table in tables {
            let rows = table.all("w:tr")
            #expect(
                rows.map { !$0.all("w:tblHeader").isEmpty } == [true] + Array(repeating: false, count: rows.count - 1))
            #expect(Set(rows.map { $0.all("w:tc").count }) == [table.all("w:gridCol").count])
            #expect(table.first("w:tblCaption")?["w:val"]?.isEmpty == false)
        }
        let captions = content.all("w:p").filter { Self.style(of: $0) == "Caption" }.map(\.text)
        #expect(captions.last == "Tabel 2. Woningen naar eigendom")
        #expect(captions.first == "Figuur 1. Inkomens liggen ver achter")
    }

    @Test func `R3 every drawing has a title, a description and its file`() throws {
        let report = try Self.report()
        let properties = try #require(try report.tree("word/document.xml").first("wp:docPr"))
        #expect(properties["title"] == "Inkomens liggen ver achter")
        #expect(properties["descr"]?.contains("Lage inkomens: 2,72") == true)
        #expect(report.names.contains("word/media/figure-1.emf"))
    }

    @Test(arguments: [1, 2])
    func `R13 every link leads to a bookmark with a name that Word takes`(count: Int) throws {
        let content = try Self.report(count: count).tree("word/document.xml")
        let marks = content.all("w:bookmarkStart").compactMap { $0["w:name"] }
        #expect(Set(marks).count == marks.count)
        #expect(marks.allSatisfy { $0.wholeMatch(of: #/[a-z][a-z0-9_]{0,39}/#) != nil })
        let ids = content.all("w:bookmarkStart").compactMap { $0["w:id"] }
        #expect(Set(ids).count == ids.count)
        #expect(content.all("w:bookmarkEnd").compactMap { $0["w:id"] } == ids)
        let links = content.all("w:hyperlink").compactMap { $0["w:anchor"] }
        #expect(links.count > 6)
        #expect(links.allSatisfy(marks.contains))
    }

    @Test func `every style that is used is there, and every field that begins ends`() throws {
        let report = try Self.report()
        let known = try report.tree("word/styles.xml").all("w:style").compactMap { $0["w:styleId"] }
        for file in ["word/document.xml", "word/footer1.xml", "word/styles.xml"] {
            let tree = try report.tree(file)
            for name in ["w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next"] {
                for style in tree.all(name).compactMap({ $0["w:val"] }) { #expect(known.contains(style), "\(style)") }
            }
            var depth = 0
            for mark in tree.all("w:fldChar") {
                if mark["w:fldCharType"] == "begin" { depth += 1 }
                if mark["w:fldCharType"] == "end" { depth -= 1 }
                #expect(depth >= 0)
            }
            #expect(depth == 0)
        }
    }

    @Test func `the foot of each page has its number`() throws {
        let fields = try Self.report().tree("word/footer1.xml").all("w:fldSimple").compactMap { $0["w:instr"] }
        #expect(fields == [" PAGE ", " NUMPAGES "])
    }

    @Test func `G8 the same analysis gives the same bytes`() throws {
        #expect(try Self.report().bytes == Self.report().bytes)
    }
}

@Suite struct MetafileTests {
    @Test func `a metafile says how long it is, how many records it has, and that it ends`() throws {
        let plot = AnalysisDocument.DotPlot(
            title: "t", description: "d",
            rows: [.init(label: "é\u{1F600} x", unit: "%", value: 3, benchmark: .one, ratio: 3, direction: .lower)])
        let bytes = MetafileDotPlot(DotPlotDrawing(plot, language: .nl, anchor: "a").view).bytes
        func number(_ offset: Int) -> Int { (0..<4).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) } }
        #expect(number(0) == 1 && number(40) == 0x464D_4520)
        #expect(number(48) == bytes.count)
        var (offset, records, last) = (0, 0, 0)
        while offset < bytes.count {
            last = number(offset)
            let size = number(offset + 4)
            try #require(size >= 8 && size % 4 == 0)
            offset += size
            records += 1
        }
        #expect(offset == bytes.count && records == number(52) && last == 14)
    }
}
