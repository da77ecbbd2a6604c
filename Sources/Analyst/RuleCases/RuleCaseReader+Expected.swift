package import RuleEngine

extension RuleCaseReader {
    /// `- kind:code: found` and `- kind:code: { state: found, field: … }`, as a list or as one mapping.
    package mutating func demands(_ node: YAMLNode?) -> [Located<RuleCase.Demand>] {
        guard let node else { return [] }
        var result: [Located<RuleCase.Demand>] = []
        for part in node.sequence ?? [node] {
            guard let entries = part.mapping else {
                diagnostics.append(.expectationShape(part))
                continue
            }
            for entry in entries { if let demand = demand(entry) { result.append(demand) } }
        }
        return result
    }

    /// A finding that the rules can have something to say of.
    package mutating func finding(_ text: Located<String>) -> FindingID? {
        guard let id = FindingID(text.value), let template = ruleBase.template(id.template) else {
            let kind = FindingID(text.value)?.template ?? text.value
            let known = ruleBase.templates.filter { $0.relation == nil }.map(\.name)
            diagnostics.append(.unknownName("finding", .finding, Located(kind, at: text.span), among: known))
            return nil
        }
        guard template.key.count == id.key.count else {
            diagnostics.append(.wrongKey(text, template))
            return nil
        }
        for (field, key) in zip(template.key, id.key) {
            guard case .code(let name) = field.type, let vocabulary = ruleBase.vocabulary(name), vocabulary[key] == nil
            else { continue }
            diagnostics.append(
                .unknownName("code", .code, Located(key, at: text.span), among: vocabulary.codes.map(\.code)))
            return nil
        }
        return id
    }

    private mutating func demand(_ entry: YAMLEntry) -> Located<RuleCase.Demand>? {
        guard let finding = finding(entry.name), let template = ruleBase.template(finding.template) else { return nil }
        guard let members = entry.value.mapping else {
            var found: [Diagnostic] = []
            let state = YAMLShape<Located<FindingState>>.choice(of: FindingState.self).read(entry.value, into: &found)
            diagnostics += found
            return state.map { Located(.finding(finding, $0.value, fields: []), at: entry.key.span) }
        }
        var state = FindingState.found
        var fields: [RuleCase.FieldDemand] = []
        for member in members {
            if member.name.value == "state" {
                var found: [Diagnostic] = []
                let read = YAMLShape<Located<FindingState>>.choice(of: FindingState.self).read(
                    member.value, into: &found)
                diagnostics += found
                state = read?.value ?? state
            } else if let field = fieldDemand(member, template) {
                fields.append(field)
            }
        }
        if state == .refuted, let field = fields.first { diagnostics.append(.fieldOfNothing(field.name, entry.name)) }
        return Located(.finding(finding, state, fields: fields), at: entry.key.span)
    }

    private mutating func fieldDemand(_ member: YAMLEntry, _ template: Template) -> RuleCase.FieldDemand? {
        guard let place = template.fieldIndex(of: member.name.value) else {
            let known = ["state"] + template.fields.map(\.name)
            diagnostics.append(.unknownName("field", .field, member.name, among: known))
            return nil
        }
        let parts = member.value.sequence ?? [member.value]
        let texts = parts.compactMap { $0.scalar?.text }
        guard texts.count == parts.count else {
            diagnostics.append(.expectationShape(member.value))
            return nil
        }
        let text = texts.joined(separator: " ")
        func demand(_ wanted: RuleCase.FieldDemand.Wanted) -> RuleCase.FieldDemand {
            RuleCase.FieldDemand(name: member.name.value, wanted: wanted, text: text)
        }
        if text == "open" { return demand(.open) }
        if let interval = NumberInterval(caseText: text) { return demand(.within(interval)) }
        let value = GivenFact.Value(
            name: member.name.value, text: text, place: .node(member.value.span, file(of: member.value)))
        return collected { reader throws(BadInput) in try reader.value(value, of: template.fields[place]) }
            .map { demand(.value($0)) }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let finding = LocalizedText(nl: "soort bevinding", en: "kind of finding")
    fileprivate static let code = LocalizedText(nl: "code", en: "code")
    fileprivate static let field = LocalizedText(nl: "veld", en: "field")
}

extension Diagnostic {
    fileprivate static func expectationShape(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(
            code: "case/expectation",
            message: LocalizedText(
                nl: "dit zegt niet welke bevinding er moet zijn", en: "this does not say which finding there must be"),
            at: node.span,
            hint: LocalizedText(
                nl: "schrijf soort:code: found, open of refuted, of soort:code: { state: found, veld: waarde }",
                en: "write kind:code: found, open or refuted, or kind:code: { state: found, field: value }"))
    }

    fileprivate static func wrongKey(_ text: Located<String>, _ template: Template) -> Diagnostic {
        let names = template.key.map(\.name).joined(separator: ",")
        return Diagnostic(
            code: "case/finding-key",
            message: LocalizedText(
                nl: "‘\(text.value)’ noemt niet elk sleutelveld van ‘\(template.name)’",
                en: "‘\(text.value)’ does not name each key field of ‘\(template.name)’"),
            at: text.span,
            hint: LocalizedText(nl: "schrijf \(template.name):\(names)", en: "write \(template.name):\(names)"))
    }

    fileprivate static func fieldOfNothing(_ field: String, _ finding: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "case/field-of-nothing",
            message: LocalizedText(
                nl: "‘\(finding.value)’ is er niet en heeft dus geen ‘\(field)’",
                en: "‘\(finding.value)’ is not there and so has no ‘\(field)’"),
            at: finding.span, hint: LocalizedText(nl: "haal het veld weg", en: "remove the field"))
    }
}
