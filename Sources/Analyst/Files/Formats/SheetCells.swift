import RuleEngine

/// Collects the cells of the sheets of a workbook, which leave out what is empty and say how often a cell is repeated.
struct SheetCells {
    /// The most columns of a sheet in any spreadsheet program.
    static let columnLimit = 16_384

    /// The characters of all cells of the workbook, one after the other.
    private(set) var bytes: [UInt8]
    private var grid = CellGrid()
    private var rows: [Int] = []
    /// The cells of the row at hand: its column, where its characters stand, what it is.
    private var row: [(column: Int, range: Range<Int>, kind: CellKind)] = []
    private(set) var isTooLarge = false

    /// - Parameter shared: characters to which cells of any sheet may refer.
    init(shared: [UInt8] = []) { bytes = shared }

    /// Puts a text behind all others.
    mutating func store(_ text: String) -> Range<Int> {
        let start = bytes.count
        bytes.append(contentsOf: text.utf8)
        return start..<bytes.count
    }

    /// Takes in a cell of the row at hand. A cell without characters and without a kind of its own is left out.
    mutating func append(_ range: Range<Int>, kind: CellKind, column: Int, repeated: Int = 1) {
        guard !range.isEmpty || kind != .plain else { return }
        guard column >= 0, repeated > 0, column + repeated <= Self.columnLimit else {
            isTooLarge = isTooLarge || column + repeated > Self.columnLimit
            return
        }
        for place in column..<(column + repeated) { row.append((place, range, kind)) }
    }

    /// Ends the row at hand.
    ///
    /// - Parameter number: counted from 1.
    mutating func endRow(_ number: Int, repeated: Int = 1) {
        defer { row = [] }
        guard !row.isEmpty else { return }
        row.sort { $0.column < $1.column }
        let width = (row.last?.column ?? 0) + 1
        guard !isTooLarge, repeated <= (CellGrid.cellLimit - grid.cellCount) / width else {
            isTooLarge = true
            return
        }
        for copy in 0..<max(repeated, 1) {
            var next = 0
            for cell in row where cell.column >= next {
                while next < cell.column {
                    grid.append(0..<0)
                    next += 1
                }
                grid.append(cell.range, kind: cell.kind)
                next += 1
            }
            grid.endRow()
            rows.append(number + copy)
        }
    }

    /// The cells since the last sheet; what follows belongs to the next.
    mutating func endSheet() -> (grid: CellGrid, rows: [Int]) {
        defer {
            grid = CellGrid()
            rows = []
        }
        return (grid, rows)
    }
}

extension TableSheet {
    /// A sheet of a workbook.
    init(workbook: String, sheet: String, cells: (grid: CellGrid, rows: [Int]), text: TableText) {
        self.init(
            name: Self.path(workbook, sheet), text: text, grid: cells.grid, places: .workbook(rows: cells.rows),
            storesBinaryFractions: true)
    }

    /// The name of what lies inside a file.
    static func path(_ file: String, _ inner: String) -> String { "\(file) › \(inner)" }
}
