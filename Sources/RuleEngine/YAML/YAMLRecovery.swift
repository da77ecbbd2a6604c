/// Reads as much of a file as can be read: a piece that is no YAML is told and left out, the others are read.
///
///     let result = YAMLRecovery.parseSingle(file)
///     result.root                  // without the broken pieces; places are those in the file
///     result.leftOut               // "rule": 1
///
/// Pieces are those of `TextPieces`. Each is also read alone, so that a quote that is never closed is found in the piece
/// in which it stands, and several mistakes in one go.
struct YAMLRecovery {
    /// What could be read, and what is wrong.
    struct Result {
        let root: YAMLNode?
        let diagnostics: [Diagnostic]
        /// By first key, how many pieces are left out.
        let leftOut: [String: Int]
    }

    static func parseSingle(_ file: SourceFile) -> Result {
        let whole = YAMLParser.parseSingle(file)
        // Directives are of the text as a whole.
        guard whole.root == nil, whole.isBroken, !file.text.hasPrefix("%") else {
            return Result(root: whole.root, diagnostics: whole.diagnostics, leftOut: [:])
        }
        return YAMLRecovery(file).result
            ?? Result(root: nil, diagnostics: whole.diagnostics, leftOut: [:])
    }

    private let file: SourceFile
    private let pieces: TextPieces

    private init(_ file: SourceFile) {
        self.file = file
        pieces = TextPieces(file)
    }

    /// How often a piece is left out because the others cannot be read with it.
    private static let mostTries = 4

    private var result: Result? {
        var diagnostics: [Diagnostic] = []
        var broken: Set<Int> = []
        for index in pieces.pieces.indices {
            guard let diagnostic = mistake(in: index) else { continue }
            diagnostics.append(diagnostic)
            broken.insert(index)
        }
        for _ in 0..<Self.mostTries {
            let rest = YAMLParser.parseSingle(text(without: broken))
            if !rest.isBroken {
                // With all left out nothing is read: the text is broken as a whole.
                guard let root = rest.root else { return nil }
                return Result(
                    root: root, diagnostics: (diagnostics + rest.diagnostics).sortedByLocation(),
                    leftOut: counts(broken))
            }
            guard let diagnostic = rest.diagnostics.first(where: \.stopsReading),
                let index = culprit(of: diagnostic, besides: broken)
            else { return nil }
            broken.insert(index)
            diagnostics.append(diagnostic)
        }
        return nil
    }

    /// The piece that makes the text unreadable: that where the reading ended, or that where the block began in which it
    /// ended, whichever leaves a text that can be read.
    private func culprit(of diagnostic: Diagnostic, besides broken: Set<Int>) -> Int? {
        let places = [diagnostic.span].compactMap(\.self) + diagnostic.related.map(\.span)
        let indices = places.compactMap { pieces.index(ofLine: $0.start.line) }.filter { !broken.contains($0) }
        return indices.first { !YAMLParser.parseSingle(text(without: broken.union([$0]))).isBroken } ?? indices.first
    }

    /// What makes a piece by itself unreadable, with its place in the file.
    private func mistake(in index: Int) -> Diagnostic? {
        let range = pieces.range(index)
        let alone = YAMLParser.parseSingle(SourceFile(name: file.name, text: String(file.text(range))))
        guard alone.isBroken, let diagnostic = alone.diagnostics.first(where: \.stopsReading) else { return nil }
        func moved(_ span: SourceSpan) -> SourceSpan {
            file.span(span.start.offset + range.lowerBound..<span.end.offset + range.lowerBound)
        }
        return Diagnostic(
            diagnostic.severity, code: diagnostic.code, message: diagnostic.message, at: diagnostic.span.map(moved),
            related: diagnostic.related.map { .init($0.message, at: moved($0.span)) }, hint: diagnostic.hint)
    }

    /// The text with blanks in the place of some pieces, so that all else keeps its place.
    private func text(without broken: Set<Int>) -> SourceFile {
        var bytes = Array(file.text.utf8)
        for index in broken {
            for offset in pieces.range(index) where !bytes[offset].isBreak { bytes[offset] = UInt8(ascii: " ") }
        }
        return SourceFile(name: file.name, text: String(decoding: bytes, as: UTF8.self))
    }

    private func counts(_ broken: Set<Int>) -> [String: Int] {
        broken.reduce(into: [:]) { $0[pieces.pieces[$1].key ?? "", default: 0] += 1 }
    }
}
