extension RuleBaseReader {
    /// Reads the rules of a file.
    mutating func readRules(_ root: YAMLNode, _ surroundings: RuleSurroundings) {
        for rule in writtenRules(of: root) { readRule(rule, surroundings) }
    }

    /// Reads the rules of files, a part by each worker: the same as file by file.
    mutating func readRules(
        _ roots: [YAMLNode], _ surroundings: RuleSurroundings, by workers: some PartWorkers
    ) {
        var bare = self
        (bare.rules, bare.ruleNames, bare.diagnostics, bare.mentions) = ([], [:], [], [])
        let start = bare
        let parts = roots.enumerated().flatMap { file, root in
            let written = bare.writtenRules(of: root)
            return stride(from: 0, to: written.count, by: Self.rulesOfPart).map {
                Part(file: file, rules: Array(written[$0..<min($0 + Self.rulesOfPart, written.count)]))
            }
        }
        let readers = workers.map(parts) { part in
            var reader = start
            for rule in part.rules { reader.readRule(rule, surroundings) }
            return reader
        }
        var next = 0
        for (file, root) in roots.enumerated() {
            _ = writtenRules(of: root)
            while next < parts.count, parts[next].file == file {
                take(parts[next], readers[next], surroundings)
                next += 1
            }
        }
    }

    /// Takes over what a worker read.
    private mutating func take(_ part: Part, _ reader: RuleBaseReader, _ surroundings: RuleSurroundings) {
        guard reader.ruleNames.keys.allSatisfy({ ruleNames[$0] == nil }) else {
            // A name that an earlier part has as well is told as a fault.
            for rule in part.rules { readRule(rule, surroundings) }
            return
        }
        rules += reader.rules
        ruleNames.merge(reader.ruleNames) { first, _ in first }
        diagnostics += reader.diagnostics
        mentions += reader.mentions
    }

    /// Some rules of a file, which one worker reads.
    private struct Part: Sendable {
        let file: Int
        let rules: [WrittenRule]
    }

    /// So many rules are read by one worker at a time.
    private static let rulesOfPart = 16

    /// A rule as it is written, with what its file says of it.
    private struct WrittenRule: Sendable {
        let node: YAMLNode
        let ruleSet: String
        let functions: Set<String>
    }

    private mutating func writtenRules(of root: YAMLNode) -> [WrittenRule] {
        var reader = MappingReader(root, of: .ruleSet)
        let name = reader.required("ruleset", as: .text)
        _ = reader.required("title", as: .localizedText)
        _ = reader.optional("parameters")
        let about = reader.optional("about", as: .choice(of: RuleSetSubject.self))
        let nodes = reader.optional("rules", as: .list(of: .node)) ?? []
        diagnostics += reader.finish()
        writtenRules[root.span.file, default: 0] += nodes.count
        if let name { declare(.ruleSet(name.value), at: name.span, extent: root.span) }
        let functions: Set<String> = about?.value == .analysis ? [RuleFunctions.known] : []
        return nodes.map { WrittenRule(node: $0, ruleSet: name?.value ?? "", functions: functions) }
    }

    private mutating func readRule(_ written: WrittenRule, _ surroundings: RuleSurroundings) {
        let (node, ruleSet) = (written.node, written.ruleSet)
        let before = diagnostics.count
        var reader = MappingReader(node, of: .rule)
        let name = reader.required("rule", as: .text)
        let title = reader.required("title", as: .localizedText)
        let sourceNodes = reader.required("source", as: .oneOrMore(of: .node)) ?? []
        let strength = reader.optional("strength", as: .choice(of: RuleStrength.self))
        let valid = reader.optional("valid")
        var conditionNodes = reader.required("when", as: .list(of: .node)) ?? []
        // A conclusion among the conditions shows where a line is gone.
        let begun = node["then"] == nil ? conditionNodes.firstIndex { $0["because"] != nil } : nil
        var conclusionNodes =
            (begun == nil ? reader.required("then", as: .list(of: .node)) : nil) ?? []
        if let begun {
            diagnostics.append(.lostThen(before: conditionNodes[begun], in: node))
            conclusionNodes = Array(conditionNodes[begun...])
            conditionNodes.removeSubrange(begun...)
        }
        diagnostics += reader.finish()
        guard let name else { return }
        let symbol = RuleSymbol.rule(name.value)
        declare(symbol, at: name.span, extent: node.span, owner: .ruleSet(ruleSet))
        let firstMention = mentions.count
        defer { for index in mentions.indices[firstMention...] { mentions[index] = mentions[index].owned(by: symbol) } }
        if !Self.isCode(name.value) { diagnostics.append(.badRuleName(name)) }
        if let first = ruleNames[name.value] {
            diagnostics.append(.duplicate("rule/duplicate-rule", name, first: first))
            return
        }
        ruleNames[name.value] = name.span
        let sources = sourceNodes.compactMap { sourceReference($0) }
        let unverified = sources.first { $0.1.certainty != .read }
        if let unverified, let strength, strength.value != .judgement {
            diagnostics.append(.unverified(unverified.1, strength))
        }
        if unverified == nil, node["strength"] == nil, !sources.isEmpty { diagnostics.append(.noStrength(name)) }
        let validity = validity(valid)

        var expressions = ExpressionReader(
            record: record, parameters: surroundings.parameterNames, parameterValues: surroundings.parameters,
            parameterNumbers: surroundings.parameterNumbers, templates: templates, vocabularies: vocabularies,
            codes: surroundings.codes, functions: written.functions)
        var conditions = ConditionReader(
            templates: templates, templateIndices: templateIndices, vocabularies: vocabularies)
        let read = conditionNodes.compactMap { conditions.condition($0, &expressions) }
        let conclusions = conclusionNodes.compactMap { conditions.conclusion($0, &expressions) }
        diagnostics += conditions.diagnostics + expressions.diagnostics
        mentions += conditions.mentions + expressions.mentions
        if sourceNodes.isEmpty, node["source"]?.sequence != nil { diagnostics.append(.noSource(name)) }
        if conditionNodes.isEmpty, node["when"]?.sequence != nil { diagnostics.append(.noCondition(name)) }
        if conclusionNodes.isEmpty, node["then"] != nil { diagnostics.append(.noConclusion(name)) }
        let faults = diagnostics[before...].contains { $0.severity == .error }
        guard !faults, !conclusions.isEmpty else { return }
        let rule = Rule(
            name: name.value, title: title?.value ?? LocalizedText(verbatim: name.value), ruleSet: ruleSet,
            sources: sources.map(\.0),
            strength: strength?.value.rawValue ?? Rule.judgement, validity: validity, conditions: read,
            conclusions: conclusions, span: name.span)
        diagnostics += TableUse(rule: rule).diagnostics
        rules.append(rule)
    }
}

/// What all rules see in common, put in order once.
struct RuleSurroundings: Sendable {
    /// Names of parameters, those included of which the values could not be read.
    let parameterNames: Set<String>
    let parameters: [String: Parameter]
    let parameterNumbers: [String: Int]
    let codes: CodeTypes

    init(_ reader: RuleBaseReader) {
        parameterNames = Set(reader.parameterNames.keys)
        parameters = Dictionary(reader.parameters.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        parameterNumbers = Dictionary(
            reader.parameters.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        codes = CodeTypes(reader.vocabularies)
    }
}

/// What the rules of a set are about when it is not the subject of the record.
enum RuleSetSubject: String, CaseIterable, Sendable {
    /// What the analysis itself knows and does not know.
    case analysis
}

/// Strength of evidence of a rule.
package enum RuleStrength: String, CaseIterable, Sendable {
    /// Quantitative analysis.
    case Q
    /// Comparison of cases, interviews.
    case K
    /// Guidance of experts or practitioners.
    case E
    /// A statement of policy: a decision or aim, no finding.
    case P
    /// Reports in the press.
    case N
    /// The law.
    case legal
    case judgement
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func unverified(_ finding: Publication.Finding, _ strength: Located<RuleStrength>) -> Diagnostic
    {
        Diagnostic(
            code: "rule/unverified-finding",
            message: LocalizedText(
                nl:
                    "bevinding \(finding.id) is niet nagezocht (\(finding.certainty.rawValue)); de regel kan niet sterkte \(strength.value.rawValue) hebben",
                en:
                    "finding \(finding.id) is not verified (\(finding.certainty.rawValue)); the rule cannot have strength \(strength.value.rawValue)"
            ),
            at: strength.span,
            hint: LocalizedText(nl: "schrijf strength: judgement", en: "write strength: judgement"))
    }

    fileprivate static func noStrength(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "rule/no-strength",
            message: LocalizedText(
                nl: "regel ‘\(name.value)’ zegt niet hoe sterk de onderbouwing is",
                en: "rule ‘\(name.value)’ does not say how strong its evidence is"),
            at: name.span,
            hint: LocalizedText(
                nl: "voeg toe: strength: Q, K, E, P, N, legal of judgement",
                en: "add strength: Q, K, E, P, N, legal or judgement"))
    }

    fileprivate static func noSource(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "rule/no-source",
            message: LocalizedText(
                nl: "regel ‘\(name.value)’ noemt geen bron", en: "rule ‘\(name.value)’ names no source"),
            at: name.span,
            hint: LocalizedText(
                nl: "voeg toe: source: { ref: …, finding: … }", en: "add source: { ref: …, finding: … }"))
    }

    fileprivate static func noCondition(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            .warning, code: "rule/no-condition",
            message: LocalizedText(
                nl: "regel ‘\(name.value)’ heeft geen voorwaarde en geldt dus altijd",
                en: "rule ‘\(name.value)’ has no condition and so always holds"),
            at: name.span,
            hint: LocalizedText(
                nl: "zet onder when: wanneer de regel geldt", en: "write under when: when the rule holds"))
    }

    fileprivate static func badRuleName(_ name: Located<String>) -> Diagnostic {
        let hyphenated = name.value.split(whereSeparator: \.isWhitespace).joined(separator: "-")
        let near = hyphenated != name.value && RuleBaseReader.isCode(hyphenated) ? hyphenated : nil
        return Diagnostic(
            code: "rule/bad-rule-name",
            message: LocalizedText(
                nl: "‘\(name.value)’ kan geen naam van een regel zijn",
                en: "‘\(name.value)’ cannot be the name of a rule"),
            at: name.span,
            hint: near.map { LocalizedText(nl: "schrijf ‘\($0)’", en: "write ‘\($0)’") }
                ?? LocalizedText(
                    nl: "gebruik letters zonder accent, cijfers en streepjes",
                    en: "use letters without accents, digits and hyphens"))
    }

    fileprivate static func lostThen(before conclusion: YAMLNode, in rule: YAMLNode) -> Diagnostic {
        let start = conclusion.span.start
        let line = SourcePosition(line: start.line, column: 1, offset: start.offset - (start.column - 1))
        let place = SourceSpan(file: conclusion.span.file, start: line, end: line)
        let indent = rule.mapping?.first { $0.name.value == "when" }.map { $0.key.span.start.column - 1 }
        return Diagnostic(
            code: "yaml/missing-key",
            message: LocalizedText(
                nl: "hier begint een gevolg, en er staat geen ‘then’ boven",
                en: "here a conclusion begins, and no ‘then’ stands above it"),
            at: conclusion.span.firstPoint,
            hint: LocalizedText(
                nl: "zet hierboven een regel ‘then:’", en: "write a line ‘then:’ above it"),
            fixes: indent.map { indent in
                [
                    TextFix(
                        LocalizedText(nl: "zet ‘then:’ erboven", en: "write ‘then:’ above it"),
                        [TextFix.Edit(place, String(repeating: " ", count: indent) + "then:\n")])
                ]
            } ?? [])
    }

    fileprivate static func noConclusion(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "rule/no-conclusion",
            message: LocalizedText(
                nl: "regel ‘\(name.value)’ heeft geen gevolg", en: "rule ‘\(name.value)’ has no conclusion"),
            at: name.span,
            hint: LocalizedText(
                nl: "zet onder then: wat de regel vaststelt", en: "write under then: what the rule concludes"))
    }
}
