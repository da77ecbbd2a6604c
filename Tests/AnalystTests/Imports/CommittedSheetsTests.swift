import Foundation
import RuleEngine
import TestSupport
import Testing

@testable import Analyst

/// The sheets of the project are what the importer makes of the published tables.
struct CommittedSheetsTests {
    @Test func `making the sheets again gives the same bytes`() throws {
        guard let folder = publishedTables() else {
            print("Skipped: the published tables are not on this computer (set ANALYST_DATA).")
            return
        }
        let library = try Project.library.get()
        let recipes = ImportRecipes(library)
        let tables = try TableCollection(TableFolder(url: folder, recipes: recipes).content().tables)
        let builder = SheetBuilder(
            tables, recipes.indicators, memberships: AreaMemberships(library.ruleBase))
        let areas = try AreaDefinition.all(TableFile.find("areas16.csv", in: folder).text())
        #expect(areas.count == 16)
        for area in areas { try check(area, builder, folder: "areas") }
        for code in ["WK036376", "WK036393", "WK036330"] {
            let area = try AreaDefinition.region(code, in: tables)
            try check(area, builder, folder: "amsterdam")
        }
    }

    private func check(_ area: AreaDefinition, _ builder: SheetBuilder, folder: String) throws {
        let (sheet, remarks) = try builder.sheet(of: area)
        #expect(remarks.isEmpty)
        let url = packageRoot.appending(path: "sheets/\(folder)/\(area.slug).yaml")
        let committed = try String(contentsOf: url, encoding: .utf8)
        #expect(sheet.yaml == committed, "sheets/\(folder)/\(area.slug).yaml differs")
    }

    private var packageRoot: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
    }
}
