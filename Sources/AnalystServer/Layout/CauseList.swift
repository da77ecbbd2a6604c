import Analyst
import RuleEngine

/// What is wrong with rules as a list on a page: the cause first, where it stands with the piece of text, how to mend it, and
/// what it means.
struct CauseList {
    let causes: [DiagnosticCauses.Cause]
    let sources: [SourceFile]
    let language: Language
    /// The address of a line of a file, as messages name it.
    let place: (_ span: SourceSpan) -> String
    /// The address of the explanation of a code.
    let explanation: (_ code: String) -> String
    /// A button that makes a change, as HTML; `nil` where it cannot be made here.
    var button: (_ fix: TextFix) -> String? = { _ in nil }
    /// So many are told.
    private static let most = 50

    func write(to html: inout HTMLText) {
        let files = Dictionary(sources.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        html.element("ol", ["class": "causes"]) { list in
            for cause in causes.prefix(Self.most) {
                list.newLine()
                list.element("li", ["class": "\(cause.diagnostic.severity)"]) { item in
                    write(cause, files, to: &item)
                }
            }
        }
        let rest = causes.count - Self.most
        if rest > 0 { html.element("p", text: Words.more(rest)[language]) }
    }

    private func write(
        _ cause: DiagnosticCauses.Cause, _ files: [String: SourceFile], to item: inout HTMLText
    ) {
        let diagnostic = cause.diagnostic
        item.element("p", ["class": "cause"]) { line in
            line.element("strong", text: Words.severity(diagnostic.severity)[language])
            line.write(" ")
            line.write(diagnostic.message[language])
        }
        if let span = diagnostic.span { write(span, files[span.file], to: &item) }
        if let hint = diagnostic.hint {
            item.element("p", text: "\(Words.hint[language]) \(hint[language])")
        }
        for related in diagnostic.related {
            item.element("p", ["class": "small"]) { line in
                line.write("\(related.message[language]): ")
                line.element("a", ["href": place(related.span)], text: Words.place(related.span)[language])
            }
        }
        if let remark = cause.remark { item.element("p", ["class": "small"], text: remark[language]) }
        let buttons = diagnostic.fixes.compactMap(button)
        if !buttons.isEmpty {
            item.element("p", ["class": "fixes"]) { line in
                for button in buttons { line.markup(html: button) }
            }
        }
        item.element("p", ["class": "small"]) { line in
            line.element("a", ["href": explanation(diagnostic.code)]) { link in
                link.write(Words.meaning[language])
                link.write(" ")
                link.element("code", text: diagnostic.code)
            }
        }
    }

    private func write(_ span: SourceSpan, _ file: SourceFile?, to item: inout HTMLText) {
        item.element("p", ["class": "place"]) { line in
            line.element("a", ["href": place(span)], text: Words.place(span)[language])
        }
        guard let text = file?.line(span.start.line) else { return }
        let characters = Array(text.prefix(Self.longestLine))
        let start = min(max(span.start.column - 1, 0), characters.count)
        let end =
            span.end.line == span.start.line ? min(max(span.end.column - 1, start), characters.count) : characters.count
        item.element("pre", ["class": "excerpt"]) { pre in
            pre.element("code") { code in
                code.write(String(characters[..<start]))
                code.element("mark", text: String(characters[start..<end]))
                code.write(String(characters[end...]))
            }
        }
    }

    private static let longestLine = 400

    // MARK: - Wordings

    private enum Words {
        static let hint = LocalizedText(nl: "Zo herstelt u het:", en: "How to repair it:")
        static let meaning = LocalizedText(nl: "Wat betekent dit?", en: "What does this mean?")

        static func severity(_ severity: Diagnostic.Severity) -> LocalizedText {
            switch severity {
            case .error: LocalizedText(nl: "Fout:", en: "Error:")
            case .warning: LocalizedText(nl: "Waarschuwing:", en: "Warning:")
            case .note: LocalizedText(nl: "Opmerking:", en: "Note:")
            }
        }

        static func place(_ span: SourceSpan) -> LocalizedText {
            LocalizedText(
                nl: "\(span.file), regel \(span.start.line), kolom \(span.start.column)",
                en: "\(span.file), line \(span.start.line), column \(span.start.column)")
        }

        static func more(_ count: Int) -> LocalizedText {
            LocalizedText(nl: "En nog \(count) meldingen.", en: "And \(count) more messages.")
        }
    }
}
