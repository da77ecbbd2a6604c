import Testing

@Suite struct SwiftSourceTests {
    @Test(arguments: [
        ("let a = 1 // b", ["let", "a", "=", "1"]),
        ("a /* b /* c */ d */ e", ["a", "e"]),
        (#"f("x \(g(h)) y")"#, ["f", "(", "g", "(", "h", ")", ")", ")"]),
        (##"f(#"x \(g) \#(h)"#)"##, ["f", "(", "h", ")", ")"]),
        ("\"\"\"\n  \"quoted\" text\n  \"\"\" + a", ["+", "a"]),
        (#"f("\"", a)"#, ["f", "(", ",", "a", ")"]),
        ("func `it's a name`() {}", ["func", "(", ")", "{", "}"]),
    ])
    func `only code becomes tokens`(text: String, expected: [String]) {
        #expect(SwiftSource(path: "", text: text).tokens.map(\.text) == expected)
    }

    @Test func `string literals keep their text and line`() {
        let source = SwiftSource(path: "", text: "a\nf(\"x \\(b) y\")")
        #expect(source.literals.map(\.text) == ["x  y"])
        #expect(source.literals.map(\.line) == [2])
    }

    @Test func `lines with a comment are known`() {
        #expect(SwiftSource(path: "", text: "a // b\nc\n/* d\n*/").commentedLines == [1, 3, 4])
    }

    @Test func `private and nested types do not count as top level`() {
        let source = SwiftSource(path: "", text: "public struct A { enum B {} }\nprivate struct C {}")
        #expect(source.declaredTypes(topLevel: true) == ["A"])
        #expect(source.declaredTypes(topLevel: false) == ["A", "B", "C"])
    }
}
