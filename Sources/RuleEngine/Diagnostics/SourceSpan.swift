/// A place in a text.
public struct SourcePosition: Hashable, Comparable, Sendable {
    /// Line, from 1.
    public let line: Int
    /// Column in characters (extended grapheme clusters), from 1.
    public let column: Int
    /// Offset in UTF-8 bytes from the start of the text.
    public let offset: Int

    public init(line: Int, column: Int, offset: Int) {
        self.line = line
        self.column = column
        self.offset = offset
    }

    public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        left.offset < right.offset
    }
}

/// A stretch of a text, from `start` up to but not including `end`.
public struct SourceSpan: Hashable, Sendable {
    /// Name of the file as it is shown to the user.
    public let file: String
    public let start: SourcePosition
    public let end: SourcePosition

    public init(file: String, start: SourcePosition, end: SourcePosition) {
        self.file = file
        self.start = start
        self.end = end
    }
}

/// A value with the place where it was written.
public struct Located<Value> {
    public let value: Value
    public let span: SourceSpan

    public init(_ value: Value, at span: SourceSpan) {
        self.value = value
        self.span = span
    }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
