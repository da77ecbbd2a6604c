import RuleEngine
import Testing

struct YAMLLimitTests {
    private let small = YAMLLimits(bytes: 100, nodes: 6, depth: 3, aliasedNodes: 4)

    @Test(arguments: [
        ("yaml/depth-limit", "[[[[]]]]", "[[[]]]"),
        ("yaml/size-limit", "[1, 2, 3, 4, 5, 6]", "[1, 2, 3, 4, 5]"),
        ("yaml/alias-limit", "[&x [1], *x, *x, *x]", "[&x [1], *x, *x]"),
        ("yaml/size-limit", String(repeating: "a", count: 101), String(repeating: "a", count: 100)),
    ])
    func `a limit holds and what just fits is read`(code: String, beyond: String, within: String) {
        let refused = YAMLParser.parse(SourceFile(name: "a", text: beyond), limits: small)
        #expect(refused.diagnostics.map(\.code) == [code])
        #expect(refused.documents.isEmpty)
        let accepted = YAMLParser.parse(SourceFile(name: "a", text: within), limits: small)
        #expect(accepted.diagnostics.isEmpty)
    }

    @Test(arguments: [("{ a: 1, a: 2, a: 3, a: 4 }", true), ("{ a: 1, a: 2, a: 3 }", false)])
    func `after many mistakes the reading ends`(text: String, ends: Bool) {
        let limits = YAMLLimits(bytes: 100, nodes: 100, depth: 3, aliasedNodes: 4, mistakes: 2)
        let result = YAMLParser.parse(SourceFile(name: "a", text: text), limits: limits)
        let equal = ["yaml/duplicate-key", "yaml/duplicate-key"]
        #expect(result.diagnostics.map(\.code) == equal + (ends ? ["yaml/mistake-limit"] : []))
        #expect(result.documents.isEmpty == ends)
    }

    @Test func `a billion laughs are refused at once`() {
        var lines = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
        for level in 1...30 {
            let alias = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            lines.append("a\(level): &a\(level) [\(alias)]")
        }
        let result = YAMLParser.parse(SourceFile(name: "a", text: lines.joined(separator: "\n")))
        #expect(result.diagnostics.map(\.code) == ["yaml/alias-limit"])
    }

    @Test func `ten thousand open brackets are refused at once`() {
        let result = YAMLParser.parse(SourceFile(name: "a", text: String(repeating: "[", count: 10_000)))
        #expect(result.diagnostics.map(\.code) == ["yaml/depth-limit"])
    }
}
