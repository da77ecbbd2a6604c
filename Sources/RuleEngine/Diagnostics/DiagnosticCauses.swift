/// Puts the mistakes that an author made before the messages that merely follow from them.
///
///     for cause in DiagnosticCauses(diagnostics, in: files).causes {
///         show(cause.diagnostic)
///         if !cause.followers.isEmpty { print("and \(cause.followers.count) more that follow from this") }
///     }
///
/// A message that a name is missing follows from a mistake in the piece of text that should declare the name. Of
/// messages about one missing name the first counts; where a name that is nearly the same is declared and used nowhere,
/// that is the mistake. In a text that cannot be read whole, missing keys follow from what cannot be read.
package struct DiagnosticCauses {
    /// A message that stands by itself, with those that follow from it.
    package struct Cause: Sendable {
        package let diagnostic: Diagnostic
        /// In the order of places.
        package fileprivate(set) var followers: [Diagnostic] = []
    }

    /// Errors from which most follows come first, then all else in the order of places.
    package let causes: [Cause]

    /// - Parameter files: the texts that the messages are about.
    package init(_ diagnostics: [Diagnostic], in files: [SourceFile]) {
        let sorted = diagnostics.sortedByLocation()
        guard sorted.contains(where: { $0.missing != nil || Self.lackCodes.contains($0.code) }) else {
            causes = sorted.map { Cause(diagnostic: $0) }
            return
        }
        var finder = CauseFinder(sorted, files)
        causes = finder.causes()
    }

    /// What is told of a text of which a piece is missing.
    fileprivate static let lackCodes: Set = [
        "yaml/missing-key", "yaml/wrong-kind", "rule/unknown-file-kind", "rule/not-a-rule-file", "rule/no-conclusion",
        "rule/no-source", "rule/no-strength", "rule/no-values", "rule/field-type", "rule/attribute-kind",
    ]
}

/// Finds for each message the one that it follows from.
private struct CauseFinder {
    private var diagnostics: [Diagnostic]
    private let files: [String: SourceFile]
    private let texts: [SourceFile]
    private var pieces: [String: TextPieces] = [:]
    private var suspects: [Suspect] = []

    /// A message in a piece of text that declares names.
    private struct Suspect {
        let index: Int
        let file: String
        let piece: Int
        let names: Set<String>
        let heads: Set<String>
    }

    init(_ sorted: [Diagnostic], _ files: [SourceFile]) {
        diagnostics = sorted
        texts = files
        self.files = Dictionary(files.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func causes() -> [DiagnosticCauses.Cause] {
        findSuspects()
        var parents: [Int?] = diagnostics.indices.map { parent(of: $0) }
        groupMissingNames(&parents)
        parents += [Int?](repeating: nil, count: diagnostics.count - parents.count)
        var followers: [Int: [Diagnostic]] = [:]
        for index in diagnostics.indices where parents[index] != nil {
            followers[root(of: index, parents), default: []].append(diagnostics[index])
        }
        let roots = diagnostics.indices.filter { parents[$0] == nil }.map { index in
            DiagnosticCauses.Cause(diagnostic: diagnostics[index], followers: followers[index] ?? [])
        }
        let leading = roots.enumerated().filter { !$0.element.followers.isEmpty }.sorted {
            ($1.element.followers.count, $0.offset) < ($0.element.followers.count, $1.offset)
        }.map(\.element)
        return leading + roots.filter(\.followers.isEmpty)
    }

    private func root(of index: Int, _ parents: [Int?]) -> Int {
        var index = index
        var steps = 0
        while let next = parents[index], steps < parents.count {
            index = next
            steps += 1
        }
        return index
    }

    // MARK: What may be a cause

    private mutating func findSuspects() {
        for (index, diagnostic) in diagnostics.enumerated() where diagnostic.severity == .error {
            guard let span = diagnostic.span, let text = pieces(of: span.file),
                let piece = text.index(ofLine: span.start.line)
            else { continue }
            let isSyntax = Self.isSyntax(diagnostic)
            let head = text.pieces[piece]
            guard isSyntax || !Self.usingKeys.contains(head.key ?? "") else { continue }
            // Without its first lines nothing of a file is known.
            let isWhole = isSyntax && (head.isHeader || piece == 0 || diagnostic.losesFile)
            let isTorn = isSyntax || diagnostic.code == "yaml/comma-in-text"
            var names = isWhole ? text.words : isTorn ? text.words(piece) : text.declaredNames(piece)
            // What carries the names of others: an element of a list by its first value, an entry of a block by its key, a
            // whole file by what stands at its margin.
            var heads = Set([head.isListed ? head.value : head.key].compactMap(\.self))
            if head.isHeader { heads.formUnion(text.pieces.filter(\.isHeader).compactMap(\.value)) }
            if isSyntax { heads.formUnion(names) }
            if !isSyntax, let own = diagnostic.missing { names.remove(own.name) }
            suspects.append(Suspect(index: index, file: span.file, piece: piece, names: names, heads: heads))
        }
        // A text that cannot be read at all comes before one that is merely wrong.
        suspects.sort { left, right in
            let (a, b) = (diagnostics[left.index], diagnostics[right.index])
            let leftRank = (Self.isSyntax(a) ? 0 : a.missing == nil ? 1 : 2, left.index)
            let rightRank = (Self.isSyntax(b) ? 0 : b.missing == nil ? 1 : 2, right.index)
            return leftRank < rightRank
        }
    }

    /// The first keys of pieces that use names and declare none.
    private static let usingKeys: Set = ["rule", "case"]

    private static func isSyntax(_ diagnostic: Diagnostic) -> Bool { diagnostic.stopsReading }

    private mutating func pieces(of file: String) -> TextPieces? {
        if let known = pieces[file] { return known }
        guard let source = files[file] else { return nil }
        let cut = TextPieces(source)
        pieces[file] = cut
        return cut
    }

    // MARK: What follows from what

    private mutating func parent(of index: Int) -> Int? {
        let diagnostic = diagnostics[index]
        guard diagnostic.severity == .error, let span = diagnostic.span,
            !Self.isSyntax(diagnostic) || diagnostic.losesFile
        else { return nil }
        let piece = pieces(of: span.file)?.index(ofLine: span.start.line)
        if let missing = diagnostic.missing {
            for suspect in suspects where suspect.index != index {
                guard suspect.file != span.file || suspect.piece != piece else { continue }
                // Of two missing names neither explains the other unless the first is missing in a declaration.
                if diagnostics[suspect.index].missing?.name == missing.name { continue }
                if suspect.names.contains(missing.name) { return suspect.index }
                if let owner = missing.owner, suspect.heads.contains(owner) { return suspect.index }
            }
        }
        if DiagnosticCauses.lackCodes.contains(diagnostic.code) {
            return diagnostics.firstIndex { Self.isSyntax($0) && !$0.losesFile && $0.span?.file == span.file }
        }
        return nil
    }

    private mutating func groupMissingNames(_ parents: inout [Int?]) {
        var groups: [MissingName: [Int]] = [:]
        var order: [MissingName] = []
        for (index, diagnostic) in diagnostics.enumerated() {
            guard parents[index] == nil, diagnostic.severity == .error, let missing = diagnostic.missing else {
                continue
            }
            if groups[missing] == nil { order.append(missing) }
            groups[missing, default: []].append(index)
        }
        for missing in order {
            guard let members = groups[missing], members.count > 1 else { continue }
            if members.count >= Self.manyUses, let declared = misspeltDeclaration(of: missing, uses: members.count) {
                diagnostics.append(declared)
                parents += [Int?](repeating: nil, count: diagnostics.count - parents.count)
                for index in members { parents[index] = diagnostics.count - 1 }
            } else {
                for index in members.dropFirst() { parents[index] = members[0] }
            }
        }
    }

    /// From so many uses on a name is more likely to be right than its only declaration.
    private static let manyUses = 3

    /// A name that is nearly the missing one and stands in all texts exactly once: where it is declared.
    private func misspeltDeclaration(of missing: MissingName, uses: Int) -> Diagnostic? {
        var counts: [String: (count: Int, file: SourceFile, offset: Int)] = [:]
        for file in texts {
            for (word, offset) in file.text.words {
                guard abs(word.count - missing.name.count) <= 2 else { continue }
                let name = String(word)
                if let known = counts[name] {
                    counts[name] = (known.count + 1, known.file, known.offset)
                } else {
                    counts[name] = (1, file, offset)
                }
            }
        }
        let single = counts.filter { $0.value.count == 1 }
        let slips = single.keys.filter { Suggestion.isSlip($0, missing.name) }
        guard let near = Suggestion.nearest(to: missing.name, among: slips), let place = single[near] else {
            return nil
        }
        return .misspelt(
            near, meant: missing.name, uses: uses,
            at: place.file.span(place.offset..<place.offset + near.utf8.count))
    }
}

extension Diagnostic {
    /// Whether the reading of a text, or of a piece of it, ended here.
    package var stopsReading: Bool {
        losesFile || Self.stopping.contains(code) || (code.hasPrefix("text/") && severity == .error)
    }

    /// Whether nothing of a file counts, though it can be read.
    fileprivate var losesFile: Bool { ["rule/unknown-file-kind", "rule/not-a-rule-file"].contains(code) }

    private static let stopping: Set = [
        "yaml/control-character", "yaml/tab-indentation", "yaml/reserved-character", "yaml/colon-in-text",
        "yaml/indentation", "yaml/missing-colon", "yaml/unclosed-quote", "yaml/escape", "yaml/unclosed-bracket",
        "yaml/block-header", "yaml/anchor-name", "yaml/text-after-end", "yaml/syntax", "yaml/size-limit",
        "yaml/depth-limit", "yaml/alias-limit", "yaml/hidden-line-break", "yaml/writing-direction",
        "yaml/several-documents", "yaml/missing-dash",
    ]
}

extension String {
    /// The runs of letters, digits, hyphens and underscores, each with its offset in bytes.
    fileprivate var words: [(word: Substring, offset: Int)] {
        var result: [(Substring, Int)] = []
        var start: (index: Index, offset: Int)?
        var offset = 0
        for index in utf8.indices {
            let byte = utf8[index]
            let isPart =
                byte >= 0x80 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            if isPart, start == nil { start = (index, offset) }
            if !isPart, let begun = start {
                result.append((self[begun.index..<index], begun.offset))
                start = nil
            }
            offset += 1
        }
        if let begun = start { result.append((self[begun.index...], begun.offset)) }
        return result
    }
}

// MARK: - Wordings

extension Diagnostic {
    /// A declaration that nobody uses, of a name that is nearly one that many use.
    fileprivate static func misspelt(_ written: String, meant: String, uses: Int, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "rule/misspelt-declaration",
            message: LocalizedText(
                nl: "‘\(written)’ staat alleen hier; op \(uses) plaatsen staat ‘\(meant)’, en dat bestaat niet",
                en: "‘\(written)’ stands only here; ‘\(meant)’, in \(uses) places, does not exist"),
            at: span,
            hint: LocalizedText(nl: "bedoelde u hier ‘\(meant)’?", en: "did you mean ‘\(meant)’ here?"),
            fixes: [.replacing(span, with: meant)])
    }
}
