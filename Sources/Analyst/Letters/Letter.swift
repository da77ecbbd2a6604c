/// A page to send or to print: a title, and below it paragraphs, headings and lists.
package struct Letter: Sendable {
    package enum Block: Sendable {
        case heading(String)
        case paragraph(String)
        /// Something with its own lines below it: a figure that is asked for, a question.
        case item(String, [String])
    }

    /// The forms of a page.
    package enum Format: String, CaseIterable, Sendable { case text, md }

    package let title: String
    package let blocks: [Block]

    package init(title: String, blocks: [Block]) {
        self.title = title
        self.blocks = blocks
    }

    /// The page, with a line break at the end.
    package func page(_ format: Format) -> String {
        switch format {
        case .text: text
        case .md: markdown
        }
    }

    /// Several pages in one text.
    package static func pages(_ letters: [Letter], _ format: Format) -> String {
        let mark = format == .md ? "\n---\n\n" : "\n\n"
        return letters.map { $0.page(format) }.joined(separator: mark)
    }

    private var text: String {
        var lines = TextLines(width: 80)
        lines.add(title, underlinedWith: "=")
        for block in blocks {
            lines.space()
            switch block {
            case .heading(let text): lines.add(text, underlinedWith: "-")
            case .paragraph(let text): lines.add(text)
            case .item(let text, let more):
                lines.add(text, mark: "- ")
                for line in more { lines.add(line, indent: 2, mark: "- ") }
            }
        }
        return lines.text
    }

    private var markdown: String {
        let paragraphs = blocks.map { block in
            switch block {
            case .heading(let text): "## \(MarkdownText.escaped(text))"
            case .paragraph(let text): MarkdownText.escaped(text)
            case .item(let text, let more):
                (["- **\(MarkdownText.escaped(text))**"] + more.map { "  - \(MarkdownText.escaped($0))" })
                    .joined(separator: "\n")
            }
        }
        return (["# \(MarkdownText.escaped(title))"] + paragraphs).joined(separator: "\n\n") + "\n"
    }
}
