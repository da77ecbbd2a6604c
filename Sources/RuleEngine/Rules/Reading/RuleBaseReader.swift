/// Reads rule files into a rule base and tells what is wrong with them.
///
/// The files go through named stages: parsing, vocabularies, record and templates, publications, parameters, rules.
/// A stage reports all it finds and goes on with what is sound, so that one look at a file gives all its faults.
///
///     let reading = RuleBaseReader.read(files)
///     if reading.hasErrors {
///         print(DiagnosticRenderer(language: .en, sources: files).render(reading.diagnostics))
///     }
///
/// A file holds one kind of thing, which its first key names: `vocabulary`, `record`, `templates`, `source` or
/// `ruleset`. Nothing is thrown: what is wrong with a text stands in the diagnostics.
public struct RuleBaseReader: Sendable {
    /// What came of reading: the rule base as far as it could be read, and what is wrong.
    public struct Reading: Sendable {
        /// What is sound; a rule with a fault is not in it.
        public let ruleBase: RuleBase
        /// Sorted by place.
        public let diagnostics: [Diagnostic]
        /// By file, how many rules are written in it, sound or not; nothing for a file that is no YAML.
        package let writtenRules: [String: Int]
        /// Where things are declared and used, also in what has faults; within each file in the order of reading.
        package let mentions: [RuleMention]

        /// Some diagnostic is an error: what it marks is not in the rule base, so that the rules are not complete.
        public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
    }

    var diagnostics: [Diagnostic] = []
    var vocabularies: [String: Vocabulary] = [:]
    var vocabularyOrder: [String] = []
    var templates: [Template] = []
    var templateIndices: [String: Int] = [:]
    var record: RecordSchema = .empty
    /// Where the record is declared.
    var recordSpan: SourceSpan?
    var publications: [Publication] = []
    var parameters: [Parameter] = []
    var parameterNames: [String: SourceSpan] = [:]
    var rules: [Rule] = []
    var ruleNames: [String: SourceSpan] = [:]
    var writtenRules: [String: Int] = [:]
    var productionSets: [ProductionSet] = []
    /// By file, how many rules are no YAML.
    private var brokenRules: [String: Int] = [:]
    var mentions: [RuleMention] = []

    /// Reads all files, parsed already, each under its name; the rules are not put in order yet.
    init(documents: [(name: String, result: YAMLRecovery.Result)], by workers: some PartWorkers) {
        var roots: [YAMLNode] = []
        for (name, result) in documents.sorted(by: { $0.name < $1.name }) {
            diagnostics += result.diagnostics
            if let root = result.root { roots.append(root) }
            note(result, of: name)
        }
        assemble(roots, by: workers)
    }

    /// Takes note of the rules of a file that are no YAML.
    mutating func note(_ result: YAMLRecovery.Result, of file: String) {
        if let count = result.leftOut["rule"] { brokenRules[file] = count }
    }

    /// A reader that has read nothing yet.
    init() {}

    private mutating func assemble(_ roots: [YAMLNode], by workers: some PartWorkers) {
        let byKind = sorted(roots)
        readFoundations(byKind)
        let ruleSets = byKind[.ruleset] ?? []
        for root in ruleSets where root["mode"] == nil { readParameters(root) }
        readRules(ruleSets.filter { $0["mode"] == nil }, RuleSurroundings(self), by: workers)
        for root in ruleSets where root["mode"] != nil { readProductionSet(root) }
        checkUseOfParameters()
    }

    /// The files by what they hold, each in the order given.
    mutating func sorted(_ roots: [YAMLNode]) -> [FileKind: [YAMLNode]] {
        var byKind: [FileKind: [YAMLNode]] = [:]
        for root in roots {
            writtenRules[root.span.file] = brokenRules[root.span.file] ?? 0
            guard let entries = root.mapping, let first = entries.first else {
                diagnostics.append(.notARuleFile(at: root.span))
                continue
            }
            // A slip in the word is told by the reader of the kind that is meant.
            let near = Suggestion.nearest(to: first.name.value, among: FileKind.allCases.map(\.rawValue))
            guard let kind = FileKind(rawValue: first.name.value) ?? near.flatMap(FileKind.init) else {
                diagnostics.append(.unknownFileKind(first.name))
                continue
            }
            byKind[kind, default: []].append(root)
        }
        return byKind
    }

    /// What rules are made of: vocabularies, the record, kinds of fact and publications.
    mutating func readFoundations(_ byKind: [FileKind: [YAMLNode]]) {
        readVocabularies(byKind[.vocabulary] ?? [])
        for root in byKind[.record] ?? [] { readRecord(root) }
        for root in byKind[.templates] ?? [] { readTemplates(root) }
        for root in byKind[.source] ?? [] { readPublication(root) }
    }

    /// What was read, with the rules in groups that can be decided one after the other.
    func reading(strata: [[Int]], diagnostics more: [Diagnostic]) -> Reading {
        let ruleBase = RuleBase(
            vocabularies: vocabularyOrder.compactMap { vocabularies[$0] }, templates: templates,
            record: record, publications: publications, parameters: parameters, rules: rules, strata: strata,
            productionSets: productionSets)
        return Reading(
            ruleBase: ruleBase, diagnostics: (diagnostics + more).sortedByLocation(), writtenRules: writtenRules,
            mentions: mentions)
    }

    /// The first key of a file says what it holds.
    enum FileKind: String, CaseIterable {
        case vocabulary, record, templates, source, ruleset
    }

    static let names = FEELNames.builtins
}

extension RuleBaseReader {
    /// A code for machines: letters, digits and hyphens.
    static func isCode(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy {
                isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
            }
    }

    /// A name that FEEL sees: snake_case.
    static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, isLetter(first) else { return false }
        return text.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") }
            && FEELKeyword(rawValue: text) == nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// Notes where something is declared.
    mutating func declare(_ symbol: RuleSymbol, at span: SourceSpan, extent: SourceSpan, owner: RuleSymbol? = nil) {
        mentions.append(RuleMention(symbol, .declares, at: span, extent: extent, owner: owner))
    }

    /// A date, or a diagnostic.
    mutating func date(_ text: Located<String>) -> FEELDate? {
        if let date = FEELDate(text.value) { return date }
        diagnostics.append(.noDate(text, code: "rule/bad-date"))
        return nil
    }

    mutating func validity(_ node: YAMLNode?) -> Validity {
        guard let node else { return .always }
        var reader = MappingReader(node, of: .validity)
        let from = reader.optional("from", as: .text)
        let until = reader.optional("until", as: .text)
        diagnostics += reader.finish()
        let validity = Validity(from: from.flatMap { date($0) }, until: until.flatMap { date($0) })
        if let from = validity.from, let until = validity.until, from.ordering(to: until) == .greater {
            diagnostics.append(.validityEndsBeforeItBegins(at: node.span))
        }
        return validity
    }

    /// Reports a name that nobody declared, with the nearest that somebody did.
    mutating func unknown(
        _ code: String, _ kind: LocalizedText, _ name: Located<String>, of owner: String? = nil,
        among known: some Sequence<String>
    ) {
        diagnostics.append(.unknownReference(code, kind, name, of: owner, among: known))
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func notARuleFile(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "rule/not-a-rule-file",
            message: LocalizedText(
                nl: "dit bestand is geen regelbestand", en: "this file is no rule file"),
            at: span,
            hint: .fileKinds)
    }

    fileprivate static func unknownFileKind(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "rule/unknown-file-kind",
            message: LocalizedText(
                nl: "een regelbestand begint niet met ‘\(name.value)’",
                en: "a rule file does not begin with ‘\(name.value)’"),
            at: name.span,
            hint: .fileKinds)
    }

    fileprivate static func validityEndsBeforeItBegins(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "rule/empty-validity",
            message: LocalizedText(
                nl: "deze geldigheid eindigt voordat zij begint", en: "this validity ends before it begins"),
            at: span,
            hint: LocalizedText(nl: "draai from en until om", en: "swap from and until"))
    }

    /// All that is known, when that can be taken in at a glance.
    private static func shortList(_ known: some Sequence<String>) -> String? {
        let names = known.sorted()
        return names.isEmpty || names.count > 12 ? nil : names.joined(separator: ", ")
    }

    static func unknownReference(
        _ code: String, _ kind: LocalizedText, _ name: Located<String>, of owner: String? = nil,
        among known: some Sequence<String>
    ) -> Diagnostic {
        let near = Suggestion.nearest(to: name.value, among: known)
        let hint =
            if let near {
                LocalizedText(nl: "bedoelde u ‘\(near)’?", en: "did you mean ‘\(near)’?")
            } else if let list = shortList(known) {
                LocalizedText(nl: "bekend zijn: \(list)", en: "known: \(list)")
            } else {
                LocalizedText(
                    nl: "controleer de spelling, of voeg ‘\(name.value)’ eerst toe",
                    en: "check the spelling, or add ‘\(name.value)’ first")
            }
        return Diagnostic(
            code: code,
            message: LocalizedText(
                nl: "\(kind.nl) ‘\(name.value)’ bestaat niet", en: "\(kind.en) ‘\(name.value)’ does not exist"),
            at: name.span,
            hint: hint,
            fixes: near.map { [.replacing(name.span, with: $0)] } ?? [],
            missing: MissingName(name.value, of: owner))
    }
}

extension LocalizedText {
    fileprivate static var fileKinds: LocalizedText {
        LocalizedText(
            nl: "begin met een van: vocabulary, record, templates, source, ruleset",
            en: "begin with one of: vocabulary, record, templates, source, ruleset")
    }
}
