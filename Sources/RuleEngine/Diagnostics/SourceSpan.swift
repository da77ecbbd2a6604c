/// A stretch of a text, from `start` up to but not including `end`.
public struct SourceSpan: Hashable, Sendable {
    /// Name of the file as it is shown to the user.
    public let file: String
    /// The first place of the stretch.
    public let start: SourcePosition
    /// The place behind the stretch.
    public let end: SourcePosition

    /// A stretch between two places; `SourceFile.span(_:)` makes one from byte offsets.
    public init(file: String, start: SourcePosition, end: SourcePosition) {
        self.file = file
        self.start = start
        self.end = end
    }
}
