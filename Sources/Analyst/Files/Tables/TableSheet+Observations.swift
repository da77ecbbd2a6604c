import RuleEngine

/// Tables with a row for each figure, as OData 4 gives them: `Measure`, `Value`, and the codes of region and period.
extension TableSheet {
    /// Whether each row is one figure of a measure.
    var isObservations: Bool { headerKeys.isSuperset(of: ["measure", "value"]) }

    /// Whether the rows say what the codes of measures mean.
    var isMeasureCodes: Bool { headerKeys.isSuperset(of: ["identifier", "title", "unit"]) }

    private var headerKeys: Set<String> {
        guard let header = TableHeader(self, isKnown: { _ in false }) else { return [] }
        return Set(header.columns.map { PublishedTable.key($0.header) })
    }

    /// The same figures with a row for each region and period and a column for each measure.
    ///
    /// A column answers to the code of its measure and, where the codes are given, to its title; these give its unit too.
    /// - Parameter codes: tables `MeasureCodes`.
    /// - Throws: `table/observation-twice` where a measure has two figures for one region and period, `table/too-large`.
    func pivoted(codes: [TableSheet]) throws(BadInput) -> TableSheet {
        var pivot = ObservationPivot(try PublishedTable(self))
        try pivot.collect()
        var tables: [PublishedTable] = []
        for sheet in codes { tables.append(try PublishedTable(sheet)) }
        return try pivot.sheet(codes: tables)
    }
}

/// Turns rows of single figures into rows of a table.
private struct ObservationPivot {
    private let observations: PublishedTable
    private let measure: Int?
    private let value: Int?
    private let text: Int?
    private let attribute: Int?
    /// The columns that say what a figure is of: region, period, group.
    private let dimensions: [Int]

    /// The places of rows and measures in the new table, by their codes.
    private var rowNumbers: [String: Int] = [:]
    private var measureNumbers: [String: Int] = [:]
    /// The first observation of each.
    private var firstOfRow: [Int] = []
    private var firstOfMeasure: [Int] = []
    private var places: [(row: Int, measure: Int)] = []

    init(_ observations: PublishedTable) {
        self.observations = observations
        let keys = observations.columns.map { PublishedTable.key($0.header) }
        measure = keys.firstIndex(of: "measure")
        value = keys.firstIndex(of: "value")
        text = keys.firstIndex(of: "stringvalue")
        attribute = keys.firstIndex(of: "valueattribute")
        let others: Set<String> = ["id", "measure", "value", "stringvalue", "valueattribute"]
        dimensions = keys.indices.filter { !others.contains(keys[$0]) }
    }

    mutating func collect() throws(BadInput) {
        var seen: Set<Int> = []
        places.reserveCapacity(observations.rows.count)
        for row in observations.rows {
            let key = dimensions.map { observations.text(row, $0) ?? "" }.joined(separator: "\u{1F}")
            let code = observations.text(row, measure) ?? ""
            if rowNumbers[key] == nil {
                rowNumbers[key] = firstOfRow.count
                firstOfRow.append(row)
            }
            if measureNumbers[code] == nil {
                measureNumbers[code] = firstOfMeasure.count
                firstOfMeasure.append(row)
            }
            let place = (row: rowNumbers[key] ?? 0, measure: measureNumbers[code] ?? 0)
            guard seen.insert(place.row << 20 | place.measure).inserted else {
                throw observations.failure(
                    "table/observation-twice", .observationTwice(code), row: row, column: measure, hint: .twiceHint)
            }
            guard firstOfMeasure.count < 1 << 20,
                firstOfRow.count * (dimensions.count + firstOfMeasure.count) <= CellGrid.cellLimit
            else { throw BadInput([.tableTooLarge(observations.name)]) }
            places.append(place)
        }
    }

    func sheet(codes: [PublishedTable]) throws(BadInput) -> TableSheet {
        let width = firstOfMeasure.count
        var rowsOfFigures = [Int](repeating: -1, count: firstOfRow.count * width)
        for (row, place) in zip(observations.rows, places) { rowsOfFigures[place.row * width + place.measure] = row }
        var grid = CellGrid()
        for (number, first) in firstOfRow.enumerated() {
            for dimension in dimensions { copy(first, dimension, to: &grid) }
            for row in rowsOfFigures[(number * width)..<((number + 1) * width)] { append(row, to: &grid) }
            grid.endRow()
        }
        // The names: where each column stands for the first time.
        for dimension in dimensions { copy(observations.headerRow, dimension, to: &grid) }
        for first in firstOfMeasure {
            grid.append(measure.flatMap { observations.sheet.grid.range(row: first, column: $0) } ?? 0..<0)
        }
        grid.endRow()
        let source = observations.sheet
        return TableSheet(
            name: source.name, text: source.text, grid: grid,
            places: source.places.following(firstOfRow + [observations.headerRow]), hasNamedCells: true,
            columns: try columns(codes), notes: observations.preamble,
            storesBinaryFractions: source.storesBinaryFractions)
    }

    private func copy(_ row: Int, _ column: Int, to grid: inout CellGrid) {
        let source = observations.sheet.grid
        guard let index = source.index(row: row, column: column) else { return grid.append(0..<0) }
        grid.append(source.range(index), kind: source.kind(index))
    }

    private func append(_ row: Int, to grid: inout CellGrid) {
        guard row >= 0 else { return grid.append(0..<0) }
        let source = observations.sheet.grid
        for column in [value, text].compactMap(\.self) where !observations.sheet.isBlank(row, column) {
            guard let index = source.index(row: row, column: column) else { continue }
            return grid.append(source.range(index), kind: source.kind(index))
        }
        let place = value.flatMap { source.range(row: row, column: $0) } ?? 0..<0
        grid.append(place, kind: Self.kind(observations.text(row, attribute) ?? ""))
    }

    /// Why there is no value, by what the publisher writes beside it.
    private static func kind(_ attribute: String) -> CellKind {
        switch attribute.lowercased() {
        case "confidential", "secret": .secret
        case "impossible", "notapplicable": .impossible
        default: .unavailable
        }
    }

    private func columns(_ codes: [PublishedTable]) throws(BadInput) -> [TableSheet.GivenColumn] {
        var titles: [String: TableSheet.GivenColumn] = [:]
        for table in codes {
            let identifier = try table.column(["Identifier"])
            let (title, unit) = (try table.column(["Title"]), try table.column(["Unit"]))
            for row in table.rows {
                guard let code = table.text(row, identifier) else { continue }
                let written = table.text(row, unit)
                titles[code] = TableSheet.GivenColumn(
                    title: table.text(row, title), unit: written.flatMap(TableUnit.canonical) ?? written)
            }
        }
        let none = TableSheet.GivenColumn(title: nil, unit: nil)
        return dimensions.map { _ in none }
            + firstOfMeasure.map { titles[observations.text($0, measure) ?? ""] ?? none }
    }
}

extension TableSheet.Places {
    /// The places of cells that stand in other rows now: those of a sheet keep the first row that they come from.
    fileprivate func following(_ rows: [Int]) -> TableSheet.Places {
        guard case .workbook(let numbers) = self else { return .text }
        return .workbook(rows: rows.map { numbers.indices.contains($0) ? numbers[$0] : 1 })
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func observationTwice(_ code: String) -> LocalizedText {
        LocalizedText(
            nl: "‘\(code)’ heeft al een cijfer voor deze regio en periode",
            en: "‘\(code)’ has a figure for this region and period already")
    }

    fileprivate static let twiceHint = LocalizedText(
        nl: "haal het bestand opnieuw op, of haal de dubbele rijen weg",
        en: "download the file again, or take the double rows away")
}
