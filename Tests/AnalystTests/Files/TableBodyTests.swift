import RuleEngine
import Testing

@testable import Analyst

/// A row that has lost a cell or gained one is refused, and so is a table that ends too early; remarks are not.
@Suite struct TableBodyTests {
    @Test(arguments: [
        ("a;b;c\n1;2;3;4\n", "table/row-too-long 2:7"),
        ("a;b;c\n1;2;3;;\n", "no failure"),
        ("a;b;c\n1;2\n4;5;6\n", "table/row-too-short 2:3"),
        ("a;b;c\n1;2;\n4;5;6\n", "no failure"),
        ("a;b;c;\n1;2;3\n", "no failure"),
        ("a;b;c\n1;2;3\n4;5", "table/cut-off 3:3"),
        ("a;b;c\n1;2;3\n4;5;6", "no failure"),
        ("a;b;c\n1;2;3\nBU0001", "table/cut-off 3:1"),
        ("a;b;c\n1;2;3\nBU0001\n", "table/row-too-short 3:1"),
        ("a;b;c\n1;2;3\nOude Wes", "table/cut-off 3:1"),
        ("a;b;c\n1;2;3\nBron: CBS", "no failure"),
        ("a;b;c\n1;2;3\nVoorlopige cijfers\n", "no failure"),
        ("a;b;c\n1;2;3\n4;\"5", "table/unclosed-quote 3:3"),
    ])
    func `cells that are missing or too many are told with their place`(text: String, expected: String) {
        #expect(failure { try published(text) } == expected)
    }

    @Test func `rows may end early where the publisher leaves out what is empty`() throws {
        let table = try published("GBD,KL16,KL18\n1011,3,4\n1012\n1013,5\n", shortRows: .allowed)
        #expect(try figureTexts(table, "KL18") == ["4", "(empty)", "(empty)"])
        #expect(
            failure { try published("GBD,KL16,KL18\n1011,3,4\n1013,5", shortRows: .allowed) } == "table/cut-off 3:6")
    }

    @Test func `a key whose figures are all empty is a row, a remark is not`() throws {
        let table = try published("code;x;y\nBU00010101;;\nBron: CBS;;\nZie ook de toelichting.;;\n")
        #expect(try texts(table, "code") == ["BU00010101"])
        #expect(table.footer == ["Bron: CBS", "Zie ook de toelichting."])
    }

    @Test func `a list of one column has no remarks`() throws {
        let table = try published("code\nGM0599\nGM0363\n")
        #expect(try texts(table, "code") == ["GM0599", "GM0363"])
    }

    @Test func `the same name over different columns is refused where it is used, over equal ones not`() throws {
        let table = try published("a;Tussenwoning_49;Tussenwoning_57\n1;2;3\n")
        #expect(failure { try table.column(["Tussenwoning"]) } == "table/column-twice 1:19")
        #expect(failure { try table.column(["a"]) } == "no failure")
        #expect(try published("a;b;b\n1;2;2\n").column(["b"]) == 1)
    }

    @Test func `text in UTF-8, UTF-16 and the code page of Windows is the same table`() throws {
        let text = "naam;prijs €\nCafé ’t Hoekje;2,5\n"
        var encodings: [[UInt8]] = [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8)]
        for mark in [[], [UInt16(0xFEFF)]] {
            let units = mark + Array(text.utf16)
            encodings.append(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
            encodings.append(units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
        }
        let windows: [Character: UInt8] = ["€": 0x80, "é": 0xE9, "’": 0x92]
        encodings.append(text.map { windows[$0] ?? $0.asciiValue ?? 0x3F })
        for bytes in encodings {
            let table = try PublishedTable(TableSheet(TableText(name: "t.csv", bytes: bytes)))
            #expect(table.columns.map(\.header) == ["naam", "prijs €"])
            #expect(try texts(table, "naam") == ["Café ’t Hoekje"])
        }
    }

    @Test func `UTF-8 that ends inside a character is not taken for another encoding`() throws {
        let bytes = Array("naam;x\ncafé;1\ncaf".utf8) + [0xC3]
        let text = TableText(name: "t.csv", bytes: bytes)
        #expect(text.text(0..<text.bytes.count).hasPrefix("naam;x\ncafé;1\ncaf"))
        #expect(failure { try PublishedTable(TableSheet(text)) } == "table/cut-off 3:1")
    }
}
