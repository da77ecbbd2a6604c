import RuleEngine

/// Reads the tables that are published as JSON: those of OData 3 and 4 (`{"value": [{…}]}`), GeoJSON (the properties of its
/// features), and a plain list of objects.
struct JSONTable {
    private let text: TableText
    private var grid = CellGrid()
    /// The names of columns in the order in which they first come.
    private var names: [JSONScanner.Value] = []
    private var numbers: [String: Int] = [:]
    /// What the file says beside its rows: `odata.metadata` and the like.
    private var notes: [String] = []
    private var isPage = false
    private var failure: String?
    private var matches: Int?

    /// The table in a text of JSON. The names of columns are its last row.
    ///
    /// - Throws: `json/syntax`, `json/too-deep`, `json/no-table`, `json/name-twice`, `table/page`, `table/service-error`,
    ///   `table/cut-off`, `table/too-large`.
    static func sheet(_ text: TableText) throws(BadInput) -> TableSheet {
        var table = JSONTable(text)
        let places = try table.read()
        for name in table.names { table.grid.append(name.range, kind: name.kind) }
        table.grid.endRow()
        return TableSheet(
            name: text.name, text: text, grid: table.grid, places: places, hasNamedCells: true, notes: table.notes)
    }

    private init(_ text: TableText) { self.text = text }

    private mutating func read() throws(BadInput) -> TableSheet.Places {
        var scanner = JSONScanner(text)
        var places: TableSheet.Places?
        if scanner.peek() == UInt8(ascii: "[") {
            try rows(&scanner, property: nil)
            places = .json(list: "", property: "")
        } else {
            // The rows may come before or behind what says that they are features.
            try scanner.object { scanner, key throws(BadInput) in
                let name = scanner.text(of: key)
                if places == nil, let inner = startOfRows(scanner) {
                    let property = name == "features" ? "properties" : nil
                    scanner = inner
                    try rows(&scanner, property: property)
                    places = .json(list: name, property: property.map { ".\($0)" } ?? "")
                } else {
                    note(name, try scanner.value(), scanner)
                }
            }
        }
        guard scanner.peek() == nil else { throw scanner.broken() }
        if let failure {
            throw text.failure("table/service-error", .serviceError(failure), at: 0..<0, hint: .serviceErrorHint)
        }
        guard let places, grid.rowCount > 0 else {
            throw text.failure("json/no-table", .noTable, at: 0..<0, hint: .noTableHint)
        }
        if isPage || (matches.map { $0 > grid.rowCount } ?? false) {
            throw text.failure("table/page", .page(grid.rowCount, of: matches), at: 0..<0, hint: .pageHint)
        }
        return places
    }

    /// The scanner at a list of objects, if that comes next.
    private func startOfRows(_ scanner: JSONScanner) -> JSONScanner? {
        var ahead = scanner
        guard ahead.peek() == UInt8(ascii: "[") else { return nil }
        let start = ahead
        guard ahead.skip("["), ahead.peek() == UInt8(ascii: "{") else { return nil }
        return start
    }

    private mutating func note(_ name: String, _ value: JSONScanner.Value, _ scanner: JSONScanner) {
        let content = scanner.text(of: value)
        switch name {
        case "odata.nextLink", "@odata.nextLink": isPage = true
        case "odata.error", "error": failure = content.isEmpty ? nil : String(content.prefix(300))
        case "numberMatched", "totalFeatures": matches = value.kind == .number ? Int(content) : nil
        default:
            guard value.kind == .plain || value.kind == .escaped, !content.isEmpty, content.utf8.count < 1_000 else {
                return
            }
            notes.append(content)
        }
    }

    private mutating func rows(_ scanner: inout JSONScanner, property: String?) throws(BadInput) {
        try scanner.list { scanner throws(BadInput) in
            guard scanner.peek() == UInt8(ascii: "{") else { throw scanner.broken() }
            if let property {
                var cells: [JSONScanner.Value] = []
                try scanner.object { scanner, key throws(BadInput) in
                    if scanner.text(of: key) == property, scanner.peek() == UInt8(ascii: "{") {
                        cells = try row(&scanner)
                    } else {
                        _ = try scanner.value()
                    }
                }
                append(cells)
            } else {
                append(try row(&scanner))
            }
            guard grid.cellCount <= CellGrid.cellLimit else { throw BadInput([.tableTooLarge(text.name)]) }
        }
    }

    private mutating func append(_ cells: [JSONScanner.Value]) {
        for cell in cells { grid.append(cell.range, kind: cell.kind) }
        grid.endRow()
    }

    /// The cells of an object, in the order of columns; what it does not name is empty.
    private mutating func row(_ scanner: inout JSONScanner) throws(BadInput) -> [JSONScanner.Value] {
        var cells = names.map { _ in JSONScanner.Value(kind: .plain, range: 0..<0) }
        var given = names.map { _ in false }
        var next = 0
        try scanner.object { scanner, key throws(BadInput) in
            let number: Int
            if next < names.count, text.bytes[key.range] == text.bytes[names[next].range] {
                number = next
            } else {
                let name = scanner.text(of: key)
                number = numbers[name] ?? names.count
                if number == names.count {
                    numbers[name] = number
                    names.append(key)
                    cells.append(JSONScanner.Value(kind: .plain, range: 0..<0))
                    given.append(false)
                }
            }
            next = number + 1
            guard !given[number] else {
                throw text.failure("json/name-twice", .nameTwice(scanner.text(of: key)), at: key.range)
            }
            given[number] = true
            cells[number] = try scanner.value()
        }
        return cells
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let noTable = LocalizedText(
        nl: "in deze JSON staat geen lijst met rijen", en: "there is no list of rows in this JSON")

    fileprivate static let noTableHint = LocalizedText(
        nl: "haal bij OData de tabel ‘TypedDataSet’ of ‘Observations’ op, of sla de tabel op als CSV",
        en: "with OData, download the table ‘TypedDataSet’ or ‘Observations’, or save the table as CSV")

    fileprivate static func nameTwice(_ name: String) -> LocalizedText {
        LocalizedText(
            nl: "‘\(name)’ staat twee keer in deze rij", en: "‘\(name)’ stands in this row twice")
    }

    fileprivate static func serviceError(_ answer: String) -> LocalizedText {
        LocalizedText(
            nl: "dit is geen tabel maar een foutmelding van de dienst van de uitgever: \(answer)",
            en: "this is no table but an error of the publisher's service: \(answer)")
    }

    fileprivate static let serviceErrorHint = LocalizedText(
        nl: "controleer het adres en haal de tabel opnieuw op", en: "check the address and download the table again")

    fileprivate static func page(_ rows: Int, of all: Int?) -> LocalizedText {
        let count = all.map(String.init)
        return LocalizedText(
            nl:
                "dit is een deel van een tabel: \(rows) rijen\(count.map { " van de \($0)" } ?? ", en er is een volgende bladzijde")",
            en: "this is a part of a table: \(rows) rows\(count.map { " of \($0)" } ?? ", and there is a next page")")
    }

    fileprivate static let pageHint = LocalizedText(
        nl: "haal alle bladzijden op, of alleen de regio's die u nodig hebt",
        en: "download all pages, or only the regions that you need")
}
