import RuleEngine
import TestSupport

/// Turns the boxed expressions of a decision model (DMN 1.5, chapter 10.2) into FEEL.
///
/// A boxed expression says in boxes what FEEL says in a line: a boxed context is a context, an invocation a call with
/// named parameters, a decision table a call of the evaluator that the rules use. What cannot be read is null.
struct BoxedExpression {
    let model: DecisionModel
    /// The names that the expression may use.
    let names: FEELNames

    init(model: DecisionModel) { self.init(model: model, names: model.names) }

    private init(model: DecisionModel, names: FEELNames) {
        self.model = model
        self.names = names
    }

    static let kinds: Set<String> = [
        "literalExpression", "decisionTable", "context", "invocation", "functionDefinition", "conditional",
        "for", "some", "every", "filter", "list", "relation",
    ]

    /// The first boxed expression among the children.
    func expression(in parent: MarkupElement?) -> FEELExpression? {
        parent?.children.first { Self.kinds.contains($0.name) }.map(expression)
    }

    /// The boxed expressions among the children, in order.
    private func members(of element: MarkupElement) -> [FEELExpression] {
        element.children.filter { Self.kinds.contains($0.name) }.map(expression)
    }

    func expression(_ element: MarkupElement) -> FEELExpression {
        let result: FEELExpression? =
            switch element.name {
            case "literalExpression": literal(element.first("text")?.text ?? "")
            case "decisionTable": table(element)
            case "context": context(element)
            case "invocation": invocation(element)
            case "functionDefinition": function(element)
            case "conditional": conditional(element)
            case "for", "some", "every": iteration(element)
            case "filter": filter(element)
            case "list": FEELExpression(.list(members(of: element)))
            case "relation": relation(element)
            default: nil
            }
        return typed(result ?? FEELExpression(.null), as: element.attributes["typeRef"])
    }

    func literal(_ text: String) -> FEELExpression? {
        FEELParser.parse(text, names: names).expression
    }

    /// The expression, with its value fitted to a type; what does not fit is null.
    func typed(_ expression: FEELExpression, as type: String?) -> FEELExpression {
        guard let type, !type.isEmpty else { return expression }
        let name = DecisionModel.typeName(type)
        guard name != .named("Any") else { return expression }
        let value = FEELExpression(.name("$value"))
        var body = value
        if case .named(let word) = name, let tests = model.constraints[word] {
            let test = passes(value, tests, each: model.isCollection(word))
            body = FEELExpression(.conditional(test, then: value, otherwise: FEELExpression(.null)))
        }
        let parameter = FEELParameter(name: "$value", type: name.resolved(by: model.types))
        let fit = FEELExpression(.function([parameter], body: body, external: false))
        return FEELExpression(.call(fit, .positional([expression])))
    }

    /// Allowed values of a collection are those of its members.
    private func passes(_ value: FEELExpression, _ tests: FEELUnaryTests, each: Bool) -> FEELExpression {
        guard each else { return DecisionTable.test(value, tests) }
        let member = FEELExpression(.name("$member"))
        let iterator = FEELIterator(name: "$member", domain: .list(value))
        return FEELExpression(.quantified(.every, [iterator], satisfies: DecisionTable.test(member, tests)))
    }

    private func variableType(_ element: MarkupElement) -> String? { element.first("variable")?.attributes["typeRef"] }

    private func context(_ element: MarkupElement) -> FEELExpression {
        var entries: [FEELContextEntry] = []
        var result: FEELExpression?
        for entry in element.all("contextEntry") {
            let value = expression(in: entry) ?? FEELExpression(.null)
            if let name = entry.first("variable")?.attributes["name"]?.trimmed {
                entries.append(.init(key: name, value: typed(value, as: variableType(entry))))
            } else {
                result = value
            }
        }
        guard let result else { return FEELExpression(.context(entries)) }
        return result.following(entries)
    }

    private func invocation(_ element: MarkupElement) -> FEELExpression? {
        guard let callee = expression(in: element) else { return nil }
        let bindings = element.all("binding").map { binding in
            let parameter = binding.first("parameter")
            return FEELArguments.NamedArgument(
                name: parameter?.attributes["name"]?.trimmed ?? "",
                value: typed(
                    expression(in: binding) ?? FEELExpression(.null), as: parameter?.attributes["typeRef"]))
        }
        return FEELExpression(.call(callee, bindings.isEmpty ? .positional([]) : .named(bindings)))
    }

    /// A function definition, or the encapsulated logic of a business knowledge model.
    func function(_ element: MarkupElement, result: String? = nil) -> FEELExpression {
        let parameters = element.all("formalParameter").map { parameter in
            FEELParameter(
                name: parameter.attributes["name"]?.trimmed ?? "",
                type: parameter.attributes["typeRef"].map(model.type))
        }
        let external = element.attributes["kind"].map { $0 != "FEEL" } ?? false
        let inner = BoxedExpression(model: model, names: names.adding(parameters.map(\.name)))
        let body = inner.expression(in: element) ?? FEELExpression(.null)
        return FEELExpression(.function(parameters, body: typed(body, as: result), external: external))
    }

    private func conditional(_ element: MarkupElement) -> FEELExpression? {
        guard let condition = expression(in: element.first("if")), let then = expression(in: element.first("then")),
            let otherwise = expression(in: element.first("else"))
        else { return nil }
        return FEELExpression(.conditional(condition, then: then, otherwise: otherwise))
    }

    private func iteration(_ element: MarkupElement) -> FEELExpression? {
        guard let name = element.attributes["iteratorVariable"]?.trimmed,
            let domain = expression(in: element.first("in")),
            let body = expression(in: element.first("return") ?? element.first("satisfies"))
        else { return nil }
        let iterators = [FEELIterator(name: name, domain: .list(domain))]
        if element.name == "for" { return FEELExpression(.iteration(iterators, result: body)) }
        return FEELExpression(.quantified(element.name == "some" ? .some : .every, iterators, satisfies: body))
    }

    private func filter(_ element: MarkupElement) -> FEELExpression? {
        guard let list = expression(in: element.first("in")), let match = expression(in: element.first("match"))
        else { return nil }
        return FEELExpression(.filter(list, match))
    }

    private func relation(_ element: MarkupElement) -> FEELExpression {
        let columns = element.all("column").map { $0.attributes["name"]?.trimmed ?? "" }
        let rows = element.all("row").map { row in
            let cells = members(of: row)
            return FEELExpression(.context(zip(columns, cells).map { FEELContextEntry(key: $0, value: $1) }))
        }
        return FEELExpression(.list(rows))
    }

    // MARK: Decision tables

    private func table(_ element: MarkupElement) -> FEELExpression? {
        func tests(_ text: String?) -> FEELUnaryTests? {
            text.flatMap { FEELParser.parse($0, as: .unaryTests, names: names).tests }
        }
        let inputs = element.all("input").map { input in
            DecisionTable.Input(
                expression: literal(input.first("inputExpression")?.first("text")?.text ?? "")
                    ?? FEELExpression(.null),
                allowed: tests(input.first("inputValues")?.first("text")?.text))
        }
        let outputs = element.all("output").map { output in
            DecisionTable.Output(
                name: output.attributes["name"]?.trimmed ?? "",
                allowed: tests(output.first("outputValues")?.first("text")?.text),
                whenNone: output.first("defaultOutputEntry").flatMap { literal($0.first("text")?.text ?? "") })
        }
        let rules = element.all("rule").map { rule in
            DecisionTable.Rule(
                tests: rule.all("inputEntry").map { tests($0.first("text")?.text) ?? .tests([]) },
                outputs: rule.all("outputEntry").map { literal($0.first("text")?.text ?? "") ?? FEELExpression(.null) })
        }
        guard let policy = hitPolicy(element) else { return nil }
        return model.tables.call(
            DecisionTable(inputs: inputs, outputs: outputs, rules: rules, policy: policy))
    }

    private func hitPolicy(_ element: MarkupElement) -> DecisionTable.HitPolicy? {
        switch element.attributes["hitPolicy"] ?? "UNIQUE" {
        case "UNIQUE": .unique
        case "ANY": .any
        case "PRIORITY": .priority
        case "FIRST": .first
        case "RULE ORDER": .ruleOrder
        case "OUTPUT ORDER": .outputOrder
        case "COLLECT":
            switch element.attributes["aggregation"] {
            case nil: .collect
            case "SUM": .sum
            case "COUNT": .count
            case "MIN": .minimum
            case "MAX": .maximum
            default: nil
            }
        default: nil
        }
    }
}

extension FEELExpression {
    init(_ kind: Kind) { self.init(kind, range: 0..<0) }

    /// The value of this expression where the entries are known.
    func following(_ entries: [FEELContextEntry]) -> FEELExpression {
        guard !entries.isEmpty else { return self }
        let context = FEELExpression(.context(entries + [.init(key: "$result", value: self)]))
        return FEELExpression(.path(context, "$result"))
    }
}
