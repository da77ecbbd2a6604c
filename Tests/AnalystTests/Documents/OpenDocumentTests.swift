import RuleEngine
import Testing

@testable import Analyst

/// R1, R2, R3: the report as OpenDocument text.
@Suite struct OpenDocumentTests {
    private static func report(_ language: Language = .nl, count: Int = 1) throws -> UnpackedReport {
        let samples = try (1...count).map { try SampleAnalysis.withData(language, id: "sample \($0)") }
        return try UnpackedReport(samples, .odt, language)
    }

    @Test func `the kind of file stands first and is not packed`() throws {
        let report = try Self.report()
        #expect(report.names.first == "mimetype")
        #expect(
            String(decoding: report.bytes[30..<77], as: UTF8.self) == "mimetypeapplication/vnd.oasis.opendocument.text")
        let listed = try report.tree("META-INF/manifest.xml").all("manifest:file-entry")
            .compactMap { $0["manifest:full-path"] }
        #expect(Set(listed) == Set(report.names).subtracting(["mimetype", "META-INF/manifest.xml"]).union(["/"]))
    }

    @Test(arguments: [1, 2])
    func `R3 headings begin at 1 and no level is left out`(count: Int) throws {
        let headings = try Self.report(count: count).tree("content.xml").all("text:h")
        let levels = headings.compactMap { $0["text:outline-level"].flatMap(Int.init) }
        #expect(levels.first == 1)
        for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1) }
        for heading in headings {
            let level = heading["text:outline-level"] ?? ""
            #expect(["Heading_20_\(level)", "Page_\(level)"].contains(heading["text:style-name"]))
        }
    }

    @Test(arguments: Language.allCases)
    func `R3 the document has its language and its title`(language: Language) throws {
        let report = try Self.report(language)
        let meta = try report.tree("meta.xml")
        #expect(meta.first("dc:title")?.text == language.word("Buurtanalyse Oost & West", "Analysis of Oost & West"))
        #expect(meta.first("dc:language")?.text == language.word("nl-NL", "en-GB"))
        let style = try #require(try report.tree("styles.xml").all("style:default-style").first)
        #expect(style.first("style:text-properties")?["fo:language"] == language.rawValue)
    }

    @Test func `R3 every table has a header row that repeats, a caption above it and a title`() throws {
        let content = try Self.report().tree("content.xml")
        let tables = content.all("table:table")
        #expect(tables.count == 2)
        for table in tables {
            #expect(table.all("table:table-header-rows").count == 1)
            #expect(table.first("table:title")?.text.isEmpty == false)
            let rows = table.all("table:table-row").map { $0.children.count }
            #expect(Set(rows).count == 1, "no cells are merged")
            #expect(table.all("table:table-column").count == rows.first)
        }
        let captions = content.all("text:p").filter { $0["text:style-name"] == "Table" }.map(\.text)
        #expect(captions.last == "Tabel 2. Woningen naar eigendom")
    }

    @Test func `R3 every drawing has a title, a description and its file`() throws {
        let report = try Self.report()
        let frame = try #require(try report.tree("content.xml").first("draw:frame"))
        #expect(frame.first("svg:title")?.text == "Inkomens liggen ver achter")
        #expect(frame.first("svg:desc")?.text.contains("Lage inkomens: 2,72") == true)
        let picture = try report.tree(try #require(frame.first("draw:image")?["xlink:href"]))
        #expect(picture.name == "svg")
        #expect(picture.children.prefix(2).map(\.name) == ["title", "desc"])
    }

    @Test(arguments: [1, 2])
    func `R13 every link leads to a bookmark, and each bookmark stands once`(count: Int) throws {
        let content = try Self.report(count: count).tree("content.xml")
        let marks = content.all("text:bookmark-start").compactMap { $0["text:name"] }
        #expect(Set(marks).count == marks.count)
        #expect(content.all("text:bookmark-end").compactMap { $0["text:name"] } == marks)
        let links = content.all("text:a").compactMap { $0["xlink:href"] }
        #expect(links.count > 6)
        for link in links { #expect(link.hasPrefix("#") && marks.contains(String(link.dropFirst())), "\(link)") }
        // From the line of a finding to the annex, and back.
        let prefix = count == 1 ? "" : "a1-"
        #expect(links.contains("#\(prefix)f-problem-armoede"))
        #expect(links.contains("#\(prefix)o-problem-armoede"))
    }

    @Test func `every style that is used is there`() throws {
        let report = try Self.report()
        let (content, styles) = (try report.tree("content.xml"), try report.tree("styles.xml"))
        let names = (content.flattened + styles.flattened).filter {
            $0.name.hasSuffix("-style") || $0.name == "style:style"
        }
        .compactMap { $0["style:name"] }
        for key in [
            "text:style-name", "table:style-name", "draw:style-name", "style:parent-style-name",
            "style:next-style-name",
        ] {
            for used in (content.flattened + styles.flattened).compactMap({ $0[key] }) {
                #expect(names.contains(used), "\(used)")
            }
        }
    }

    @Test func `markup and hidden characters in a text are shown as text`() throws {
        let text = try Self.report().tree("content.xml").text
        #expect(text.contains("Schulden <hoog>"))
        #expect(text.contains("1. <b>geen opmaak</b> | #"))
    }

    @Test func `R2 a long report has a list of contents of which every entry is a heading`() throws {
        let parts = (1...8).map { (number: Int) in
            AnalysisDocument.Part(
                id: "p\(number)", number: number, title: "Deel \(number)", intro: nil, blocks: [.paragraph("x")])
        }
        let document = AnalysisDocument(
            id: "x", title: "X", municipality: "Y", date: TownRules.date, language: .nl, isProvisional: false,
            isCutShort: false, parts: parts)
        let content = try UnpackedReport([document], .odt).tree("content.xml")
        let body = try #require(content.first("text:index-body"))
        let entries = body.all("text:a").map(\.text)
        #expect(entries == content.all("text:h").map(\.text))
        #expect(entries.last == "Over dit rapport")
        #expect(body.all("text:bookmark-ref").count == entries.count)
        #expect(try UnpackedReport([SampleAnalysis.make()], .odt).tree("content.xml").first("text:index-body") == nil)
    }

    @Test func `R14 the last page tells what the report rests on and who decides`() throws {
        let text = try Self.report(.en).tree("content.xml").text
        #expect(text.contains("About this report"))
        #expect(text.contains("Regels: 0123abcd"))
        #expect(text.hasSuffix("People decide, and can depart from every outcome with a reason."))
    }

    @Test func `G8 the same analysis gives the same bytes`() throws {
        #expect(try Self.report().bytes == Self.report().bytes)
    }
}
