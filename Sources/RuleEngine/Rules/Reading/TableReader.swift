/// Reads a decision table:
///
///     table:
///       policy: F
///       inputs: [x]
///       outputs: [{ name: level, default: 1 }]
///       rows: |
///         > 15 | 3
///         > 10 | 2
///       as: level
struct TableReader {
    let vocabularies: [String: Vocabulary]
    var diagnostics: [Diagnostic] = []
    var mentions: [RuleMention] = []

    /// An input as read; without value where that is faulty, so that its column is still read.
    struct Input {
        var value: RuleExpression?
        var tests: FEELUnaryTests?
        var allowed: RuleExpression?
    }

    /// An output as read.
    struct Output {
        let name: Located<String>
        var allowed: FEELUnaryTests?
        var whenNone: RuleExpression?
        var vocabulary: Vocabulary?
    }

    init(vocabularies: [String: Vocabulary]) { self.vocabularies = vocabularies }

    /// The table, unless something is wrong with it, and the name of its result.
    mutating func table(
        _ entry: YAMLEntry, _ expressions: inout ExpressionReader
    ) -> (Rule.Table?, name: Located<String>?) {
        let before = errors(expressions)
        var reader = MappingReader(entry.value, of: .table)
        let policy = reader.required("policy", as: .hitPolicy)
        let inputNodes = reader.required("inputs", as: .oneOrMore(of: .node)) ?? []
        let outputNodes = reader.required("outputs", as: .oneOrMore(of: .node)) ?? []
        let rowsNode = reader.required("rows")
        let name = reader.required("as", as: .text)
        diagnostics += reader.finish()
        if let name, !RuleBaseReader.isName(name.value) { diagnostics.append(.badName(name)) }
        let inputs = inputNodes.map { input($0, &expressions) }
        let outputs = outputNodes.compactMap { output($0, &expressions) }
        check(outputs, policy)
        if let empty = entry.value["outputs"], empty.sequence?.isEmpty == true {
            diagnostics.append(.noOutputs(at: empty.span))
        }
        // Without its columns nothing can be said of rows.
        let hasColumns = entry.value["inputs"] != nil && !outputs.isEmpty
        guard outputs.count == outputNodes.count, hasColumns, let rowsNode else { return (nil, name) }
        let rows = rows(rowsNode, inputs, outputs, &expressions)
        checkReach(rows, policy)
        guard errors(expressions) == before, let policy, let name, !outputs.isEmpty else { return (nil, name) }
        let decision = DecisionTable(
            inputs: inputs.compactMap { input in
                input.value.map { .init(expression: $0.expression, allowed: input.tests) }
            },
            outputs: outputs.map {
                .init(name: $0.name.value, allowed: $0.allowed, whenNone: $0.whenNone?.expression)
            },
            rules: rows.map { .init(tests: $0.tests.map(\.tests), outputs: $0.outputs.map(\.expression)) },
            policy: policy.value, noHits: .emptyList)
        let table = Rule.Table(
            inputs: inputs.compactMap { input in input.value.map { .init(value: $0, allowed: input.allowed) } },
            outputs: outputs.map { .init(name: $0.name.value, whenNone: $0.whenNone, vocabulary: $0.vocabulary?.name) },
            rows: rows.map { .init(tests: $0.tests.map(\.condition), outputs: $0.outputs, span: $0.span) },
            variable: name.value, decision: decision, code: expressions.code(of: decision), span: entry.key.span)
        return (table, name)
    }

    private func errors(_ expressions: ExpressionReader) -> Int {
        (diagnostics + expressions.diagnostics).count { $0.severity == .error }
    }

    // MARK: The whole

    private mutating func check(_ outputs: [Output], _ policy: Located<DecisionTable.HitPolicy>?) {
        for (index, output) in outputs.enumerated() {
            let first = outputs[..<index].first { $0.name.value == output.name.value }
            if let first {
                diagnostics.append(.duplicate("table/duplicate-output", output.name, first: first.name.span))
            }
        }
        guard let policy else { return }
        if policy.value.needsOrder, !outputs.isEmpty, outputs.allSatisfy({ $0.allowed == nil }) {
            diagnostics.append(.noOrder(policy))
        }
        if policy.value.computes, outputs.count > 1 { diagnostics.append(.oneOutputOnly(policy)) }
        if policy.value.givesList {
            for whenNone in outputs.compactMap(\.whenNone) { diagnostics.append(.defaultOfList(at: whenNone.span)) }
        }
    }

    /// Under `first` no row is reached behind one that always hits.
    private mutating func checkReach(_ rows: [Row], _ policy: Located<DecisionTable.HitPolicy>?) {
        guard policy?.value == .first,
            let last = rows.firstIndex(where: { $0.tests.allSatisfy { $0.tests == .any } }), last + 1 < rows.count
        else { return }
        diagnostics.append(.unreachable(rows[last + 1].span, behind: rows[last].span))
    }
}

extension YAMLShape<Located<DecisionTable.HitPolicy>> {
    /// A hit policy by its letter or its name.
    fileprivate static var hitPolicy: Self {
        Self { node, diagnostics in
            guard let text = YAMLShape<Located<String>>.text.read(node, into: &diagnostics) else { return nil }
            guard let policy = DecisionTable.HitPolicy(letterOrName: text.value) else {
                diagnostics.append(.unknownPolicy(text))
                return nil
            }
            return Located(policy, at: node.span)
        }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func unknownPolicy(_ text: Located<String>) -> Diagnostic {
        let policies = DecisionTable.HitPolicy.allCases
        let near = Suggestion.nearest(to: text.value, among: policies.map(\.name))
        let list = policies.map { "\($0.rawValue) (\($0.name))" }.joined(separator: ", ")
        return Diagnostic(
            code: "table/unknown-policy",
            message: LocalizedText(
                nl: "‘\(text.value)’ zegt niet wat telt als meer rijen raken",
                en: "‘\(text.value)’ does not say what counts when several rows hit"),
            at: text.span,
            hint: near.map { LocalizedText(nl: "bedoelde u ‘\($0)’?", en: "did you mean ‘\($0)’?") }
                ?? LocalizedText(nl: "bekend zijn: \(list)", en: "known: \(list)"),
            fixes: near.map { [.replacing(text.span, with: $0)] } ?? [])
    }

    fileprivate static func noOutputs(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "table/no-outputs",
            message: LocalizedText(nl: "deze tabel heeft geen uitkomst", en: "this table has no output"),
            at: span,
            hint: LocalizedText(
                nl: "noem minstens één uitkomst: outputs: [naam]", en: "name at least one output: outputs: [name]"))
    }

    fileprivate static func noOrder(_ policy: Located<DecisionTable.HitPolicy>) -> Diagnostic {
        Diagnostic(
            code: "table/no-order",
            message: LocalizedText(
                nl:
                    "bij ‘\(policy.value.rawValue)’ gaat de belangrijkste uitkomst voor, maar geen enkele uitkomst zegt wat "
                    + "het belangrijkst is",
                en: "under ‘\(policy.value.rawValue)’ the most important output goes first, but no output says what is "
                    + "most important"),
            at: policy.span,
            hint: LocalizedText(
                nl: "noem bij een uitkomst de waarden, de belangrijkste eerst: { name: …, allowed: '3, 2, 1' }",
                en: "list the values of an output, the most important first: { name: …, allowed: '3, 2, 1' }"))
    }

    fileprivate static func oneOutputOnly(_ policy: Located<DecisionTable.HitPolicy>) -> Diagnostic {
        Diagnostic(
            code: "table/one-output-only",
            message: LocalizedText(
                nl: "‘\(policy.value.rawValue)’ rekent met de uitkomst, en kan dat met één kolom tegelijk",
                en: "‘\(policy.value.rawValue)’ computes with the output, which takes a single column"),
            at: policy.span,
            hint: LocalizedText(
                nl: "maak voor elke uitkomst een eigen tabel", en: "make a table of its own for each output"))
    }

    fileprivate static func defaultOfList(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "table/default-of-list",
            message: LocalizedText(
                nl: "deze tabel geeft een lijst; als geen rij raakt is die leeg",
                en: "this table gives a list, which is empty when no row hits"),
            at: span,
            hint: LocalizedText(
                nl: "laat ‘default’ weg, of voeg een rij toe die altijd raakt",
                en: "leave ‘default’ out, or add a row that always hits"))
    }

    fileprivate static func unreachable(_ row: SourceSpan, behind last: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, code: "table/unreachable-row",
            message: LocalizedText(
                nl: "deze rij telt nooit: een rij erboven raakt altijd",
                en: "this row never counts: a row above it always hits"),
            at: row,
            related: [.init(LocalizedText(nl: "deze rij raakt altijd", en: "this row always hits"), at: last)],
            hint: LocalizedText(
                nl: "zet de rij met alleen ‘-’ onderaan", en: "put the row that has only ‘-’ at the bottom"))
    }
}
