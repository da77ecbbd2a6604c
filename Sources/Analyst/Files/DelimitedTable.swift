package import RuleEngine

/// A table of text cells with a header, as statistics offices publish them.
///
/// The separator (`;`, `,` or tab) is the one that occurs most in the first lines. Rows before the header and short
/// rows are allowed; a row with more filled cells than the header is not, because it shows that cells have shifted.
///
///     let table = try DelimitedTable(text, header: ["Codering", "AantalInwoners"])
///     let residents = table.column("AantalInwoners")
///     for row in table.rows { try table.cell(row, residents) }
///
/// Columns are found by the letters and digits of their names, without the number that CBS puts behind them
/// (`AantalInwoners_5`): that number differs from year to year. A column without a name in the header row takes the
/// words above it, read downwards.
package struct DelimitedTable: Sendable {
    package let text: TableText
    /// Index numbers of the rows after the header.
    package let rows: Range<Int>

    private let grid: CellGrid
    private let columns: [String: [Int]]
    private let headerRow: Int

    /// - Parameters:
    ///   - header: names that the header row must have; the first row with all of them is the header.
    /// - Throws: `table/no-header`, `table/unclosed-quote`, `table/text-after-quote`, `table/row-too-long`.
    package init(_ text: TableText, header required: [String]) throws(BadInput) {
        self.text = text
        grid = try CellGrid(text)
        let wanted = Set(required.map(Self.key))
        let cells = grid
        let found = (0..<cells.rowCount).first { row in
            wanted.isSubset(of: Set(cells.indices(ofRow: row).map { Self.key(cells.text($0, in: text)) }))
        }
        guard let found else {
            throw text.failure("table/no-header", noHeader(required), at: 0..<0, hint: noHeaderHint)
        }
        var columns: [String: [Int]] = [:]
        for (column, index) in grid.indices(ofRow: found).enumerated() {
            var name = grid.text(index, in: text)
            if name.trimmed.isEmpty { name = cells.stackedName(above: found, column: column, in: text) }
            columns[Self.key(name), default: []].append(column)
        }
        self.columns = columns
        headerRow = found
        rows = (found + 1)..<grid.rowCount
        try checkWidths()
    }

    /// The column with one of these names, `nil` when the table has none.
    ///
    /// - Throws: `table/column-twice` when two columns answer to the names.
    package func column(_ names: String...) throws(BadInput) -> Int? { try column(names) }

    package func column(_ names: [String]) throws(BadInput) -> Int? {
        let found = Set(names.map(Self.key)).flatMap { columns[$0] ?? [] }.sorted()
        if found.count > 1 {
            let place = grid.range(row: headerRow, column: found[1]) ?? 0..<0
            throw text.failure("table/column-twice", columnTwice(names.first ?? ""), at: place)
        }
        return found.first
    }

    /// The text of a cell without blanks around it; `nil` for an empty cell and beyond the end of a short row.
    package func cell(_ row: Int, _ column: Int?) -> String? {
        guard let column, let index = grid.index(row: row, column: column) else { return nil }
        let content = grid.text(index, in: text).trimmed
        return content.isEmpty ? nil : content
    }

    /// The number in a cell; `nil` when the publisher gives none (`.`, empty, `NA`, end of a short row).
    ///
    /// Accepts a decimal comma or point and a percent sign. There are no separators of thousands: `1.234` is a
    /// little over one, and `1.234,5` is refused.
    /// - Throws: `table/not-a-number`.
    package func number(_ row: Int, _ column: Int?) throws(BadInput) -> FEELNumber? {
        guard let column, let content = cell(row, column), !Self.missing.contains(content) else { return nil }
        var digits = content
        if digits.hasSuffix("%") { digits = String(digits.dropLast()).trimmed }
        if !digits.contains(".") { digits = String(digits.map { $0 == "," ? "." : $0 }) }
        if let number = FEELNumber(digits), !digits.contains("E"), !digits.contains("e") { return number }
        throw failure("table/not-a-number", notANumber(content), row: row, column: column, hint: notANumberHint)
    }

    /// Whether the row holds nothing behind its first cell: a title, or a line such as `Bron: CBS`.
    package func isRemark(_ row: Int) -> Bool { grid.isRemark(row, in: text) }

    /// The place of a cell. Costly: it counts the lines of the whole text.
    package func span(_ row: Int, _ column: Int?) -> SourceSpan { text.sourceFile.span(place(row, column)) }

    /// A failure that points at a cell, or at the row when it has no such cell.
    package func failure(
        _ code: String, _ message: LocalizedText, row: Int, column: Int?, hint: LocalizedText? = nil
    ) -> BadInput {
        text.failure(code, message, at: place(row, column), hint: hint)
    }

    private func place(_ row: Int, _ column: Int?) -> Range<Int> {
        column.flatMap { grid.range(row: row, column: $0) } ?? grid.range(row: row, column: 0) ?? 0..<0
    }

    /// Signs for "no figure", after trimming.
    private static let missing: Set<String> = [".", "NA"]

    /// Letters and digits in small letters, without the number at the end of `Name_12`.
    package static func key(_ name: String) -> String {
        var stem = name.trimmed[...]
        if let mark = stem.lastIndex(of: "_") {
            let digits = stem[stem.index(after: mark)...]
            if !digits.isEmpty, digits.allSatisfy(\.isNumber) { stem = stem[..<mark] }
        }
        return String(stem.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    private func checkWidths() throws(BadInput) {
        let width = grid.indices(ofRow: headerRow).count
        for row in rows {
            for index in grid.indices(ofRow: row).dropFirst(width) where !grid.text(index, in: text).trimmed.isEmpty {
                throw text.failure("table/row-too-long", rowTooLong(width), at: grid.range(index), hint: rowTooLongHint)
            }
        }
    }
}

extension CellGrid {
    fileprivate func isRemark(_ row: Int, in text: TableText) -> Bool {
        indices(ofRow: row).dropFirst().allSatisfy { self.text($0, in: text).trimmed.isEmpty }
    }

    /// The words of a column in the rows above the header, remarks left out.
    fileprivate func stackedName(above header: Int, column: Int, in text: TableText) -> String {
        (0..<header).filter { !isRemark($0, in: text) }
            .compactMap { index(row: $0, column: column) }
            .map { self.text($0, in: text).trimmed }
            .joined(separator: " ")
    }
}

extension String {
    /// The text without spaces (also non-breaking ones) and tabs around it.
    package var trimmed: String {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }
        let tail = drop(while: isBlank)
        guard let last = tail.lastIndex(where: { !isBlank($0) }) else { return "" }
        return String(tail[...last])
    }
}

// MARK: - Wordings

private func noHeader(_ names: [String]) -> LocalizedText {
    let list = names.joined(separator: ", ")
    return LocalizedText(
        nl: "in deze tabel staat geen rij met de kolommen \(list)",
        en: "this table has no row with the columns \(list)")
}

private let noHeaderHint = LocalizedText(
    nl: "kijk of dit de juiste tabel is en of de namen van de kolommen nog dezelfde zijn",
    en: "check whether this is the right table and whether its columns have kept their names")

private func columnTwice(_ name: String) -> LocalizedText {
    LocalizedText(nl: "de kolom ‘\(name)’ staat er twee keer", en: "the column ‘\(name)’ stands here twice")
}

private func rowTooLong(_ width: Int) -> LocalizedText {
    LocalizedText(
        nl: "deze rij heeft meer cellen dan de \(width) kolommen van de tabel",
        en: "this row has more cells than the \(width) columns of the table")
}

private let rowTooLongHint = LocalizedText(
    nl: "waarschijnlijk staat er een scheidingsteken in een tekst zonder aanhalingstekens",
    en: "probably a separator stands in a text without quotes")

private func notANumber(_ content: String) -> LocalizedText {
    LocalizedText(nl: "‘\(content)’ is geen getal", en: "‘\(content)’ is not a number")
}

private let notANumberHint = LocalizedText(
    nl: "schrijf getallen zonder punten tussen de duizendtallen; een ontbrekend cijfer is leeg of een punt",
    en: "write numbers without separators of thousands; a missing figure is empty or a full stop")
