/// A regular expression of XPath and XQuery (W3C, Functions and Operators 3.1, section 5.6; XML Schema Datatypes 1.1,
/// appendix G), as FEEL's `matches`, `replace` and `split` use it.
///
/// A pattern is compiled to a small program that a Pike machine runs in time linear in the text, whatever the pattern.
/// Only patterns with back-references are run by backtracking. Both stop at a limit of steps, so that no pattern hangs.
///
///     let word = try RegularExpression("(\\w+)@(\\w+)", flags: "i")
///     let matches = try word.matches(in: "me@home")   // one match: the whole, and two groups
///
/// Texts are sequences of code points; a match is a range of their positions.
package struct RegularExpression: Sendable {
    /// A match and the groups in it.
    package struct Match: Hashable, Sendable {
        /// The whole match first, then each group; `nil` for a group that took no part.
        package let groups: [Range<Int>?]
        package var range: Range<Int> { groups.first.flatMap(\.self) ?? 0..<0 }
    }

    let program: RegexProgram
    /// Number of groups in brackets, without the whole.
    package let groupCount: Int
    private let limits: RegexLimits

    /// - Parameter flags: any of `s` (a dot takes line ends), `m` (anchors at lines), `i` (case is ignored) and `x`
    ///   (white space in the pattern is ignored).
    package init(
        _ pattern: String, flags: String = "", limits: RegexLimits = .standard
    ) throws(RegularExpressionProblem) {
        let flags = try RegexFlags(flags)
        var parser = RegexParser(pattern, flags: flags, limits: limits)
        let tree = try parser.parse()
        self.limits = limits
        groupCount = parser.groupCount
        program = try RegexProgram(tree, groupCount: parser.groupCount, flags: flags, limits: limits)
    }

    /// The matches from left to right, none overlapping another. Between two matches of no length a code point passes.
    package func matches(in text: String) throws(RegularExpressionProblem) -> [Match] {
        let scalars = try checked(text)
        var budget = limits.steps
        var found: [Match] = []
        var start = 0
        while start <= scalars.count, let match = try match(in: scalars, from: start, budget: &budget) {
            found.append(match)
            start = match.range.isEmpty ? match.range.upperBound + 1 : match.range.upperBound
        }
        return found
    }

    /// Whether the pattern matches a part of the text.
    package func isFound(in text: String) throws(RegularExpressionProblem) -> Bool {
        var budget = limits.steps
        return try match(in: try checked(text), from: 0, budget: &budget, needsGroups: false) != nil
    }

    /// The pattern matches the empty text, so that it cannot part a text or be replaced in it.
    package func matchesNothing() throws(RegularExpressionProblem) -> Bool { try isFound(in: "") }

    private func checked(_ text: String) throws(RegularExpressionProblem) -> [Unicode.Scalar] {
        let scalars = Array(text.unicodeScalars)
        guard scalars.count <= limits.textLength else { throw .textTooLong(limits.textLength) }
        return scalars
    }

    private func match(
        in text: [Unicode.Scalar], from start: Int, budget: inout Int, needsGroups: Bool = true
    ) throws(RegularExpressionProblem) -> Match? {
        let ends: [Int]?
        if program.hasBackReference {
            var machine = BacktrackingMachine(program, text, budget: budget)
            defer { budget = machine.budget }
            ends = try machine.firstMatch(from: start)
        } else {
            var machine = PikeMachine(program, text, budget: budget, needsGroups: needsGroups)
            defer { budget = machine.budget }
            ends = try machine.firstMatch(from: start)
        }
        return ends.map { ends in
            Match(
                groups: stride(from: 0, to: ends.count, by: 2).map { index in
                    ends[index] >= 0 && ends[index + 1] >= 0 ? ends[index]..<ends[index + 1] : nil
                })
        }
    }
}
