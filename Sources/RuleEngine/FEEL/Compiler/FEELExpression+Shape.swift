extension FEELExpression {
    /// Comparisons, connectives and tests: whatever their operands, the result is a boolean or null.
    var isAlwaysVerdict: Bool {
        switch kind {
        case .binary(let operation, _, _): !operation.isArithmetic
        case .chain(_, let links): !links[0].sign.isArithmetic
        case .null, .boolean, .between, .membership, .instanceOf, .quantified: true
        default: false
        }
    }
}

extension FEELExpression.BinaryOperator {
    /// Gives a value, not a verdict.
    var isArithmetic: Bool {
        switch self {
        case .add, .subtract, .multiply, .divide, .power: true
        case .or, .and, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: false
        }
    }
}

extension FEELExpression {
    /// `?` occurs in it.
    var mentionsTestedValue: Bool {
        switch kind {
        case .name(let name): name == "?"
        case .null, .boolean, .number, .string, .temporal: false
        case .negation(let operand), .path(let operand, _), .instanceOf(let operand, _): operand.mentionsTestedValue
        case .binary(_, let left, let right), .filter(let left, let right):
            left.mentionsTestedValue || right.mentionsTestedValue
        case .chain(let first, let links):
            first.mentionsTestedValue || links.contains(where: \.operand.mentionsTestedValue)
        case .between(let value, let low, let high):
            [value, low, high].contains(where: \.mentionsTestedValue)
        case .membership(let value, let tests):
            value.mentionsTestedValue
                || tests.contains { test in
                    switch test {
                    case .comparison(_, let operand), .expression(let operand): operand.mentionsTestedValue
                    }
                }
        case .call(let callee, let arguments):
            callee.mentionsTestedValue || arguments.expressions.contains(where: \.mentionsTestedValue)
        case .conditional(let condition, let then, let otherwise):
            [condition, then, otherwise].contains(where: \.mentionsTestedValue)
        case .choice(let branches, let otherwise):
            otherwise.mentionsTestedValue
                || branches.contains { $0.condition.mentionsTestedValue || $0.result.mentionsTestedValue }
        case .iteration(let iterators, let result):
            result.mentionsTestedValue || iterators.contains(where: \.mentionsTestedValue)
        case .quantified(_, let iterators, let condition):
            condition.mentionsTestedValue || iterators.contains(where: \.mentionsTestedValue)
        case .list(let members): members.contains(where: \.mentionsTestedValue)
        case .context(let entries): entries.contains { $0.value.mentionsTestedValue }
        case .range(let syntax):
            syntax.low?.mentionsTestedValue ?? false || syntax.high?.mentionsTestedValue ?? false
        case .function(_, let body, _): body.mentionsTestedValue
        }
    }
}

extension FEELIterator {
    fileprivate var mentionsTestedValue: Bool {
        switch domain {
        case .list(let list): list.mentionsTestedValue
        case .range(let low, let high): low.mentionsTestedValue || high.mentionsTestedValue
        }
    }
}

extension FEELArguments {
    var expressions: [FEELExpression] {
        switch self {
        case .positional(let arguments): arguments
        case .named(let arguments): arguments.map(\.value)
        }
    }
}
