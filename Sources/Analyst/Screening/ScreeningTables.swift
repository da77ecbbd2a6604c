import RuleEngine

/// The tables that a screening is given, recognised by their columns, whatever the files are called.
package enum ScreeningTables {
    /// The tables of some files, together.
    ///
    /// - Throws: `screen/no-country` when the table of areas has no row of the country, and what is wrong with a table.
    package static func collection(_ editions: [EditionTable]) throws(BadInput) -> TableCollection {
        let tables = try TableCollection(editions)
        for table in tables.tables where table.recipe.regions.keying == .code && !table.contains(.netherlands) {
            throw BadInput([
                Diagnostic(code: "screen/no-country", message: .noCountry(table), at: nil, hint: .noCountryHint)
            ])
        }
        return tables
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func noCountry(_ table: EditionTable) -> LocalizedText {
        LocalizedText(
            nl: "in \(table.file) staat geen rij voor Nederland", en: "\(table.file) has no row for the Netherlands")
    }

    fileprivate static let noCountryHint = LocalizedText(
        nl: "de regels vergelijken met Nederland; gebruik de hele tabel",
        en: "the rules compare with the Netherlands; use the whole table")
}
