/// Reads FEEL (DMN 1.5, chapter 10.3.1.2): a descent over the grammar, with operators by precedence.
///
/// Never traps and never gives up half-way without saying why. Signs and words of other languages are reported and
/// read as what they stand for; after a mistake inside brackets, reading goes on at the next comma.
///
///     let result = FEELParser.parse("if age > 18 then \"adult\" else \"child\"")
///     result.expression    // the tree
///     result.problems      // []
///
/// A text that nests deeper than `depthLimit`, or a tree that would be taller, is a problem.
package struct FEELParser {
    /// What a text should be.
    package enum Goal: Hashable, Sendable {
        case expression
        /// The content of a decision table cell: `-`, `> 5, [1..3]`, `not("a")`, `? * 2 > 5`.
        case unaryTests
        /// The same, each test a comparison, a range or a value (DMN conformance level 2).
        case simpleUnaryTests
    }

    /// The greatest number of levels of a text and of a tree.
    package static let depthLimit = 200
    /// Rows of more operators, and of more `else if`, are kept flat instead of as a tree.
    static let longestTree = 64
    /// Further problems are not reported: they rarely say more.
    static let problemLimit = 20

    /// Parses a whole text.
    ///
    /// - Parameter names: the names of several words that the text may use; other names are of one word.
    package static func parse(
        _ text: String, as goal: Goal = .expression, names: FEELNames = .builtins
    ) -> FEELParseResult {
        var parser = FEELParser(text, names: names)
        var expression: FEELExpression?
        var tests: FEELUnaryTests?
        do throws(Abandoned) {
            switch goal {
            case .expression: expression = try parser.wholeExpression()
            case .unaryTests: tests = try parser.wholeTests(simple: false)
            case .simpleUnaryTests: tests = try parser.wholeTests(simple: true)
            }
        } catch {
            // The problem that led here is on the list.
        }
        let problems = parser.problems.inOrderOfLocation
        return FEELParseResult(
            expression: problems.isEmpty ? expression : nil,
            tests: problems.isEmpty ? tests : nil,
            problems: problems,
            advice: parser.advice.inOrderOfLocation)
    }

    /// Thrown after a problem was reported from which the present construct cannot recover.
    struct Abandoned: Error {}

    let tokens: [FEELToken]
    /// The next token; never past the one of kind `.end`.
    var index = 0
    var problems: [FEELSyntaxProblem]
    var advice: [FEELSyntaxProblem] = []
    /// The names in scope.
    var names: FEELNames
    /// The keys of the contexts read so far: they may follow a dot, and stand inside a filter.
    var memberNames = FEELNames()
    /// The names that are bound inside the text at the place at hand, with how often.
    var locals: [String: Int] = [:]
    /// How many filters are open.
    var filterDepth = 0
    /// Whether a comma can only separate: between numbers, `2,5`, it is then no decimal comma.
    var commaSeparates = false
    /// Whether a `[` may close an open range: `]1..2[`.
    var readsRangeEnd = false
    /// How many levels the parser has gone into the text.
    var depth = 0
    /// How tall the tree of the part read last is.
    var height = 0

    private init(_ text: String, names: FEELNames) {
        (tokens, problems) = FEELLexer.read(text)
        self.names = names
    }
}

extension [FEELSyntaxProblem] {
    /// By place; those of one place in order of discovery, once each.
    fileprivate var inOrderOfLocation: [FEELSyntaxProblem] {
        var result: [FEELSyntaxProblem] = []
        for problem in enumerated().sorted(by: {
            ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
        }) where !result.contains(problem.element) {
            result.append(problem.element)
        }
        return result
    }
}
