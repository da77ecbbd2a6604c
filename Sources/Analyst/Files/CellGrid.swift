import RuleEngine

/// The cells of a delimited text as stretches of its bytes, row after row.
///
/// Fields between double quotes may hold separators, line ends and doubled quotes (RFC 4180). Lines end with LF,
/// CR LF or CR. Unlike RFC 4180, blanks may follow a closing quote.
package struct CellGrid: Sendable {
    private var ranges: [Range<Int>] = []
    /// First cell of each row, and the number of cells at the end.
    private var rowStarts: [Int] = []

    /// - Throws: `table/unclosed-quote`, `table/text-after-quote`.
    package init(_ text: TableText) throws(BadInput) {
        let separator = Self.separator(of: text.bytes)
        var scanner = CellScanner(text: text, separator: separator)
        while !scanner.isAtEnd {
            rowStarts.append(ranges.count)
            repeat { ranges.append(try scanner.nextCell()) } while scanner.skipSeparator()
            scanner.skipLineEnd()
        }
        rowStarts.append(ranges.count)
    }

    package var rowCount: Int { rowStarts.count - 1 }

    /// Index numbers of the cells of a row.
    package func indices(ofRow row: Int) -> Range<Int> { rowStarts[row]..<rowStarts[row + 1] }

    /// Index number of a cell; `nil` beyond the end of a short row.
    package func index(row: Int, column: Int) -> Int? {
        let index = rowStarts[row] + column
        return index < rowStarts[row + 1] ? index : nil
    }

    package func range(row: Int, column: Int) -> Range<Int>? { index(row: row, column: column).map { ranges[$0] } }

    /// The bytes of a cell, without the quotes around it.
    package func range(_ index: Int) -> Range<Int> { ranges[index] }

    /// The text of a cell, with doubled quotes made single.
    package func text(_ index: Int, in text: TableText) -> String {
        let content = text.text(ranges[index])
        let start = ranges[index].lowerBound
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

    /// The separator that occurs most in the first 4,096 bytes, outside quotes; of equals the first of `;`, `,`, tab.
    private static func separator(of bytes: [UInt8]) -> UInt8 {
        let candidates = [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t")]
        var counts = [0, 0, 0]
        var isQuoted = false
        for byte in bytes.prefix(4_096) {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if !isQuoted, let place = candidates.firstIndex(of: byte) { counts[place] += 1 }
        }
        let best = counts.indices.max { counts[$0] < counts[$1] || (counts[$0] == counts[$1] && $0 > $1) }
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
