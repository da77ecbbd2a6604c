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
        let (sheet, remarks) = try SheetBuilder(smallTables()).sheet(of: area())
        #expect(sheet.residents == 1000)
        #expect(sheet.parts.map(\.residents) == [900, 100, 600])
        #expect(sheet.figures.first { $0.name == "inwoners" }?.result == .known(1000))
        #expect(remarks.isEmpty)
    }

    @Test func `figures come with municipality, country and place among the wijken`() throws {
        let sheet = try SheetBuilder(smallTables()).sheet(of: area()).sheet
        let welfare = try #require(sheet.figures.first { $0.name == "bijstand" })
        #expect(welfare.result == .known(FEELNumber("10.0") ?? .zero))
        #expect(welfare.benchmarks.municipality == FEELNumber("7.1"))
        #expect(welfare.benchmarks.country == FEELNumber("5.7"))
        #expect(welfare.benchmarks.percentile == 0)
        #expect(welfare.isApproximated)
        #expect(sheet.figures.first { $0.name == "inwoners" }?.benchmarks.percentile == nil)
    }

    @Test func `indicators of tables that are not there are left out`() throws {
        let sheet = try SheetBuilder(smallTables()).sheet(of: area()).sheet
        #expect(!sheet.figures.contains { $0.name == "eenzaam" })
        #expect(sheet.sources.map(\.ref) == ["kwb-2020"])
    }

    @Test func `the older Kerncijfers fill what the newer ones lack`() throws {
        var tables = try smallTables()
        tables.kwb2019 = try KWBTable(
            tableText(
                "Codering_3;AantalInwoners_5;Woningvoorraad_34;Koopwoningen_40\n"
                    + "WK000101;890;400;25\nWK000102;99;100;50\n"),
            names: tables.kwb.names)
        let owned = try #require(
            try SheetBuilder(tables).sheet(of: area()).sheet.figures.first { $0.name == "koopwoningen" })
        #expect(owned.result == .known(30))
        #expect(owned.recipe.source == .kwb2019)
        #expect(owned.benchmarks.percentile == nil)
        #expect(owned.benchmarks.municipalPercentile == 100)
    }

    @Test func `residents that differ from the table give a warning`() throws {
        let remarks = try SheetBuilder(smallTables()).sheet(of: area(stated: "901")).remarks
        #expect(remarks.map(\.code) == ["areas/different-residents"])
        #expect(remarks.first?.severity == .warning)
    }

    @Test func `the sheet is YAML that reads back`() throws {
        let yaml = try SheetBuilder(smallTables()).sheet(of: area()).sheet.yaml
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
        let sheet = try SheetBuilder(smallTables()).sheet(of: area()).sheet
        #expect(failure { _ = try SheetFolder(url: folder).files(of: [sheet, sheet]) } == "import/same-name")
        #expect(!FileManager.default.fileExists(atPath: folder.path))
    }
}
