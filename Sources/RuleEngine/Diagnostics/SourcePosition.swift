/// A place in a text.
public struct SourcePosition: Hashable, Comparable, Sendable {
    /// Line, from 1.
    public let line: Int
    /// Column in characters (extended grapheme clusters), from 1.
    public let column: Int
    /// Offset in UTF-8 bytes from the start of the text.
    public let offset: Int

    /// A place of which line, column and offset are known; `SourceFile.position(utf8Offset:)` works them out.
    public init(line: Int, column: Int, offset: Int) {
        self.line = line
        self.column = column
        self.offset = offset
    }

    /// Ordered by offset; of two places in the same text, the one that is read first.
    public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        left.offset < right.offset
    }
}
