import RuleEngine
import Testing

@testable import Analyst

/// Which table is which, by its columns.
@Suite struct ScreeningTablesTests {
    private let country = SmallCountry(buurten: [.init(name: "Noord")])

    @Test func `tables are recognised in any order`() throws {
        let names = tableText("Key;Title\nNL00;Nederland\nGM0001;Voorbeeld\nBU00010100;Noorderbuurt\n")
        let tables = try ScreeningTables.collection([names, country.healthFigures, country.keyFigures])
        #expect(tables.kwb.names[region("BU00010100")] == "Noorderbuurt")
        #expect(tables.rivm?.figures.reading(.lonely, region("BU00010100")) == .unknown(.notPublished))
        #expect(tables.rivm?.figures.reading(.veryLonely, region("BU00010100")).number == FEELNumber("11.2"))
    }

    @Test func `without a table of names the names of the key figures are used, and a code is no name`() throws {
        let tables = try ScreeningTables.collection([country.keyFigures])
        #expect(tables.kwb.names[region("BU00010100")] == "Noord")
        #expect(tables.kwb.names[region("GM0001")] == "Voorbeeld")
        #expect(tables.kwb.names[region("WK000101")] == nil)
    }

    @Test func `what cannot be screened is told`() throws {
        let other = tableText("Jaar;Aantal\n2020;5\n", name: "other.csv")
        #expect(failure { try ScreeningTables.collection([country.keyFigures, other]) } == "screen/unknown-table")
        #expect(failure { try ScreeningTables.collection([country.healthFigures]) } == "screen/no-key-figures")
        #expect(
            failure { try ScreeningTables.collection([country.keyFigures, country.keyFigures]) } == "screen/same-kind")
        #expect(failure { try ScreeningTables.collection([tableText("")]) } == "screen/unknown-table")
    }

    @Test func `a table without the country is refused, because the rules compare with it`() throws {
        let text = String(decoding: country.keyFigures.bytes, as: UTF8.self).replacing("NL00", with: "GM0002")
        #expect(failure { try ScreeningTables.collection([tableText(text)]) } == "screen/no-country")
    }

    @Test(arguments: [("20300", "80200"), ("2020JJ00", "2016JJ00")])
    func `health figures of another age or year are refused`(from: String, to: String) throws {
        let text = String(decoding: country.healthFigures.bytes, as: UTF8.self).replacing(from, with: to)
        #expect(
            failure { try ScreeningTables.collection([country.keyFigures, tableText(text)]) }.hasPrefix(
                "rivm/other-table 2:"))
    }
}
