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
        guard let alignment = YAMLScalarAlignment(self) else { return span }
        let start = alignment.sourceOffset(of: utf8Range.lowerBound)
        return source.span(start..<max(start, alignment.sourceOffset(of: utf8Range.upperBound)))
    }
}
