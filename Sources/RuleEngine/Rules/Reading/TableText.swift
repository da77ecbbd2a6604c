/// The rows of a table as written: lines with cells between bars.
///
/// A bar inside a text of FEEL, `"a | b"`, parts nothing. Lines that are blank or begin with `#` are left out.
struct TableText {
    /// A stretch of the text, without the blanks around it; offsets in UTF-8.
    struct Cell {
        let text: String
        let range: Range<Int>
    }

    struct Row {
        let cells: [Cell]
        let range: Range<Int>
        /// Where a text begins that does not end in this row.
        let openText: Int?
    }

    private(set) var rows: [Row] = []

    init(_ text: String) {
        let bytes = Array(text.utf8)
        var start = 0
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            defer { start += line.count + 1 }
            let range = Self.trimmed(start..<start + line.count, of: bytes)
            guard let first = range.first, bytes[first] != UInt8(ascii: "#") else { continue }
            rows.append(Self.row(range, of: bytes))
        }
    }

    private static func row(_ range: Range<Int>, of bytes: [UInt8]) -> Row {
        var cells: [Cell] = []
        var start = range.lowerBound
        var openText: Int?
        var offset = range.lowerBound
        func cell(upTo end: Int) -> Cell {
            let inside = trimmed(start..<end, of: bytes)
            return Cell(text: String(decoding: bytes[inside], as: UTF8.self), range: inside)
        }
        while offset < range.upperBound {
            switch bytes[offset] {
            case UInt8(ascii: "\\") where openText != nil: offset += 1
            case UInt8(ascii: "\""): openText = openText == nil ? offset : nil
            case UInt8(ascii: "|") where openText == nil:
                cells.append(cell(upTo: offset))
                start = offset + 1
            default: break
            }
            offset += 1
        }
        cells.append(cell(upTo: range.upperBound))
        return Row(cells: cells, range: range, openText: openText)
    }

    /// The range without blanks at its ends; an empty range stays where it begins.
    private static func trimmed(_ range: Range<Int>, of bytes: [UInt8]) -> Range<Int> {
        func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == 0x0D }
        guard let first = range.first(where: { !isBlank(bytes[$0]) }),
            let last = range.last(where: { !isBlank(bytes[$0]) })
        else { return range.lowerBound..<range.lowerBound }
        return first..<last + 1
    }
}
