/// Finds for each message the one that it follows from.
///
/// A message is known by its place in `diagnostics`; `parents` has for each the one that it follows from.
struct CauseFinder {
    var diagnostics: [Diagnostic]
    let files: [String: SourceFile]
    let texts: [SourceFile]
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
        groupRepeatedKeys(&parents)
        groupOnceInFile(&parents)
        groupMissingNames(&parents)
        groupUnits(&parents)
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
            if head.isHeader || isSyntax || diagnostic.code == DiagnosticCauses.twiceCode {
                heads.formUnion(text.pieces.filter(\.isHeader).compactMap(\.value))
            }
            if isSyntax { heads.formUnion(names) }
            if isSyntax { names.formUnion(text.pieces.filter(\.isHeader).compactMap(\.value)) }
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

    static func isSyntax(_ diagnostic: Diagnostic) -> Bool { diagnostic.stopsReading }

    mutating func pieces(of file: String) -> TextPieces? {
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
                if diagnostics[suspect.index].missing == missing { continue }
                if suspect.names.contains(missing.name) { return suspect.index }
                if let owner = missing.owner, suspect.heads.contains(owner) { return suspect.index }
                if missing.owner == nil, isOwnerless(diagnostic, suspect) { return suspect.index }
            }
        }
        if DiagnosticCauses.lackCodes.contains(diagnostic.code) {
            let broken = diagnostics.firstIndex { Self.isSyntax($0) && !$0.losesFile && $0.span?.file == span.file }
            if let broken { return broken }
        }
        // What stands behind the first of two equal keys was left there by mistake.
        return diagnostics.indices.first { other in
            other != index && diagnostics[other].code == DiagnosticCauses.twiceCode
                && diagnostics[other].related.contains {
                    $0.span.file == span.file && $0.span.start.line == span.start.line
                }
        }
    }

    /// Names that no declaration owns by name: those of the record and of kinds of fact, where the file that has them is
    /// torn.
    private func isOwnerless(_ diagnostic: Diagnostic, _ suspect: Suspect) -> Bool {
        let cause = diagnostics[suspect.index]
        let isTorn = Self.isSyntax(cause) || cause.code == DiagnosticCauses.twiceCode
        let home = ["rule/unknown-name": "record", "rule/unknown-template": "templates"][diagnostic.code]
        return isTorn && home != nil && pieces[suspect.file]?.pieces.first?.key == home
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
            guard let members = groups[missing] else { continue }
            if members.count < Self.manyUses, order.count <= Self.fewNames {
                diagnostics[members[0]] = withDeclaration(diagnostics[members[0]])
            }
            guard members.count > 1 else { continue }
            if members.count >= Self.manyUses, let declared = misspeltDeclaration(of: missing, uses: members.count) {
                diagnostics.append(declared)
                parents += [Int?](repeating: nil, count: diagnostics.count - parents.count)
                for index in members { parents[index] = diagnostics.count - 1 }
            } else {
                for index in members.dropFirst() { parents[index] = members[0] }
            }
        }
        joinSameNames(groups, order, &parents)
    }

    /// A name of which only the text is known is the same mistake as the name with what should declare it.
    private func joinSameNames(_ groups: [MissingName: [Int]], _ order: [MissingName], _ parents: inout [Int?]) {
        for missing in order where missing.owner == nil {
            guard let member = groups[missing]?.first, parents[member] == nil,
                let other = order.first(where: { $0.owner != nil && $0.name == missing.name }),
                let cause = groups[other]?.first, cause != member
            else { continue }
            parents[member] = cause
        }
    }

    /// From so many uses on a name or a unit is more likely to be right than its only declaration.
    static let manyUses = 3
    /// Of so many names it is looked up whether the one that is meant is used at all.
    private static let fewNames = 3
}
