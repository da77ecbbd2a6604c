import RuleEngine

/// What item definitions allow beyond their types (DMN 1.5, 7.3.3), ready to run.
struct ItemConstraints: Sendable {
    /// What one definition, or a component of one, asks.
    final class Node: Sendable {
        let name: String
        let isCollection: Bool
        let allowed: Test?
        let whole: Test?
        let base: ModelTypes.Meaning?
        let components: [Node]

        init(
            name: String, isCollection: Bool, allowed: Test?, whole: Test?, base: ModelTypes.Meaning?,
            components: [Node]
        ) {
            self.name = name
            self.isCollection = isCollection
            self.allowed = allowed
            self.whole = whole
            self.base = base
            self.components = components
        }
    }

    struct Test: Sendable {
        let code: FEELCode
        let text: ModelText
    }

    /// A value that is not allowed, and what is.
    struct Breach {
        let value: FEELValue
        let name: String
        let text: ModelText
    }

    private let evaluator: FEELEvaluator
    /// By model and definition.
    private var nodes: [[Node]] = []
    private(set) var diagnostics: [Diagnostic] = []

    private static let depthLimit = 60

    init(_ set: ModelSet, _ types: ModelTypes, _ evaluator: FEELEvaluator) {
        self.evaluator = evaluator
        for model in set.models.indices {
            let names = FEELNames.builtins.adding(MemberNames.of(set.models[model]))
            var own: [Node] = []
            for definition in set.models[model].itemDefinitions { own.append(node(definition, model, names, types)) }
            nodes.append(own)
        }
    }

    private mutating func node(
        _ definition: ItemDefinition, _ model: Int, _ names: FEELNames, _ types: ModelTypes
    ) -> Node {
        var components: [Node] = []
        for component in definition.components { components.append(node(component, model, names, types)) }
        return Node(
            name: definition.name.value.asName, isCollection: definition.isCollection,
            allowed: test(definition.allowed, names), whole: test(definition.constraint, names),
            base: definition.base.flatMap { types.meaning(of: $0, in: model) }, components: components)
    }

    private mutating func test(_ text: ModelText?, _ names: FEELNames) -> Test? {
        guard let text, !text.text.trimmed.isEmpty else { return nil }
        let result = FEELParser.parse(text.text, as: .unaryTests, names: names)
        for problem in result.problems {
            diagnostics.append(
                Diagnostic(
                    code: problem.code, message: problem.message, at: text.span(problem.range), hint: problem.hint))
        }
        guard let tests = result.tests, let condition = tests.condition else { return nil }
        return Test(code: evaluator.compile(condition, for: FEELNameList([FEELUnaryTests.value])), text: text)
    }

    // MARK: Values

    /// What a value breaks of a type; null is no value and breaks nothing.
    func breach(_ value: FEELValue, of meaning: ModelTypes.Meaning) -> Breach? { breach(value, of: meaning, depth: 0) }

    private func breach(_ value: FEELValue, of meaning: ModelTypes.Meaning, depth: Int) -> Breach? {
        guard case .definition(let model, let index) = meaning, depth < Self.depthLimit else { return nil }
        return breach(value, nodes[model][index], depth: depth)
    }

    private func breach(_ value: FEELValue, _ node: Node, depth: Int) -> Breach? {
        guard !value.isNull else { return nil }
        if let whole = node.whole, !passes(value, whole) {
            return Breach(value: value, name: node.name, text: whole.text)
        }
        var members = [value]
        if node.isCollection, case .list(let list) = value { members = list }
        for member in members where !member.isNull {
            if let base = node.base, let found = breach(member, of: base, depth: depth + 1) { return found }
            if let allowed = node.allowed, !passes(member, allowed) {
                return Breach(value: member, name: node.name, text: allowed.text)
            }
            guard case .context(let context) = member else { continue }
            for component in node.components {
                if let part = context[component.name], let found = breach(part, component, depth: depth + 1) {
                    return found
                }
            }
        }
        return nil
    }

    private func passes(_ value: FEELValue, _ test: Test) -> Bool {
        evaluator.truth(of: test.code, in: FEELSlotArray([UncertainValue(value)])) == .true
    }
}

extension FEELUnaryTests {
    /// The name of the value under test.
    static let value = "$value"

    /// The tests as an expression that is true where the value passes; `nil` where every value does.
    fileprivate var condition: FEELExpression? {
        let value = FEELExpression(.name(Self.value))
        switch self {
        case .any: return nil
        case .tests(let tests): return FEELExpression(.membership(value, tests))
        case .negated(let tests):
            let inside = FEELExpression(.membership(value, tests))
            return FEELExpression(.call(FEELExpression(.name("not")), .positional([inside])))
        }
    }
}
