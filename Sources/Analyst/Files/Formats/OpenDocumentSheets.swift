import Markup
import RuleEngine

/// Reads the sheets of an ODS file (OpenDocument 1.3, part 3, chapter 9): texts, and numbers, days and percentages as they
/// are stored.
enum OpenDocumentSheets {
    private static let part = "content.xml"

    /// Whether an archive is such a file. Documents of other kinds have the same parts.
    static func isWorkbook(_ archive: ZipArchive, limit: Int) -> Bool {
        guard archive.member(part) != nil, let type = archive.member("mimetype") else { return false }
        // A type that cannot be read is none, and the archive is then told apart by its members.
        let content = try? archive.content(of: type, limit: min(limit, 1_000))
        return content.map { String(decoding: $0, as: UTF8.self).contains("opendocument.spreadsheet") } ?? false
    }

    /// The sheets that hold cells, in the order of the file.
    ///
    /// - Parameter limit: the most bytes that may be unpacked.
    /// - Throws: `workbook/broken`, `workbook/encrypted`, `table/too-large`, and what `ZipArchive` throws.
    static func sheets(_ archive: ZipArchive, limit: Int) throws(BadInput) -> [TableSheet] {
        guard let member = archive.member(part) else { throw BadInput([.brokenWorkbook(archive.name, part)]) }
        if let manifest = archive.member("META-INF/manifest.xml") {
            let content = try archive.content(of: manifest, limit: limit)
            guard !String(decoding: content, as: UTF8.self).contains("encryption-data") else {
                throw BadInput([.encryptedWorkbook(archive.name)])
            }
        }
        var reader = OpenDocumentReader()
        guard MarkupReader.read(try archive.content(of: member, limit: limit), into: &reader) else {
            throw BadInput([.brokenWorkbook(archive.name, part)])
        }
        guard !reader.cells.isTooLarge else { throw BadInput([.tableTooLarge(archive.name)]) }
        let text = TableText(name: archive.name, utf8: reader.cells.bytes)
        return reader.sheets.map { TableSheet(workbook: archive.name, sheet: $0.name, cells: $0.cells, text: text) }
    }
}

private struct OpenDocumentReader: MarkupHandler {
    var cells = SheetCells()
    var sheets: [(name: String, cells: (grid: CellGrid, rows: [Int]))] = []

    private var sheet = ""
    private var row = 1
    private var rowRepeated = 1
    private var column = 0
    private var columnRepeated = 1
    private var attributes: [String: String] = [:]
    private var paragraphs: [String] = []
    private var isInCell = false
    /// How many remarks, which have paragraphs too, are open.
    private var remarks = 0
    private var paragraphDepth = 0

    mutating func start(_ name: String, _ attributes: [String: String]) -> Bool {
        switch name {
        case "table":
            sheet = attributes["table:name"] ?? ""
            row = 1
        case "table-row":
            rowRepeated = Self.count(attributes["table:number-rows-repeated"])
            column = 0
        case "table-cell", "covered-table-cell":
            columnRepeated = Self.count(attributes["table:number-columns-repeated"])
            self.attributes = attributes
            paragraphs = []
            isInCell = true
        case "annotation": remarks += 1
        case "p" where isInCell && remarks == 0:
            paragraphs.append("")
            paragraphDepth += 1
        case "s": text(String(repeating: " ", count: min(Self.count(attributes["text:c"]), 1_000)))
        case "tab": text("\t")
        case "line-break": text("\n")
        default: break
        }
        return !cells.isTooLarge
    }

    mutating func end(_ name: String) {
        switch name {
        case "table":
            let ended = cells.endSheet()
            if ended.grid.rowCount > 0 { sheets.append((sheet, ended)) }
        case "table-row":
            cells.endRow(row, repeated: rowRepeated)
            row = min(row + rowRepeated, 1 << 30)
        case "table-cell", "covered-table-cell":
            if isInCell { endCell() }
            isInCell = false
            column = min(column + columnRepeated, 1 << 30)
        case "annotation": remarks = max(0, remarks - 1)
        case "p" where remarks == 0: paragraphDepth = max(0, paragraphDepth - 1)
        default: break
        }
    }

    mutating func text(_ text: String) {
        guard isInCell, remarks == 0, paragraphDepth > 0, !paragraphs.isEmpty else { return }
        paragraphs[paragraphs.count - 1] += text
    }

    private mutating func endCell() {
        let shown = paragraphs.joined(separator: "\n")
        let stored = attributes["office:value"] ?? shown
        let isError =
            attributes["calcext:value-type"] == "error" || (attributes["table:formula"] != nil && Self.isError(shown))
        if isError {
            let kind = shown == "#N/A" || shown == "#N/B" ? CellKind.unavailable : .failedFormula
            return append(shown, kind)
        }
        switch attributes["office:value-type"] {
        case "float", "currency": append(stored, .number)
        case "percentage": append(stored, .share)
        case "date": append(String((attributes["office:date-value"] ?? shown).prefix(10)), .day)
        case "boolean": append(attributes["office:boolean-value"] ?? shown, .truth)
        case nil where shown.isEmpty:
            if attributes["table:formula"] != nil { append("", .failedFormula) }
        default: append(attributes["office:string-value"] ?? shown, .plain)
        }
    }

    private mutating func append(_ text: String, _ kind: CellKind) {
        cells.append(cells.store(text), kind: kind, column: column, repeated: columnRepeated)
    }

    private static func isError(_ text: String) -> Bool {
        text.hasPrefix("#") || text.hasPrefix("Err:") || text.hasPrefix("Fout:")
    }

    private static func count(_ text: String?) -> Int { min(max(text.flatMap(Int.init) ?? 1, 1), 1 << 24) }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func encryptedWorkbook(_ name: String) -> Diagnostic {
        Diagnostic(
            code: "workbook/encrypted",
            message: LocalizedText(
                nl: "\(name) is met een wachtwoord beveiligd", en: "\(name) is protected by a password"), at: nil,
            hint: LocalizedText(
                nl: "sla het bestand in uw rekenprogramma op zonder wachtwoord",
                en: "save the file without a password in your spreadsheet program"))
    }
}
