import Foundation
import RuleEngine
import TestSupport
import Testing

@testable import Analyst

/// A municipality's own table by a recipe of its own: the district profile of Rotterdam, which stands outside the package as
/// its licence is not known. Its rows have numbers of their own; the codes of the regions are put behind them first.
@Suite(.enabled(if: OwnTables.folder != nil, "the tables are at hand")) struct OwnTableTests {
    private static let recipe = """
        import: wijkprofiel
        ref: wijkprofiel
        title: Wijkprofiel Rotterdam, veiligheid {year}
        publisher: Gemeente Rotterdam
        licence: niet bekend
        kind: survey
        regions: { code: [code] }
        columns:
          content: { unit: '%', names: ['% (zeer) tevreden met de buurt'] }
          index: { unit: index, names: [Veiligheidsindex] }
          nuisance: { unit: '%', names: [Overlast door omwonenden wordt veel als overlastgevend ervaren] }
        editions:
          - { year: 2016, regions: 2020, published_by: 2016-12-31, tried: true }
          - { year: 2018, regions: 2020, published_by: 2018-12-31, tried: true }

        """

    /// The table with a column more: the code of each buurt that is one region as a whole.
    private func document(_ name: String) throws -> TableDocument {
        let folder = try #require(OwnTables.folder)
        let map = try DelimitedTable(
            TableFile.find("wijkprofiel-rotterdam-cbs-map.csv", in: folder).text(), header: ["wijknr", "cbs_code_2020"])
        var codes: [String: [String]] = [:]
        let (number, code, extent) = (
            try map.column("wijknr"), try map.column("cbs_code_2020"), try map.column("extent")
        )
        for row in map.rows where map.cell(row, extent) == "whole" {
            codes[map.cell(row, number) ?? "", default: []].append(map.cell(row, code) ?? "")
        }
        let text = try TableFile.find(name, in: folder).text()
        let lines = text.text(0..<text.bytes.count).split(whereSeparator: \.isNewline).enumerated().map { index, line in
            let own =
                line.split(separator: ";", omittingEmptySubsequences: false).dropFirst().first.map(String.init) ?? ""
            let found = codes[own] ?? []
            return line + ";" + (index == 0 ? "code" : found.count == 1 ? found[0] : "")
        }
        return try TableDocument(name: name, bytes: Array(lines.joined(separator: "\n").utf8))
    }

    @Test(arguments: [(2016, 59, 84), (2018, 50, 73)])
    func `percentages and indexes of its buurten are read, rows of larger areas are left out`(
        year: Int, content: Int, index: Int
    ) throws {
        let recipes = ImportRecipes(
            [SourceFile(name: "wijkprofiel.yaml", text: Self.recipe)], indicators: try recipes().indicators)
        #expect(recipes.diagnostics.isEmpty)
        let table = try #require(
            try recipes.tables(in: document("wijkprofiel-\(year)-rotterdam-vi.csv")).first)
        #expect(table.edition.year == year)
        let tarwewijk = "BU05991571"
        #expect(table.reading("content", row: tarwewijk).number == FEELNumber(content))
        #expect(table.reading("index", row: tarwewijk).number == FEELNumber(index))
        #expect(table.regions.count > 60)
        #expect(table.regions.allSatisfy { $0.enclosing(.municipality).text == "GM0599" })
    }
}

private enum OwnTables {
    static var folder: URL? {
        guard let folder = sharedFolder()?.appending(path: "data") else { return nil }
        let map = folder.appending(path: "wijkprofiel-rotterdam-cbs-map.csv")
        return FileManager.default.fileExists(atPath: map.path) ? folder : nil
    }
}
