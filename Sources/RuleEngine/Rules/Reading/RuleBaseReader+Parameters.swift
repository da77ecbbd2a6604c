extension RuleBaseReader {
    mutating func readParameters(_ root: YAMLNode) {
        guard let node = root["parameters"] else { return }
        var found: [Diagnostic] = []
        let fields = YAMLShape<[YAMLField<YAMLNode>]>.mapping(of: .node).read(node, into: &found) ?? []
        diagnostics += found
        for field in fields { readParameter(field, ruleSet: root["ruleset"]?.scalar?.text ?? "") }
    }

    private mutating func readParameter(_ field: YAMLField<YAMLNode>, ruleSet: String) {
        var reader = MappingReader(field.value, of: .parameter)
        let title = reader.required("title", as: .localizedText)
        let unit = reader.optional("unit", as: .text)
        let values = reader.required("values", as: .mapping(of: .text)) ?? []
        let source = reader.optional("source")
        let judgement = reader.optional("judgement", as: .localizedText)
        diagnostics += reader.finish()
        let symbol = RuleSymbol.parameter(field.name.value)
        let extent = SourceSpan(file: field.name.span.file, start: field.name.span.start, end: field.value.span.end)
        declare(symbol, at: field.name.span, extent: extent, owner: .ruleSet(ruleSet))
        let firstMention = mentions.count
        defer { for index in mentions.indices[firstMention...] { mentions[index] = mentions[index].owned(by: symbol) } }
        guard Self.isName(field.name.value) else {
            diagnostics.append(.badName(field.name))
            return
        }
        if record.index(of: .init(name: field.name.value)) != nil || record.context(named: field.name.value) != nil {
            diagnostics.append(.shadows(field.name))
            return
        }
        if let first = parameterNames[field.name.value] {
            diagnostics.append(.duplicate("rule/duplicate-parameter", field.name, first: first))
            return
        }
        parameterNames[field.name.value] = field.name.span
        if source == nil, judgement == nil { diagnostics.append(.parameterWithoutGround(field.name)) }
        if values.isEmpty, field.value["values"]?.mapping != nil {
            diagnostics.append(.parameterWithoutValues(field.name))
        }
        var dated: [(from: FEELDate, value: FEELValue)] = []
        for entry in values {
            guard let from = date(entry.name) else { continue }
            guard let number = FEELNumber(entry.value.value) else {
                diagnostics.append(.notANumber(entry.value))
                continue
            }
            if entry.value.isAmbiguousNumber { diagnostics.append(.thousands(entry.value)) }
            dated.append((from, .number(number)))
        }
        guard let title, !dated.isEmpty else { return }
        parameters.append(
            Parameter(
                name: field.name.value, title: title.value, unit: unit?.value,
                values: dated.sorted { $0.from.ordering(to: $1.from) == .less },
                source: source.flatMap { sourceReference($0)?.0 }, judgement: judgement?.value, ruleSet: ruleSet,
                span: field.name.span))
    }
}

extension RuleBaseReader {
    /// Tells of parameters that no rule reads. Where a rule was dropped for its faults nothing can be told; a rule set
    /// of parameters alone keeps them for others.
    mutating func checkUseOfParameters() {
        guard !diagnostics.contains(where: { $0.severity == .error }) else { return }
        let used = Set(rules.flatMap { $0.expressions + $0.explainingExpressions }.flatMap(\.parameters))
        let ruleSets = Set(rules.map(\.ruleSet))
        for parameter in parameters where !used.contains(parameter.name) && ruleSets.contains(parameter.ruleSet) {
            diagnostics.append(.unusedParameter(Located(parameter.name, at: parameter.span)))
        }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func parameterWithoutValues(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "rule/no-values",
            message: LocalizedText(
                nl: "parameter ‘\(name.value)’ heeft geen waarde", en: "parameter ‘\(name.value)’ has no value"),
            at: name.span,
            hint: LocalizedText(
                nl: "schrijf bijvoorbeeld values: { 2020-01-01: 10 }",
                en: "write for example values: { 2020-01-01: 10 }"))
    }

    fileprivate static func unusedParameter(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            .warning, code: "rule/unused-parameter",
            message: LocalizedText(
                nl: "geen regel gebruikt parameter ‘\(name.value)’", en: "no rule uses parameter ‘\(name.value)’"),
            at: name.span,
            hint: LocalizedText(
                nl: "gebruik ‘\(name.value)’ in een voorwaarde, of haal deze parameter weg",
                en: "use ‘\(name.value)’ in a condition, or remove this parameter"))
    }

    static func shadows(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "rule/shadowed-name",
            message: LocalizedText(
                nl: "‘\(name.value)’ is al de naam van iets anders",
                en: "‘\(name.value)’ is the name of something else already"),
            at: name.span,
            hint: LocalizedText(nl: "kies een andere naam", en: "choose another name"))
    }

    fileprivate static func parameterWithoutGround(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "rule/no-source",
            message: LocalizedText(
                nl: "parameter ‘\(name.value)’ zegt niet waar het getal vandaan komt",
                en: "parameter ‘\(name.value)’ does not say where its number comes from"),
            at: name.span,
            hint: LocalizedText(
                nl: "voeg toe: source: { ref: …, finding: … }, of judgement: { nl: …, en: … } met de reden",
                en: "add source: { ref: …, finding: … }, or judgement: { nl: …, en: … } with the reason"))
    }
}
