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

    /// How much is shown of diagnostics that are many or long.
    private enum Most {
        /// Diagnostics of one code; the others of that code are counted.
        static let ofCode = 40
        static let inAll = 400
        /// Other places of one diagnostic.
        static let related = 10
        /// Characters of a message or hint.
        static let message = 1_000
    }

    /// One diagnostic, without line break at the end.
    public func render(_ diagnostic: Diagnostic) -> String {
        let index = diagnostic.span.map { "\(location($0)): " } ?? ""
        let severity = diagnostic.severity.name[language]
        let message = visible(diagnostic.message[language])
        var lines = ["\(index)\(severity): \(message) [\(diagnostic.code)]"]
        if let span = diagnostic.span { lines += excerpt(span) }
        for related in diagnostic.related.prefix(Most.related) {
            lines.append("\(location(related.span)): \(visible(related.message[language]))")
            lines += excerpt(related.span)
        }
        if let hint = diagnostic.hint {
            lines.append("  \(hintName[language]): \(visible(hint[language]))")
        }
        return lines.joined(separator: "\n")
    }

    /// All diagnostics, with an empty line between two: first mistakes from which others follow, which are counted, then
    /// the rest, ordered by file, place and code.
    ///
    /// Those without a place come first. Equal ones keep their order. Of a kind that comes very often the first are
    /// shown and the others counted: the text stays short enough to read, whatever the input.
    public func render(_ diagnostics: [Diagnostic]) -> String {
        render(DiagnosticCauses(diagnostics, in: Array(sources.values.sorted { $0.name < $1.name })).causes)
    }

    /// The same for mistakes of which it is known already what follows from them.
    package func render(_ causes: [DiagnosticCauses.Cause]) -> String {
        var shown: [DiagnosticCauses.Cause] = []
        var counts: [String: Int] = [:]
        var left: [String: Int] = [:]
        for cause in causes {
            let code = cause.diagnostic.code
            let count = counts[code, default: 0]
            if count < Most.ofCode, shown.count < Most.inAll {
                counts[code] = count + 1
                shown.append(cause)
            } else {
                left[code, default: 0] += 1
            }
        }
        let rest = left.sorted { $0.key < $1.key }.map { andMore($0.value, of: $0.key)[language] }
        return (shown.map(render) + rest).joined(separator: "\n\n")
    }

    private func render(_ cause: DiagnosticCauses.Cause) -> String {
        guard let remark = cause.remark else { return render(cause.diagnostic) }
        return render(cause.diagnostic) + "\n  " + visible(remark[language])
    }

    private func location(_ span: SourceSpan) -> String {
        "\(visible(span.file)):\(span.start.line):\(span.start.column)"
    }

    /// The line of a place with marks below. It costs as much as what is shown, however long the line.
    private func excerpt(_ span: SourceSpan) -> [String] {
        guard let source = sources[span.file], let line = source.line(span.start.line) else { return [] }
        let window = LineWindow(line, around: span, in: source)
        let number = String(span.start.line)
        let empty = String(repeating: " ", count: number.count)
        let margin = (window.isCutBefore ? "…" : "") + window.before
        let blanks = margin.map { $0 == "\t" ? "\t" : " " }.joined()
        let marks = String(repeating: "^", count: max(1, window.marked.count))
        let shown = margin + window.marked + window.after + (window.isCutAfter ? "…" : "")
        return ["\(number) | \(visible(shown))", "\(empty) | \(blanks)\(marks)"]
    }

    /// The text as one line without characters that would change how it is shown, cut where it is very long.
    private func visible(_ text: String) -> String {
        // A character can have any number of parts, so its parts are counted.
        let isLong = text.utf8.count > Most.message && text.unicodeScalars.count > Most.message
        let start = isLong ? String(text.unicodeScalars.prefix(Most.message)) + "…" : text
        return HarmlessText.of(start, lineBreaks: .shown)
    }
}

extension Sequence<Diagnostic> {
    /// Ordered by file, place and code; those without a place first, equal ones in the order they had.
    package func sortedByLocation() -> [Diagnostic] {
        enumerated().sorted { left, right in
            let (a, b) = (left.element, right.element)
            let leftKey = (a.span?.file ?? "", a.span?.start.offset ?? -1, a.code, left.offset)
            let rightKey = (b.span?.file ?? "", b.span?.start.offset ?? -1, b.code, right.offset)
            return leftKey < rightKey
        }.map(\.element)
    }
}

// MARK: - Wordings

private let hintName = LocalizedText(nl: "tip", en: "hint")

extension DiagnosticCauses.Cause {
    /// How much follows from the mistake; `nil` where nothing does.
    package var remark: LocalizedText? {
        guard !followers.isEmpty else { return nil }
        let count = followers.count
        let names = Set(followers.compactMap(\.missing?.name))
        let isSame =
            followers.allSatisfy { $0.code == diagnostic.code && $0.message == diagnostic.message }
            || diagnostic.missing.map { names == [$0.name] } ?? (diagnostic.code == "rule/misspelt-declaration")
        let places = followers.compactMap(\.span).map { "\($0.file):\($0.start.line)" }
        let shown = places.prefix(3).joined(separator: ", ") + (places.count > 3 ? ", …" : "")
        if isSame {
            return LocalizedText(
                nl: "en op nog \(count) \(count == 1 ? "plaats" : "plaatsen") hetzelfde: \(shown)",
                en: "and the same in \(count) more \(count == 1 ? "place" : "places"): \(shown)")
        }
        let list = names.sorted().prefix(5).joined(separator: ", ") + (names.count > 5 ? ", …" : "")
        let reason =
            names.isEmpty && !followers.allSatisfy { DiagnosticCauses.lackCodes.contains($0.code) }
            ? LocalizedText(verbatim: shown)
            : names.isEmpty
                ? LocalizedText(nl: "sleutels die daardoor ontbreken", en: "keys that are missing for it")
                : LocalizedText(
                    nl: "namen die hier worden vastgelegd (\(list))", en: "names that are declared here (\(list))")
        return LocalizedText(
            nl:
                "en nog \(count) \(count == 1 ? "melding die hieruit volgt" : "meldingen die hieruit volgen"): \(reason.nl)",
            en: "and \(count) \(count == 1 ? "message that follows" : "messages that follow") from this: \(reason.en)")
    }
}

private func andMore(_ count: Int, of code: String) -> LocalizedText {
    LocalizedText(nl: "en nog \(count) van de soort [\(code)]", en: "and \(count) more of the kind [\(code)]")
}

extension Diagnostic.Severity {
    fileprivate var name: LocalizedText {
        switch self {
        case .error: LocalizedText(nl: "fout", en: "error")
        case .warning: LocalizedText(nl: "waarschuwing", en: "warning")
        case .note: LocalizedText(nl: "opmerking", en: "note")
        }
    }
}
