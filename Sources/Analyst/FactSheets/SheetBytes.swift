package import RuleEngine

/// The bytes of a sheet, where lines begin and end in it, and what is put in the place of some of them.
package struct SheetBytes {
    /// Bytes of the text that are replaced.
    package struct Edit {
        package let range: Range<Int>
        package let text: String

        package init(range: Range<Int>, text: String) {
            self.range = range
            self.text = text
        }
    }

    package let text: [UInt8]

    package init(_ file: SourceFile) { text = Array(file.text.utf8) }

    /// The text with the edits, which do not overlap; of two at one place the first comes first.
    package func applying(_ edits: [Edit]) -> String {
        var result: [UInt8] = []
        var place = 0
        let ordered = edits.enumerated().sorted { left, right in
            (left.element.range.lowerBound, left.offset) < (right.element.range.lowerBound, right.offset)
        }
        for (_, edit) in ordered {
            result += text[place..<max(place, edit.range.lowerBound)]
            result += edit.text.utf8
            place = max(place, edit.range.upperBound)
        }
        return String(decoding: result + text[place...], as: UTF8.self)
    }

    /// The bytes of a stretch as text.
    package func text(in range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

    package func isAlias(_ node: YAMLNode) -> Bool { byte(node.span.start.offset) == UInt8(ascii: "*") }

    /// The end of the line in which something ends; a block of text ends at the start of a line, which is no part of it.
    package func lineEnd(_ position: SourcePosition) -> Int {
        if position.column == 1, position.line > 1 { return position.offset }
        return lineEnd(at: position.offset)
    }

    /// The end of the line that a place lies in.
    package func lineEnd(at offset: Int) -> Int { text[offset...].firstIndex { Self.isBreak($0) } ?? text.count }

    /// The start of the line that a place lies in.
    package func lineStart(at offset: Int) -> Int {
        text[..<offset].lastIndex { Self.isBreak($0) }.map { $0 + 1 } ?? 0
    }

    /// The spaces at the start of the line.
    package func indentation(at offset: Int) -> String {
        let start = lineStart(at: offset)
        return String(repeating: " ", count: text[start..<offset].prefix { $0 == UInt8(ascii: " ") }.count)
    }

    /// The first line break of the file counts for all.
    package var lineBreak: String {
        guard let first = text.firstIndex(where: { Self.isBreak($0) }) else { return "\n" }
        if text[first] == UInt8(ascii: "\n") { return "\n" }
        return byte(first + 1) == UInt8(ascii: "\n") ? "\r\n" : "\r"
    }

    package func byte(_ offset: Int) -> UInt8? { text.indices.contains(offset) ? text[offset] : nil }

    package static func isBreak(_ byte: UInt8?) -> Bool {
        byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }
}
