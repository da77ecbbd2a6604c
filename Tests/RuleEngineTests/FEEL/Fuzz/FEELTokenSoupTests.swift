import RuleEngine
import TestSupport
import Testing

struct FEELTokenSoupTests {
    private static let pieces = [
        "a", "b", "1", "2.5", ".", "..", ",", ":", "(", ")", "[", "]", "{", "}", "+", "-", "*", "/",
        "**", "=", "!=", "<", "<=",
        ">", ">=", "->", "@", "'", "\"", "\"s\"", "\\", "==", "&&", "||", "!", "≤", "“", "%", "€",
        "#", "//", "/*", "*/", "\n", " ",
        "if", "then", "else", "for", "in", "return", "some", "every", "satisfies", "between", "and",
        "or", "not", "instance", "of",
        "function", "external", "list<", "context<", "date and time", "string length", "en", "als",
        "dan", "anders", "elseif",
        "null", "true", "?", "\\u12", "\u{0}", "🐎", "e\u{301}",
    ]

    @Test(arguments: [FEELParser.Goal.expression, .unaryTests, .simpleUnaryTests])
    func `any text gives a tree or a problem inside the text`(goal: FEELParser.Goal) {
        var generator = SeededGenerator(seed: 42)
        for _ in 0..<7_000 {
            let length = Int.random(in: 0..<24, using: &generator)
            var text = ""
            for _ in 0..<length {
                text += Self.pieces[Int.random(in: Self.pieces.indices, using: &generator)]
                if Bool.random(using: &generator) { text += " " }
            }
            let result = FEELParser.parse(text, as: goal)
            let hasTree = goal == .expression ? result.expression != nil : result.tests != nil
            #expect(hasTree == result.problems.isEmpty, "\(text)")
            for problem in result.problems + result.advice {
                #expect(problem.range.upperBound <= text.utf8.count, "\(text)")
            }
        }
    }
}
