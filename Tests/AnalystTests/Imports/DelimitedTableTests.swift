import RuleEngine
import Testing

@testable import Analyst

struct DelimitedTableTests {
    @Test(arguments: ["a;b\n1;2\n", "a,b\r\n1,2\r\n", "a\tb\r1\t2", "\u{FEFF}a;b\n1;2\n"])
    func `separator, line ends and byte order mark are recognised`(text: String) throws {
        let table = try table(text, header: ["a", "b"])
        #expect(table.rows.count == 1)
        #expect(table.cell(1, try table.column("a")) == "1")
        #expect(table.cell(1, try table.column("b")) == "2")
    }

    @Test func `bytes that are not UTF-8 are read as ISO-8859-1`() throws {
        let text = TableText(name: "t.csv", bytes: Array("a;b\ncaf".utf8) + [0xE9] + Array(";1\n".utf8))
        let table = try DelimitedTable(text, header: ["a"])
        #expect(table.cell(1, try table.column("a")) == "café")
    }

    @Test func `a quoted field holds separators, quotes and line ends`() throws {
        let table = try table("a;b\n\"x;y \"\"z\"\"\nw\";2\n", header: ["a", "b"])
        #expect(table.cell(1, try table.column("a")) == "x;y \"z\"\nw")
        #expect(table.cell(1, try table.column("b")) == "2")
    }

    @Test func `a separator inside a quoted header does not shift the columns`() throws {
        let table = try table("\"Personen; Bijstand\";b\n7;8\n", header: ["b"])
        #expect(table.cell(1, try table.column("b")) == "8")
    }

    @Test func `the header is found below a preamble, whatever number stands behind a name`() throws {
        let table = try table("Titel;;\n\nOnderwerp;x;\nCode;Inwoners_17;\nGM0001;5;\nBron: CBS;;\n", header: ["code"])
        #expect(table.rows.count == 2)
        #expect(try table.number(table.rows.lowerBound, table.column("Inwoners")) == 5)
        #expect(table.isRemark(table.rows.lowerBound + 1))
        #expect(!table.isRemark(table.rows.lowerBound))
    }

    @Test func `a column without a name takes the words above it`() throws {
        let table = try table("Titel;\n;Gemiddeld\n;inkomen\nCode;\nGM0001;27,9\n", header: ["Code"])
        #expect(try table.number(4, table.column("gemiddeld inkomen")) == FEELNumber("27.9"))
    }

    @Test(arguments: [
        ("12", "12"), ("  12,5 ", "12.5"), ("12.5", "12.5"), ("-0.25", "-0.25"), ("1,60%", "1.60"), ("\u{A0}3", "3"),
    ])
    func `numbers come with comma or point, padded or with a percent sign`(cell: String, value: String) throws {
        let table = try table("a;b\n\(cell);x\n", header: ["a"])
        #expect(try table.number(1, table.column("a")) == FEELNumber(value))
    }

    @Test(arguments: ["", ".", "      .", "NA", "\"\""])
    func `a missing figure is never zero`(cell: String) throws {
        let table = try table("a;b\n\(cell);x\n", header: ["a"])
        #expect(try table.number(1, table.column("a")) == nil)
    }

    @Test func `zero is a figure`() throws {
        let table = try table("a;b\n0;x\n", header: ["a"])
        #expect(try table.number(1, table.column("a")) == .zero)
    }

    @Test func `cells beyond the end of a short row are missing`() throws {
        let table = try table("a;b\n1\n", header: ["a", "b"])
        #expect(try table.number(1, table.column("b")) == nil)
    }

    @Test func `empty cells beyond the header are allowed, filled ones are not`() throws {
        #expect(failure { try table("a;b\n1;2;;\n", header: ["a"]) } == "no failure")
        #expect(failure { try table("a;b\n1;2;3\n", header: ["a"]) } == "table/row-too-long 2:5")
    }

    @Test(arguments: [
        ("x;y\n1;2\n", "table/no-header 1:1"),
        ("a;b\n\"1;2\n", "table/unclosed-quote 2:1"),
        ("a;b\n\"1\"2;3\n", "table/text-after-quote 2:4"),
    ])
    func `a broken table is reported where it breaks`(text: String, expected: String) {
        #expect(failure { try table(text, header: ["a", "b"]) } == expected)
    }

    @Test(arguments: ["1.234,5", "twaalf", "1e5", "12-13"])
    func `a text that is no number is reported at its cell`(cell: String) throws {
        let table = try table("a;b\nx;\(cell)\n", header: ["a"])
        #expect(failure { try table.number(1, table.column("b")) } == "table/not-a-number 2:3")
    }

    @Test func `a column that is used and stands there twice is reported`() throws {
        let table = try table("a;Tussenwoning_49;Tussenwoning_57\n1;2;3\n", header: ["a"])
        #expect(failure { try table.column("Tussenwoning") } == "table/column-twice 1:19")
        #expect(failure { try table.column("a") } == "no failure")
    }
}
