import RuleEngine

/// Works out the decisions of a model for given inputs, each from what it requires.
final class ModelEvaluation {
    let model: DecisionModel
    private let evaluator: FEELEvaluator
    private let boxed: BoxedExpression
    /// Input values by name.
    private let inputs: [String: FEELValue]
    private var known: [String: FEELValue] = [:]
    private var underway: Set<String> = []
    private var imported: [String: ModelEvaluation] = [:]

    init(_ model: DecisionModel, inputs: [String: FEELValue], now: FEELDateTime?) {
        self.model = model
        self.inputs = inputs
        boxed = BoxedExpression(model: model)
        evaluator = FEELEvaluator(
            timeZones: FoundationTimeZones(), now: now,
            extensions: model.tables.function(now: now, types: model.types), types: model.types)
        for (name, other) in model.imports where imported[other.namespace] == nil {
            var own = inputs
            if case .context(let context)? = inputs[name] {
                for entry in context.entries { own[entry.key] = entry.value }
            }
            imported[other.namespace] = ModelEvaluation(other, inputs: own, now: now)
        }
    }

    /// The value of a decision; `nil` when the model has no decision of that name.
    func decision(named name: String) -> FEELValue? {
        model.element("decision", named: name).map(value)
    }

    /// Calls a decision service or a business knowledge model with the inputs of the case.
    func result(ofInvocable name: String) -> FEELValue? {
        guard
            let element = model.element("decisionService", named: name)
                ?? model.element("businessKnowledgeModel", named: name),
            case .function(let function) = value(of: element),
            case .closure(let closure) = function.content
        else { return nil }
        let arguments = closure.parameters.map { UncertainValue(inputs[$0.name] ?? .null) }
        return evaluator.call(function, with: arguments, in: FEELDictionaryScope()).result.set.exactValue
    }

    private func value(of element: MarkupElement) -> FEELValue {
        let id = element.attributes["id"] ?? element.attributes["name"] ?? ""
        if let value = known[id] { return value }
        guard underway.insert(id).inserted else { return .null }
        let value = compute(element)
        underway.remove(id)
        known[id] = value
        return value
    }

    private func compute(_ element: MarkupElement) -> FEELValue {
        let type = element.first("variable")?.attributes["typeRef"]
        switch element.name {
        case "inputData":
            let name = element.attributes["name"]?.trimmed ?? ""
            return evaluate(
                boxed.typed(FEELExpression(.name("$input")), as: type), ["$input": inputs[name] ?? .null])
        case "decision":
            guard let logic = boxed.expression(in: element) else { return .null }
            let required = requirements(of: element)
            return evaluate(boxed.typed(logic, as: type), required).seeing(required)
        case "businessKnowledgeModel":
            guard let logic = element.first("encapsulatedLogic") else { return .null }
            let function = boxed.function(logic, result: resultType(type))
            return evaluate(function, [:]).seeing(requirements(of: element))
        case "decisionService":
            return evaluate(service(element), [:])
        default:
            return .null
        }
    }

    /// A variable's type may be that of the function or, in older models, that of its result.
    private func resultType(_ type: String?) -> String? {
        guard let type else { return nil }
        if case .function(_, .named(let result))? = model.types[type] { return result }
        return type
    }

    private func evaluate(_ expression: FEELExpression, _ values: [String: FEELValue]) -> FEELValue {
        let scope = FEELDictionaryScope(values.mapValues { UncertainValue($0) })
        return evaluator.evaluate(expression, in: scope).result.set.exactValue ?? .null
    }

    /// What an element requires, by name; of imported models by the name of the import.
    private func requirements(of element: MarkupElement) -> [String: FEELValue] {
        var result: [String: FEELValue] = [:]
        for reference in references(of: element) {
            guard let (other, importName, target) = model.target(of: reference),
                let name = target.attributes["name"]?.trimmed
            else { continue }
            guard let importName else {
                result[name] = value(of: target)
                continue
            }
            var context = FEELContext()
            if case .context(let earlier)? = result[importName] { context = earlier }
            context.set(name, to: imported[other.namespace]?.value(of: target) ?? .null)
            result[importName] = .context(context)
        }
        return result
    }

    private func references(of element: MarkupElement) -> [String] {
        element.children
            .filter { $0.name == "informationRequirement" || $0.name == "knowledgeRequirement" }
            .flatMap(\.children).compactMap { $0.attributes["href"] }
    }

    /// A decision service is a function of its input data and input decisions (DMN 1.5, 10.4).
    private func service(_ element: MarkupElement) -> FEELExpression {
        func targets(_ name: String) -> [MarkupElement] {
            element.all(name).compactMap { $0.attributes["href"] }.compactMap { model.target(of: $0)?.element }
        }
        let given = targets("inputData") + targets("inputDecision")
        let parameters = given.map { target in
            FEELParameter(
                name: target.attributes["name"]?.trimmed ?? "",
                type: target.first("variable")?.attributes["typeRef"].map(model.type))
        }
        var entries: [FEELContextEntry] = []
        var done = Set(given.compactMap { $0.attributes["id"] })
        let outputs = targets("outputDecision")
        for output in outputs { collect(output, into: &entries, done: &done) }
        let names = outputs.map { $0.attributes["name"]?.trimmed ?? "" }
        let result =
            names.count == 1
            ? FEELExpression(.name(names[0]))
            : FEELExpression(.context(names.map { .init(key: $0, value: FEELExpression(.name($0))) }))
        let fitted = boxed.typed(result, as: resultType(element.first("variable")?.attributes["typeRef"]))
        return FEELExpression(.function(parameters, body: fitted.following(entries), external: false))
    }

    /// Decisions inside a service, after what they require.
    private func collect(_ element: MarkupElement, into entries: inout [FEELContextEntry], done: inout Set<String>) {
        guard let id = element.attributes["id"], done.insert(id).inserted,
            let name = element.attributes["name"]?.trimmed
        else { return }
        for reference in references(of: element) {
            if let target = model.target(of: reference), target.importName == nil {
                collect(target.element, into: &entries, done: &done)
            }
        }
        let type = element.first("variable")?.attributes["typeRef"]
        let value: FEELExpression? =
            switch element.name {
            case "decision": boxed.expression(in: element).map { boxed.typed($0, as: type) }
            case "businessKnowledgeModel":
                element.first("encapsulatedLogic").map { boxed.function($0, result: resultType(type)) }
            case "decisionService": service(element)
            default: nil
            }
        entries.append(.init(key: name, value: value ?? FEELExpression(.null)))
    }
}

extension FEELValue {
    /// The value, its functions with what they close over: a decision's scope ends with the decision.
    fileprivate func seeing(_ values: [String: FEELValue]) -> FEELValue {
        switch self {
        case .function(let function):
            let names = values.keys.sorted()
            return .function(
                function.seeing(names.map { FEELContext.Entry(key: $0, value: values[$0] ?? .null) }))
        case .list(let members): return .list(members.map { $0.seeing(values) })
        case .context(let context):
            return .context(FEELContext(context.entries.map { .init(key: $0.key, value: $0.value.seeing(values)) }))
        default: return self
        }
    }
}
