extension CauseFinder {
    /// The message with the place of a name that is nearly the missing one and stands nowhere else: the slip may as well be
    /// there.
    func withDeclaration(_ diagnostic: Diagnostic) -> Diagnostic {
        // A key that the form of a file has is declared by no text.
        guard let missing = diagnostic.missing, diagnostic.code != "yaml/unknown-key" || missing.owner != nil,
            diagnostics.allSatisfy({ !Self.isSyntax($0) })
        else { return diagnostic }
        let name = missing.name
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
    func misspeltDeclaration(of missing: MissingName, uses: Int) -> Diagnostic? {
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
