extension FEELExpression {
    /// For each comparison of numbers inside, one side less the other: the comparison turns where this is zero.
    var differences: [FEELExpression] {
        var result: [FEELExpression] = []
        func add(_ left: FEELExpression, _ right: FEELExpression) {
            result.append(FEELExpression(.binary(.subtract, left, right), range: range))
        }
        for part in parts {
            switch part.kind {
            case .binary(.less, let left, let right), .binary(.lessOrEqual, let left, let right),
                .binary(.greater, let left, let right), .binary(.greaterOrEqual, let left, let right),
                .binary(.equal, let left, let right), .binary(.notEqual, let left, let right):
                add(left, right)
            case .between(let middle, let low, let high):
                add(middle, low)
                add(middle, high)
            case .membership(let middle, let tests):
                for test in tests {
                    switch test {
                    case .comparison(_, let bound): add(middle, bound)
                    case .expression(let expression):
                        guard case .range(let range) = expression.kind else {
                            add(middle, expression)
                            continue
                        }
                        for bound in [range.low, range.high].compactMap(\.self) { add(middle, bound) }
                    }
                }
            default: break
            }
        }
        return result
    }

    /// Whether a name by itself or behind a context occurs.
    func reads(_ slot: RecordSchema.Slot) -> Bool {
        freeNames.contains { use in
            guard let context = slot.context else { return use.name == slot.name }
            return use.name == context && (use.member == slot.name || use.member == nil)
        }
    }

    /// The expression and those it is made of by operators, conditions and arguments, from the outside in.
    package var parts: [FEELExpression] { [self] + operands.flatMap(\.parts) }

    /// What the expression is made of, one level down; what binds names of its own is left whole.
    private var operands: [FEELExpression] {
        switch kind {
        case .negation(let operand), .path(let operand, _), .instanceOf(let operand, _): [operand]
        case .binary(_, let left, let right): [left, right]
        case .chain(let first, let links): [first] + links.map(\.operand)
        case .between(let middle, let low, let high): [middle, low, high]
        case .membership(let middle, _): [middle]
        case .conditional(let condition, let then, let otherwise): [condition, then, otherwise]
        case .choice(let branches, let otherwise): branches.flatMap { [$0.condition, $0.result] } + [otherwise]
        case .list(let items): items
        case .call(_, .positional(let arguments)): arguments
        case .call(_, .named(let arguments)): arguments.map(\.value)
        case .null, .boolean, .number, .string, .temporal, .name, .filter, .iteration, .quantified, .context, .range,
            .function:
            []
        }
    }
}
