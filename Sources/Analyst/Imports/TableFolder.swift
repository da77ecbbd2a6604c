package import Foundation
package import RuleEngine

/// All tables in a folder that there are recipes for, plain or compressed.
package struct TableFolder {
    package let url: URL
    private let recipes: ImportRecipes

    package init(url: URL, recipes: ImportRecipes) {
        self.url = url
        self.recipes = recipes
    }

    /// What a folder holds.
    package struct Content: Sendable {
        package let tables: [EditionTable]
        /// Files that are no table that a recipe is for, with the reason.
        package let others: [(file: String, reason: Diagnostic)]
    }

    /// The tables that could be read.
    ///
    /// A file that is no known table is told in `others`; a known table with a fault is an error, so that no figure is
    /// missing in silence.
    package func content() throws(BadInput) -> Content {
        let names: [String]
        do {
            names = try FolderTree.names(in: url.path).sorted()
        } catch {
            throw BadInput([.unreadable(url.path, error)])
        }
        var tables: [EditionTable] = []
        var others: [(file: String, reason: Diagnostic)] = []
        for name in names where !name.hasPrefix(".") && Self.isTable(name) {
            do throws(BadInput) {
                tables += try recipes.tables(in: TableFile(url: url.appending(path: name)).document())
            } catch {
                guard let first = error.diagnostics.first, Self.isOther(first) else { throw error }
                others.append((name, first))
            }
        }
        return Content(tables: tables, others: others)
    }

    private static func isTable(_ name: String) -> Bool {
        let plain = name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
        return endings.contains { plain.lowercased().hasSuffix($0) }
    }

    /// Whether a file is a table that no recipe is for, or not the part of one that is needed, rather than a broken one.
    private static func isOther(_ diagnostic: Diagnostic) -> Bool {
        [
            "import/unknown-table", "import/other-rows", "import/no-dimension", "import/no-edition",
            "import/unknown-edition", "table/empty", "table/other-format", "json/no-table",
        ].contains(diagnostic.code)
    }

    private static let endings = [".csv", ".tsv", ".txt", ".json", ".geojson", ".xlsx", ".ods", ".zip"]
}
