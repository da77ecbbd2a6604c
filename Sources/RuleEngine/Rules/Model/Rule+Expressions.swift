extension Rule {
    /// The expressions that decide whether and what the rule concludes, explanations left out.
    package var expressions: [RuleExpression] {
        conditions.flatMap(\.expressions)
            + conclusions.flatMap { $0.key + $0.fields.map(\.value) }.compactMap(\.expression)
    }

    /// The parameters that decide whether and what the rule concludes, by name.
    package var parameters: Set<String> { Set(expressions.flatMap(\.parameters)) }

    /// The named values that decide whether the rule concludes.
    package var decidingValues: Set<RecordSchema.Slot> { Set(conditions.flatMap(\.expressions).flatMap(\.slots)) }

    /// All named values that the rule reads, in conditions, conclusions and sentences, each with the place of the expression.
    package var readings: [Located<RecordSchema.Slot>] {
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

extension Rule.Condition {
    /// All that decides whether the condition is met.
    var expressions: [RuleExpression] {
        switch self {
        case .test(let expression): [expression]
        case .pattern(let pattern), .absent(let pattern), .exists(let pattern): pattern.expressions
        case .every(let pattern, let satisfies): pattern.expressions + [satisfies]
        case .aggregate(let aggregate): aggregate.pattern.expressions + [aggregate.of].compactMap(\.self)
        case .table(let table): table.expressions
        }
    }
}

extension Rule.Pattern {
    fileprivate var expressions: [RuleExpression] {
        constraints.compactMap(\.value.expression) + [filter].compactMap(\.self)
    }
}

extension Rule.Operand {
    fileprivate var expression: RuleExpression? { if case .computed(let expression) = self { expression } else { nil } }
}
