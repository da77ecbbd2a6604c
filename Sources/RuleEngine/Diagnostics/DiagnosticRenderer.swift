/// Turns diagnostics into text, with the line of the source and a mark below it.
///
///     rules/a.yaml:12:5: fout: de sleutel ‘x’ staat er twee keer [yaml/duplicate-key]
///     12 |     x: 3
///        |     ^
///     rules/a.yaml:10:5: hier staat ‘x’ voor het eerst
///     10 |     x: 1
///        |     ^
///       tip: haal één van de twee weg
///
/// Columns count characters. Characters that would not be seen, or would change how the line is shown, appear as
/// a visible sign; long lines are cut around the mark.
public struct DiagnosticRenderer: Sendable {
    private let language: Language
    private let sources: [String: SourceFile]

    /// - Parameter sources: the texts for the excerpts; of two with one name the first is used. A diagnostic in a
    ///   text that is not among them is shown without excerpt.
    public init(language: Language, sources: [SourceFile]) {
        self.language = language
        self.sources = Dictionary(sources.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// One diagnostic, without line break at the end.
    public func render(_ diagnostic: Diagnostic) -> String {
        let place = diagnostic.span.map { "\(location($0)): " } ?? ""
        let severity = diagnostic.severity.name[language]
        let message = visible(diagnostic.message[language])
        var lines = ["\(place)\(severity): \(message) [\(diagnostic.code)]"]
        if let span = diagnostic.span { lines += excerpt(span) }
        for related in diagnostic.related {
            lines.append("\(location(related.span)): \(visible(related.message[language]))")
            lines += excerpt(related.span)
        }
        if let hint = diagnostic.hint {
            lines.append("  \(hintName[language]): \(visible(hint[language]))")
        }
        return lines.joined(separator: "\n")
    }

    /// All diagnostics, ordered by file, place and code, with an empty line between two.
    ///
    /// Those without a place come first. Equal ones keep their order.
    public func render(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.sortedByPlace().map(render).joined(separator: "\n\n")
    }

    private func location(_ span: SourceSpan) -> String {
        "\(span.file):\(span.start.line):\(span.start.column)"
    }

    private func excerpt(_ span: SourceSpan) -> [String] {
        guard let line = sources[span.file]?.line(span.start.line) else { return [] }
        let characters = Array(line)
        let start = min(max(span.start.column - 1, 0), characters.count)
        let isOneLine = span.end.line == span.start.line
        let end = max(start, isOneLine ? min(span.end.column - 1, characters.count) : characters.count)
        let number = String(span.start.line)
        let empty = String(repeating: " ", count: number.count)
        let window = Window(around: start..<end, of: characters.count)
        let shown = window.prefix + visible(String(characters[window.range])) + window.suffix
        let margin = window.prefix + String(characters[window.range.lowerBound..<start])
        let blanks = margin.map { $0 == "\t" ? "\t" : " " }.joined()
        let marks = String(repeating: "^", count: max(1, min(end, window.range.upperBound) - start))
        return ["\(number) | \(shown)", "\(empty) | \(blanks)\(marks)"]
    }

    /// Control characters, and those that turn the direction of writing, as a visible sign.
    private func visible(_ text: String) -> String {
        var result = ""
        for character in text {
            if character == "\t" || character.unicodeScalars.allSatisfy({ !$0.isTreacherous }) {
                result.append(character)
            } else {
                result.unicodeScalars.append(contentsOf: character.unicodeScalars.map(\.sign).prefix(1))
            }
        }
        return result
    }
}

extension Sequence<Diagnostic> {
    /// Ordered by file, place and code; those without a place first, equal ones in the order they had.
    package func sortedByPlace() -> [Diagnostic] {
        enumerated().sorted { left, right in
            let (a, b) = (left.element, right.element)
            let leftKey = (a.span?.file ?? "", a.span?.start.offset ?? -1, a.code, left.offset)
            let rightKey = (b.span?.file ?? "", b.span?.start.offset ?? -1, b.code, right.offset)
            return leftKey < rightKey
        }.map(\.element)
    }
}

/// The part of a long line that is shown.
private struct Window {
    static let width = 120
    static let margin = 20

    let range: Range<Int>
    let prefix: String
    let suffix: String

    init(around mark: Range<Int>, of count: Int) {
        if count <= Self.width {
            range = 0..<count
        } else {
            let isNearStart = mark.lowerBound < Self.width - Self.margin
            let start = isNearStart ? 0 : mark.lowerBound - Self.width / 2
            range = start..<min(count, start + Self.width)
        }
        prefix = range.lowerBound > 0 ? "…" : ""
        suffix = range.upperBound < count ? "…" : ""
    }
}

extension Unicode.Scalar {
    /// Whether the character is invisible or changes how the text around it is shown.
    fileprivate var isTreacherous: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
        }
    }

    /// The sign of a control character (U+2400 and on), or the replacement character.
    fileprivate var sign: Unicode.Scalar {
        switch value {
        case 0..<0x20: Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
        case 0x7F: "\u{2421}"
        default: "\u{FFFD}"
        }
    }
}

// MARK: - Wordings

private let hintName = LocalizedText(nl: "tip", en: "hint")

extension Diagnostic.Severity {
    fileprivate var name: LocalizedText {
        switch self {
        case .error: LocalizedText(nl: "fout", en: "error")
        case .warning: LocalizedText(nl: "waarschuwing", en: "warning")
        case .note: LocalizedText(nl: "opmerking", en: "note")
        }
    }
}
