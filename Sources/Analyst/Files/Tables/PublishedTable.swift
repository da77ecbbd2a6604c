package import RuleEngine

/// A table as a publisher gives it, whatever the format of its file: names and units of columns, and rows of cells that know
/// their place.
///
///     let table = try PublishedTable(TableSheet(text)) { recipe.knows($0) }
///     let residents = try table.column(["AantalInwoners"])
///     for row in table.rows { table.text(row, code) }
///     let figures = try table.figures(of: residents, expecting: .whole)   // one for each row
///
/// Nothing is dropped in silence: a row with a cell too many or too few, a text that ends inside a row, and a name that two
/// different columns have are refused with their place.
package struct PublishedTable: Sendable {
    /// A column by what stands above it.
    package struct Column: Hashable, Sendable {
        /// A row above the header that says something of this column: `Perioden`, `2024`.
        package struct Label: Hashable, Sendable {
            package let dimension: String
            package let value: String
        }

        /// The text of the header row, without blanks around it.
        package let header: String
        /// The header without marks of depth (`||Aantal inwoners`) and without the unit behind it.
        ///
        /// A column without a text in the header row has the words above it, read downwards, or the one in the row of
        /// units that is no unit. Empty where there is none.
        package let name: String
        /// The parts of a name that is a path: `Inkomen|Inkomen van personen|Gemiddeld inkomen`, `SES-WOA/Totaalscore`.
        /// One part for any other name.
        package let path: [String]
        /// In one writing: `aantal`, `%`, `x 1 000 euro`; `nil` where the file does not tell.
        package let unit: String?
        package let labels: [Label]
    }

    /// Which rows may have fewer cells than the header has names.
    package enum ShortRows: Sendable {
        /// A row with fewer cells shows that one is missing, and that the others have moved.
        case refused
        /// Cells at the end of a row are left out where they are empty, as in the tables of Leefbaarometer 2.0.
        case allowed
    }

    /// As messages show it: `kwb.csv`, `cijfers.xlsx › Blad1`.
    package var name: String { sheet.name }
    package let columns: [Column]
    /// Index numbers of the rows with data, in the order of the file; empty lines and remarks left out.
    package let rows: [Int]
    /// The lines above the header that stand alone, in order: a title, what was chosen (`Perioden: 2024`), and what the format
    /// says of the table.
    package let preamble: [String]
    /// The lines below the data that stand alone: `Bron: CBS`.
    package let footer: [String]

    let sheet: TableSheet
    /// The row of `sheet` with the names.
    let headerRow: Int
    /// The numbers of the columns by the keys of their headers and names.
    private let numbers: [String: [Int]]

    /// - Parameters:
    ///   - shortRows: whether rows may end early.
    ///   - isKnown: whether a text is the name of a column that somebody knows. The header is the row with most of these;
    ///     without any it is found by its form: above a row of units, else the first row with several texts.
    /// - Throws: `table/empty`, `table/row-too-long`, `table/row-too-short`, `table/cut-off`.
    package init(
        _ sheet: TableSheet, shortRows: ShortRows = .refused, isKnown: (String) -> Bool = { _ in false }
    ) throws(BadInput) {
        guard let header = TableHeader(sheet, isKnown: isKnown) else {
            throw sheet.failure("table/empty", .emptyTable, row: 0, column: nil, hint: .emptyTableHint)
        }
        let body = try TableBody(sheet, below: header, shortRows: shortRows)
        self.init(
            sheet, headerRow: header.row, columns: header.columns, rows: body.rows,
            preamble: header.preamble + sheet.notes, footer: body.footer)
    }

    init(
        _ sheet: TableSheet, headerRow: Int, columns: [Column], rows: [Int], preamble: [String], footer: [String]
    ) {
        self.sheet = sheet
        self.headerRow = headerRow
        self.columns = columns
        self.rows = rows
        self.preamble = preamble
        self.footer = footer
        var numbers: [String: [Int]] = [:]
        for (number, column) in columns.enumerated() {
            for key in Set([column.header, column.name].map(Self.key)) where !key.isEmpty {
                numbers[key, default: []].append(number)
            }
        }
        self.numbers = numbers
    }

    /// The first line of the preamble.
    package var title: String? { preamble.first }

    /// The text of a cell without blanks around it; `nil` for a cell that is empty or not there.
    package func text(_ row: Int, _ column: Int?) -> String? {
        guard let column else { return nil }
        let content = sheet.text(row, column)
        return content.isEmpty ? nil : content
    }

    /// What the format of the file says of a cell.
    package func kind(_ row: Int, _ column: Int) -> CellKind {
        sheet.grid.index(row: row, column: column).map(sheet.grid.kind) ?? .plain
    }

    /// The column that answers to one of these names, `nil` when the table has none.
    ///
    /// Names are compared by their letters and digits, without the number that CBS puts behind them (`AantalInwoners_5`);
    /// a path is found by its last parts too, written with `|` between them, where no other column has the name.
    /// - Throws: `table/column-twice` when two columns with different content answer.
    package func column(_ names: [String]) throws(BadInput) -> Int? {
        let found = columnNumbers(names)
        guard let first = found.first else { return nil }
        for other in found.dropFirst() where rows.contains(where: { sheet.text($0, first) != sheet.text($0, other) }) {
            throw failure(
                "table/column-twice", .columnTwice(columns[other].header), row: headerRow, column: other,
                hint: .columnTwiceHint)
        }
        return first
    }

    /// All columns that answer to one of these names, as `column(_:)` finds them: a table has one for each period or group.
    package func columnNumbers(_ names: [String]) -> [Int] {
        let found = Set(names.flatMap { numbers[Self.key($0)] ?? [] })
        guard found.isEmpty else { return found.sorted() }
        let paths = names.map { $0.split(separator: "|").map { Self.key(String($0)) } }
        return columns.indices.filter { number in
            let path = columns[number].path.map(Self.key)
            return path.count > 1 && paths.contains { !$0.isEmpty && path.suffix($0.count) == $0[...] }
        }
    }

    /// Letters and digits in small letters, without the number at the end of `Name_12`.
    package static func key(_ name: String) -> String { DelimitedTable.key(name) }

    /// A failure that points at a cell, or at a row.
    package func failure(
        _ code: String, _ message: LocalizedText, row: Int, column: Int?, hint: LocalizedText? = nil
    ) -> BadInput {
        sheet.failure(code, message, row: row, column: column, hint: hint)
    }

    /// A failure that points at the name of a column, or at the header.
    package func headerFailure(
        _ code: String, _ message: LocalizedText, column: Int?, hint: LocalizedText? = nil
    ) -> BadInput {
        sheet.failure(code, message, row: headerRow, column: column, hint: hint)
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let emptyTable = LocalizedText(
        nl: "in deze tabel staat niets", en: "there is nothing in this table")

    fileprivate static let emptyTableHint = LocalizedText(
        nl: "haal het bestand opnieuw op", en: "download the file again")

    fileprivate static func columnTwice(_ name: String) -> LocalizedText {
        LocalizedText(
            nl: "de kolom ‘\(name)’ staat er twee keer, met verschillende inhoud",
            en: "the column ‘\(name)’ stands here twice, with different content")
    }

    fileprivate static let columnTwiceHint = LocalizedText(
        nl: "haal één van de twee weg, of geef ze verschillende namen",
        en: "take one of the two away, or give them different names")
}
