/// Reads the facts and rules of one production system.
struct ProductionSetReader {
    let templates: [Template]
    private(set) var rules: [ProductionRule] = []
    private(set) var facts: [ProductionSet.InitialFact] = []
    private(set) var diagnostics: [Diagnostic] = []

    private let vocabularies: [String: Vocabulary]
    private let templateIndices: [String: Int]
    private var ruleNames: [String: SourceSpan] = [:]

    init(templates: [Template], vocabularies: [String: Vocabulary]) {
        self.templates = templates
        self.vocabularies = vocabularies
        templateIndices = Dictionary(
            templates.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Expressions see neither a record nor parameters.
    private var expressionReader: ExpressionReader {
        ExpressionReader(
            record: .empty, parameters: [], parameterValues: [:], parameterNumbers: [:], templates: templates,
            vocabularies: vocabularies,
            codes: CodeTypes(vocabularies), functions: RuleFunctions.production)
    }

    private var conditionReader: ConditionReader {
        ConditionReader(
            templates: templates, templateIndices: templateIndices, vocabularies: vocabularies,
            allowsSignEverywhere: true)
    }

    /// A fact that the working memory begins with: `- template: { field: value }`.
    mutating func readFact(_ node: YAMLNode) {
        guard let entry = node.mapping?.first else {
            diagnostics.append(.wrongKind(expected: .mapping, found: node))
            return
        }
        for extra in (node.mapping ?? []).dropFirst() { diagnostics.append(.oneFactEach(extra.name)) }
        var actions = ProductionActionReader(conditions: conditionReader, expressions: expressionReader)
        if let (template, fields) = actions.assertion(entry) {
            var values = [FEELValue](repeating: .null, count: templates[template].fields.count)
            for field in fields { values[field.field] = field.value.constant ?? .null }
            facts.append(ProductionSet.InitialFact(template: template, values: values, span: entry.key.span))
        }
        diagnostics += actions.diagnostics
    }

    mutating func readRule(_ node: YAMLNode) {
        let before = diagnostics.count
        var reader = MappingReader(node, of: .productionRule)
        let name = reader.required("rule", as: .text)
        let title = reader.optional("title", as: .localizedText)
        let salience = reader.optional("salience")
        let conditionNodes = reader.required("when", as: .list(of: .node)) ?? []
        let actionNodes = reader.required("then", as: .list(of: .node)) ?? []
        diagnostics += reader.finish()
        guard let name else { return }
        if let first = ruleNames[name.value] {
            diagnostics.append(.duplicate("rule/duplicate-rule", name, first: first))
            return
        }
        ruleNames[name.value] = name.span
        var expressions = expressionReader
        let order = salience.map { self.salience($0, &expressions) } ?? 0
        var conditions = conditionReader
        let read = conditionNodes.compactMap { conditions.condition($0, &expressions) }
        for (condition, node) in zip(read, conditionNodes) where read.count == conditionNodes.count {
            switch condition {
            case .aggregate(let aggregate):
                diagnostics.append(.notInProduction(aggregate.function.rawValue, at: node.span))
            case .table: diagnostics.append(.notInProduction("table", at: node.span))
            default: continue
            }
        }
        var actions = ProductionActionReader(conditions: conditions, expressions: expressions)
        let done = actionNodes.flatMap { actions.read($0) }
        diagnostics += actions.diagnostics
        if actionNodes.isEmpty, node["then"]?.sequence != nil { diagnostics.append(.noAction(name)) }
        guard !diagnostics[before...].contains(where: { $0.severity == .error }) else { return }
        rules.append(
            ProductionRule(
                name: name.value, title: title?.value ?? LocalizedText(verbatim: name.value), salience: order,
                conditions: read, actions: done, span: name.span))
    }

    /// A whole number, written in FEEL and known without any fact.
    private mutating func salience(_ node: YAMLNode, _ expressions: inout ExpressionReader) -> Int {
        guard let expression = expressions.expression(node) else { return 0 }
        if case .number(let number)? = expression.constant, let value = number.integerValue,
            Self.saliences.contains(value)
        {
            return value
        }
        diagnostics.append(.badSalience(expression))
        return 0
    }

    private static let saliences = -10_000...10_000
}

extension Rule.Operand {
    /// The value when it depends on nothing.
    var constant: FEELValue? {
        switch self {
        case .literal(let value): value
        case .computed(let expression): expression.constant
        }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func notInProduction(_ word: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "production/condition",
            message: LocalizedText(
                nl: "‘\(word)’ kan geen voorwaarde zijn in een productiesysteem",
                en: "‘\(word)’ cannot be a condition in a production system"),
            at: span,
            hint: LocalizedText(
                nl: "houd de tussenstand bij in een eigen feit, met ‘modify’, of gebruik ‘absent’ of ‘exists’",
                en: "keep the running result in a fact of its own, with ‘modify’, or use ‘absent’ or ‘exists’"))
    }

    fileprivate static func badSalience(_ expression: RuleExpression) -> Diagnostic {
        Diagnostic(
            code: "production/salience",
            message: LocalizedText(
                nl: "‘salience’ is een vast geheel getal van -10000 tot en met 10000",
                en: "‘salience’ is a fixed whole number from -10000 to 10000"),
            at: expression.span,
            hint: LocalizedText(
                nl: "schrijf bijvoorbeeld salience: 10; een hoger getal gaat voor",
                en: "write for example salience: 10; a higher number goes first"))
    }

    fileprivate static func noAction(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "production/no-action",
            message: LocalizedText(
                nl: "regel ‘\(name.value)’ doet niets", en: "rule ‘\(name.value)’ does nothing"),
            at: name.span,
            hint: LocalizedText(
                nl: "zet onder then: een assert, modify, retract of halt",
                en: "write under then: an assert, modify, retract or halt"))
    }

    fileprivate static func oneFactEach(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "production/one-fact-each",
            message: LocalizedText(
                nl: "‘\(name.value)’ hoort niet bij het feit ervoor",
                en: "‘\(name.value)’ is no part of the fact before it"),
            at: name.span,
            hint: LocalizedText(
                nl: "begin voor elk feit met een nieuw streepje: - \(name.value): { … }",
                en: "begin each fact with a dash of its own: - \(name.value): { … }"))
    }
}
