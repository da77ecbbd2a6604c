/// Reads a mapping with known keys and collects what is wrong with it.
///
///     var reader = MappingReader(node, of: LocalizedText(nl: "een regel", en: "a rule"))
///     let name = reader.required("rule", as: .text)
///     let tags = reader.optional("tags", as: .list(of: .text)) ?? []
///     diagnostics += reader.finish()
///
/// Every key that is asked for is a known key, whether it is there or not; `finish()` reports the others. A reader
/// of a node that is no mapping says so once and finds nothing, without reporting its keys as missing.
///
/// Where the keys are known beforehand (`MappingForm`), a key that is nearly one of them and stands in its place is told
/// and then read as if it were written well: one slip is one mistake.
package struct MappingReader {
    /// The whole mapping.
    package let span: SourceSpan

    private let what: LocalizedText
    private let form: MappingForm?
    private let entries: [YAMLEntry]
    private let isMapping: Bool
    private let isFlow: Bool
    private var knownKeys: [String]
    private var diagnostics: [Diagnostic] = []
    /// What declares keys beside those of the form, so that messages about one of them belong together.
    package var ownerName: String?
    /// Entries whose key is nearly one that is known, by the key that is probably meant.
    private let meant: [String: YAMLEntry]

    /// - Parameter what: what the mapping describes, with its article and in lower case: "een regel", "a rule".
    package init(_ node: YAMLNode, of what: LocalizedText) {
        self.init(node, what, form: nil, others: [])
    }

    /// - Parameter others: keys beside those of the form, as declarations elsewhere make them.
    package init(_ node: YAMLNode, of form: MappingForm, and others: [String] = []) {
        self.init(node, form.what, form: form, others: others)
    }

    /// - Parameters:
    ///   - keys: all keys that a declaration elsewhere makes.
    ///   - owner: the name of that declaration.
    package init(_ node: YAMLNode, of what: LocalizedText, knowing keys: [String], from owner: String) {
        self.init(node, what, form: nil, others: keys)
        ownerName = owner
    }

    private init(_ node: YAMLNode, _ what: LocalizedText, form: MappingForm?, others: [String]) {
        span = node.span
        self.what = what
        self.form = form
        entries = node.mapping ?? []
        isMapping = node.mapping != nil
        isFlow = node.isFlow
        knownKeys = (form?.keys.map(\.name) ?? []) + others
        meant = Self.slips(in: entries, known: knownKeys, misplaced: form?.misplaced ?? [:])
        if !isMapping { report(.wrongKind(expected: .mapping, found: node, of: what)) }
    }

    private static func slips(
        in entries: [YAMLEntry], known: [String], misplaced: [String: LocalizedText]
    ) -> [String: YAMLEntry] {
        let written = Set(entries.map(\.name.value))
        let unknown = entries.filter {
            !known.contains($0.name.value) && !$0.isCutByComma && misplaced[$0.name.value] == nil
        }
        guard !unknown.isEmpty else { return [:] }
        var meant: [String: YAMLEntry] = [:]
        for entry in unknown {
            let free = known.filter { !written.contains($0) && meant[$0] == nil }
            if let near = Suggestion.nearest(to: entry.name.value, among: free) { meant[near] = entry }
        }
        return meant
    }

    /// The value of a key that must be there.
    package mutating func required(_ key: String) -> YAMLNode? {
        assert(form?[key]?.isRequired != false, "‘\(key)’ may be left out, says the form of \(what.en)")
        if let node = optional(key) { return node }
        // A key that lacks its colon is told as such.
        if entries.contains(where: { $0.lacksColon(behind: key) }) { return nil }
        if isMapping { report(.missingKey(key, of: what, owner: ownerName, at: span, isFlow: isFlow)) }
        return nil
    }

    /// The value of a key that may be left out.
    package mutating func optional(_ key: String) -> YAMLNode? {
        entry(key)?.value
    }

    /// The value of a key that must be there, read as a shape.
    package mutating func required<Value>(_ key: String, as shape: YAMLShape<Value>) -> Value? {
        required(key).flatMap { read($0, as: shape) }
    }

    /// The value of a key that may be left out, read as a shape.
    package mutating func optional<Value>(_ key: String, as shape: YAMLShape<Value>) -> Value? {
        optional(key).flatMap { read($0, as: shape) }
    }

    /// The key and value as they are written; use it when the place of the key matters.
    package mutating func entry(_ key: String) -> YAMLEntry? {
        if !knownKeys.contains(key) {
            assert(form == nil, "‘\(key)’ is not in the form of \(what.en)")
            knownKeys.append(key)
        }
        return entries.first { $0.name.value == key } ?? meant[key]
    }

    /// A node of this mapping read as a shape, with its diagnostics kept here.
    package mutating func read<Value>(_ node: YAMLNode, as shape: YAMLShape<Value>) -> Value? {
        shape.read(node, into: &diagnostics)
    }

    /// The entries whose key was not asked for yet, in the order of the text; from now on they are known.
    package mutating func remaining() -> [YAMLEntry] {
        let rest = unknownEntries
        for entry in rest { knownKeys.append(entry.name.value) }
        return rest
    }

    /// Adds a diagnostic of the caller's own.
    package mutating func report(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    /// All that is wrong with the mapping, unknown keys included. Call it after the last key.
    package func finish() -> [Diagnostic] {
        diagnostics
            + unknownEntries.map { entry -> Diagnostic in
                if let key = knownKeys.first(where: { entry.lacksColon(behind: $0) }) {
                    return .noColon(entry.name, behind: key)
                }
                return entry.isCutByComma
                    ? .commaInText(entry.name)
                    : .unknownKey(
                        entry.name, of: what, owner: ownerName, known: knownKeys, isMeant: meant(by: entry),
                        elsewhere: form?.misplaced[entry.name.value])
            }
    }

    private func meant(by entry: YAMLEntry) -> String? {
        meant.first { $0.value.name.span == entry.name.span }?.key
    }

    private var unknownEntries: [YAMLEntry] {
        entries.filter { !knownKeys.contains($0.name.value) }
    }
}

extension YAMLEntry {
    /// Whether the entry is a key and its value without a colon between, which only braces let pass.
    fileprivate func lacksColon(behind key: String) -> Bool { isCutByComma && name.value.hasPrefix(key + " ") }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func noColon(_ name: Located<String>, behind key: String) -> Diagnostic {
        let start = name.span.start
        let end = SourcePosition(
            line: start.line, column: start.column + key.count, offset: start.offset + key.utf8.count)
        let span = SourceSpan(file: name.span.file, start: start, end: end)
        return Diagnostic(
            code: "yaml/missing-colon",
            message: LocalizedText(
                nl: "na deze sleutel ontbreekt een dubbele punt met een spatie",
                en: "after this key a colon with a space is missing"),
            at: span,
            hint: LocalizedText(nl: "schrijf ‘\(key): …’", en: "write ‘\(key): …’"),
            fixes: [.replacing(span, with: key + ":")])
    }

    fileprivate static func missingKey(
        _ key: String, of what: LocalizedText, owner: String?, at span: SourceSpan, isFlow: Bool
    ) -> Diagnostic {
        Diagnostic(
            code: "yaml/missing-key",
            message: LocalizedText(
                nl: "in \(what.nl) ontbreekt ‘\(key)’", en: "\(what.en) lacks ‘\(key)’"),
            at: span.firstPoint,
            hint: isFlow
                ? LocalizedText(
                    nl: "voeg binnen de accolades toe: \(key): …", en: "add within the braces: \(key): …")
                : LocalizedText(
                    nl: "voeg een regel toe die begint met ‘\(key):’",
                    en: "add a line that begins with ‘\(key):’"),
            missing: owner.map { MissingName(key, of: $0) })
    }

    /// Within `{ }`, text behind a comma that has become a key without a value.
    static func commaInText(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "yaml/comma-in-text",
            message: LocalizedText(
                nl: "binnen { } eindigt een waarde bij de komma; ‘\(name.value)’ hoort er zo niet meer bij",
                en: "within { } a comma ends the value; ‘\(name.value)’ is no longer part of it"),
            at: name.span,
            hint: name.value.count == 3 && name.value.allSatisfy(\.isNumber)
                ? LocalizedText(
                    nl: "scheidt de komma duizendtallen, laat hem dan weg: 12345; staan er decimalen achter, schrijf "
                        + "dan een punt: 2.5",
                    en: "if the comma parts thousands, leave it out: 12345; if decimals follow it, write a point: 2.5")
                : name.value.allSatisfy(\.isNumber)
                    ? LocalizedText(
                        nl: "schrijf een getal met een punt, zoals 2.5; een tekst met een komma staat tussen enkele "
                            + "aanhalingstekens: '…, …'",
                        en:
                            "write a number with a point, such as 2.5; a text with a comma stands in single quotes: '…, …'"
                    )
                    : LocalizedText(
                        nl: "zet de hele waarde met de komma tussen enkele aanhalingstekens: '…, …'",
                        en: "put the whole value with its comma in single quotes: '…, …'"))
    }

    fileprivate static func unknownKey(
        _ name: Located<String>, of what: LocalizedText, owner: String?, known: [String], isMeant meant: String?,
        elsewhere: LocalizedText?
    ) -> Diagnostic {
        let list = known.sorted().joined(separator: ", ")
        let keys = LocalizedText(
            nl: known.isEmpty ? "hier hoort geen enkele sleutel" : "bekend zijn: \(list)",
            en: known.isEmpty ? "no key belongs here" : "known keys: \(list)")
        let near = elsewhere == nil ? meant ?? Suggestion.nearest(to: name.value, among: known) : nil
        let hint =
            if let elsewhere {
                elsewhere
            } else if let near {
                LocalizedText(
                    nl: "bedoelde u ‘\(near)’? \(keys.nl)", en: "did you mean ‘\(near)’? \(keys.en)")
            } else {
                keys
            }
        return Diagnostic(
            code: "yaml/unknown-key",
            message: LocalizedText(
                nl: "\(what.nl) kent geen ‘\(name.value)’", en: "\(what.en) has no ‘\(name.value)’"),
            at: name.span,
            hint: hint,
            fixes: near.map { [.replacing(name.span, with: $0)] } ?? [],
            missing: MissingName(name.value, of: owner))
    }
}

extension SourceSpan {
    /// The place where the stretch begins: a whole mapping is too much to underline.
    var firstPoint: SourceSpan {
        SourceSpan(file: file, start: start, end: start)
    }
}
