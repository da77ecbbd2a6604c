/// Reads the actions of a rule of a production system.
struct ProductionActionReader {
    private var conditions: ConditionReader
    private var expressions: ExpressionReader
    private var own: [Diagnostic] = []
    /// The facts that an earlier action of the rule changes or takes away.
    private var changed: [String] = []

    init(conditions: ConditionReader, expressions: ExpressionReader) {
        self.conditions = conditions
        self.expressions = expressions
    }

    /// All that is wrong with the conditions and the actions.
    var diagnostics: [Diagnostic] { conditions.diagnostics + expressions.diagnostics + own }

    /// An action with its targets; a list of targets gives an action each.
    mutating func read(_ node: YAMLNode) -> [ProductionRule.Action] {
        if let text = node.scalar?.text, !node.isEmpty {
            if text == "halt" { return [.halt] }
            own.append(.unknownAction(Located(text, at: node.span)))
            return []
        }
        guard let entries = node.mapping, let entry = entries.first else {
            own.append(.wrongKind(expected: .mapping, found: node))
            return []
        }
        for extra in entries.dropFirst() { own.append(.oneActionEach(extra.name)) }
        switch entry.name.value {
        case "assert": return each(entry.value) { $0.assertion($1).map { .assert(template: $0, fields: $1) } }
        case "modify": return each(entry.value) { $0.modification($1) }
        case "bind": return each(entry.value) { $0.binding($1) }
        case "retract": return retractions(entry.value)
        default:
            own.append(.unknownAction(entry.name))
            return []
        }
    }

    private mutating func each(
        _ node: YAMLNode, _ read: (inout ProductionActionReader, YAMLEntry) -> ProductionRule.Action?
    ) -> [ProductionRule.Action] {
        guard let entries = node.mapping, !entries.isEmpty else {
            own.append(.wrongKind(expected: .mapping, found: node))
            return []
        }
        return entries.compactMap { read(&self, $0) }
    }

    /// `template: { field: value … }`
    mutating func assertion(_ entry: YAMLEntry) -> (Int, [ProductionRule.Assignment])? {
        guard let template = conditions.template(entry.name) else { return nil }
        return (template, assignments(entry, of: template))
    }

    private mutating func modification(_ entry: YAMLEntry) -> ProductionRule.Action? {
        guard let template = matchedTemplate(entry.name) else { return nil }
        return .modify(variable: entry.name.value, fields: assignments(entry, of: template))
    }

    private mutating func binding(_ entry: YAMLEntry) -> ProductionRule.Action? {
        guard RuleBaseReader.isName(entry.name.value) else {
            own.append(.badName(entry.name))
            return nil
        }
        guard let expression = expressions.expression(entry.value) else { return nil }
        conditions.bind(entry.name.value, template: nil, at: entry.key.span, &expressions)
        return .bind(entry.name.value, expression)
    }

    private mutating func retractions(_ node: YAMLNode) -> [ProductionRule.Action] {
        var found: [Diagnostic] = []
        let names = YAMLShape<[Located<String>]>.oneOrMore(of: .text).read(node, into: &found) ?? []
        own += found
        return names.compactMap { name in
            matchedTemplate(name) == nil ? nil : .retract(variable: name.value)
        }
    }

    /// The template of a fact that the conditions matched, of which no earlier action disposed.
    private mutating func matchedTemplate(_ name: Located<String>) -> Int? {
        guard let bound = expressions.variables[name.value], let template = bound else {
            let matched = expressions.variables.filter { $0.value != nil }.keys
            own.append(
                .unknownReference(
                    "production/unknown-fact", LocalizedText(nl: "gevonden feit", en: "matched fact"), name,
                    among: matched))
            return nil
        }
        guard !changed.contains(name.value) else {
            own.append(.changedTwice(name))
            return nil
        }
        changed.append(name.value)
        return template
    }

    private mutating func assignments(_ entry: YAMLEntry, of template: Int) -> [ProductionRule.Assignment] {
        let template = conditions.templates[template]
        if entry.value.isEmpty, template.fields.isEmpty { return [] }
        var reader = MappingReader(
            entry.value, of: LocalizedText(nl: "‘\(template.name)’", en: "‘\(template.name)’"),
            knowing: template.fields.map(\.name), from: template.name)
        var result: [ProductionRule.Assignment] = []
        for (index, field) in template.fields.enumerated() {
            guard let node = reader.optional(field.name),
                let value = conditions.operand(node, field.type, &expressions)
            else { continue }
            result.append(ProductionRule.Assignment(field: index, value: value))
        }
        own += reader.finish()
        return result
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func unknownAction(_ name: Located<String>) -> Diagnostic {
        .unknownReference(
            "production/unknown-action", LocalizedText(nl: "handeling", en: "action"), name,
            among: ProductionWord.actions)
    }

    fileprivate static func oneActionEach(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "production/one-action-each",
            message: LocalizedText(
                nl: "‘\(name.value)’ staat bij de handeling ervoor",
                en: "‘\(name.value)’ stands with the action before it"),
            at: name.span,
            hint: LocalizedText(
                nl: "begin voor elke handeling met een nieuw streepje: - \(name.value): …",
                en: "begin each action with a dash of its own: - \(name.value): …"))
    }

    fileprivate static func changedTwice(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "production/changed-twice",
            message: LocalizedText(
                nl: "deze regel verandert of verwijdert ‘\(name.value)’ al",
                en: "this rule changes or takes away ‘\(name.value)’ already"),
            at: name.span,
            hint: LocalizedText(
                nl: "zet alle velden bij één modify, of laat de tweede handeling weg",
                en: "put all fields in one modify, or leave the second action out"))
    }
}
