import RuleEngine

extension ImportRecipes {
    /// What the user says of a table that does not say it itself.
    package struct Statement: Sendable {
        package var year: Int?
        package var table: String?

        package init(year: Int? = nil, table: String? = nil) {
            self.year = year
            self.table = table
        }
    }

    /// The editions in a file: one, or one per year where its rows or columns tell several.
    ///
    /// - Throws: `import/unknown-table`, `import/no-edition`, `import/unknown-edition`, `import/other-edition`,
    ///   `import/other-rows`, `import/years-differ`, `import/no-dimension`, `import/other-unit`, `import/outside`,
    ///   `import/bad-period`, `table/region-twice`, `table/unknown-region-code`, and what tables throw.
    package func tables(in document: TableDocument, stated: Statement = Statement()) throws(BadInput) -> [EditionTable]
    {
        var editions: [EditionTable] = []
        for found in try recognised(document) {
            let reader = try EditionReader(
                recipe: found.recipe, table: found.table, stated: stated, editionsByTable: editions(ofTable:))
            editions += try reader.tables()
        }
        return editions
    }

    /// The tables of a file that there are recipes for, each with the recipe whose columns it has most of.
    ///
    /// Other sheets of a workbook, and other files in a zip, are left aside.
    /// - Throws: `import/unknown-table` where there is no such table, and what tables throw.
    package func recognised(
        _ document: TableDocument
    ) throws(BadInput) -> [(recipe: ImportRecipe, table: PublishedTable)] {
        let known = Set(recipes.flatMap(\.keys))
        let isKnown = { (text: String) in known.contains(PublishedTable.key(text)) }
        // A recipe says whether rows may be short, so tables are read once more where they may not.
        let tables = try document.tables(shortRows: .allowed, isKnown: isKnown)
        var found: [(recipe: ImportRecipe, index: Int)] = []
        for (index, table) in tables.enumerated() {
            var best: (recipe: ImportRecipe, score: Int)?
            for recipe in recipes {
                let score = recipe.score(table)
                if score > best?.score ?? 0 { best = (recipe, score) }
            }
            if let best { found.append((best.recipe, index)) }
        }
        if found.isEmpty, let first = tables.first {
            throw first.headerFailure("import/unknown-table", .unknownTable(first), column: nil, hint: .known(recipes))
        }
        guard found.contains(where: { !$0.recipe.allowsShortRows }) else {
            return found.map { ($0.recipe, tables[$0.index]) }
        }
        let strict = try document.tables(isKnown: isKnown)
        return found.map { ($0.recipe, $0.recipe.allowsShortRows ? tables[$0.index] : strict[$0.index]) }
    }
}

extension ImportRecipe {
    /// The keys of all names that the recipe knows.
    fileprivate var keys: [String] {
        let plain = regions.allNames + yearNames + dimensions.flatMap(\.names)
        let ofColumns = columns.flatMap { column in
            column.names.flatMap { name in
                ColumnName.hasYear(name) ? editions.map { ColumnName.filled(name, year: $0.year) } : [name]
            }
        }
        return (plain + ofColumns).map(PublishedTable.key)
    }

    /// How many of the recipe's columns a table has; 0 where it is another table.
    fileprivate func score(_ table: PublishedTable) -> Int {
        func has(_ names: [String]) -> Bool { !table.columnNumbers(names).isEmpty }
        guard has(regions.keyNames), tellsRegions(table) else { return 0 }
        if columns.isEmpty { return has(regions.titleNames) ? 1 : 0 }
        let found = columns.count { column in
            column.names.contains { name in
                ColumnName.hasYear(name)
                    ? editions.contains { has([ColumnName.filled(name, year: $0.year)]) } : has([name])
            }
        }
        return found == 0 ? 0 : 2 * found + dimensions.count { has($0.names) } + (has(yearNames) ? 1 : 0)
    }
}

extension ImportRecipe {
    /// Whether one of the first rows has the code of a region, where the recipe goes by codes.
    private func tellsRegions(_ table: PublishedTable) -> Bool {
        guard regions.keying == .code else { return true }
        let columns = regions.keyNames.flatMap { table.columnNumbers([$0]) }
        return table.rows.prefix(20).contains { row in
            columns.contains { table.text(row, $0).map { RegionCode(loose: $0) != nil } ?? false }
        }
    }
}

extension ImportRecipe.RegionColumns {
    package var allNames: [String] { keyNames + titleNames + municipalityNames + postcodeNames + changeNames }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func unknownTable(_ table: PublishedTable) -> LocalizedText {
        let names = table.columns.prefix(4).map(\.header).joined(separator: ", ")
        return LocalizedText(
            nl: "er is geen recept voor de tabel \(table.name), met de kolommen \(names) …",
            en: "there is no recipe for the table \(table.name), with the columns \(names) …")
    }

    fileprivate static func known(_ recipes: [ImportRecipe]) -> LocalizedText {
        var titles: [String] = []
        for recipe in recipes where !titles.contains(recipe.plainTitle) { titles.append(recipe.plainTitle) }
        let list = titles.joined(separator: "; ")
        return LocalizedText(
            nl: "er zijn recepten voor: \(list). Voor een eigen tabel schrijft u een recept in rules/imports",
            en: "there are recipes for: \(list). For a table of your own, write a recipe in rules/imports")
    }
}

extension ImportRecipe {
    /// The title without a year.
    package var plainTitle: String {
        title.replacing(", {year}", with: "").replacing(" {year}", with: "").replacing("{year}", with: "")
    }
}
