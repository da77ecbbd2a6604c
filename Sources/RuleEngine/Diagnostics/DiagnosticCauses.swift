/// Puts the mistakes that an author made before the messages that merely follow from them.
///
///     for cause in DiagnosticCauses(diagnostics, in: files).causes {
///         show(cause.diagnostic)
///         if !cause.followers.isEmpty { print("and \(cause.followers.count) more that follow from this") }
///     }
///
/// A message that a name is missing follows from a mistake in the piece of text that should declare the name. Of
/// messages about one missing name the first counts; where a name that is nearly the same is declared and used nowhere,
/// that is the mistake. In a text that cannot be read whole, missing keys follow from what cannot be read. A unit that meets
/// others in many places is one mistake, where the unit is written.
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
        let mayFollow = sorted.contains {
            $0.missing != nil || Self.lackCodes.contains($0.code) || Self.repeating.contains($0.code)
        }
        guard mayFollow else {
            causes = sorted.map { Cause(diagnostic: $0) }
            return
        }
        var finder = CauseFinder(sorted, files)
        causes = finder.causes()
    }

    /// Units that do not fit each other.
    fileprivate static let unitCode = "rule/unit-mismatch"
    /// A key that stands twice: of the two, what stands first was read.
    fileprivate static let twiceCode = "yaml/duplicate-key"

    /// What one mistake makes many of.
    private static let repeating: Set = [unitCode, twiceCode, "rule/known-outside-analysis", "yaml/indentation"]

    /// What is told of a text of which a piece is missing.
    static let lackCodes: Set = [
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

    // MARK: Keys that come again

    /// Keys that stand twice in a row, all behind the first ones: the line is gone with which something new begins.
    private mutating func groupRepeatedKeys(_ parents: inout [Int?]) {
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
    private func groupOnceInFile(_ parents: inout [Int?]) {
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

    // MARK: Units

    /// Of messages about one unit the place counts where it is written: as a message that stands there already or, where
    /// there are many, as one of its own.
    private mutating func groupUnits(_ parents: inout [Int?]) {
        parents += [Int?](repeating: nil, count: diagnostics.count - parents.count)
        let mismatches = diagnostics.indices.filter {
            diagnostics[$0].code == DiagnosticCauses.unitCode && parents[$0] == nil
        }
        guard !mismatches.isEmpty else { return }
        var members: [SourceSpan: [Int]] = [:]
        var places: [(unit: Diagnostic.Related, uses: Int)] = []
        for index in mismatches {
            for related in diagnostics[index].related {
                if members[related.span] == nil { places.append((related, 0)) }
                members[related.span, default: []].append(index)
            }
        }
        for index in places.indices { places[index].uses = members[places[index].unit.span]?.count ?? 0 }
        let told = Dictionary(
            diagnostics.enumerated().compactMap { entry in
                entry.element.span.map { ($0, entry.offset) }
            }, uniquingKeysWith: { first, _ in first })
        // The unit that fits in the fewest places first.
        for (unit, uses) in places.enumerated().sorted(by: {
            ($1.element.uses, $0.offset) < ($0.element.uses, $1.offset)
        })
        .map(\.element) {
            let open = (members[unit.span] ?? []).filter { parents[$0] == nil }
            if let cause = told[unit.span], diagnostics[cause].code != DiagnosticCauses.unitCode {
                for index in open { parents[index] = cause }
            } else if open.count == uses, uses >= Self.manyUses {
                diagnostics.append(.unfitting(unit, places: uses))
                parents.append(nil)
                for index in open { parents[index] = diagnostics.count - 1 }
            } else {
                for index in open.dropFirst() { parents[index] = open[0] }
            }
        }
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

    /// From so many uses on a name is more likely to be right than its only declaration.
    private static let manyUses = 3
    /// Of so many names it is looked up whether the one that is meant is used at all.
    private static let fewNames = 3

    /// The message with the place of a name that is nearly the missing one and stands nowhere else: the slip may as well be
    /// there.
    private func withDeclaration(_ diagnostic: Diagnostic) -> Diagnostic {
        guard let name = diagnostic.missing?.name, diagnostics.allSatisfy({ !Self.isSyntax($0) }) else {
            return diagnostic
        }
        var places: [String: [SourceSpan]] = [:]
        for file in texts {
            for range in file.text.wordsNear(name) {
                places[String(file.text(range)), default: []].append(file.span(range))
            }
        }
        let lone = places.filter { word, spans in
            spans.count == 1 && Suggestion.isSlip(word, name) && spans.allSatisfy { isDeclaration($0) }
        }
        // Of several names that are as near, numbered ones mostly, the one that differs by a sign.
        let bySign = lone.keys.filter { $0.filter(\.isAlphanumeric) == name.filter(\.isAlphanumeric) }
        guard let near = lone.count == 1 ? lone.keys.first : bySign.count == 1 ? bySign.first : nil,
            let place = lone[near]?.first, !diagnostic.related.contains(where: { $0.span == place })
        else { return diagnostic }
        return diagnostic.adding(.lone(near, at: place))
    }

    /// Whether a name stands there as the name of something: `- code: x`, `x:`; prose is full of words that are nearly names.
    private func isDeclaration(_ span: SourceSpan) -> Bool {
        guard let line = files[span.file]?.line(span.start.line) else { return false }
        let start = span.start.column - 1
        let before = line.prefix(start).drop { " -{".contains($0) }
        let behind = line.dropFirst(start + span.end.column - span.start.column)
        if before.isEmpty { return behind.hasPrefix(":") }
        let key = before.last == " " ? before.dropLast() : before
        return key.last == ":" && Self.namingKeys.contains(String(key.dropLast()))
    }

    /// The first keys of what has a name.
    private static let namingKeys: Set = [
        "code", "id", "rule", "template", "vocabulary", "source", "record", "ruleset", "case",
    ]

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

extension Diagnostic {
    fileprivate func adding(_ place: Related) -> Diagnostic {
        Diagnostic(
            severity, code: code, message: message, at: span, related: related + [place], hint: hint, fixes: fixes,
            missing: missing)
    }
}

extension String {
    /// The words of nearly the length of a name that begin or end as it does, in bytes: those that may be a slip of it.
    fileprivate func wordsNear(_ name: String) -> [Range<Int>] {
        let wanted = Array(name.utf8)
        guard let first = wanted.first, let last = wanted.last else { return [] }
        var text = self
        return text.withUTF8 { bytes in
            var result: [Range<Int>] = []
            var start: Int?
            for index in 0...bytes.count {
                if index < bytes.count, bytes[index].isPartOfName {
                    start = start ?? index
                } else if let begun = start {
                    start = nil
                    let isNear = abs(index - begun - wanted.count) <= 1
                    if isNear, bytes[begun] == first || bytes[index - 1] == last { result.append(begun..<index) }
                }
            }
            return result
        }
    }

    /// The runs of letters, digits, hyphens and underscores, each with its offset in bytes.
    fileprivate var words: [(word: Substring, offset: Int)] {
        var result: [(Substring, Int)] = []
        var start: (index: Index, offset: Int)?
        var offset = 0
        for index in utf8.indices {
            let byte = utf8[index]
            let isPart = byte.isPartOfName
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

extension Character {
    fileprivate var isAlphanumeric: Bool { isLetter || isNumber }
}

extension UInt8 {
    /// A letter, a digit, a hyphen or an underscore.
    fileprivate var isPartOfName: Bool {
        self >= 0x80 || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
    }
}

// MARK: - Wordings

extension Diagnostic.Related {
    /// A name that only stands where it is declared.
    fileprivate static func lone(_ name: String, at span: SourceSpan) -> Diagnostic.Related {
        .init(
            LocalizedText(
                nl: "‘\(name)’ staat alleen hier, en niemand noemt het zo",
                en: "‘\(name)’ stands only here, and nothing calls it so"),
            at: span)
    }
}

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

    /// A unit that is told here, because it does not fit in many places.
    fileprivate static func unfitting(_ unit: Related, places: Int) -> Diagnostic {
        Diagnostic(
            code: DiagnosticCauses.unitCode,
            message: LocalizedText(
                nl: "\(unit.message.nl); op \(places) plaatsen past die niet bij wat ernaast staat",
                en: "\(unit.message.en); in \(places) places that does not fit what stands beside it"),
            at: unit.span,
            hint: LocalizedText(
                nl: "schrijf hier de eenheid die de andere waarden hebben, of reken om waar zij worden vergeleken",
                en: "write the unit here that the other values have, or convert where they are compared"))
    }

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
