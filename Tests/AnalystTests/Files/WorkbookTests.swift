import RuleEngine
import Testing

@testable import Analyst

/// Workbooks: all their sheets, their texts wherever these stand, and numbers as they are stored.
@Suite struct WorkbookTests {
    /// An XLSX file of these sheets, each the content of `sheetData`.
    static func xlsx(_ sheets: [(name: String, data: String)], shared: [String] = [], formats: String = "") -> [UInt8] {
        var writer = ZipWriter()
        writer.add("[Content_Types].xml", "<Types/>")
        let list = sheets.enumerated().map { #"<sheet name="\#($1.name)" sheetId="\#($0 + 1)" r:id="r\#($0 + 1)"/>"# }
        writer.add(
            "xl/workbook.xml",
            #"<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>\#(list.joined())</sheets></workbook>"#
        )
        let relations = sheets.indices.map {
            #"<Relationship Id="r\#($0 + 1)" Type="http://example.org/relationships/worksheet" Target="worksheets/sheet\#($0 + 1).xml"/>"#
        }
        writer.add("xl/_rels/workbook.xml.rels", "<Relationships>\(relations.joined())</Relationships>")
        if !shared.isEmpty {
            writer.add("xl/sharedStrings.xml", "<sst>\(shared.map { "<si>\($0)</si>" }.joined())</sst>")
        }
        if !formats.isEmpty { writer.add("xl/styles.xml", "<styleSheet>\(formats)</styleSheet>") }
        for (number, sheet) in sheets.enumerated() {
            writer.add(
                "xl/worksheets/sheet\(number + 1).xml", "<worksheet><sheetData>\(sheet.data)</sheetData></worksheet>")
        }
        return writer.file
    }

    /// An ODS file with these tables.
    static func ods(_ tables: String, type: String = "application/vnd.oasis.opendocument.spreadsheet") -> [UInt8] {
        var writer = ZipWriter()
        writer.add("mimetype", Array(type.utf8), method: 0)
        writer.add(
            "content.xml",
            #"<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:calcext="c"><office:body><office:spreadsheet>\#(tables)</office:spreadsheet></office:body></office:document-content>"#
        )
        return writer.file
    }

    private func tables(_ bytes: [UInt8], name: String = "cijfers.xlsx") throws -> [PublishedTable] {
        try TableDocument(name: name, bytes: bytes).tables()
    }

    @Test func `shared texts, texts in cells, numbers, days and percentages of an XLSX file are read`() throws {
        let data = """
            <row r="1"><c r="A1" t="s"><v>0</v></c></row>
            <row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" t="inlineStr"><is><t>inwoners</t></is></c><c r="C3" t="str"><f>X</f><v>aandeel</v></c><c r="D3" t="inlineStr"><is><t>peildatum</t></is></c><c r="E3" t="inlineStr"><is><t>bron</t></is></c></row>
            <row r="4"><c r="A4" t="s"><v>2</v></c><c r="B4"><v>4195</v></c><c r="C4" s="1"><v>0.127</v></c><c r="D4" s="2"><v>44927</v></c></row>
            <row><c t="inlineStr"><is><r><t>BU0001</t></r><r><t>0102</t></r><rPh><t>x</t></rPh></is></c><c><v>27.100000000000001</v></c><c s="1"><v>1</v></c><c s="3"><v>60</v></c><c t="e"><v>#N/A</v></c></row>
            """
        let bytes = Self.xlsx(
            [("Blad 1", data)],
            shared: [
                "<t>Kerncijfers</t>", "<r><t>buurt</t></r><r><t>code</t></r>", "<t>BU00010101</t><rPh><t>y</t></rPh>",
            ],
            formats: """
                <numFmts><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="&quot;dd&quot;0.0"/></numFmts>
                <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
                <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="165"/></cellXfs>
                """)
        let table = try #require(try tables(bytes).first)
        #expect(table.name == "cijfers.xlsx › Blad 1")
        #expect(table.title == "Kerncijfers")
        #expect(table.columns.map(\.name) == ["buurtcode", "inwoners", "aandeel", "peildatum", "bron"])
        #expect(try texts(table, "buurtcode") == ["BU00010101", "BU00010102"])
        #expect(
            try figureTexts(table, "inwoners", expecting: .whole).map(FEELNumber.init) == [4195, FEELNumber("27.1")])
        #expect(try figureTexts(table, "aandeel").map(FEELNumber.init) == [FEELNumber("12.7"), 100])
        #expect(try texts(table, "peildatum") == ["2023-01-01", "60"])
        #expect(try figureTexts(table, "bron") == ["(empty)", "(unavailable)"])
        #expect(failure { try figureTexts(table, "peildatum") } == "table/not-a-number 4:4")
    }

    @Test func `a message about a workbook names sheet and cell`() throws {
        let data = """
            <row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1" t="inlineStr"><is><t>b</t></is></c></row>
            <row r="7"><c r="A7"><v>1</v></c><c r="AB7" t="inlineStr"><is><t>twee</t></is></c></row>
            <row r="9"><c r="A9"><v>1</v></c><c r="B9" t="inlineStr"><is><t>4.195</t></is></c></row>
            """
        let sheet = try #require(try TableDocument(name: "x.xlsx", bytes: Self.xlsx([("Blad", data)])).sheets.first)
        let error = #expect(throws: BadInput.self) { try PublishedTable(sheet) }
        let diagnostic = try #require(error?.diagnostics.first)
        #expect(diagnostic.code == "table/row-too-long")
        #expect(diagnostic.span?.file == "x.xlsx › Blad")
        #expect(diagnostic.span?.start.line == 7)
        #expect(diagnostic.message.nl.hasSuffix("(cel AB7)"))
        #expect(diagnostic.message.en.hasSuffix("(cell AB7)"))
    }

    @Test func `all sheets are read, and what they leave out at the end of a row is empty`() throws {
        let bytes = Self.xlsx([
            ("Leeg", ""),
            (
                "Een",
                #"<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="C1" t="inlineStr"><is><t>c</t></is></c></row><row r="2"><c r="A2"><v>1</v></c></row>"#
            ),
            (
                "Twee",
                #"<row r="5"><c r="B5" t="inlineStr"><is><t>x</t></is></c><c r="C5" t="inlineStr"><is><t>y</t></is></c></row><row r="6"><c r="C6"><v>1.0E-2</v></c></row>"#
            ),
        ])
        let found = try tables(bytes)
        #expect(found.map(\.name) == ["cijfers.xlsx › Een", "cijfers.xlsx › Twee"])
        #expect(try figureTexts(found[0], "c") == ["(empty)"])
        #expect(try figureTexts(found[1], "y").map(FEELNumber.init) == [FEELNumber("0.01")])
    }

    @Test(arguments: ["<f>1+1</f>", "<f>1+1</f><v></v>", "<f>1/0</f><v/>"])
    func `a formula without a result is refused where its figure is wanted`(cell: String) throws {
        let data =
            #"<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1" t="inlineStr"><is><t>b</t></is></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2">\#(cell)</c></row>"#
        let table = try #require(try tables(Self.xlsx([("S", data)])).first)
        #expect(failure { try figureTexts(table, "b") } == "table/formula 2:2")
        #expect(try figureTexts(table, "a") == ["1"])
    }

    @Test func `an ODS file is read: texts, stored numbers, percentages, days, repeats; remarks are not`() throws {
        let bytes = Self.ods(
            """
            <table:table table:name="Cijfers"><table:table-column/>
            <table:table-header-rows><table:table-row><table:table-cell office:value-type="string"><text:p>buurt</text:p><text:p>code</text:p></table:table-cell><table:table-cell office:value-type="string"><office:annotation><text:p>let op</text:p></office:annotation><text:p>in<text:s text:c="2"/><text:span>woners</text:span></text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>aandeel</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>dag</text:p></table:table-cell></table:table-row></table:table-header-rows>
            <table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
            <table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string"><text:p>WK01</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="4195"><text:p>4.195</text:p></table:table-cell><table:table-cell office:value-type="percentage" office:value="0.127"><text:p>12,7%</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2023-01-01T00:00:00"><text:p>1-1-23</text:p></table:table-cell></table:table-row>
            <table:table-row><table:table-cell office:value-type="string"><text:p>WK02</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="7"><text:p>7</text:p></table:table-cell><table:table-cell table:formula="of:=NA()" office:value-type="string" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell></table:table-row>
            <table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
            </table:table>
            """)
        let table = try #require(try tables(bytes, name: "cijfers.ods").first)
        #expect(table.name == "cijfers.ods › Cijfers")
        #expect(table.columns.map(\.name) == ["buurt\ncode", "in  woners", "aandeel", "dag"])
        #expect(try figureTexts(table, "inwoners") == ["4195", "4195", "7"])
        #expect(try figureTexts(table, "aandeel").map(FEELNumber.init) == [FEELNumber("12.7"), FEELNumber("12.7"), 7])
        #expect(try texts(table, "dag") == ["2023-01-01", "2023-01-01", "#N/A"])
        #expect(failure { try table.figure(table.rows[2], 0, .whole) } == "table/not-a-number 7:1")
    }

    @Test func `declarations in a workbook are refused, so that no text in it can grow`() {
        let bomb = """
            <?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>
            """
        var writer = ZipWriter()
        writer.add("xl/workbook.xml", "<workbook><sheets/></workbook>")
        writer.add("xl/sharedStrings.xml", bomb)
        #expect(failure { try tables(writer.file) } == "workbook/broken")
    }

    @Test(arguments: [
        #"<row r="1"><c r="A1"><v>1</v></c>"#,
        #"<row r="1"><c r="A1"><v>1</w></c></row>"#,
        #"<row r="1">&unknown;</row>"#,
    ])
    func `a broken part of a workbook is named`(data: String) {
        #expect(failure { try tables(Self.xlsx([("S", data)])) } == "workbook/broken")
    }

    @Test func `a sheet that says to be endless is refused`() {
        let row = #"<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>"#
        #expect(failure { try tables(Self.xlsx([("S", row)])) } == "table/too-large")
        let repeated = Self.ods(
            #"<table:table table:name="S"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row></table:table>"#
        )
        #expect(failure { try tables(repeated) } == "table/too-large")
    }

    @Test func `rows and references beyond all bounds stop nothing`() throws {
        let data =
            #"<row r="99999999999999999999"><c r="A1" t="s"><v>5</v></c><c r="" t="s"><v>-1</v></c><c r="7"><v>1</v></c></row><row r="-3"><c s="900"><v>2</v></c></row>"#
        #expect(failure { try tables(Self.xlsx([("S", data)])) } == "no failure")
    }
}
