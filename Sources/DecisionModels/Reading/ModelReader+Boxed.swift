import RuleEngine

// Boxed expressions.

extension ModelReader {
    private static let kinds: Set<String> = [
        "literalExpression", "decisionTable", "context", "invocation", "functionDefinition", "conditional", "for",
        "some",
        "every", "filter", "list", "relation",
    ]

    /// The first boxed expression among the children.
    mutating func expression(in parent: MarkupElement?) -> BoxedExpression? {
        parent.flatMap { members(of: $0).first }.map { expression($0) }
    }

    private func members(of parent: MarkupElement) -> [MarkupElement] {
        parent.children.filter { Self.kinds.contains($0.name) && $0.namespace == namespace }
    }

    private mutating func expressions(in parent: MarkupElement) -> [BoxedExpression] {
        var result: [BoxedExpression] = []
        for element in members(of: parent) { result.append(expression(element)) }
        return result
    }

    private func header(_ element: MarkupElement) -> BoxedExpression.Header {
        BoxedExpression.Header(type: type(of: element), span: span(element))
    }

    private mutating func expression(_ element: MarkupElement) -> BoxedExpression {
        switch element.name {
        case "decisionTable": return .table(table(element))
        case "context": return .context(context(element))
        case "invocation": return .invocation(invocation(element))
        case "functionDefinition": return .function(function(element))
        case "conditional":
            return .conditional(
                condition: expression(in: child(element, "if")), then: expression(in: child(element, "then")),
                otherwise: expression(in: child(element, "else")), header(element))
        case "filter":
            return .filter(
                list: expression(in: child(element, "in")), match: expression(in: child(element, "match")),
                header(element))
        case "list": return .list(expressions(in: element), header(element))
        case "relation": return .relation(relation(element))
        default:
            if let kind = BoxedExpression.Iteration.Kind(rawValue: element.name) {
                return .iteration(iteration(element, kind))
            }
            return .literal(literal(element))
        }
    }

    private func literal(_ element: MarkupElement) -> BoxedExpression.Literal {
        let language = attribute(element, "expressionLanguage")
        let isFEEL = language.map { $0.value.isEmpty || $0.value.lowercased().contains("feel") } ?? true
        return BoxedExpression.Literal(
            header: header(element),
            text: text(element)
                ?? ModelText("", in: file, at: element.places.content.lowerBound..<element.places.content.lowerBound),
            language: isFEEL ? nil : language, isImported: child(element, "importedValues") != nil)
    }

    private mutating func context(_ element: MarkupElement) -> BoxedExpression.Context {
        var entries: [BoxedExpression.Context.Entry] = []
        for entry in children(element, "contextEntry") {
            let variable = child(entry, "variable")
            let name = variable.map { self.name($0) }
            entries.append(
                .init(name: name, type: variable.flatMap { type(of: $0) }, value: expression(in: entry)))
        }
        return BoxedExpression.Context(header: header(element), entries: entries)
    }

    private mutating func invocation(_ element: MarkupElement) -> BoxedExpression.Invocation {
        var bindings: [BoxedExpression.Invocation.Binding] = []
        for binding in children(element, "binding") {
            guard let parameter = child(binding, "parameter") else { continue }
            bindings.append(
                .init(name: name(parameter), type: type(of: parameter), value: expression(in: binding)))
        }
        return BoxedExpression.Invocation(
            header: header(element), callee: expression(in: element), bindings: bindings)
    }

    /// A function definition, or the encapsulated logic of a business knowledge model.
    mutating func function(_ element: MarkupElement) -> BoxedExpression.Function {
        var parameters: [BoxedExpression.Function.Parameter] = []
        for parameter in children(element, "formalParameter") {
            parameters.append(.init(name: name(parameter), type: type(of: parameter)))
        }
        let kind = attribute(element, "kind")
        return BoxedExpression.Function(
            header: header(element), parameters: parameters,
            foreignKind: kind.flatMap { $0.value.isEmpty || $0.value.uppercased() == "FEEL" ? nil : $0 },
            body: expression(in: element))
    }

    private mutating func iteration(
        _ element: MarkupElement, _ kind: BoxedExpression.Iteration.Kind
    ) -> BoxedExpression.Iteration {
        BoxedExpression.Iteration(
            header: header(element), kind: kind, variable: name(element, attribute: "iteratorVariable"),
            list: expression(in: child(element, "in")),
            body: expression(in: child(element, kind == .for ? "return" : "satisfies")))
    }

    private mutating func relation(_ element: MarkupElement) -> BoxedExpression.Relation {
        var columns: [String] = []
        for column in children(element, "column") { columns.append(name(column).value) }
        var rows: [[BoxedExpression]] = []
        for row in children(element, "row") {
            let cells = expressions(in: row)
            if cells.count != columns.count {
                diagnostics.append(.rowLength(span(row), found: cells.count, wanted: columns.count))
            }
            rows.append(cells)
        }
        return BoxedExpression.Relation(header: header(element), columns: columns, rows: rows)
    }

    // MARK: Tables

    private mutating func table(_ element: MarkupElement) -> BoxedExpression.Table {
        let inputs = children(element, "input").map { input in
            let expression = child(input, "inputExpression")
            return BoxedExpression.Table.Input(
                expression: text(expression), type: expression.flatMap { type(of: $0) },
                allowed: text(child(input, "inputValues")), label: input.attributes["label"]?.trimmed, span: span(input)
            )
        }
        let outputs = children(element, "output").map { output in
            BoxedExpression.Table.Output(
                name: output.attributes["name"]?.trimmed ?? "", type: type(of: output),
                allowed: text(child(output, "outputValues")), whenNone: text(child(output, "defaultOutputEntry")),
                label: output.attributes["label"]?.trimmed, span: span(output))
        }
        var rules: [BoxedExpression.Table.Rule] = []
        for rule in children(element, "rule") {
            let tests = children(rule, "inputEntry").map { cell($0) }
            let results = children(rule, "outputEntry").map { cell($0) }
            let entry = child(rule, "annotationEntry").flatMap { child($0, "text") } ?? child(rule, "description")
            if tests.count != inputs.count {
                diagnostics.append(.rowLength(span(rule), found: tests.count, wanted: inputs.count))
            }
            if results.count != outputs.count {
                diagnostics.append(.rowLength(span(rule), found: results.count, wanted: outputs.count))
            }
            rules.append(
                .init(tests: tests, outputs: results, note: entry?.text.trimmed, span: span(rule)))
        }
        let (policy, unknown) = hitPolicy(element)
        if outputs.isEmpty { diagnostics.append(.noOutput(span(element))) }
        if let unknown { diagnostics.append(.unknownPolicy(unknown)) }
        return BoxedExpression.Table(
            header: header(element), policy: policy, unknownPolicy: unknown, inputs: inputs, outputs: outputs,
            rules: rules)
    }

    private func cell(_ element: MarkupElement) -> ModelText {
        let start = element.places.content.lowerBound
        return text(element) ?? ModelText("", in: file, at: start..<start)
    }

    private func hitPolicy(_ element: MarkupElement) -> (DecisionTable.HitPolicy?, unknown: Located<String>?) {
        guard let written = attribute(element, "hitPolicy"), !written.value.isEmpty else { return (.unique, nil) }
        let name = written.value.lowercased()
        guard name == "collect" else {
            let policy = DecisionTable.HitPolicy(letterOrName: name)
            return (policy, policy == nil ? written : nil)
        }
        guard let aggregation = attribute(element, "aggregation"), !aggregation.value.isEmpty else {
            return (.collect, nil)
        }
        let policy = DecisionTable.HitPolicy(letterOrName: aggregation.value.lowercased())
        return (policy, policy == nil ? aggregation : nil)
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func rowLength(_ span: SourceSpan, found: Int, wanted: Int) -> Diagnostic {
        Diagnostic(
            code: "dmn/row-length",
            message: LocalizedText(
                nl: "deze rij heeft \(found) cellen, en er zijn \(wanted) kolommen",
                en: "this row has \(found) cells, and there are \(wanted) columns"),
            at: span,
            hint: LocalizedText(
                nl: "geef elke kolom een cel; een streepje staat voor ‘maakt niet uit’",
                en: "give each column a cell; a dash stands for ‘does not matter’"))
    }

    fileprivate static func noOutput(_ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "dmn/no-output",
            message: LocalizedText(
                nl: "deze tabel heeft geen kolom met uitkomsten", en: "this table has no column of results"),
            at: span)
    }

    fileprivate static func unknownPolicy(_ policy: Located<String>) -> Diagnostic {
        let names = [
            "UNIQUE", "ANY", "PRIORITY", "FIRST", "RULE ORDER", "OUTPUT ORDER", "COLLECT", "SUM", "COUNT", "MIN", "MAX",
        ]
        let near = Suggestion.nearest(to: policy.value, among: names)
        let list = names.joined(separator: ", ")
        return Diagnostic(
            code: "dmn/unknown-policy",
            message: LocalizedText(
                nl: "‘\(policy.value)’ zegt niet wat telt als meer rijen raken",
                en: "‘\(policy.value)’ does not say what counts when several rows hit"),
            at: policy.span,
            hint: near.map { LocalizedText(nl: "bedoelde u ‘\($0)’?", en: "did you mean ‘\($0)’?") }
                ?? LocalizedText(nl: "bekend zijn: \(list)", en: "known: \(list)"))
    }
}
