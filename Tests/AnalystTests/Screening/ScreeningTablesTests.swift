import RuleEngine
import Testing

@testable import Analyst

/// Which table is which, by its columns.
@Suite struct ScreeningTablesTests {
    private let country = SmallCountry(buurten: [.init(name: "Noord")])

    @Test func `tables are recognised in any order`() throws {
        let names = tableText(
            "Key;Title\nNL00;Nederland\nGM0001;Voorbeeld\nBU00010100;Noorderbuurt\n", name: "namen-2020.csv")
        let tables = try SmallCountry.collection([names, country.healthFigures, country.keyFigures])
        #expect(tables.names[region("BU00010100")] == "Noorderbuurt")
        let health = try #require(tables.tables.last)
        #expect(tables.reading("lonely", region("BU00010100"), in: health) == .unknown(.notPublished))
        #expect(tables.reading("very_lonely", region("BU00010100"), in: health).number == FEELNumber("11.2"))
    }

    @Test func `without a table of names the names of the key figures are used, and a code is no name`() throws {
        let tables = try SmallCountry.collection([country.keyFigures])
        #expect(tables.names[region("BU00010100")] == "Noord")
        #expect(tables.names[region("GM0001")] == "Voorbeeld")
        #expect(tables.names[region("WK000101")] == nil)
    }

    @Test func `what cannot be screened is told`() throws {
        let other = tableText("Jaar;Aantal\n2020;5\n", name: "other.csv")
        #expect(failure { try SmallCountry.collection([country.keyFigures, other]) } == "import/unknown-table 1:1")
        #expect(failure { try SmallCountry.collection([country.healthFigures]) } == "import/no-base")
        #expect(
            failure {
                let other = SmallCountry(buurten: [.init(name: "Noord", residents: 900)])
                return try SmallCountry.collection([country.keyFigures, other.keyFigures])
            } == "import/same-edition")
        #expect(failure { try SmallCountry.collection([tableText("")]) } == "table/empty 1:1")
    }

    @Test func `a table without the country is refused, because the rules compare with it`() throws {
        let text = String(decoding: country.keyFigures.bytes, as: UTF8.self).replacing("NL00", with: "GM0002")
        #expect(failure { try SmallCountry.collection([tableText(text, name: "kwb-2020.csv")]) } == "screen/no-country")
    }

    @Test func `health figures of another age are refused`() throws {
        let text = String(decoding: country.healthFigures.bytes, as: UTF8.self).replacing("20300", with: "80200")
        #expect(
            failure { try SmallCountry.collection([country.keyFigures, tableText(text)]) }.hasPrefix(
                "import/other-rows 2:"))
    }
}
