package import RuleEngine

/// What of a table is understood, column by column.
package struct RecipeReport: Sendable {
    private let tables: [(recipe: ImportRecipe, table: PublishedTable)]
    private let editions: [EditionTable]
    private let indicators: Vocabulary?

    /// - Throws: what is wrong with the table, as an import would.
    package init(
        _ document: TableDocument, _ recipes: ImportRecipes, stated: ImportRecipes.Statement
    ) throws(BadInput) {
        tables = try recipes.recognised(document)
        editions = try recipes.tables(in: document, stated: stated)
        indicators = recipes.indicators
    }

    package func text(in language: Language) -> String {
        tables.map { text(of: $0.table, $0.recipe, in: language) }.joined(separator: "\n")
    }

    private func text(of table: PublishedTable, _ recipe: ImportRecipe, in language: Language) -> String {
        let editions = editions.filter { $0.file == table.name && $0.recipe.name == recipe.name }
        var lines = [LocalizedText.table(table.name, recipe)[language]]
        for edition in editions {
            lines.append("")
            lines += about(edition, recipe, table).map { $0[language] }
        }
        let used = usedColumns(of: table, recipe, editions)
        let others = table.columns.indices.filter { !used.contains($0) }.map { table.columns[$0].header }
            .filter { !$0.isEmpty }
        if !others.isEmpty {
            lines.append("")
            lines.append(LocalizedText.others(others)[language])
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func about(
        _ edition: EditionTable, _ recipe: ImportRecipe, _ table: PublishedTable
    ) -> [LocalizedText] {
        var lines: [LocalizedText] = [.edition(edition)]
        for column in recipe.columns {
            let names = column.names.map { ColumnName.filled($0, year: edition.edition.year) }
            guard let place = table.columnNumbers(names).first else {
                lines.append(.lacks(column.name))
                continue
            }
            let header = table.columns[place].header
            lines.append(
                edition.holds(column.name)
                    ? .understood(header, column.name, edition.unit(of: column.name)) : .empty(header, column.name))
        }
        let made = recipe.figures.filter { $0.method.columns.allSatisfy(edition.holds) }
        let lost = recipe.figures.filter { !$0.method.columns.allSatisfy(edition.holds) }
        lines.append(.figures(made.map { title($0.indicator) }))
        if !lost.isEmpty { lines.append(.noFigures(lost.map { title($0.indicator) })) }
        return lines
    }

    private func title(_ indicator: String) -> LocalizedText {
        indicators?[indicator]?.title ?? LocalizedText(verbatim: indicator)
    }

    private func usedColumns(
        of table: PublishedTable, _ recipe: ImportRecipe, _ editions: [EditionTable]
    ) -> Set<Int> {
        let names = recipe.regions.allNames + recipe.yearNames + recipe.dimensions.flatMap(\.names)
        var used = Set(table.columnNumbersOfEach(names))
        for edition in editions {
            for column in recipe.columns {
                used.formUnion(
                    table.columnNumbersOfEach(
                        column.names.map { ColumnName.filled($0, year: edition.edition.year) }))
            }
        }
        return used
    }
}

extension PublishedTable {
    /// The columns that answer to any of these names.
    fileprivate func columnNumbersOfEach(_ names: [String]) -> [Int] { names.flatMap { columnNumbers([$0]) } }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func table(_ file: String, _ recipe: ImportRecipe) -> LocalizedText {
        LocalizedText(
            nl: "\(file): \(recipe.plainTitle) (\(recipe.publisher)), recept ‘\(recipe.name)’",
            en: "\(file): \(recipe.plainTitle) (\(recipe.publisher)), recipe ‘\(recipe.name)’")
    }

    fileprivate static func edition(_ edition: EditionTable) -> LocalizedText {
        let number = edition.edition.table.map { ", \($0)" } ?? ""
        let tried =
            edition.edition.isTried
            ? LocalizedText(nl: "beproefd op een bestand", en: "tried on a file")
            : LocalizedText(
                nl: "naar de beschrijving van de uitgever, niet beproefd op een bestand",
                en: "by the publisher's description, not tried on a file")
        let evidence = edition.evidence.words
        return LocalizedText(
            nl: "Jaar \(edition.edition.year)\(number) (\(evidence.nl)); \(tried.nl):",
            en: "Year \(edition.edition.year)\(number) (\(evidence.en)); \(tried.en):")
    }

    fileprivate static func understood(_ header: String, _ column: String, _ unit: String?) -> LocalizedText {
        let unit = unit.map { " (\($0))" } ?? ""
        return LocalizedText(verbatim: "  \(header) -> \(column)\(unit)")
    }

    fileprivate static func empty(_ header: String, _ column: String) -> LocalizedText {
        LocalizedText(
            nl: "  \(header) -> \(column): overal leeg", en: "  \(header) -> \(column): empty throughout")
    }

    fileprivate static func lacks(_ column: String) -> LocalizedText {
        LocalizedText(nl: "  \(column): niet in deze tabel", en: "  \(column): not in this table")
    }

    fileprivate static func figures(_ titles: [LocalizedText]) -> LocalizedText {
        LocalizedText(
            nl: "Cijfers hieruit (\(titles.count)): \(titles.map(\.nl).joined(separator: "; "))",
            en: "Figures from this (\(titles.count)): \(titles.map(\.en).joined(separator: "; "))")
    }

    fileprivate static func noFigures(_ titles: [LocalizedText]) -> LocalizedText {
        LocalizedText(
            nl: "Niet in deze editie (\(titles.count)): \(titles.map(\.nl).joined(separator: "; "))",
            en: "Not in this edition (\(titles.count)): \(titles.map(\.en).joined(separator: "; "))")
    }

    fileprivate static func others(_ headers: [String]) -> LocalizedText {
        LocalizedText(
            nl: "Niet gelezen kolommen (\(headers.count)): \(headers.joined(separator: ", "))",
            en: "Columns that are not read (\(headers.count)): \(headers.joined(separator: ", "))")
    }
}

extension EditionTable.Evidence {
    /// What told the year, in words.
    package var words: LocalizedText {
        switch self {
        case .stated: LocalizedText(nl: "zoals u zegt", en: "as you state")
        case .row: LocalizedText(nl: "staat in de tabel", en: "stands in the table")
        case .title: LocalizedText(nl: "staat boven de tabel", en: "stands above the table")
        case .fingerprint: LocalizedText(nl: "blijkt uit de kolommen", en: "told by the columns")
        case .fileName: LocalizedText(nl: "uit de naam van het bestand", en: "from the name of the file")
        }
    }
}
