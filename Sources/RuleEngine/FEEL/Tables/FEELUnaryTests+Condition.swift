extension FEELUnaryTests {
    /// The tests as a condition that names its value, in the form that reads best: `x > 15`, `x = 3`, `x in (1, 2)`.
    ///
    /// For people to read: the condition is met exactly when the value passes, but what is not met may be null or false.
    package func condition(on value: FEELExpression) -> FEELExpression {
        func make(_ kind: FEELExpression.Kind) -> FEELExpression { FEELExpression(kind, range: 0..<0) }
        switch self {
        case .any: return make(.boolean(true))
        case .negated(let tests):
            return make(
                .call(make(.name("not")), .positional([make(.membership(value, tests))])))
        case .tests(let tests):
            guard tests.count == 1, let test = tests.first else { return make(.membership(value, tests)) }
            switch test {
            case .comparison(let sign, let operand): return make(.binary(sign, value, operand))
            case .expression(let operand):
                switch operand.kind {
                case .number, .string, .boolean, .null, .temporal: return make(.binary(.equal, value, operand))
                default: return make(.membership(value, tests))
                }
            }
        }
    }
}
