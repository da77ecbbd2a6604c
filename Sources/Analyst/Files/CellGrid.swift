import RuleEngine

/// The cells of a table as stretches of bytes, row after row: those of a delimited text, or those that another format holds.
///
/// In a delimited text, fields between double quotes may hold separators, line ends and doubled quotes (RFC 4180). Lines
/// end with LF, CR LF or CR. Unlike RFC 4180, blanks may follow a closing quote.
package struct CellGrid: Sendable {
    /// A cell costs eight bytes: tables of a whole country have millions of them.
    private struct Stretch {
        let start: UInt32
        let count: UInt32
    }

    /// The most cells of a table; some five times those of the largest that is published.
    package static let cellLimit = 40_000_000

    private var stretches: [Stretch] = []
    /// What the format says of each cell; empty where it says nothing, as in a delimited text.
    private var kinds: [CellKind] = []
    /// First cell of each row, and the number of cells at the end.
    private var rowStarts: [Int] = [0]

    /// A grid without rows, to be filled cell by cell.
    package init() {}

    /// The cells of a delimited text.
    ///
    /// - Throws: `table/unclosed-quote`, `table/text-after-quote`, `table/too-large`.
    package init(_ text: TableText) throws(BadInput) {
        let separator = Self.separator(of: text.bytes)
        var scanner = CellScanner(text: text, separator: separator)
        while !scanner.isAtEnd {
            repeat { append(try scanner.nextCell()) } while scanner.skipSeparator()
            scanner.skipLineEnd()
            endRow()
            guard cellCount <= Self.cellLimit else { throw BadInput([.tableTooLarge(text.name)]) }
        }
    }

    /// Puts a cell at the end of the last row.
    package mutating func append(_ range: Range<Int>) {
        stretches.append(Stretch(start: UInt32(range.lowerBound), count: UInt32(range.count)))
        if !kinds.isEmpty { kinds.append(.plain) }
    }

    /// Puts a cell of which the format tells the kind at the end of the last row.
    package mutating func append(_ range: Range<Int>, kind: CellKind) {
        if kinds.isEmpty, kind != .plain { kinds = [CellKind](repeating: .plain, count: stretches.count) }
        stretches.append(Stretch(start: UInt32(range.lowerBound), count: UInt32(range.count)))
        if kind != .plain || !kinds.isEmpty { kinds.append(kind) }
    }

    /// The next cell begins a new row.
    package mutating func endRow() { rowStarts.append(stretches.count) }

    package var cellCount: Int { stretches.count }

    /// What the format says of a cell.
    package func kind(_ index: Int) -> CellKind { kinds.isEmpty ? .plain : kinds[index] }

    package var rowCount: Int { rowStarts.count - 1 }

    /// Index numbers of the cells of a row.
    package func indices(ofRow row: Int) -> Range<Int> { rowStarts[row]..<rowStarts[row + 1] }

    /// Index number of a cell; `nil` beyond the end of a short row or of the table.
    package func index(row: Int, column: Int) -> Int? {
        guard row < rowCount else { return nil }
        let index = rowStarts[row] + column
        return index < rowStarts[row + 1] ? index : nil
    }

    package func range(row: Int, column: Int) -> Range<Int>? { index(row: row, column: column).map { range($0) } }

    /// The bytes of a cell, without the quotes around it.
    package func range(_ index: Int) -> Range<Int> {
        let stretch = stretches[index]
        return Int(stretch.start)..<(Int(stretch.start) + Int(stretch.count))
    }

    /// The text of a cell, with doubled quotes made single.
    package func text(_ index: Int, in text: TableText) -> String {
        let range = range(index)
        let content = text.text(range)
        guard kind(index) != .escaped else { return JSONScanner.unescaped(content) }
        let start = range.lowerBound
        guard start > 0, text.bytes[start - 1] == UInt8(ascii: "\""), content.contains("\"\"") else { return content }
        var result = ""
        var previousIsQuote = false
        for character in content {
            if character == "\"", previousIsQuote {
                previousIsQuote = false
            } else {
                result.append(character)
                previousIsQuote = character == "\""
            }
        }
        return result
    }

    /// The separator that parts most of the first lines into equally many cells; of equals the first of `;`, tab, `,`. A comma
    /// comes last because it may be a decimal mark.
    private static func separator(of bytes: [UInt8]) -> UInt8 {
        let candidates = [UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: ",")]
        /// For each candidate: how many lines have so many of it.
        var lines: [[Int: Int]] = candidates.map { _ in [:] }
        var counts = [0, 0, 0]
        var isQuoted = false
        func endLine() {
            for place in counts.indices where counts[place] > 0 { lines[place][counts[place], default: 0] += 1 }
            counts = [0, 0, 0]
        }
        for byte in bytes.prefix(1 << 16) {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            guard !isQuoted else { continue }
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                endLine()
            } else if let place = candidates.firstIndex(of: byte) {
                counts[place] += 1
            }
        }
        endLine()
        let scores = lines.map { $0.values.max() ?? 0 }
        let best = scores.indices.max { scores[$0] < scores[$1] || (scores[$0] == scores[$1] && $0 > $1) }
        return candidates[best ?? 0]
    }
}

/// Walks over the bytes of a table, cell by cell.
private struct CellScanner {
    let text: TableText
    let separator: UInt8
    private var offset = 0

    init(text: TableText, separator: UInt8) {
        self.text = text
        self.separator = separator
    }

    var isAtEnd: Bool { offset >= text.bytes.count }

    mutating func nextCell() throws(BadInput) -> Range<Int> {
        let start = offset
        if offset < text.bytes.count, text.bytes[offset] == UInt8(ascii: "\"") { return try quotedCell() }
        while offset < text.bytes.count, !endsCell(text.bytes[offset]) { offset += 1 }
        return start..<offset
    }

    mutating func skipSeparator() -> Bool {
        guard offset < text.bytes.count, text.bytes[offset] == separator else { return false }
        offset += 1
        return true
    }

    mutating func skipLineEnd() {
        guard offset < text.bytes.count else { return }
        let isReturn = text.bytes[offset] == UInt8(ascii: "\r")
        offset += 1
        if isReturn, offset < text.bytes.count, text.bytes[offset] == UInt8(ascii: "\n") { offset += 1 }
    }

    private mutating func quotedCell() throws(BadInput) -> Range<Int> {
        let quote = UInt8(ascii: "\"")
        let opening = offset
        offset += 1
        while true {
            guard offset < text.bytes.count else {
                throw text.failure("table/unclosed-quote", unclosedQuote, at: opening..<(opening + 1))
            }
            if text.bytes[offset] != quote {
                offset += 1
            } else if offset + 1 < text.bytes.count, text.bytes[offset + 1] == quote {
                offset += 2
            } else {
                break
            }
        }
        let content = (opening + 1)..<offset
        offset += 1
        while offset < text.bytes.count, text.bytes[offset] == UInt8(ascii: " ") { offset += 1 }
        if offset < text.bytes.count, !endsCell(text.bytes[offset]) {
            throw text.failure("table/text-after-quote", textAfterQuote, at: offset..<(offset + 1))
        }
        return content
    }

    private func endsCell(_ byte: UInt8) -> Bool {
        byte == separator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }
}

// MARK: - Wordings

private let unclosedQuote = LocalizedText(
    nl: "dit aanhalingsteken wordt nergens gesloten", en: "this quote is never closed")

private let textAfterQuote = LocalizedText(
    nl: "na een aanhalingsteken dat sluit, hoort een scheidingsteken te staan",
    en: "a separator should follow a closing quote")

extension Diagnostic {
    static func tableTooLarge(_ name: String) -> Diagnostic {
        Diagnostic(
            code: "table/too-large",
            message: LocalizedText(
                nl: "\(name) heeft meer dan \(CellGrid.cellLimit / 1_000_000) miljoen cellen en wordt niet gelezen",
                en: "\(name) has more than \(CellGrid.cellLimit / 1_000_000) million cells and is not read"),
            at: nil,
            hint: LocalizedText(
                nl: "haal alleen de regio's en jaren op die u nodig hebt",
                en: "download only the regions and years that you need"))
    }
}
