extension RuleBaseReader {
    /// Reads a rule set that says `mode: production`.
    mutating func readProductionSet(_ root: YAMLNode) {
        var reader = MappingReader(root, of: .production)
        let name = reader.required("ruleset", as: .text)
        let title = reader.required("title", as: .localizedText)
        let mode = reader.required("mode", as: .choice(of: RuleSetMode.self))
        let templateNodes = reader.optional("templates", as: .list(of: .node)) ?? []
        let factNodes = reader.optional("facts", as: .list(of: .node)) ?? []
        let ruleNodes = reader.required("rules", as: .list(of: .node)) ?? []
        diagnostics += reader.finish()
        guard let name, let title, mode != nil else { return }
        if let first = productionSets.first(where: { $0.name == name.value }) {
            diagnostics.append(.duplicate("rule/duplicate-ruleset", name, first: first.span))
            return
        }
        // Kinds of fact of the whole rule base may be used too; what they have as key and as fields is one here.
        let own = templateNodes.compactMap { productionTemplate($0) }.withoutDoubles(into: &diagnostics)
        let ownNames = Set(own.map(\.name))
        let shared = templates.filter { !ownNames.contains($0.name) && $0.relation == nil }.map(\.withoutKey)
        var set = ProductionSetReader(templates: own + shared, vocabularies: vocabularies)
        for node in factNodes { set.readFact(node) }
        for node in ruleNodes { set.readRule(node) }
        diagnostics += set.diagnostics
        productionSets.append(
            ProductionSet(
                name: name.value, title: title.value, templates: set.templates, rules: set.rules, facts: set.facts,
                span: name.span))
    }

    private mutating func productionTemplate(_ node: YAMLNode) -> Template? {
        var reader = MappingReader(node, of: .productionTemplate)
        let name = reader.required("template", as: .text)
        let title = reader.optional("title", as: .localizedText)
        let fields = reader.optional("fields", as: .mapping(of: .node)) ?? []
        diagnostics += reader.finish()
        guard let name else { return nil }
        guard Self.isName(name.value), !ProductionWord.reserved.contains(name.value) else {
            diagnostics.append(.badName(name))
            return nil
        }
        for combined in fields {
            if let entry = combined.value.mapping?.first(where: { $0.name.value == "combine" }) {
                diagnostics.append(.combinationInProduction(entry.name))
            }
        }
        return Template(
            name: name.value, title: title?.value ?? LocalizedText(verbatim: name.value), isInput: false, subject: nil,
            relation: nil, key: [], fields: fields.compactMap { field($0) }, span: name.span)
    }
}

/// How the rules of a set work, where it is not the usual way.
enum RuleSetMode: String, CaseIterable, Sendable {
    /// A production system: rules fire one by one and change a working memory.
    case production
}

/// Words of a production system's actions.
enum ProductionWord {
    static let actions = ["assert", "modify", "retract", "bind", "halt"]
    /// Words that cannot name a template.
    static let reserved = Set(ConditionWord.names + actions)
}

extension Template {
    /// The same template with its key among the fields: a fact of a production system is identified by all of them.
    fileprivate var withoutKey: Template {
        Template(
            name: name, title: title, isInput: false, subject: nil, relation: nil, key: [], fields: key + fields,
            span: span)
    }
}

extension [Template] {
    fileprivate func withoutDoubles(into diagnostics: inout [Diagnostic]) -> [Template] {
        var result: [Template] = []
        for template in self {
            if let first = result.first(where: { $0.name == template.name }) {
                diagnostics.append(
                    .duplicate(
                        "rule/duplicate-template", Located(template.name, at: template.span), first: first.span))
            } else {
                result.append(template)
            }
        }
        return result
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func combinationInProduction(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "production/combination",
            message: LocalizedText(
                nl:
                    "in een productiesysteem worden velden niet gecombineerd: een feit met een andere waarde is een ander feit",
                en: "a production system does not combine fields: a fact with another value is another fact"),
            at: name.span,
            hint: LocalizedText(nl: "laat ‘combine’ weg", en: "leave ‘combine’ out"))
    }
}
