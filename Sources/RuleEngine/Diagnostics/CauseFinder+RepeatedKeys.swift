extension CauseFinder {
    /// Keys that stand twice in a row, all behind the first ones: the line is gone with which something new begins.
    mutating func groupRepeatedKeys(_ parents: inout [Int?]) {
        var run: [Int] = []
        var firstLine = 0
        func close(_ finder: inout CauseFinder) {
            guard run.count > 1, let first = run.first else { return }
            for index in run.dropFirst() { parents[index] = first }
            finder.diagnostics[first] = finder.lostStart(first, run.count)
        }
        for index in diagnostics.indices where diagnostics[index].code == DiagnosticCauses.twiceCode {
            guard let span = diagnostics[index].span, let earlier = diagnostics[index].related.first?.span else {
                continue
            }
            let continues = run.last.map { diagnostics[$0].span?.file == span.file && earlier.start.line < firstLine }
            if continues != true {
                close(&self)
                (run, firstLine) = ([], span.start.line)
            }
            run.append(index)
        }
        close(&self)
    }

    private mutating func lostStart(_ index: Int, _ count: Int) -> Diagnostic {
        let diagnostic = diagnostics[index]
        guard let span = diagnostic.span, let text = pieces(of: span.file),
            let piece = text.index(ofLine: span.start.line)
        else { return diagnostic }
        let head = text.pieces[piece]
        return .keysAgain(diagnostic, count, start: head.isListed ? head.key.map { "- \($0): …" } : nil)
    }

    /// Messages that a file can only give because of one thing; and lines that are not indented like others, where there are
    /// many: one line above them moved.
    func groupOnceInFile(_ parents: inout [Int?]) {
        let shifted = diagnostics.indices.filter { diagnostics[$0].code == "yaml/indentation" && parents[$0] == nil }
        for members in Dictionary(grouping: shifted, by: { diagnostics[$0].span?.file }).values
        where members.count >= Self.manyUses {
            for index in members.dropFirst() { parents[index] = members[0] }
        }
        var first: [String: Int] = [:]
        for index in diagnostics.indices where diagnostics[index].code == "rule/known-outside-analysis" {
            guard parents[index] == nil, let file = diagnostics[index].span?.file else { continue }
            if let cause = first[file] { parents[index] = cause } else { first[file] = index }
        }
    }
}

// MARK: - Wordings

extension Diagnostic {
    /// Several keys stand for the second time from here on.
    fileprivate static func keysAgain(_ first: Diagnostic, _ count: Int, start: String?) -> Diagnostic {
        Diagnostic(
            code: first.code,
            message: LocalizedText(
                nl: "vanaf hier staan \(count) sleutels voor de tweede keer",
                en: "from here on \(count) keys stand for the second time"),
            at: first.span, related: first.related,
            hint: start.map {
                LocalizedText(
                    nl: "begint hier iets nieuws, zet er dan een regel ‘\($0)’ boven; haal de sleutels anders weg",
                    en: "if something new begins here, write a line ‘\($0)’ above it; otherwise remove the keys")
            }
                ?? LocalizedText(
                    nl:
                        "begint hier iets nieuws, geef het dan een naam op een regel erboven; haal de sleutels anders weg",
                    en: "if something new begins here, give it a name on a line above; otherwise remove the keys"))
    }
}
