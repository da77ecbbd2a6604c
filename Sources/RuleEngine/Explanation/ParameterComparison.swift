/// A part of a rule that is true or false and in which a parameter occurs: the innermost comparison, or the whole
/// condition where the parameter stands in no plain comparison.
struct ParameterComparison: Sendable {
    let parameter: Int
    /// The condition in which it stands; `nil`: in a conclusion.
    let condition: Int?
    let expression: FEELExpression
    /// The first sessions in which it was true, and false.
    var met: Int?
    var unmet: Int?

    /// All of a rule, in the order of its text.
    ///
    /// - Parameter numbers: the places of parameters, by name.
    static func all(in rule: Rule, _ numbers: [String: Int]) -> [ParameterComparison] {
        var result: [ParameterComparison] = []
        func add(_ expression: RuleExpression?, at index: Int?, isCondition: Bool = true) {
            guard let expression else { return }
            for name in expression.parameters {
                guard let number = numbers[name] else { continue }
                var found = expression.expression.comparisons(naming: name)
                if found.isEmpty, isCondition { found = [expression.expression] }
                result += found.map { ParameterComparison(parameter: number, condition: index, expression: $0) }
            }
        }
        for (index, condition) in rule.conditions.enumerated() {
            switch condition {
            case .test(let expression): add(expression, at: index)
            case .pattern(let pattern), .absent(let pattern), .exists(let pattern):
                add(pattern.filter, at: index)
            case .every(let pattern, let satisfies):
                add(pattern.filter, at: index)
                add(satisfies, at: index)
            case .aggregate(let aggregate):
                add(aggregate.pattern.filter, at: index)
                add(aggregate.of, at: index, isCondition: false)
            case .table(let table):
                for input in table.inputs { add(input.value, at: index, isCondition: false) }
                for row in table.rows {
                    for test in row.tests { add(test, at: index) }
                    for output in row.outputs { add(output, at: index, isCondition: false) }
                }
            }
        }
        for conclusion in rule.conclusions {
            for case .computed(let expression) in conclusion.key + conclusion.fields.map(\.value) {
                add(expression, at: nil, isCondition: false)
            }
        }
        return result
    }
}

extension FEELExpression {
    /// The innermost comparisons inside in which a name occurs.
    fileprivate func comparisons(naming name: String) -> [FEELExpression] {
        let naming = parts.filter { part in
            part.isComparison && part.freeNames.contains { $0.name == name }
        }
        return naming.filter { outer in
            !naming.contains { $0 != outer && outer.range.contains($0.range) && outer.parts.contains($0) }
        }
    }

    private var isComparison: Bool {
        switch kind {
        case .binary(.less, _, _), .binary(.lessOrEqual, _, _), .binary(.greater, _, _), .binary(.greaterOrEqual, _, _),
            .binary(.equal, _, _), .binary(.notEqual, _, _), .between, .membership:
            true
        default: false
        }
    }
}
