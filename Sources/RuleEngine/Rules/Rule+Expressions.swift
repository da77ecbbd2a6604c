extension Rule {
    /// The expressions that decide whether and what the rule concludes, explanations left out.
    var expressions: [RuleExpression] {
        var result: [RuleExpression] = []
        func add(_ operand: Operand) { if case .computed(let expression) = operand { result.append(expression) } }
        func add(_ pattern: Pattern) {
            for constraint in pattern.constraints { add(constraint.value) }
            if let filter = pattern.filter { result.append(filter) }
        }
        for condition in conditions {
            switch condition {
            case .test(let expression): result.append(expression)
            case .pattern(let pattern), .absent(let pattern), .exists(let pattern): add(pattern)
            case .every(let pattern, let satisfies):
                add(pattern)
                result.append(satisfies)
            case .aggregate(let aggregate):
                add(aggregate.pattern)
                if let of = aggregate.of { result.append(of) }
            case .table(let table): result += table.expressions
            }
        }
        for conclusion in conclusions {
            for operand in conclusion.key { add(operand) }
            for field in conclusion.fields { add(field.value) }
        }
        return result
    }

    /// All named values that the rule reads, in conditions, conclusions and sentences, each with the place of the expression.
    public var readings: [Located<RecordSchema.Slot>] {
        (expressions + explainingExpressions).flatMap { expression in
            expression.slots.map { Located($0, at: expression.span) }
        }
    }

    /// The expressions in the sentences that say why.
    var explainingExpressions: [RuleExpression] {
        conclusions.compactMap(\.because).flatMap { $0.nl + $0.en }.compactMap { piece in
            if case .value(let expression) = piece { expression } else { nil }
        }
    }
}
