/// Where the header of a table stands, and what it says of each column.
///
/// Publishers put a title and empty lines above it, spread it over several rows, and put a row of units below. StatLine
/// writes rows with the chosen periods or groups between the names (`Onderwerp`) and the units.
struct TableHeader {
    /// The row with the names.
    let row: Int
    /// The last row of the header: the row of units, or `row` itself.
    let lastRow: Int
    let columns: [PublishedTable.Column]
    let preamble: [String]

    /// How many rows are searched for a header.
    private static let searched = 100

    /// What StatLine calls the row with the names.
    private static let topic = "onderwerp"

    /// - Returns: `nil` for a table in which nothing stands.
    init?(_ sheet: TableSheet, isKnown: (String) -> Bool) {
        if sheet.hasNamedCells {
            row = sheet.grid.rowCount - 1
            lastRow = row
            preamble = []
            columns = sheet.grid.indices(ofRow: row).enumerated().map { number, index in
                let header = sheet.grid.text(index, in: sheet.text).trimmed
                let given = sheet.columns.indices.contains(number) ? sheet.columns[number] : nil
                guard let title = given?.title else { return Self.column(header, unit: given?.unit, labels: []) }
                return PublishedTable.Column(
                    header: header, name: title, path: [title], unit: given?.unit, labels: [])
            }
            return
        }
        let filled = (0..<min(sheet.grid.rowCount, Self.searched)).map { FilledRow(sheet, $0) }.filter {
            !$0.cells.isEmpty
        }
        guard !filled.isEmpty else { return nil }
        var units = filled.firstIndex { $0.isUnits }
        let header: Int
        if let units, let topics = filled[..<units].firstIndex(where: { $0.isTopics }) {
            header = topics
        } else {
            header = Self.header(filled, units: units, isKnown)
        }
        // Units stand right below the names, or below rows that say more of each column.
        let isTopics = filled[header].isTopics
        if let found = units,
            found <= header
                || !filled[(header + 1)..<found].allSatisfy({ $0.isLabels || (isTopics && $0.columns[0] == 0) })
        {
            units = nil
        }
        row = filled[header].row
        lastRow = filled[units ?? header].row
        let labels = units.map { filled[(header + 1)..<$0].map { $0 } } ?? []
        let above = filled[..<header].filter { $0.columns.count > 1 || $0.columns.first != 0 }.filter { !$0.isMarker }
        let stacked = above.filter { !$0.isLabels }
        let moreLabels = above.filter(\.isLabels)
        preamble = filled[..<header].filter { $0.columns == [0] && !$0.isMarker }.map(\.cells[0])
        let width = max(
            sheet.grid.indices(ofRow: row).count, units.map { sheet.grid.indices(ofRow: filled[$0].row).count } ?? 0)
        let unitRow = units.map { filled[$0].row }
        let headerRow = row
        columns = (0..<width).map { number in
            var header = sheet.text(headerRow, number)
            let below = unitRow.map { sheet.text($0, number) } ?? ""
            let unit = TableUnit.canonical(below) ?? (below.isEmpty ? nil : below)
            if isTopics, number == 0 { header = "" }
            if header.isEmpty {
                let words = stacked.map { sheet.text($0.row, number) }.filter { !$0.isEmpty }.joined(separator: " ")
                if words.isEmpty, TableUnit.canonical(below) == nil {
                    return Self.column(below, unit: nil, labels: [])
                }
                return Self.column(words, unit: unit, labels: [])
            }
            let said = (moreLabels + labels).compactMap { label -> PublishedTable.Column.Label? in
                let value = sheet.text(label.row, number)
                guard number > 0, !value.isEmpty else { return nil }
                return PublishedTable.Column.Label(dimension: label.cells[0], value: value)
            }
            return Self.column(header, unit: unit, labels: said)
        }
    }

    /// The row in which most names are known; of equals the first. One known name alone may be a word of the data, so the row
    /// must then look like a header too.
    private static func header(_ rows: [FilledRow], units: Int?, _ isKnown: (String) -> Bool) -> Int {
        let shaped = shaped(rows, units: units)
        let counts = rows.map { row in
            row.cells.count { isKnown($0) || isKnown(column($0, unit: nil, labels: []).name) }
        }
        guard let most = counts.max(), most > 1 else { return shaped }
        return counts.firstIndex(of: most) ?? shaped
    }

    /// The row that looks like a header: the last one above the units in which several texts stand; without units the first
    /// that fills at least half of the columns.
    private static func shaped(_ rows: [FilledRow], units: Int?) -> Int {
        if let units, let above = rows[..<units].lastIndex(where: { $0.cells.count > 1 && !$0.isMarker }) {
            return above
        }
        let width = rows.map(\.cells.count).max() ?? 1
        return rows.firstIndex { $0.cells.count >= max(min(2, width), (width + 1) / 2) } ?? 0
    }

    /// A column by the text of its header.
    private static func column(
        _ header: String, unit: String?, labels: [PublishedTable.Column.Label]
    ) -> PublishedTable.Column {
        let bare = String(header.drop { $0 == "|" }).trimmed
        let (name, behind) = partedUnit(of: bare)
        let isPath = name.contains("|") || (behind != nil && name.contains("/"))
        let parts =
            isPath ? name.split { $0 == "|" || (behind != nil && $0 == "/") }.map { String($0).trimmed } : [name]
        return PublishedTable.Column(
            header: header, name: name, path: parts, unit: unit ?? behind ?? TableUnit.ofDottedName(bare),
            labels: labels)
    }

    /// The name and the unit of `SES-WOA/Totaalscore (Getal)`. What stands between brackets and is no unit stays.
    private static func partedUnit(of name: String) -> (name: String, unit: String?) {
        guard let last = name.last, last == ")" || last == "]",
            let opening = name.lastIndex(of: last == ")" ? "(" : "["),
            let unit = TableUnit.canonical(String(name[name.index(after: opening)...].dropLast()))
        else { return (name, nil) }
        let bare = String(name[..<opening]).trimmed
        return bare.isEmpty ? (name, nil) : (bare, unit)
    }

    /// A row of a header, with the cells that hold something.
    private struct FilledRow {
        let row: Int
        let columns: [Int]
        let cells: [String]

        init(_ sheet: TableSheet, _ row: Int) {
            self.row = row
            columns = sheet.filledColumns(ofRow: row)
            cells = columns.map { sheet.text(row, $0) }
        }

        /// A row that only says that the names follow: `;Onderwerp;;`.
        var isMarker: Bool { cells.count == 1 && cells[0].lowercased() == TableHeader.topic }

        /// `Onderwerp`, then the names.
        var isTopics: Bool { cells.count > 1 && columns[0] == 0 && cells[0].lowercased() == TableHeader.topic }

        /// A row that says of which period or group each column is: `Perioden`, `2024`.
        var isLabels: Bool {
            cells.count > 1 && columns[0] == 0 && TableHeader.dimensions.contains(cells[0].lowercased())
        }

        /// Units below the columns from the second on, a few unknown ones among them; below the first stands the name of the
        /// rows or nothing.
        var isUnits: Bool {
            let units = zip(columns, cells).filter { $0.0 > 0 }.map { TableUnit.canonical($0.1) }
            let known = units.compactMap(\.self)
            return known.contains { !TableUnit.kinds.contains($0) } && known.count * 5 >= units.count * 4
        }
    }

    /// What the rows between the names and the units of StatLine are about.
    private static let dimensions: Set<String> = [
        "perioden", "marges", "leeftijd", "geslacht", "soort misdrijf", "regio's", "wijken en buurten", "kenmerken",
    ]
}
