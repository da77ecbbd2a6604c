/// How one rule is matched: which tests look at one fact alone, which join facts, and which patterns stand apart.
///
/// Conditions are cut at `and`, and each part is tested as soon as the facts that it reads are there. A pattern that no
/// condition connects with another is a *gate*: it is not joined at all. Matches of the other patterns wait before it,
/// so that the comings and goings of a control fact cost nothing. Newest-first order does not suffer: two matches of
/// one rule compare alike with and without the facts of the gates that they share.
struct ProductionPlan {
    let rule: ProductionRule
    /// The patterns that are joined, in the order of the text.
    private(set) var joined: [JoinStep] = []
    private(set) var gates: [JoinStep] = []
    /// `absent`, `exists` and `every`.
    private(set) var guards: [JoinStep] = []
    /// A condition without facts is not true, so that the rule never fires.
    private(set) var isImpossible = false

    private let templates: [Template]

    /// A pattern with its tests.
    struct JoinStep {
        enum Kind { case match, absent, exists }

        let kind: Kind
        let template: Int
        let variable: String
        /// Place among the patterns of the text that bind a fact; that of none for guards.
        let order: Int
        var constants: [(field: Int, value: FEELValue)] = []
        /// Fields that equal the value of an expression over other facts.
        var keys: [(field: Int, value: FEELExpression)] = []
        /// Tests of this fact alone.
        var own: [Test] = []
        /// Tests that read other facts as well.
        var others: [Test] = []
        /// The other facts that are read.
        var reads: Set<String> = []
    }

    struct Test {
        let expression: FEELExpression
        /// The test holds when the expression is not true.
        var isNegated = false
    }

    init(_ rule: ProductionRule, templates: [Template]) {
        self.rule = rule
        self.templates = templates
        var tests: [FEELExpression] = []
        for condition in rule.conditions {
            switch condition {
            case .test(let test): tests += test.expression.conjuncts
            case .pattern(let pattern):
                var step = step(.match, pattern)
                // What a test on a binding pattern reads decides where it belongs, as with a test of its own.
                tests += pattern.filter?.expression.conjuncts ?? []
                read(pattern.constraints, into: &step)
                joined.append(step)
            case .absent(let pattern): addGuard(.absent, pattern)
            case .exists(let pattern): addGuard(.exists, pattern)
            case .every(let pattern, let satisfies):
                addGuard(.absent, pattern, but: Test(expression: satisfies.expression, isNegated: true))
            case .aggregate, .table:
                preconditionFailure("aggregates and tables are refused when a production system is read")
            }
        }
        for test in tests { assign(test) }
        takeGatesOut()
    }

    private func step(_ kind: JoinStep.Kind, _ pattern: Rule.Pattern) -> JoinStep {
        JoinStep(
            kind: kind, template: pattern.template, variable: pattern.variable,
            order: kind == .match ? joined.count : -1)
    }

    private var variables: Set<String> { Set(joined.map(\.variable)) }

    /// The facts that an expression reads.
    private func facts(in expression: FEELExpression, besides own: String? = nil) -> Set<String> {
        var known = variables
        if let own { known.insert(own) }
        return Set(expression.freeNames.map(\.name)).intersection(known)
    }

    private mutating func addGuard(_ kind: JoinStep.Kind, _ pattern: Rule.Pattern, but test: Test? = nil) {
        var guarded = step(kind, pattern)
        read(pattern.constraints, into: &guarded)
        for part in pattern.filter?.expression.conjuncts ?? [] { add(Test(expression: part), to: &guarded) }
        if let test { add(test, to: &guarded) }
        guards.append(guarded)
    }

    private func read(_ constraints: [Rule.Constraint], into step: inout JoinStep) {
        for constraint in constraints {
            guard case .field(let field) = constraint.field else { continue }
            switch constraint.value {
            case .literal(let value): step.constants.append((field, value))
            case .computed(let expression):
                if let value = expression.constant {
                    step.constants.append((field, value))
                } else {
                    step.keys.append((field, expression.expression))
                    step.reads.formUnion(facts(in: expression.expression))
                }
            }
        }
    }

    /// Gives a test to the last of the patterns that it reads.
    private mutating func assign(_ expression: FEELExpression) {
        let read = facts(in: expression)
        guard let last = joined.indices.last(where: { read.contains(joined[$0].variable) }) else {
            let value = FEELEvaluator(extensions: [RuleFunctions.atan2: .atan2])
                .evaluate(expression, in: FEELDictionaryScope()).result.set.exactValue
            if value != .boolean(true) { isImpossible = true }
            return
        }
        add(Test(expression: expression), to: &joined[last])
    }

    private func add(_ test: Test, to step: inout JoinStep) {
        let read = facts(in: test.expression, besides: step.variable).subtracting([step.variable])
        if !test.isNegated, let equality = equality(test.expression, of: step) {
            if read.isEmpty, let value = equality.value.constantValue {
                step.constants.append((equality.field, value))
                return
            }
            if !read.isEmpty {
                step.keys.append(equality)
                step.reads.formUnion(read)
                return
            }
        }
        if read.isEmpty, facts(in: test.expression, besides: step.variable).contains(step.variable) {
            step.own.append(test)
        } else {
            step.others.append(test)
            step.reads.formUnion(read)
        }
    }

    /// `variable.field = expression`, either way round, where the expression does not read the variable.
    private func equality(_ expression: FEELExpression, of step: JoinStep) -> (field: Int, value: FEELExpression)? {
        guard case .binary(.equal, let left, let right) = expression.kind else { return nil }
        for (side, other) in [(left, right), (right, left)] {
            guard case .path(let base, let member) = side.kind, base.kind == .name(step.variable),
                let field = templates[step.template].fieldIndex(of: member),
                !other.freeNames.contains(where: { $0.name == step.variable })
            else { continue }
            return (field, other)
        }
        return nil
    }
}

// MARK: - Gates

extension ProductionPlan {
    private mutating func takeGatesOut() {
        var connected: Set<String> = []
        for step in joined + guards where !step.reads.isEmpty {
            connected.formUnion(step.reads)
            if step.kind == .match { connected.insert(step.variable) }
        }
        var apart = joined.indices.filter { !connected.contains(joined[$0].variable) }
        if apart.count == joined.count {
            // Nothing is connected: the pattern that leaves most fields free probably has most facts.
            let widest = apart.map { freeFields(joined[$0]) }.max()
            guard let kept = apart.last(where: { freeFields(joined[$0]) == widest }) else { return }
            apart.removeAll { $0 == kept }
        }
        gates = apart.map { joined[$0] }
        joined = joined.indices.filter { !apart.contains($0) }.map { joined[$0] }
    }

    private func freeFields(_ step: JoinStep) -> Int {
        templates[step.template].fields.count - Set(step.constants.map(\.field)).count
    }
}

extension FEELExpression {
    /// The parts of a condition that must all be true.
    fileprivate var conjuncts: [FEELExpression] {
        if case .binary(.and, let left, let right) = kind { left.conjuncts + right.conjuncts } else { [self] }
    }

    /// The value of a literal; `nil` for anything else.
    fileprivate var constantValue: FEELValue? {
        switch kind {
        case .null: .null
        case .boolean(let value): .boolean(value)
        case .number(let value): .number(value)
        case .string(let value): .string(value)
        default: nil
        }
    }
}
