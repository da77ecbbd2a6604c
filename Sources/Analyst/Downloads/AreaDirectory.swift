package import Foundation
import RuleEngine

/// The names of all regions of the country, fetched alone: they tell in which municipality a named area lies before its
/// tables are asked for.
package struct AreaDirectory {
    private let search: AreaSearch

    /// - Parameters:
    ///   - names: the file with the names.
    ///   - recipe: that of the table whose regions have these names, with its edition.
    /// - Throws: what recipes and tables throw, and `import/no-base` where there are no names in it.
    package init(
        _ names: URL, _ recipes: ImportRecipes, of recipe: ImportRecipe, _ edition: ImportRecipe.Edition
    ) throws(BadInput) {
        let stated = ImportRecipes.Statement(year: edition.year)
        let tables = try recipes.tables(in: TableFile(url: names).document(), stated: stated)
        let regions = tables.flatMap(\.regions)
        let rows = Dictionary(regions.enumerated().map { ($1.text, $0) }) { first, _ in first }
        let base = EditionTable(
            recipe: recipe, edition: edition, file: names.lastPathComponent, evidence: .fileName, regions: regions,
            names: tables.first?.names ?? RegionNames([:]), postcodes: [:], changes: [:], rows: rows, values: [:],
            units: [:])
        search = AreaSearch(try TableCollection([base]))
    }

    /// The municipality of the region that a name stands for.
    package func municipality(of text: String) throws(UnclearArea) -> RegionCode {
        try search.region(text).enclosing(.municipality)
    }
}
