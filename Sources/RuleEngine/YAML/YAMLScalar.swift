/// A text in a YAML document, as YAML reads it (folded, unescaped, without quotes), and where it was written.
package struct YAMLScalar: Sendable {
    /// How the text is written.
    package enum Style: Hashable, Sendable {
        /// Bare: `text`.
        case plain
        /// `'text'`
        case singleQuoted
        /// `"text"`
        case doubleQuoted
        /// A block that keeps its line breaks: `|`.
        case literal
        /// A block in which lines flow together: `>`.
        case folded
    }

    package let text: String
    package let style: Style
    /// The type the author wrote, in full (`tag:yaml.org,2002:str`); `nil` when there is none.
    package let tag: String?
    /// The file in which the scalar is written.
    let source: SourceFile
    /// Where it is written, quotes or block header included, tag and anchor excluded; UTF-8 offsets in `source`.
    let range: Range<Int>
    /// How the text lies beside its source, where that was worked out beforehand.
    private var alignment: Alignment?

    init(text: String, style: Style, tag: String?, source: SourceFile, range: Range<Int>) {
        self.text = text
        self.style = style
        self.tag = tag
        self.source = source
        self.range = range
    }

    /// The whole scalar, with its quotes or block header.
    package var span: SourceSpan { source.span(range) }

    /// The place in the file of a stretch of `text`, given in UTF-8 offsets.
    ///
    /// Exact wherever the text can be laid beside its source: bare and quoted scalars, also over several lines and
    /// with escapes, and blocks. A text that cannot (a block with a stated indentation that is folded) gives the
    /// whole scalar.
    package func span(of utf8Range: Range<Int>) -> SourceSpan {
        if let alignment { return place(of: utf8Range, by: alignment.value) }
        if let start = verbatimStart {
            let length = text.utf8.count
            return source.span(start + min(utf8Range.lowerBound, length)..<start + min(utf8Range.upperBound, length))
        }
        return place(of: utf8Range, by: YAMLScalarAlignment(self))
    }

    /// The same scalar, laid beside its source once for all places that will be asked.
    func aligned() -> YAMLScalar {
        var result = self
        result.alignment = Alignment(YAMLScalarAlignment(self))
        return result
    }

    private func place(of utf8Range: Range<Int>, by alignment: YAMLScalarAlignment?) -> SourceSpan {
        guard let alignment else { return span }
        let start = alignment.sourceOffset(of: utf8Range.lowerBound)
        return source.span(start..<max(start, alignment.sourceOffset(of: utf8Range.upperBound)))
    }

    /// Where the text begins in the source, when it stands there byte for byte, as most do.
    private var verbatimStart: Int? {
        let written: Substring
        let offset: Int
        switch style {
        case .plain: (written, offset) = (source.text(range), 0)
        case .singleQuoted, .doubleQuoted:
            guard range.count >= 2 else { return nil }
            (written, offset) = (source.text(range.lowerBound + 1..<range.upperBound - 1), 1)
        case .literal, .folded: return nil
        }
        guard written.utf8.count == text.utf8.count, written.utf8.elementsEqual(text.utf8) else { return nil }
        return range.lowerBound + offset
    }

    /// A scalar laid beside its source; `nil` inside where that cannot be done.
    private final class Alignment: Sendable {
        let value: YAMLScalarAlignment?

        init(_ value: YAMLScalarAlignment?) { self.value = value }
    }
}
