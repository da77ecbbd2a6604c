import RuleEngine

/// Reads the rows of a table by its recipe.
///
/// Every row is looked at on every dimension: its region, its year, and each column that parts the table.
struct EditionReader {
    let recipe: ImportRecipe
    let table: PublishedTable
    let stated: ImportRecipes.Statement
    /// The editions of any recipe with a number of a table.
    let editionsByTable: (String) -> [(recipe: ImportRecipe, edition: ImportRecipe.Edition)]

    private let keyColumns: [Int]

    init(
        recipe: ImportRecipe, table: PublishedTable, stated: ImportRecipes.Statement,
        editionsByTable: @escaping (String) -> [(recipe: ImportRecipe, edition: ImportRecipe.Edition)]
    ) throws(BadInput) {
        self.recipe = recipe
        self.table = table
        self.stated = stated
        self.editionsByTable = editionsByTable
        var keys: [Int] = []
        for name in recipe.regions.keyNames {
            if let column = try table.column([name]), !keys.contains(column) { keys.append(column) }
        }
        keyColumns = keys
    }

    /// One table per year that the rows or the columns tell.
    func tables() throws(BadInput) -> [EditionTable] {
        let rows = try rowsOfDimensions()
        if let yearColumn = try table.column(recipe.yearNames) {
            let tables = try tablesByYear(rows, yearColumn)
            if !tables.isEmpty { return tables }
        }
        let labelled = yearsOfLabels
        if !labelled.isEmpty { return try tablesByLabel(rows, labelled) }
        if recipe.columns.contains(where: { $0.names.contains(where: ColumnName.hasYear) }) {
            return try tablesByColumn(rows)
        }
        let (edition, evidence) = try EditionFinder(recipe: recipe, table: table, stated: stated, editionsByTable)
            .found()
        return [try table(of: edition, rows, evidence)]
    }

    // MARK: Rows

    /// A row with the key that it is about.
    struct Row {
        let index: Int
        let key: String
        /// `nil` where the table has postcodes or names.
        let region: RegionCode?
    }

    /// The rows about a region for which every dimension has the value that the recipe takes.
    private func rowsOfDimensions() throws(BadInput) -> [Row] {
        var rows: [Row] = []
        for index in table.rows {
            if let row = try row(index) { rows.append(row) }
        }
        for dimension in recipe.dimensions {
            guard let column = try table.column(dimension.names) else {
                // A download of one value says it above the table.
                if try isChosen(dimension) { continue }
                throw table.headerFailure(
                    "import/no-dimension", .noDimension(dimension), column: nil, hint: .noDimensionHint(dimension))
            }
            let taken = Set(dimension.taken.map(PublishedTable.key))
            let kept = rows.filter { row in
                table.text(row.index, column).map { taken.contains(PublishedTable.key($0)) } ?? false
            }
            if kept.isEmpty, let first = rows.first {
                throw table.failure(
                    "import/other-rows", .otherRows(dimension, table.text(first.index, column) ?? ""),
                    row: first.index, column: column, hint: .otherRowsHint(dimension))
            }
            rows = kept
        }
        return rows
    }

    /// The level that the name of a column of codes tells.
    private func level(of column: Int) -> RegionCode.Level? {
        let name = table.columns[column].name.lowercased()
        return ["gemeente", "gm"].contains(where: name.hasPrefix) ? .municipality : nil
    }

    /// How tables name the country where they have no code for it.
    private static let country = "Nederland"

    /// Whether a line above the table says that its rows have the value that the recipe takes: `Soort misdrijf: Totaal`.
    ///
    /// - Throws: `import/other-rows` when it says another value.
    private func isChosen(_ dimension: ImportRecipe.Dimension) throws(BadInput) -> Bool {
        let names = Set(dimension.names.map(PublishedTable.key))
        let taken = Set(dimension.taken.map(PublishedTable.key))
        for line in table.preamble {
            guard let colon = line.firstIndex(of: ":"), names.contains(PublishedTable.key(String(line[..<colon])))
            else {
                continue
            }
            let value = String(line[line.index(after: colon)...]).trimmed
            if taken.contains(PublishedTable.key(value)) { return true }
            throw table.headerFailure(
                "import/other-rows", .otherRows(dimension, value), column: nil, hint: .otherRowsHint(dimension))
        }
        return false
    }

    private func row(_ index: Int) throws(BadInput) -> Row? {
        let found = keyColumns.lazy.compactMap { column in table.text(index, column).map { (column, $0) } }.first
        guard let (column, text) = found else { return nil }
        switch recipe.regions.keying {
        case .code:
            let region = text == Self.country ? .netherlands : RegionCode(loose: text, level: level(of: column))
            if let region { return Row(index: index, key: region.text, region: region) }
        case .postcode:
            if text.count == 4, text.allSatisfy(\.isNumber) { return Row(index: index, key: text, region: nil) }
        case .name:
            if text == Self.country { return Row(index: index, key: RegionNames.core(text), region: .netherlands) }
            return Row(index: index, key: RegionNames.core(text), region: nil)
        }
        throw table.failure("table/unknown-region-code", .unknownCode(text), row: index, column: column)
    }

    // MARK: Years

    private func tablesByYear(_ rows: [Row], _ column: Int) throws(BadInput) -> [EditionTable] {
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
        if let odd = byYear.first(where: { $0.value.count * 2 < most }) {
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
    private var yearsOfLabels: [Int] {
        Set(table.columns.indices.compactMap(yearOfLabel)).sorted()
    }

    private func yearOfLabel(_ column: Int) -> Int? {
        let names = Set(recipe.yearNames.map(PublishedTable.key))
        let label = table.columns[column].labels.first { names.contains(PublishedTable.key($0.dimension)) }
        return label.flatMap { Self.year($0.value) }
    }

    private func tablesByLabel(_ rows: [Row], _ years: [Int]) throws(BadInput) -> [EditionTable] {
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

    private func tablesByColumn(_ rows: [Row]) throws(BadInput) -> [EditionTable] {
        var tables: [EditionTable] = []
        for edition in recipe.editions where stated.year == nil || stated.year == edition.year {
            let made = try table(of: edition, rows, .row)
            if recipe.columns.contains(where: { made.holds($0.name) }) { tables.append(made) }
        }
        guard tables.isEmpty else { return tables }
        throw table.headerFailure(
            "import/no-edition", .noEdition(recipe, table.name), column: nil, hint: .noEditionHint(recipe))
    }

    // MARK: Figures

    private func table(
        of edition: ImportRecipe.Edition, _ rows: [Row], _ evidence: EditionTable.Evidence, isLabelled: Bool = false
    ) throws(BadInput) -> EditionTable {
        let rows = try withoutRepeats(rows)
        var places: [String: Int] = [:]
        for (place, row) in rows.enumerated() {
            guard places.updateValue(place, forKey: row.key) == nil else {
                throw table.failure(
                    "table/region-twice", .regionTwice(row.key), row: row.index, column: keyColumns.first,
                    hint: .regionTwiceHint)
            }
        }
        var values: [String: [FEELNumber?]] = [:]
        var units: [String: String] = [:]
        for column in recipe.columns {
            let names = column.names.map { ColumnName.filled($0, year: edition.year) }
            let found =
                isLabelled
                ? table.columnNumbers(names).first { yearOfLabel($0) == edition.year } : try table.column(names)
            guard let place = found else { continue }
            let unit = try unit(of: column, at: place, edition)
            if let unit { units[column.name] = unit }
            let numbers = try numbers(at: place, unit: unit, rows)
            try check(numbers, unit: unit, rows, place)
            if numbers.contains(where: { $0 != nil }) { values[column.name] = numbers }
        }
        let texts = try RegionTexts(recipe.regions, table, rows)
        return EditionTable(
            recipe: recipe, edition: edition, file: table.name, evidence: evidence,
            regions: rows.compactMap(\.region), names: RegionNames(texts.names), postcodes: texts.postcodes,
            changes: texts.changes, rows: places, values: values, units: units)
    }

    /// Of a list of names, the rows without those that say the same once more: a map has a region in several pieces.
    private func withoutRepeats(_ rows: [Row]) throws(BadInput) -> [Row] {
        guard recipe.columns.isEmpty else { return rows }
        let title = try table.column(recipe.regions.titleNames)
        var names: [String: String] = [:]
        var result: [Row] = []
        for row in rows {
            let name = table.text(row.index, title) ?? ""
            if names[row.key] == name { continue }
            names[row.key] = name
            result.append(row)
        }
        return result
    }

    /// The unit of a column: that of the file, where it has one.
    private func unit(
        of column: ImportRecipe.Column, at place: Int, _ edition: ImportRecipe.Edition
    ) throws(BadInput) -> String? {
        let expected = edition.units[column.name] ?? column.unit
        guard let written = table.columns[place].unit, let expected else { return expected }
        if UnitName.key(written) == UnitName.key(expected) { return expected }
        if column.whole != nil, UnitName.key(written) == UnitName.percentage { return UnitName.percentage }
        if column.whole != nil, UnitName.key(written) == UnitName.count { return UnitName.count }
        throw table.headerFailure(
            "import/other-unit", .otherUnit(table.columns[place].name, written, expected), column: place,
            hint: .otherUnitHint)
    }

    private func numbers(at place: Int, unit: String?, _ rows: [Row]) throws(BadInput) -> [FEELNumber?] {
        // A column of counts of regions has whole numbers; percentages, means and scores may have a fraction.
        let expectation: NumberNotation.Expectation =
            unit == UnitName.count ? .unknown : unit == nil ? .unknown : .fraction
        let notation = try table.notation(of: place, expecting: expectation)
        var numbers: [FEELNumber?] = []
        numbers.reserveCapacity(rows.count)
        for row in rows { numbers.append(try table.figure(row.index, place, notation).number) }
        return numbers
    }

    private func check(
        _ numbers: [FEELNumber?], unit: String?, _ rows: [Row], _ place: Int
    ) throws(BadInput) {
        let limit: FEELNumber? = unit == UnitName.percentage ? 100 : nil
        guard limit != nil || unit == UnitName.count else { return }
        for (row, number) in zip(rows, numbers) {
            guard let number, number < .zero || limit.map({ number > $0 }) ?? false else { continue }
            throw table.failure(
                "import/outside", .outside(number, isPercentage: limit != nil), row: row.index, column: place)
        }
    }
}

/// What a table says of its regions in words.
private struct RegionTexts {
    var names: [RegionCode: String] = [:]
    var postcodes: [RegionCode: String] = [:]
    var changes: [RegionCode: String] = [:]

    init(
        _ columns: ImportRecipe.RegionColumns, _ table: PublishedTable, _ rows: [EditionReader.Row]
    ) throws(BadInput) {
        var title: [Int] = []
        for name in columns.titleNames {
            if let column = try table.column([name]) { title.append(column) }
        }
        let municipality = try table.column(columns.municipalityNames)
        let postcode = try table.column(columns.postcodeNames)
        let change = try table.column(columns.changeNames)
        for row in rows {
            guard let region = row.region else { continue }
            // Some editions have the code in the column of names; municipalities have theirs in one more column.
            let own = title.lazy.compactMap { table.text(row.index, $0) }.first
            if let own, RegionCode(loose: own) == nil { names[region] = own }
            if region.level <= .municipality, let municipality, let text = table.text(row.index, municipality) {
                names[region] = text
            } else if let municipality, let text = table.text(row.index, municipality) {
                let around = region.enclosing(.municipality)
                if names[around] == nil { names[around] = text }
            }
            if let postcode, let text = table.text(row.index, postcode), text != "." { postcodes[region] = text }
            if let change, let text = table.text(row.index, change), text != "." { changes[region] = text }
        }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func unknownCode(_ text: String) -> LocalizedText {
        LocalizedText(
            nl: "‘\(text)’ is geen code van een land, gemeente, wijk of buurt",
            en: "‘\(text)’ is not the code of a country, municipality, wijk or buurt")
    }

    fileprivate static func regionTwice(_ key: String) -> LocalizedText {
        LocalizedText(nl: "de regio ‘\(key)’ staat er twee keer", en: "the region ‘\(key)’ stands here twice")
    }

    fileprivate static let regionTwiceHint = LocalizedText(
        nl:
            "misschien staan er meer jaren, leeftijden of soorten onder elkaar: haal alleen de rijen op die u nodig hebt",
        en: "perhaps several years, ages or kinds stand below each other: download only the rows that you need")

    fileprivate static func noDimension(_ dimension: ImportRecipe.Dimension) -> LocalizedText {
        let name = dimension.names.first ?? ""
        return LocalizedText(
            nl: "in deze tabel ontbreekt de kolom ‘\(name)’; zonder die kolom is niet te zien of de rijen gaan over "
                + dimension.meaning.nl,
            en: "this table lacks the column ‘\(name)’; without it there is no telling whether the rows are about "
                + dimension.meaning.en)
    }

    fileprivate static func noDimensionHint(_ dimension: ImportRecipe.Dimension) -> LocalizedText {
        let name = dimension.names.first ?? ""
        return LocalizedText(
            nl: "haal de tabel op met de kolom ‘\(name)’ erbij",
            en: "download the table with the column ‘\(name)’ in it")
    }

    fileprivate static func otherRows(_ dimension: ImportRecipe.Dimension, _ found: String) -> LocalizedText {
        let name = dimension.names.first ?? ""
        return LocalizedText(
            nl: "deze rij gaat niet over \(dimension.meaning.nl): \(name) is \(found)",
            en: "this row is not about \(dimension.meaning.en): \(name) is \(found)")
    }

    fileprivate static func otherRowsHint(_ dimension: ImportRecipe.Dimension) -> LocalizedText {
        let (name, value) = (dimension.names.first ?? "", dimension.taken.first ?? "")
        return LocalizedText(
            nl: "haal de rijen op met \(name) \(value)", en: "download the rows with \(name) \(value)")
    }

    fileprivate static func badPeriod(_ text: String) -> LocalizedText {
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

    fileprivate static func yearsDiffer(_ counts: [Int: Int]) -> LocalizedText {
        let list = counts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
        return LocalizedText(
            nl: "de jaren in deze tabel hebben niet evenveel rijen (\(list)); er zijn rijen weg of verkeerd",
            en: "the years in this table do not have as many rows (\(list)); rows are missing or wrong")
    }

    fileprivate static let yearsDifferHint = LocalizedText(
        nl: "haal de tabel opnieuw op, of noem met --year het jaar dat u wilt",
        en: "download the table again, or name the year that you want with --year")

    fileprivate static func unknownEdition(_ year: Int, _ recipe: ImportRecipe) -> LocalizedText {
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

    fileprivate static func otherUnit(_ name: String, _ written: String, _ expected: String) -> LocalizedText {
        LocalizedText(
            nl: "de kolom ‘\(name)’ is in \(written); het recept verwacht \(expected)",
            en: "the column ‘\(name)’ is in \(written); the recipe expects \(expected)")
    }

    fileprivate static let otherUnitHint = LocalizedText(
        nl: "kijk of het jaar klopt; is de eenheid in dit jaar anders, zet dat dan bij de editie in rules/imports",
        en: "check the year; where the unit differs in this year, say so at the edition in rules/imports")

    fileprivate static func outside(_ number: FEELNumber, isPercentage: Bool) -> LocalizedText {
        isPercentage
            ? LocalizedText(nl: "\(number) is geen percentage", en: "\(number) is no percentage")
            : LocalizedText(nl: "\(number) kan geen aantal zijn", en: "\(number) cannot be a count")
    }
}
