extension RuleBaseReader {
    mutating func readParameters(_ root: YAMLNode) {
        guard let node = root["parameters"] else { return }
        var found: [Diagnostic] = []
        let fields = YAMLShape<[YAMLField<YAMLNode>]>.mapping(of: .node).read(node, into: &found) ?? []
        diagnostics += found
        for field in fields { readParameter(field, ruleSet: root["ruleset"]?.scalar?.text ?? "") }
    }

    private mutating func readParameter(_ field: YAMLField<YAMLNode>, ruleSet: String) {
        var reader = MappingReader(field.value, of: LocalizedText(nl: "een parameter", en: "a parameter"))
        let title = reader.required("title", as: .localizedText)
        let unit = reader.optional("unit", as: .text)
        let values = reader.required("values", as: .mapping(of: .text)) ?? []
        let source = reader.optional("source")
        let judgement = reader.optional("judgement", as: .localizedText)
        diagnostics += reader.finish()
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
        var dated: [(from: FEELDate, value: FEELValue)] = []
        for entry in values {
            guard let from = date(entry.name) else { continue }
            guard let number = FEELNumber(entry.value.value) else {
                diagnostics.append(.notANumber(entry.value))
                continue
            }
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

// MARK: - Wordings

extension Diagnostic {
    static func shadows(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "rule/shadowed-name",
            message: LocalizedText(
                nl: "‘\(name.value)’ is al de naam van iets anders", en: "‘\(name.value)’ is the name of something else already"),
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
