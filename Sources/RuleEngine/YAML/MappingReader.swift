/// Reads a mapping with known keys and collects what is wrong with it.
///
///     var reader = MappingReader(node, of: LocalizedText(nl: "een regel", en: "a rule"))
///     let name = reader.required("rule", as: .text)
///     let tags = reader.optional("tags", as: .list(of: .text)) ?? []
///     diagnostics += reader.finish()
///
/// Every key that is asked for is a known key, whether it is there or not; `finish()` reports the others. A reader
/// of a node that is no mapping says so once and finds nothing, without reporting its keys as missing.
package struct MappingReader {
    /// The whole mapping.
    package let span: SourceSpan

    private let what: LocalizedText
    private let entries: [YAMLEntry]
    private let isMapping: Bool
    private let isFlow: Bool
    private var knownKeys: [String] = []
    private var diagnostics: [Diagnostic] = []

    /// - Parameter what: what the mapping describes, with its article and in lower case: "een regel", "a rule".
    package init(_ node: YAMLNode, of what: LocalizedText) {
        span = node.span
        self.what = what
        entries = node.mapping ?? []
        isMapping = node.mapping != nil
        isFlow = node.isFlow
        if !isMapping { report(.wrongKind(expected: .mapping, found: node, of: what)) }
    }

    /// The value of a key that must be there.
    package mutating func required(_ key: String) -> YAMLNode? {
        if let node = optional(key) { return node }
        if isMapping { report(.missingKey(key, of: what, at: span, isFlow: isFlow)) }
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
        if !knownKeys.contains(key) { knownKeys.append(key) }
        return entries.first { $0.name.value == key }
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
            + unknownEntries.map { entry in
                entry.isCutByComma
                    ? .commaInText(entry.name) : .unknownKey(entry.name, of: what, known: knownKeys)
            }
    }

    private var unknownEntries: [YAMLEntry] {
        entries.filter { !knownKeys.contains($0.name.value) }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func missingKey(
        _ key: String, of what: LocalizedText, at span: SourceSpan, isFlow: Bool
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
                    en: "add a line that begins with ‘\(key):’"))
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
        _ name: Located<String>, of what: LocalizedText, known: [String]
    ) -> Diagnostic {
        let list = known.sorted().joined(separator: ", ")
        let keys = LocalizedText(
            nl: known.isEmpty ? "hier hoort geen enkele sleutel" : "bekend zijn: \(list)",
            en: known.isEmpty ? "no key belongs here" : "known keys: \(list)")
        let hint =
            if let near = Suggestion.nearest(to: name.value, among: known) {
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
            hint: hint)
    }
}

extension SourceSpan {
    /// The place where the stretch begins: a whole mapping is too much to underline.
    fileprivate var firstPoint: SourceSpan {
        SourceSpan(file: file, start: start, end: start)
    }
}
