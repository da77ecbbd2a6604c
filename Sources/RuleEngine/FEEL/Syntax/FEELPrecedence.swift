/// How tightly the parts of an expression bind, loosest first (DMN 1.5, grammar rules 2 and 4).
enum FEELPrecedence: Int, Comparable {
    /// `if`, `for`, `some`, `every`, `function`: reach as far to the right as they can.
    case open
    case disjunction, conjunction, comparison, addition, multiplication, exponentiation
    case negation, instanceOf, postfix, atom

    static func < (left: FEELPrecedence, right: FEELPrecedence) -> Bool {
        left.rawValue < right.rawValue
    }

    /// The next tighter one.
    var next: FEELPrecedence { FEELPrecedence(rawValue: rawValue + 1) ?? .atom }
}

extension FEELExpression.BinaryOperator {
    var precedence: FEELPrecedence {
        switch self {
        case .or: .disjunction
        case .and: .conjunction
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: .comparison
        case .add, .subtract: .addition
        case .multiply, .divide: .multiplication
        case .power: .exponentiation
        }
    }

    var isOrdering: Bool {
        switch self {
        case .less, .lessOrEqual, .greater, .greaterOrEqual: true
        default: false
        }
    }
}
