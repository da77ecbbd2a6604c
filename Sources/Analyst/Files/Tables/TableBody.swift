import RuleEngine

/// The rows below the header of a table: which of them hold data, and which are remarks.
struct TableBody {
    let rows: [Int]
    let footer: [String]

    /// - Throws: `table/row-too-long`, `table/row-too-short`, `table/cut-off`.
    init(
        _ sheet: TableSheet, below header: TableHeader, shortRows: PublishedTable.ShortRows
    ) throws(BadInput) {
        guard !sheet.hasNamedCells else {
            rows = Array(0..<header.row)
            footer = []
            return
        }
        let width = header.columns.count
        let named = (header.columns.lastIndex { !$0.name.isEmpty } ?? -1) + 1
        let isList = header.columns.count { !$0.name.isEmpty } < 2
        let isDelimited = if case .text = sheet.places { true } else { false }
        var rows: [Int] = []
        var footer: [String] = []
        for row in (header.lastRow + 1)..<max(sheet.grid.rowCount, header.lastRow + 1) {
            let cells = sheet.grid.indices(ofRow: row).count
            // A sheet of a workbook with one text above the others is prose, which may be set out in any way.
            if cells > width, !isList || isDelimited {
                for column in width..<cells where !sheet.isBlank(row, column) {
                    throw sheet.failure(
                        "table/row-too-long", .rowTooLong(width), row: row, column: column, hint: .rowTooLongHint)
                }
            }
            let isLoneCell = (1..<max(cells, 1)).allSatisfy { sheet.isBlank(row, $0) }
            if isLoneCell, sheet.isBlank(row, 0) { continue }
            let endsInside = isDelimited && row == sheet.grid.rowCount - 1 && !sheet.text.endsWithLineEnd
            if isLoneCell, !isList,
                Self.isRemark(sheet.text(row, 0), mayBeCut: endsInside && cells < named)
            {
                footer.append(sheet.text(row, 0))
                continue
            }
            if isDelimited, cells < named, shortRows == .refused || endsInside {
                throw sheet.failure(
                    endsInside ? "table/cut-off" : "table/row-too-short",
                    endsInside ? .cutOff(named, cells) : .rowTooShort(named, cells), row: row,
                    column: max(cells - 1, 0), hint: endsInside ? .cutOffHint : .rowTooShortHint)
            }
            rows.append(row)
        }
        self.rows = rows
        self.footer = footer
    }

    /// Whether the only text of a row is a remark, such as a source, and not the key of a row that has lost its figures.
    ///
    /// A key is one word with digits in it. Of a text that may have been cut off only what publishers write is a remark.
    private static func isRemark(_ text: String, mayBeCut: Bool) -> Bool {
        let start = text.lowercased()
        if remarkStarts.contains(where: start.hasPrefix) { return true }
        if mayBeCut { return false }
        let isWord = !text.contains { $0 == " " || $0 == ":" }
        return !(isWord && text.contains(where: \.isNumber))
    }

    private static let remarkStarts = ["bron", "source", "©", "(c)", "noot", "toelichting", "*", "opmerking", "cbs"]
}

extension TableText {
    /// Whether the last line is ended, as a program does that has written it to the end.
    fileprivate var endsWithLineEnd: Bool {
        bytes.last == UInt8(ascii: "\n") || bytes.last == UInt8(ascii: "\r")
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func rowTooLong(_ width: Int) -> LocalizedText {
        LocalizedText(
            nl: "deze rij heeft meer cellen dan de \(width) kolommen van de tabel",
            en: "this row has more cells than the \(width) columns of the table")
    }

    fileprivate static let rowTooLongHint = LocalizedText(
        nl: "waarschijnlijk staat er een scheidingsteken in een tekst zonder aanhalingstekens",
        en: "probably a separator stands in a text without quotes")

    fileprivate static func rowTooShort(_ width: Int, _ cells: Int) -> LocalizedText {
        LocalizedText(
            nl: "deze rij heeft \(cells) cellen en de tabel \(width) kolommen",
            en: "this row has \(cells) cells and the table \(width) columns")
    }

    fileprivate static let rowTooShortHint = LocalizedText(
        nl: "er ontbreekt een cel, waardoor cijfers in een andere kolom kunnen staan: haal het bestand opnieuw op, "
            + "of zet de ontbrekende cel terug",
        en: "a cell is missing, so that figures may stand in another column: download the file again, or put the "
            + "missing cell back")

    fileprivate static func cutOff(_ width: Int, _ cells: Int) -> LocalizedText {
        LocalizedText(
            nl: "het bestand houdt midden in een rij op: \(cells) van de \(width) cellen staan er",
            en: "the file ends inside a row: \(cells) of the \(width) cells are there")
    }

    fileprivate static let cutOffHint = LocalizedText(
        nl: "het is niet helemaal binnengehaald of opgeslagen: haal het opnieuw op",
        en: "it was not wholly downloaded or saved: download it again")
}
