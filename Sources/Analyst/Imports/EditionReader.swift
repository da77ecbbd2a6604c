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
        var faults = CellFaults()
        for index in table.rows {
            let found = try faults.attempt { () throws(BadInput) in try row(index) }
            if let row = found ?? nil { rows.append(row) }
        }
        try faults.end()
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

    // MARK: Figures

    func table(
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
        var faults = CellFaults()
        for column in recipe.columns {
            let names = column.names.map { ColumnName.filled($0, year: edition.year) }
            let found =
                isLabelled
                ? table.columnNumbers(names).first { yearOfLabel($0) == edition.year } : try table.column(names)
            guard let place = found else { continue }
            let unit = try unit(of: column, at: place, edition)
            if let unit { units[column.name] = unit }
            let numbers = try numbers(at: place, unit: unit, rows, &faults)
            try check(numbers, unit: unit, rows, place, &faults)
            if numbers.contains(where: { $0 != nil }) { values[column.name] = numbers }
        }
        try faults.end()
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

    private func numbers(
        at place: Int, unit: String?, _ rows: [Row], _ faults: inout CellFaults
    ) throws(BadInput) -> [FEELNumber?] {
        // A column of counts of regions has whole numbers; percentages, means and scores may have a fraction.
        let expectation: NumberNotation.Expectation =
            unit == UnitName.count ? .unknown : unit == nil ? .unknown : .fraction
        let notation = try table.notation(of: place, expecting: expectation)
        var numbers: [FEELNumber?] = []
        numbers.reserveCapacity(rows.count)
        for row in rows {
            let reading = try faults.attempt { () throws(BadInput) in try table.figure(row.index, place, notation) }
            numbers.append(reading?.number)
        }
        return numbers
    }

    private func check(
        _ numbers: [FEELNumber?], unit: String?, _ rows: [Row], _ place: Int, _ faults: inout CellFaults
    ) throws(BadInput) {
        let limit: FEELNumber? = unit == UnitName.percentage ? 100 : nil
        guard limit != nil || unit == UnitName.count else { return }
        for (row, number) in zip(rows, numbers) {
            guard let number, number < .zero || limit.map({ number > $0 }) ?? false else { continue }
            _ = try faults.attempt { () throws(BadInput) in
                throw table.failure(
                    "import/outside", .outside(number, isPercentage: limit != nil), row: row.index, column: place)
            }
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
