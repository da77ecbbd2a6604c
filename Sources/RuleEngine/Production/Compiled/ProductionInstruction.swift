/// A step of a small program that computes a value from matched facts, on a stack.
///
/// Expressions of field values, constants, arithmetic and comparisons become such programs, so that tests between
/// facts run without names and without boxed values. All else is handed to the evaluator by `evaluate`.
struct ProductionInstruction: Hashable, Sendable {
    enum Operation: UInt8, Sendable {
        /// Pushes a constant.
        case constant
        /// Pushes a field of the fact at a level.
        case field
        /// Pushes a value that an action has named.
        case local
        /// Pushes the value of an expression that only the evaluator can compute.
        case evaluate
        case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
        case add, subtract, multiply, divide, power
        case and, or, not, negate
        /// Whether the value is anything but true.
        case isNotTrue
        case function
        /// Goes on elsewhere unless the value is true.
        case jumpUnlessTrue
        case jump
    }

    /// Functions that programs call themselves.
    enum Function: Int32, Sendable {
        case floor, abs, modulo, atan2
    }

    let operation: Operation
    /// The place of the fact in a match.
    var level: Int16 = 0
    /// The field, constant, name, expression, function, or the place to jump to, counted from the start of the program.
    var operand: Int32 = 0

    /// The most values that a program may have on its stack.
    static let stackSize = 32

    /// What this step adds to the number of values on the stack.
    var stackEffect: Int {
        switch operation {
        case .constant, .field, .local, .evaluate: 1
        case .not, .negate, .isNotTrue, .jump: 0
        case .function: operand == Function.modulo.rawValue || operand == Function.atan2.rawValue ? -1 : 0
        default: -1
        }
    }
}

/// An expression for the evaluator, with the sources of the names it reads.
struct ProductionExpression: Hashable, Sendable {
    let expression: FEELExpression
    let uses: [Use]

    struct Use: Hashable, Sendable {
        let name: String
        let source: Source
    }

    enum Source: Hashable, Sendable {
        /// A matched fact: where it stands in a match, and its template.
        case fact(level: Int, template: Int)
        /// A value that an action has named.
        case local(Int)
    }
}
