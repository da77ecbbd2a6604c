import Foundation
import RuleEngine
import Testing

/// A text may nest two hundred levels; beyond that it is refused before the stack is.
struct FEELDepthTests {
    private static let constructs = [
        ("(", ")"), ("[", "]"), ("{a: ", "}"), ("-", ""), ("not(", ")"), ("if ", " then 1 else 2"),
        ("for i in ", " return i"), ("for i in [1] return ", ""),
        ("some i in [1] satisfies ", ""), ("function(a) ", ""), ("l[", "]"), ("1 + (", ")"), ("x in (", ")"),
        ("[1..", "]"), ("(> ", ")"), ("f(a: ", ")"), ("", ".a"), ("", "[1]"), ("", "(1)"), ("", " = 1"),
    ]

    @Test(arguments: constructs)
    func `ten thousand levels are refused with one problem, a few are read`(open: String, close: String) {
        func text(_ count: Int) -> String {
            String(repeating: open, count: count) + "x" + String(repeating: close, count: count)
        }
        let refused = FEELParser.parse(text(10_000))
        #expect(refused.problems.map(\.code) == ["feel/too-deep"])
        #expect(refused.problems.allSatisfy { $0.message.nl.contains("200") && $0.message.en.contains("200") })
        #expect(FEELParser.parse(text(60)).problems == [])
    }

    @Test(arguments: ["!", "not "])
    func `ten thousand times not is refused`(sign: String) {
        let result = FEELParser.parse(String(repeating: sign, count: 10_000) + "x")
        #expect(result.expression == nil)
        #expect(result.problems.last?.code == "feel/too-deep")
        #expect(!FEELParser.parse(sign + sign + "x").problems.contains { $0.code == "feel/too-deep" })
    }

    @Test func `types nest no deeper either`() {
        func text(_ count: Int) -> String {
            "x instance of " + String(repeating: "list<", count: count) + "number"
                + String(repeating: ">", count: count)
        }
        #expect(FEELParser.parse(text(10_000)).problems.map(\.code) == ["feel/too-deep"])
        #expect(FEELParser.parse(text(60)).problems == [])
    }

    @Test func `a number of a hundred thousand digits is read or refused`() {
        let digits = String(repeating: "7", count: 100_000)
        #expect(FEELParser.parse("0." + digits).expression != nil)
        #expect(FEELParser.parse(digits).problems.map(\.code) == ["feel/number-too-large"])
    }
}
