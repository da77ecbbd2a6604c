package import RuleEngine

extension SourceFile {
    /// The text of a stretch of this file as it is written.
    package func written(_ span: SourceSpan) -> String? {
        let bytes = text.utf8
        guard span.start.offset <= span.end.offset, span.end.offset <= bytes.count else { return nil }
        let start = bytes.index(bytes.startIndex, offsetBy: span.start.offset)
        let end = bytes.index(bytes.startIndex, offsetBy: span.end.offset)
        return String(text[start..<end])
    }

    /// A stretch without the blanks and line breaks at its end: a block ends where the next thing begins.
    package func span(withoutBlanksBehind span: SourceSpan) -> SourceSpan {
        guard let written = written(span) else { return span }
        let blanks = written.utf8.reversed().prefix { [0x20, 0x09, 0x0A, 0x0D].contains($0) }.count
        return self.span(span.start.offset..<max(span.start.offset, span.end.offset - blanks))
    }
}
