/// What became of a text: a tree, or the problems that stand in its way.
package struct FEELParseResult: Hashable, Sendable {
    /// The tree, if an expression was asked for and there are no problems.
    package let expression: FEELExpression?
    /// The tests, if unary tests were asked for and there are no problems.
    package let tests: FEELUnaryTests?
    /// What is wrong, in order of place.
    package let problems: [FEELSyntaxProblem]
    /// What is correct FEEL but probably not what was meant, such as `x = 1 or 2`; in order of place.
    package let advice: [FEELSyntaxProblem]
}
