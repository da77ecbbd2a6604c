/// The part of a line that is shown around a place in it.
///
/// A line that fits is shown whole. Only what is shown is looked at, so that many places in one long line cost no more
/// than as many short lines.
struct LineWindow {
    /// From the start of the window up to the place.
    let before: String
    /// The place itself, as far as it is shown.
    let marked: String
    let after: String
    /// Whether the line begins before the window.
    let isCutBefore: Bool
    /// Whether the line goes on behind the window.
    let isCutAfter: Bool

    /// The most characters that are shown.
    private static let width = 120
    /// How near to the end of the window a place may be when the window begins at the start of the line.
    private static let margin = 20

    init(_ line: Substring, around span: SourceSpan, in source: SourceFile) {
        func index(_ position: SourcePosition) -> String.Index {
            let offset = source.text.utf8.index(source.text.startIndex, offsetBy: position.offset)
            return min(max(offset, line.startIndex), line.endIndex)
        }
        let start = index(span.start)
        let end = span.end.line == span.start.line ? max(start, index(span.end)) : line.endIndex
        let column = span.start.column - 1
        let fits = column <= Self.width && Self.end(of: line, from: start, count: Self.width - column) == line.endIndex
        let isNearStart = fits || column < Self.width - Self.margin
        var first = line.startIndex
        if !isNearStart {
            first = line.index(start, offsetBy: -(Self.width / 2), limitedBy: line.startIndex) ?? line.startIndex
        }
        let last = Self.end(of: line, from: start, count: isNearStart ? Self.width - column : Self.width / 2)
        let markEnd = min(end, last)
        before = String(line[first..<start])
        marked = String(line[start..<markEnd])
        after = String(line[markEnd..<last])
        isCutBefore = first > line.startIndex
        isCutAfter = last < line.endIndex
    }

    /// The index so many characters further, or the end of the line.
    private static func end(of line: Substring, from start: String.Index, count: Int) -> String.Index {
        line.index(start, offsetBy: max(count, 0), limitedBy: line.endIndex) ?? line.endIndex
    }
}
