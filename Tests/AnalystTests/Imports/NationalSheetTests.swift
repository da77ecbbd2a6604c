import Foundation
import RuleEngine
import TestSupport
import Testing

@testable import Analyst

/// Sheets of areas by their names in the tables of the whole country, which stand outside the package.
@Suite struct NationalSheetTests {
    @Test func `one buurt, two together, and a name that occurs 49 times among the buurten of the country`() throws {
        guard let folder = sharedFolder()?.appending(path: "data"),
            FileManager.default.fileExists(atPath: folder.appending(path: "kwb-2020-84799NED.csv.gz").path)
        else {
            print("Skipped: the published tables are not on this computer (set ANALYST_SHARED).")
            return
        }
        let recipes = try recipes()
        var editions: [EditionTable] = []
        for name in ["kwb-2020-84799NED.csv", "kwb-2020-84799NED-regions.csv"] {
            editions += try recipes.tables(in: TableFile.find(name, in: folder).document())
        }
        let tables = try TableCollection(editions)
        let search = AreaSearch(tables)
        let buurt = try search.region("nolensbuurt, schiedam")
        #expect(buurt.text == "BU06060607")
        let other = try #require(tables.regions(inside: buurt.enclosing(.wijk), level: .buurt).first { $0 != buurt })
        let rules = try Project.library.get().ruleBase
        func made(_ regions: [RegionCode]) throws -> NewSheet {
            let area = try AreaDefinition.joined(regions, title: nil, in: tables) { !search.sharesName($0) }
            return try NewSheet(of: area, from: editions, tables, recipes, against: rules, file: "\(area.slug).yaml")
        }
        let one = try made([buurt])
        #expect(one.sheet.area.slug == "nolensbuurt-schiedam")
        #expect(one.sheet.residents == 4195)
        #expect(try made([buurt, other]).sheet.residents == 4195 + tables.residents(other))
        #expect(failure { try made([buurt, buurt.enclosing(.wijk)]) } == "areas/overlap")
        do throws(UnclearArea) {
            _ = try search.region("centrum")
            Issue.record("one of many was chosen")
        } catch {
            guard case .several(let hits) = error.reason else {
                Issue.record("the regions are not told")
                return
            }
            #expect(hits.count { $0.region.level == .buurt } == 49)
            #expect(hits.map(\.municipality).first == "Aalsmeer")
            #expect(error.text(in: .nl).split(separator: "\n").count == hits.count + 2)
        }
    }
}
