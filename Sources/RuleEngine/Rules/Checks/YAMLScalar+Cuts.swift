// Where YAML ends a bare text earlier than its author meant.

extension YAMLScalar {
    /// The text as it stands in the file, with quotes or block header.
    var written: Substring { source.text(range) }

    /// Whether ` #` stands right behind a bare text, so that YAML has taken the rest of the line for a comment.
    var isCutByComment: Bool {
        guard style == .plain else { return false }
        let rest = source.text.utf8.dropFirst(range.upperBound).prefix { !$0.isBreak }
        return rest.first { !$0.isBlank } == UInt8(ascii: "#")
    }

    /// What the author probably meant, when a comma within `{ }` or `[ ]` ends a bare text while a bracket is open:
    /// all up to the end of the braces, or to a comma outside round and square brackets.
    ///
    /// `nil` when no comma stands behind the text.
    var textCutByComma: String? {
        guard style == .plain else { return nil }
        let bytes = source.text.utf8
        let follows = bytes.dropFirst(range.upperBound).first { !$0.isBlank }
        guard follows == UInt8(ascii: ",") else { return nil }
        var depth = 0
        var end = range.lowerBound
        for byte in bytes.dropFirst(range.lowerBound) {
            if byte.isBreak { break }
            if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") { depth += 1 }
            if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") { depth -= 1 }
            if depth < 0 || byte == UInt8(ascii: "}") { break }
            if depth == 0, byte == UInt8(ascii: ",") { break }
            end += 1
        }
        guard end > range.upperBound else { return nil }
        let text = source.text(range.lowerBound..<end)
        return String(text.reversed().drop(while: \.isWhitespace).reversed())
    }
}
