/// Places that libyaml reports too widely, made narrower with the text itself.
extension SourceFile {
    /// A stretch of the text as it is written.
    func text(_ utf8Range: Range<Int>) -> Substring {
        let start = text.utf8.index(text.utf8.startIndex, offsetBy: utf8Range.lowerBound)
        let end = text.utf8.index(start, offsetBy: utf8Range.count)
        return text[start..<end]
    }

    /// Where a node begins once its tag and anchor are skipped.
    func contentStart(of offset: Int, properties: YAMLEvent.Properties) -> Int {
        var count = (properties.tag == nil ? 0 : 1) + (properties.anchor == nil ? 0 : 1)
        guard count > 0 else { return offset }
        var reader = ByteReader(text, from: offset)
        while count > 0, let byte = reader.byte, byte == UInt8(ascii: "&") || byte == UInt8(ascii: "!") {
            reader.skip { !$0.isBlank && !$0.isBreak }
            let end = reader.offset
            reader.skipBlanksBreaksAndComments()
            if reader.byte == nil { return end }
            count -= 1
        }
        return reader.offset
    }

    /// Where a scalar stands: without its tag and anchor, and without the blank lines after a block.
    func contentRange(
        of range: Range<Int>, style: YAMLScalar.Style, properties: YAMLEvent.Properties
    ) -> Range<Int> {
        // A scalar that is only a tag or an anchor ends before what comes next.
        let start = min(contentStart(of: range.lowerBound, properties: properties), range.upperBound)
        guard style == .literal || style == .folded else { return start..<range.upperBound }
        var end = range.upperBound
        let bytes = text.utf8
        while end > start {
            let last = bytes[bytes.index(bytes.startIndex, offsetBy: end - 1)]
            guard last.isBreak || last.isBlank else { break }
            end -= 1
        }
        while end < range.upperBound, bytes[bytes.index(bytes.startIndex, offsetBy: end)].isBlank { end += 1 }
        return start..<end
    }
}

/// A place in the bytes of a text that moves forward.
struct ByteReader {
    private let bytes: String.UTF8View
    private var index: String.Index
    private(set) var offset: Int

    init(_ text: String, from offset: Int = 0) {
        bytes = text.utf8
        self.offset = offset
        index = bytes.index(bytes.startIndex, offsetBy: offset)
    }

    /// The byte here; `nil` at the end.
    var byte: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

    mutating func advance() {
        index = bytes.index(after: index)
        offset += 1
    }

    mutating func skip(while condition: (UInt8) -> Bool) {
        while let byte, condition(byte) { advance() }
    }

    mutating func skipBlanksBreaksAndComments() {
        while let byte {
            if byte == UInt8(ascii: "#") {
                skip { !$0.isBreak }
            } else if byte.isBlank || byte.isBreak {
                advance()
            } else {
                return
            }
        }
    }
}

extension UInt8 {
    var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
    var isBreak: Bool { self == 0x0A || self == 0x0D }
}
