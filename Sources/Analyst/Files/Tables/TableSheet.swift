package import RuleEngine

/// The cells of one table as a file holds them, before anybody knows which row is the header.
package struct TableSheet: Sendable {
    /// Where a reader of the file finds a cell.
    enum Places: Sendable {
        /// By line and column of the text.
        case text
        /// By line and column, and by the path to it: `value[3].AantalInwoners_5`.
        case json(list: String, property: String)
        /// By the row and the letters of the column of a sheet. Holds the number of each row, from 1.
        case workbook(rows: [Int])
    }

    /// What a publisher tells of a column in another table.
    struct GivenColumn: Sendable {
        /// Instead of the code in the row of names; `nil` where the name stands there.
        let title: String?
        let unit: String?
    }

    /// As messages show it: `kwb.csv`, `cijfers.xlsx › Blad1`, `84799NED.zip › data.csv`.
    package let name: String
    /// The bytes that the cells are stretches of.
    let text: TableText
    let grid: CellGrid
    let places: Places
    /// Whether the format names the cells of each row, so that one that is absent is a missing figure and no mistake. The
    /// names are the last row.
    let hasNamedCells: Bool
    let columns: [GivenColumn]
    /// What the file says of the table outside its cells, such as the address of its description.
    package let notes: [String]
    /// Whether numbers are stored as binary fractions, of which 15 digits are meant.
    let storesBinaryFractions: Bool

    /// The cells of a delimited text.
    ///
    /// - Throws: what `CellGrid` throws.
    package init(_ text: TableText) throws(BadInput) {
        self.init(name: text.name, text: text, grid: try CellGrid(text), places: .text)
    }

    /// - Parameter columns: what is known of the columns apart from their names in the last row; empty where nothing is.
    init(
        name: String, text: TableText, grid: CellGrid, places: Places, hasNamedCells: Bool = false,
        columns: [GivenColumn] = [], notes: [String] = [], storesBinaryFractions: Bool = false
    ) {
        self.name = name
        self.text = text
        self.grid = grid
        self.places = places
        self.hasNamedCells = hasNamedCells
        self.columns = columns
        self.notes = notes
        self.storesBinaryFractions = storesBinaryFractions
    }

    /// The text of a cell without blanks around it, empty for a cell that is not there.
    func text(_ row: Int, _ column: Int) -> String {
        grid.index(row: row, column: column).map { grid.text($0, in: text).trimmed } ?? ""
    }

    /// The number that a workbook stores in a cell; `nil` for other cells.
    func storedNumber(_ row: Int, _ column: Int) -> FEELNumber? {
        guard storesBinaryFractions, let index = grid.index(row: row, column: column) else { return nil }
        let range = grid.range(index)
        guard range.count <= 400 else { return nil }
        return FEELNumber(utf8: text.bytes, in: range)?.withoutBinaryNoise(text.bytes[range])
    }

    /// Whether a cell holds nothing but blanks.
    func isBlank(_ row: Int, _ column: Int) -> Bool {
        guard let index = grid.index(row: row, column: column) else { return true }
        let range = grid.range(index)
        return range.isEmpty || NumberShape.trimmed(text.bytes, range).isEmpty
    }

    /// The columns of a row that hold something.
    func filledColumns(ofRow row: Int) -> [Int] {
        grid.indices(ofRow: row).indices.map { $0 - grid.indices(ofRow: row).lowerBound }.filter { !isBlank(row, $0) }
    }

    /// A failure that points at a cell, or at the row when it has no such cell.
    package func failure(
        _ code: String, _ message: LocalizedText, row: Int, column: Int?, hint: LocalizedText? = nil
    ) -> BadInput {
        switch places {
        case .text:
            let place = column.flatMap { grid.range(row: row, column: $0) } ?? grid.range(row: row, column: 0) ?? 0..<0
            return text.failure(code, message, at: place, hint: hint)
        case .json(let list, let property):
            let names = grid.rowCount - 1
            let member = column.map { "\(property).\(self.text(names, $0))" } ?? property
            let range = column.flatMap { grid.range(row: row, column: $0) } ?? 0..<0
            let path = row == names ? member : "\(list)[\(row)]\(member)"
            return text.failure(code, message.adding(" (\(path))"), at: range, hint: hint)
        case .workbook(let rows):
            let line = rows.indices.contains(row) ? rows[row] : row + 1
            let place = column ?? 0
            let position = SourcePosition(line: line, column: place + 1, offset: 0)
            return BadInput([
                Diagnostic(
                    code: code,
                    message: message.adding(
                        " (cel \(Self.letters(place))\(line))", " (cell \(Self.letters(place))\(line))"),
                    at: SourceSpan(file: name, start: position, end: position), hint: hint)
            ])
        }
    }

    /// The letters of a column of a sheet, counted from 0: `A`, `Z`, `AA`.
    static func letters(_ column: Int) -> String {
        var rest = column + 1
        var letters = ""
        while rest > 0 {
            let (quotient, remainder) = (rest - 1).quotientAndRemainder(dividingBy: 26)
            letters = String(UnicodeScalar(UInt8(65 + remainder))) + letters
            rest = quotient
        }
        return letters
    }
}

extension LocalizedText {
    /// The text with the same words behind it in both languages, or with those of each.
    fileprivate func adding(_ nl: String, _ en: String? = nil) -> LocalizedText {
        LocalizedText(nl: self.nl + nl, en: self.en + (en ?? nl))
    }
}
