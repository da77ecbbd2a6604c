/// What a rule does, in terms of rows and places.
struct RulePlan: Sendable {
    /// The facts that each condition looks at; `nil` for a test.
    let patterns: [PatternPlan?]
    /// The test of a condition that only compares values of the record; `nil` for any other condition.
    let tests: [ScalarTest?]
    /// The rule as plain steps, where it looks at single facts of fixed rows only and binds nothing.
    let steps: [DirectStep]?
    /// The fixed row of each conclusion; `nil` where it is known only when the rule fires.
    let targets: [Int?]
}

/// The facts that a pattern can match, as far as that is fixed before any run.
struct PatternPlan: Sendable {
    let template: Int
    /// The fixed rows that constraints and filter allow; `nil` where all of the template may match.
    let rows: [Int]?
    /// The same in the order of their keys.
    let rowsInKeyOrder: [Int]?
    /// A fixed row of `rows` matches for certain when its fact is there: nothing is left to be tried.
    let isDecided: Bool
    /// The number of the filter, where it looks at nothing but its fact and parameters, so that what it says of a fact can be
    /// remembered; patterns with the same filter share it.
    let filter: Int?
    /// The number of the aggregate over the pattern, where it looks at nothing but facts of the template and parameters, so
    /// that rules with the same aggregate can share its value.
    var aggregate: Int?

    /// Whether a row of the template can match, as far as that is fixed before any run.
    ///
    /// - Parameter isFixed: the row is one of the fixed rows of the network.
    func admits(_ row: Int, isFixed: Bool) -> Bool {
        guard isFixed, let rows else { return true }
        return rows.contains(row)
    }
}

/// A condition of a rule that binds no variable.
enum DirectStep: Sendable {
    case test(ScalarTest)
    /// A test that needs the evaluator.
    case expression
    case present(Int)
    case absent([Int])
    case exists([Int])
    /// How many of the rows are there, kept in a register.
    case count([Int], register: Int32)
}
