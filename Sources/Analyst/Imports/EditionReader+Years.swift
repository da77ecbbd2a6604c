import RuleEngine

// Which years the rows, the labels and the columns of a table tell.

extension EditionReader {
    func tablesByYear(_ rows: [Row], _ column: Int) throws(BadInput) -> [EditionTable] {
        var byYear: [Int: [Row]] = [:]
        for row in rows {
            guard let text = table.text(row.index, column) else { continue }
            guard let year = Self.year(text) else {
                throw table.failure("import/bad-period", .badPeriod(text), row: row.index, column: column)
            }
            byYear[year, default: []].append(row)
        }
        guard let most = byYear.values.map(\.count).max() else { return [] }
        if let year = stated.year {
            guard let rows = byYear[year] else {
                throw table.headerFailure(
                    "import/other-edition", .otherYear(year, byYear.keys.sorted()), column: column)
            }
            return [try table(of: try edition(year, rows, column), rows, .row)]
        }
        if let odd = byYear.sorted(by: { $0.key < $1.key }).first(where: { $0.value.count * 2 < most }) {
            throw table.failure(
                "import/years-differ", .yearsDiffer(byYear.mapValues(\.count)), row: odd.value[0].index,
                column: column, hint: .yearsDifferHint)
        }
        var tables: [EditionTable] = []
        for year in byYear.keys.sorted() {
            let rows = byYear[year] ?? []
            // Of a table with many years, those without a recipe are left out; of a table of one year, that is told.
            if byYear.count > 1, !recipe.editions.contains(where: { $0.year == year }) { continue }
            tables.append(try table(of: try edition(year, rows, column), rows, .row))
        }
        return tables
    }

    private func edition(_ year: Int, _ rows: [Row], _ column: Int) throws(BadInput) -> ImportRecipe.Edition {
        if let edition = recipe.editions.first(where: { $0.year == year }) { return edition }
        throw table.failure(
            "import/unknown-edition", .unknownEdition(year, recipe), row: rows[0].index, column: column,
            hint: .unknownEditionHint(recipe))
    }

    /// `2020`, `2020JJ00`, `2020*`; `nil` for a month, a quarter, or anything else.
    static func year(_ text: String) -> Int? {
        let key = text.lowercased().filter { $0.isLetter || $0.isNumber }
        guard key.count == 4 || key.hasSuffix("jj00"), key.prefix(4).allSatisfy(\.isNumber) else { return nil }
        return key.count == 4 || key.count == 8 ? Int(key.prefix(4)) : nil
    }

    /// The years that stand above columns, as StatLine writes them: `Perioden`, `2024`.
    var yearsOfLabels: [Int] {
        Set(table.columns.indices.compactMap(yearOfLabel)).sorted()
    }

    func yearOfLabel(_ column: Int) -> Int? {
        let names = Set(recipe.yearNames.map(PublishedTable.key))
        let label = table.columns[column].labels.first { names.contains(PublishedTable.key($0.dimension)) }
        return label.flatMap { Self.year($0.value) }
    }

    func tablesByLabel(_ rows: [Row], _ years: [Int]) throws(BadInput) -> [EditionTable] {
        if let year = stated.year, !years.contains(year) {
            throw table.headerFailure("import/other-edition", .otherYear(year, years), column: nil)
        }
        var tables: [EditionTable] = []
        for year in years where stated.year == nil || stated.year == year {
            guard let edition = recipe.editions.first(where: { $0.year == year }) else {
                if years.count > 1 { continue }
                throw table.headerFailure(
                    "import/unknown-edition", .unknownEdition(year, recipe), column: nil,
                    hint: .unknownEditionHint(recipe))
            }
            tables.append(try table(of: edition, rows, .row, isLabelled: true))
        }
        return tables
    }

    func tablesByColumn(_ rows: [Row]) throws(BadInput) -> [EditionTable] {
        var tables: [EditionTable] = []
        for edition in recipe.editions where stated.year == nil || stated.year == edition.year {
            let made = try table(of: edition, rows, .row)
            if recipe.columns.contains(where: { made.holds($0.name) }) { tables.append(made) }
        }
        guard tables.isEmpty else { return tables }
        throw table.headerFailure(
            "import/no-edition", .noEdition(recipe, table.name), column: nil, hint: .noEditionHint(recipe))
    }
}

// MARK: - Wordings

extension LocalizedText {
    static func badPeriod(_ text: String) -> LocalizedText {
        LocalizedText(
            nl: "‘\(text)’ is geen jaar; cijfers over een maand of kwartaal worden niet gelezen",
            en: "‘\(text)’ is no year; figures of a month or quarter are not read")
    }

    static func otherYear(_ stated: Int, _ found: [Int]) -> LocalizedText {
        let list = found.map(String.init).joined(separator: ", ")
        return LocalizedText(
            nl: "u noemt het jaar \(stated), maar deze tabel zegt zelf: \(list)",
            en: "you state the year \(stated), but this table says itself: \(list)")
    }

    static func yearsDiffer(_ counts: [Int: Int]) -> LocalizedText {
        let list = counts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
        return LocalizedText(
            nl: "de jaren in deze tabel hebben niet evenveel rijen (\(list)); er zijn rijen weg of verkeerd",
            en: "the years in this table do not have as many rows (\(list)); rows are missing or wrong")
    }

    static let yearsDifferHint = LocalizedText(
        nl: "haal de tabel opnieuw op, of noem met --year het jaar dat u wilt",
        en: "download the table again, or name the year that you want with --year")

    static func unknownEdition(_ year: Int, _ recipe: ImportRecipe) -> LocalizedText {
        LocalizedText(
            nl: "het recept ‘\(recipe.name)’ kent geen editie van \(year)",
            en: "the recipe ‘\(recipe.name)’ has no edition of \(year)")
    }

    static func unknownEditionHint(_ recipe: ImportRecipe) -> LocalizedText {
        let list = recipe.editions.map { edition in
            edition.table.map { "\(edition.year) (\($0))" } ?? String(edition.year)
        }.joined(separator: ", ")
        return LocalizedText(
            nl: "bekend zijn: \(list). Een nieuw jaar is een editie erbij in rules/imports",
            en: "known are: \(list). A new year is an edition more in rules/imports")
    }

    static func noEdition(_ recipe: ImportRecipe, _ file: String) -> LocalizedText {
        LocalizedText(
            nl: "\(file) is een tabel ‘\(recipe.plainTitle)’, maar nergens staat van welk jaar",
            en: "\(file) is a table ‘\(recipe.plainTitle)’, but nothing tells of which year")
    }

    static func noEditionHint(_ recipe: ImportRecipe) -> LocalizedText {
        let example = recipe.editions.last.map { String($0.year) } ?? "2020"
        return LocalizedText(
            nl:
                "noem het jaar met --year \(example) of de tabel met --table, of zet het nummer van de tabel in de naam van "
                + "het bestand",
            en: "name the year with --year \(example) or the table with --table, or put the number of the table in the "
                + "name of the file")
    }

    static func noSuchEdition(_ stated: ImportRecipes.Statement, _ recipe: ImportRecipe) -> LocalizedText {
        let what = [stated.year.map(String.init), stated.table].compactMap(\.self).joined(separator: ", ")
        return LocalizedText(
            nl: "het recept ‘\(recipe.name)’ heeft geen editie \(what)",
            en: "the recipe ‘\(recipe.name)’ has no edition \(what)")
    }
}
