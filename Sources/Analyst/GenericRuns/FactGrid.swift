package import RuleEngine

/// A table of facts or records: a header with names, and a row for each of them. Nothing is guessed: each row has as many
/// cells as the header, and the header is the first row.
///
///     let grid = try FactGrid(text)
///     for row in grid.rows { try grid.number(row, 2) }
package struct FactGrid: Sendable {
    package let text: TableText
    /// The name of the file without folder and endings: the kind of fact that the rows are.
    package let name: String
    package let header: [String]
    /// Index numbers of the rows after the header; empty lines are left out.
    package let rows: [Int]
    private let headerRow: Int
    private let grid: CellGrid

    /// - Throws: `table/empty`, `table/column-twice`, `table/row-width`, and what `CellGrid` throws.
    package init(_ text: TableText) throws(BadInput) {
        self.text = text
        name = Self.stem(of: text.name)
        let grid = try CellGrid(text)
        self.grid = grid
        let filled = (0..<grid.rowCount).filter { row in
            grid.indices(ofRow: row).count > 1 || grid.range(row: row, column: 0)?.isEmpty == false
        }
        guard let first = filled.first else { throw text.failure("table/empty", .emptyTable, at: 0..<0) }
        let header = grid.indices(ofRow: first).map { grid.text($0, in: text).trimmed }
        for (column, name) in header.enumerated() where header[..<column].contains(name) {
            throw text.failure(
                "table/column-twice", .columnTwice(name), at: grid.range(row: first, column: column) ?? 0..<0)
        }
        self.header = header
        headerRow = first
        rows = Array(filled.dropFirst())
        for row in rows where grid.indices(ofRow: row).count != header.count {
            let cells = grid.indices(ofRow: row).count
            let last = grid.range(row: row, column: min(cells, header.count + 1) - 1) ?? 0..<0
            throw text.failure("table/row-width", .rowWidth(cells, header.count), at: last, hint: .rowWidthHint)
        }
    }

    package func column(_ name: String) -> Int? { header.firstIndex(of: name) }

    /// The text of a cell without blanks around it; `nil` for an empty cell.
    package func cell(_ row: Int, _ column: Int) -> String? {
        guard let index = grid.index(row: row, column: column), !grid.range(index).isEmpty else { return nil }
        let content = grid.text(index, in: text).trimmed
        return content.isEmpty ? nil : content
    }

    /// The number in a cell; `nil` for an empty cell, and where publishers write that there is none (`.`, `NA`). A comma may
    /// stand for the decimal point.
    ///
    /// - Throws: `table/not-a-number`.
    package func number(_ row: Int, _ column: Int) throws(BadInput) -> FEELNumber? {
        guard let range = grid.range(row: row, column: column), !range.isEmpty else { return nil }
        if let number = FEELNumber(utf8: text.bytes, in: range) { return number }
        guard let content = cell(row, column), content != ".", content != "NA" else { return nil }
        if let number = FEELNumber(content) ?? FEELNumber(String(content.map { $0 == "," ? "." : $0 })) {
            return number
        }
        throw place(row, column).failure("table/not-a-number", .notANumber(content), hint: .notANumberHint)
    }

    package func place(_ row: Int, _ column: Int) -> FactPlace {
        .cell(text, grid.range(row: row, column: column) ?? 0..<0)
    }

    /// The place of a name in the header.
    package func headerPlace(_ column: Int) -> FactPlace {
        .cell(text, grid.range(row: headerRow, column: column) ?? 0..<0)
    }

    /// The rows as facts of the kind that the file is named after.
    package var facts: [GivenFact] {
        rows.map { row in
            let values = header.indices.compactMap { column in
                cell(row, column).map { GivenFact.Value(name: header[column], text: $0, place: place(row, column)) }
            }
            return GivenFact(kind: name, values: values, place: place(row, 0))
        }
    }

    /// `folder/guest.csv.gz` is `guest`.
    package static func stem(of path: String) -> String {
        let file = path.split(separator: "/").last ?? ""
        return String(file.split(separator: ".", omittingEmptySubsequences: false).first ?? "")
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let emptyTable = LocalizedText(
        nl: "deze tabel is leeg; de eerste regel geeft de namen van de velden",
        en: "this table is empty; its first line gives the names of the fields")

    fileprivate static func columnTwice(_ name: String) -> LocalizedText {
        LocalizedText(nl: "de kolom ‘\(name)’ staat er twee keer", en: "the column ‘\(name)’ stands here twice")
    }

    fileprivate static func rowWidth(_ cells: Int, _ width: Int) -> LocalizedText {
        LocalizedText(
            nl: "deze rij heeft \(cells) cellen; de eerste regel heeft er \(width)",
            en: "this row has \(cells) cells; the first line has \(width)")
    }

    fileprivate static let rowWidthHint = LocalizedText(
        nl: "ontbreekt er een scheidingsteken, of staat er een in een tekst zonder aanhalingstekens?",
        en: "is a separator missing, or does one stand in a text without quotes?")

    fileprivate static func notANumber(_ content: String) -> LocalizedText {
        LocalizedText(nl: "‘\(content)’ is geen getal", en: "‘\(content)’ is not a number")
    }

    fileprivate static let notANumberHint = LocalizedText(
        nl: "schrijf getallen zonder punten tussen de duizendtallen; laat de cel leeg als het getal niet bekend is",
        en: "write numbers without separators of thousands; leave the cell empty where the number is not known")
}
