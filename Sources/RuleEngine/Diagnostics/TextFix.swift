/// A way to mend a text: what an editor offers beside a diagnostic.
package struct TextFix: Hashable, Sendable {
    /// A stretch of a text and what comes in its place.
    package struct Edit: Hashable, Sendable {
        package let span: SourceSpan
        package let replacement: String

        package init(_ span: SourceSpan, _ replacement: String) {
            self.span = span
            self.replacement = replacement
        }
    }

    /// What it does, in few words.
    package let title: LocalizedText
    /// None overlaps another.
    package let edits: [Edit]

    package init(_ title: LocalizedText, _ edits: [Edit]) {
        self.title = title
        self.edits = edits
    }

    /// Writes a text in the place of another.
    package static func replacing(_ span: SourceSpan, with text: String) -> TextFix {
        TextFix(LocalizedText(nl: "schrijf ‘\(text)’", en: "write ‘\(text)’"), [Edit(span, text)])
    }

    /// The text with all edits made; `nil` where an edit does not fit into it.
    package func applied(to file: SourceFile) -> String? {
        var bytes = Array(file.text.utf8)
        for edit in edits.sorted(by: { $0.span.start.offset > $1.span.start.offset }) {
            let range = edit.span.start.offset..<max(edit.span.start.offset, edit.span.end.offset)
            guard edit.span.file == file.name, range.upperBound <= bytes.count else { return nil }
            bytes.replaceSubrange(range, with: edit.replacement.utf8)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
