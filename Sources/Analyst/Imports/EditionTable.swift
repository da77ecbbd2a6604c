package import RuleEngine

/// The figures of one edition of a table, by region and by the columns of its recipe. It stands behind one reference, as
/// figures of a whole country are read many times.
package final class EditionTable: Sendable {
    package let recipe: ImportRecipe
    package let edition: ImportRecipe.Edition
    /// Name as a source in sheets, which tells tables apart.
    package let ref: String
    /// The table as sheets name it.
    package let source: SheetSource
    /// Name of the file, for messages.
    package let file: String
    /// How the year of the edition was found.
    package let evidence: Evidence
    /// Regions with a code, in the order of the table; empty where rows have postcodes or names.
    package let regions: [RegionCode]
    /// Names of the regions, where the table has them.
    package let names: RegionNames
    /// Most common postcode (four digits) per buurt.
    package let postcodes: [RegionCode: String]
    /// Whether the boundary is that of the year before: `1` where it is.
    package let changes: [RegionCode: String]

    private let rows: [String: Int]
    private let values: [String: [FEELNumber?]]
    private let units: [String: String]

    /// What told the year of a table, from strong to weak.
    package enum Evidence: Int, Comparable, Sendable {
        case stated, row, title, fingerprint, fileName

        package static func < (left: Evidence, right: Evidence) -> Bool { left.rawValue < right.rawValue }
    }

    package init(
        recipe: ImportRecipe, edition: ImportRecipe.Edition, file: String, evidence: Evidence, regions: [RegionCode],
        names: RegionNames, postcodes: [RegionCode: String], changes: [RegionCode: String], rows: [String: Int],
        values: [String: [FEELNumber?]], units: [String: String]
    ) {
        self.recipe = recipe
        self.edition = edition
        source = recipe.source(edition)
        ref = source.ref
        self.file = file
        self.evidence = evidence
        self.regions = regions
        self.names = names
        self.postcodes = postcodes
        self.changes = changes
        self.rows = rows
        self.values = values
        self.units = units
    }

    /// This table with the rows of another file of the same table and year; `nil` where they say different things of one
    /// region.
    package func merged(with other: EditionTable) -> EditionTable? {
        for key in rows.keys where other.rows[key] != nil {
            for column in recipe.columns where holds(column.name) && other.holds(column.name) {
                guard reading(column.name, row: key) == other.reading(column.name, row: key) else { return nil }
            }
        }
        guard units.allSatisfy({ other.units[$0.key].map { [unit = $0.value] in $0 == unit } ?? true }) else {
            return nil
        }
        let keys =
            rows.keys.sorted { (rows[$0] ?? 0) < (rows[$1] ?? 0) }
            + other.rows.keys.filter { rows[$0] == nil }.sorted { (other.rows[$0] ?? 0) < (other.rows[$1] ?? 0) }
        var values: [String: [FEELNumber?]] = [:]
        for column in recipe.columns where holds(column.name) || other.holds(column.name) {
            values[column.name] = keys.map { key in
                reading(column.name, row: key).number ?? other.reading(column.name, row: key).number
            }
        }
        return EditionTable(
            recipe: recipe, edition: edition, file: "\(file), \(other.file)", evidence: max(evidence, other.evidence),
            regions: regions + other.regions.filter { rows[$0.text] == nil }, names: names.filled(with: other.names),
            postcodes: postcodes.merging(other.postcodes) { mine, _ in mine },
            changes: changes.merging(other.changes) { mine, _ in mine },
            rows: Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) }), values: values,
            units: units.merging(other.units) { mine, _ in mine })
    }

    package func contains(_ region: RegionCode) -> Bool { rows[region.text] != nil }

    /// Whether any row fills the column.
    package func holds(_ column: String) -> Bool { values[column] != nil }

    /// The unit of a column in this edition.
    package func unit(of column: String) -> String? { units[column] }

    /// The figure in the row with a key. A column that is empty in every row counts as not published.
    package func reading(_ column: String, row key: String) -> Reading {
        rows[key].map { reading(column, at: $0) } ?? .unknown(.notPublished)
    }

    /// The same by the index number of a row.
    package func reading(_ column: String, at row: Int) -> Reading {
        guard let numbers = values[column] else { return .unknown(.notPublished) }
        return numbers[row].map(Reading.known) ?? .unknown(.suppressed)
    }

    /// The index number of the row about a region; `nil` where the table has none.
    ///
    /// - Parameters:
    ///   - name: that of the region, where it is known.
    ///   - postcode: the most common one of the region, where it is known.
    package func row(of region: RegionCode, name: String?, postcode: String?) -> Int? {
        switch recipe.regions.keying {
        case .code: rows[region.text]
        case .postcode: postcode.flatMap { rows[$0] }
        case .name: region.level <= .municipality ? name.flatMap { rows[RegionNames.core($0)] } : nil
        }
    }
}
