/// A place in a text.
package struct SourcePosition: Hashable, Comparable, Sendable {
    /// Line, from 1.
    package let line: Int
    /// Column in characters (extended grapheme clusters), from 1.
    package let column: Int
    /// Offset in UTF-8 bytes from the start of the text.
    package let offset: Int

    package init(line: Int, column: Int, offset: Int) {
        self.line = line
        self.column = column
        self.offset = offset
    }

    package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        left.offset < right.offset
    }
}

/// A stretch of a text, from `start` up to but not including `end`.
package struct SourceSpan: Hashable, Sendable {
    /// Name of the file as it is shown to the user.
    package let file: String
    package let start: SourcePosition
    package let end: SourcePosition

    package init(file: String, start: SourcePosition, end: SourcePosition) {
        self.file = file
        self.start = start
        self.end = end
    }
}

/// A value with the place where it was written.
package struct Located<Value> {
    package let value: Value
    package let span: SourceSpan

    package init(_ value: Value, at span: SourceSpan) {
        self.value = value
        self.span = span
    }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
