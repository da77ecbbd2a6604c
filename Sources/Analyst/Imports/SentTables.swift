package import RuleEngine

/// Tables that somebody hands over one by one, to be taken over into a sheet together.
package struct SentTables: Sendable {
    package struct File: Sendable {
        package let name: String
        package let bytes: [UInt8]
        /// What the person says of it.
        package let stated: ImportRecipes.Statement

        package init(name: String, bytes: [UInt8], stated: ImportRecipes.Statement = .init()) {
            self.name = name
            self.bytes = bytes
            self.stated = stated
        }
    }

    /// What the tables do to a sheet. The tables themselves are not in it: those of a country are large.
    package struct Outcome: Sendable {
        /// The sheet with the figures.
        package let text: String
        package let difference: SheetDifference
        package let remarks: [Diagnostic]
        /// What each table is used for.
        package let uses: [LocalizedText]
        /// Tables by the names that figures give to them.
        package let titles: [String: String]
    }

    /// The most that a file may hold, unpacked: several times a table of the whole country.
    package static let unpackedLimit = 160 << 20

    package var files: [File]
    /// The year of the boundaries; without it the newest.
    package var boundaries: Int?

    package init(_ files: [File] = [], boundaries: Int? = nil) {
        self.files = files
        self.boundaries = boundaries
    }

    /// The same with other files; one of the same name comes in the place of the one before.
    package func with(_ others: [File], boundaries: Int?) -> SentTables {
        let kept = files.filter { file in !others.contains { $0.name == file.name } }
        return SentTables(kept + others, boundaries: boundaries)
    }

    /// The tables of one file.
    ///
    /// - Throws: what `TableDocument` and `ImportRecipes` throw.
    package static func editions(of file: File, _ recipes: ImportRecipes) throws(BadInput) -> [EditionTable] {
        let document = try TableDocument(name: file.name, bytes: file.bytes, limit: unpackedLimit)
        return try recipes.tables(in: document, stated: file.stated)
    }

    /// The sheet with the figures of all tables.
    ///
    /// - Throws: what is wrong with any of the files, all of them together; else what `TableCollection` and `SheetUpdate`
    ///   throw.
    package func outcome(
        for sheet: FactSheet, _ recipes: ImportRecipes, against ruleBase: RuleBase
    ) throws(BadInput) -> Outcome {
        var editions: [EditionTable] = []
        var refused: [BadInput] = []
        for file in files {
            do throws(BadInput) {
                editions += try Self.editions(of: file, recipes)
            } catch {
                refused.append(error)
            }
        }
        guard refused.isEmpty else { throw BadInput(refused) }
        let tables = try TableCollection(editions, base: boundaries)
        let update = try SheetUpdate(of: sheet, tables, recipes, against: ruleBase)
        var titles: [String: String] = [:]
        for source in sheet.sources { titles[source.id] = source.title }
        for source in update.made.sources { titles[source.ref] = source.title }
        return Outcome(
            text: update.text, difference: update.difference, remarks: update.remarks,
            uses: TableUse.all(of: editions, in: update.made, tables).map(\.line), titles: titles)
    }
}
