import Foundation
import RuleEngine
import Testing

@testable import Analyst

struct SheetBuilderTests {
    private func area(stated: String = "900") throws -> AreaDefinition {
        let text = """
            area_id,area,municipality,gm_code,role,code,code_name,residents_2020,extent,confidence,source
            1,Ons Gebied,Voorbeeld,GM0001,area,WK000101,Noord,\(stated),whole,high,https://example.org
            1,Ons Gebied,Voorbeeld,GM0001,area,WK000102,Zuid,100,whole,high,https://example.org
            1,Ons Gebied,Voorbeeld,GM0001,focus,BU00010101,"West, bij het spoor",600,whole,high,https://example.org

            """
        return try #require(try AreaDefinition.all(tableText(text)).first)
    }

    @Test func `a focus part has figures of its own and is not added twice`() throws {
        let (sheet, remarks) = try SheetBuilder(smallTables(), recipes().indicators).sheet(of: area())
        #expect(sheet.residents == 1000)
        #expect(sheet.parts.map(\.residents) == [900, 100, 600])
        #expect(sheet.figures.first { $0.name == "inwoners" }?.result == .known(1000))
        #expect(remarks.isEmpty)
    }

    @Test func `figures come with municipality, country and place among the wijken`() throws {
        let sheet = try SheetBuilder(smallTables(), recipes().indicators).sheet(of: area()).sheet
        let welfare = try #require(sheet.figures.first { $0.name == "bijstand" })
        #expect(welfare.result == .known(FEELNumber("10.0") ?? .zero))
        #expect(welfare.newest.benchmarks.municipality == FEELNumber("7.1"))
        #expect(welfare.newest.benchmarks.country == FEELNumber("5.7"))
        #expect(welfare.newest.benchmarks.percentile == 0)
        #expect(welfare.newest.isApproximated)
        #expect(sheet.figures.first { $0.name == "inwoners" }?.newest.benchmarks.percentile == nil)
    }

    @Test func `indicators of tables that are not there are left out`() throws {
        let sheet = try SheetBuilder(smallTables(), recipes().indicators).sheet(of: area()).sheet
        #expect(!sheet.figures.contains { $0.name == "eenzaam" })
        #expect(sheet.sources.map(\.ref) == ["kwb-2020"])
    }

    private let older = (
        name: "kwb-2019.csv",
        text:
            "Codering_3;WijkenEnBuurten;AantalInwoners_5;Woningvoorraad_34;Koopwoningen_40;PersonenPerSoortUitkeringBijstand_83;"
            + "k_15Tot25Jaar_9;k_25Tot45Jaar_10;k_45Tot65Jaar_11\n"
            + "WK000101;Noord;890;400;25;35;100;300;300\nWK000102;Zuid;99;100;50;0;10;30;30\n"
    )

    @Test func `the older Kerncijfers fill what the newer ones lack`() throws {
        let builder = try SheetBuilder(smallTables(older), recipes().indicators)
        let owned = try #require(try builder.sheet(of: area()).sheet.figures.first { $0.name == "koopwoningen" })
        #expect(owned.result == .known(30))
        #expect(owned.newest.recipe.source.ref == "kwb-2019")
        #expect(owned.newest.benchmarks.percentile == nil)
        #expect(owned.newest.benchmarks.municipalPercentile == nil)
    }

    @Test func `what an older edition says of the same figure is kept beside the newest`() throws {
        let builder = try SheetBuilder(smallTables(older), recipes().indicators)
        let welfare = try #require(try builder.sheet(of: area()).sheet.figures.first { $0.name == "bijstand" })
        #expect(welfare.newest.recipe.year == 2020)
        #expect(welfare.earlier.map(\.recipe.year) == [2019])
        #expect(welfare.earlier.first?.result == .known(FEELNumber("4.5") ?? .zero))
    }

    @Test func `without the row of the country there is no place among its wijken`() throws {
        let text = smallKeyFigures.split(separator: "\n").filter { !$0.contains("NL00") }.joined(separator: "\n") + "\n"
        let tables = try TableCollection(editions(text, name: "84799NED.csv"))
        let builder = SheetBuilder(tables, try recipes().indicators)
        #expect(builder.remarks.map(\.code) == ["import/no-country"])
        let welfare = builder.figures(of: [region("WK000101")], in: region("GM0001")).first { $0.name == "bijstand" }
        #expect(welfare?.newest.benchmarks.percentile == nil)
        #expect(welfare?.newest.benchmarks.country == nil)
        #expect(welfare?.newest.benchmarks.municipality != nil)
    }

    @Test func `residents that differ from the table give a warning`() throws {
        let remarks = try SheetBuilder(smallTables(), recipes().indicators).sheet(of: area(stated: "901")).remarks
        #expect(remarks.map(\.code) == ["areas/different-residents"])
        #expect(remarks.first?.severity == .warning)
    }

    @Test func `the sheet is YAML that reads back`() throws {
        let yaml = try SheetBuilder(smallTables(), recipes().indicators).sheet(of: area()).sheet.yaml
        #expect(yaml.hasPrefix("sheet: ons-gebied\ntitle: { nl: Ons Gebied, en: Ons Gebied }\narea:\n"))
        #expect(
            yaml.contains(
                "    - { code: BU00010101, name: 'West, bij het spoor', residents: 600, extent: whole, "
                    + "confidence: high, role: focus }\n"))
        #expect(
            yaml.contains(
                "  bijstand: { value: 10.0, unit: '%', year: 2020, published: 2021-03-26, source: kwb-2020, "
                    + "kind: count, approximated: true, coverage: 90, gemeente: 7.1, nederland: 5.7, "
                    + "percentile: 0.0 }\n"))
        #expect(yaml.contains("  koopwoningen: { unknown: not-published, source: kwb-2020 }\n"))
        let node = try #require(YAMLParser.parse(SourceFile(name: "s.yaml", text: yaml)).root)
        #expect(node["parts"]?.sequence?.count == 3)
    }

    @Test func `two areas of one name are refused before anything is written`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sheets-\(UUID().uuidString)")
        let sheet = try SheetBuilder(smallTables(), recipes().indicators).sheet(of: area()).sheet
        #expect(failure { _ = try SheetFolder(url: folder).files(of: [sheet, sheet]) } == "import/same-name")
        #expect(!FileManager.default.fileExists(atPath: folder.path))
    }
}
