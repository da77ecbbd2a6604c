extension RuleBaseReader {
    mutating func readParameters(_ root: YAMLNode) {
        guard let node = root["parameters"] else { return }
        var found: [Diagnostic] = []
        let fields = YAMLShape<[YAMLField<YAMLNode>]>.mapping(of: .node).read(node, into: &found) ?? []
        diagnostics += found
        for (index, field) in fields.enumerated() {
            if MappingForm.parameter[field.name.value] != nil {
                diagnostics.append(.keyOfParameter(field.name, of: index > 0 ? fields[index - 1].name.value : nil))
                continue
            }
            readParameter(field, ruleSet: root["ruleset"]?.scalar?.text ?? "")
        }
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
    /// `judgement` on a level with the names of parameters.
    fileprivate static func keyOfParameter(_ key: Located<String>, of parameter: String?) -> Diagnostic {
        Diagnostic(
            code: "yaml/indentation",
            message: LocalizedText(
                nl: "‘\(key.value)’ hoort bij een parameter en staat ernaast",
                en: "‘\(key.value)’ belongs to a parameter and stands beside it"),
            at: key.span,
            hint: parameter.map {
                LocalizedText(
                    nl: "laat deze regel even ver inspringen als wat er onder ‘\($0)’ staat",
                    en: "indent this line as far as what stands under ‘\($0)’")
            }
                ?? LocalizedText(
                    nl: "zet een regel met de naam van de parameter erboven, en laat wat erbij hoort verder inspringen",
                    en: "write a line with the name of the parameter above it, and indent further what belongs to it"))
    }

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
