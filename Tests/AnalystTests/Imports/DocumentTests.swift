import Foundation
import RuleEngine
import Testing

@testable import Analyst

/// The same table gives the same figures whatever the format of its file is.
struct DocumentTests {
    private static let rows = smallKeyFigures.split(separator: "\n").map {
        $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }

    private func isNumber(_ cell: String) -> Bool { Int(cell) != nil }

    /// The editions in a file next to the names of its regions.
    private func figures(_ bytes: [UInt8], name: String) throws -> [String] {
        let tables = try recipes().tables(in: TableDocument(name: name, bytes: bytes))
        let collection = try TableCollection(tables + editions(smallNames, name: "namen-2020.csv"))
        return try ["inwoners", "eenpersoons", "bijstand", "huishoudens"].map { indicator in
            let outcome = try outcome(indicator, of: [region("WK000101"), region("WK000102")], in: collection)
            return "\(indicator) \(outcome.map { "\($0.result)" } ?? "-")"
        } + tables.map { "\($0.edition.year)" }
    }

    private var expected: [String] {
        get throws { try figures(Array(smallKeyFigures.utf8), name: "84799NED.csv") }
    }

    @Test func `JSON of OData 3 gives what CSV gives`() throws {
        let names = Self.rows[0]
        let objects = Self.rows.dropFirst().map { row in
            let members = zip(names, row).map { name, cell in
                "\"\(name)\":" + (cell.isEmpty ? "null" : isNumber(cell) ? cell : "\"\(cell)\"")
            }
            return "{\(members.joined(separator: ","))}"
        }
        let json = """
            {"odata.metadata":"https://example.org/ODataApi/OData/84799NED/$metadata#TypedDataSet","value":[\(objects.joined(separator: ","))]}
            """
        #expect(try figures(Array(json.utf8), name: "TypedDataSet-84799NED.json") == expected)
        #expect(try figures(ZipWriter.gzip(json), name: "84799NED.json.gz") == expected)
    }

    @Test func `a workbook with explanations gives what CSV gives`() throws {
        let rows = Self.rows.enumerated().map { number, row in
            let cells = row.enumerated().filter { !$0.element.isEmpty }.map { column, cell in
                let place = "\(TableSheet.letters(column))\(number + 3)"
                return isNumber(cell)
                    ? "<c r=\"\(place)\"><v>\(cell)</v></c>"
                    : "<c r=\"\(place)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(cell)</t></is></c>"
            }
            return "<row r=\"\(number + 3)\">\(cells.joined())</row>"
        }
        let prose = """
            <row r="1"><c r="A1" t="inlineStr"><is><t>Toelichting bij de cijfers</t></is></c></row>
            <row r="3"><c r="B3" t="inlineStr"><is><t>Bron:</t></is></c><c r="C3" t="inlineStr"><is><t>CBS</t></is></c></row>
            """
        let bytes = WorkbookTests.xlsx([("Toelichting", prose), ("Cijfers", rows.joined())])
        #expect(try figures(bytes, name: "84799NED.xlsx") == expected)
        let alone = WorkbookTests.xlsx([("Toelichting", prose)])
        #expect(failure { try figures(alone, name: "84799NED.xlsx") }.hasPrefix("import/unknown-table"))
    }

    @Test func `a zip around a table in UTF-16 gives what CSV gives`() throws {
        var writer = ZipWriter()
        writer.add("leesmij.pdf", "%PDF-1.7")
        writer.add(
            "data.csv", ([0xFEFF] + Array(smallKeyFigures.utf16)).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        #expect(try figures(writer.file, name: "84799NED.zip") == expected)
    }

    @Test func `observations of OData 4 take their titles and units from the codes beside them`() throws {
        let columns = 3..<Self.rows[0].count
        var observations = "Id;Measure;ValueAttribute;Value;StringValue;WijkenEnBuurten\n"
        for (number, row) in Self.rows.dropFirst().enumerated() {
            for column in columns {
                let given = isNumber(row[column].trimmed) ? "None;\(row[column])" : "Confidential;"
                observations += "\(number * 100 + column);M\(column);\(given);;\(row[2])\n"
            }
        }
        let titles = columns.map { column in
            let title = Self.rows[0][column].split(separator: "_").dropLast().joined(separator: "_")
            return "M\(column);1;\(title);\(title == "Koopwoningen" ? "%" : "aantal")\n"
        }
        let codes = "Identifier;Index;Title;Unit\n" + titles.joined()
        let folder = try TemporaryFolder()
        try Data(observations.utf8).write(to: folder.file("84799NED_Observations.csv"))
        try Data(codes.utf8).write(to: folder.file("84799NED_MeasureCodes.csv"))
        let sheet = try #require(try TableFile(url: folder.file("84799NED_Observations.csv")).document().sheets.first)
        let table = try PublishedTable(sheet)
        #expect(try figureTexts(table, "AantalInwoners") == ["1000", "2000", "900", "600", "300", "100", "100"])
        #expect(table.columns[1].unit == "aantal")
    }
}
