import RuleEngine
import Testing

struct FEELFreeNamesTests {
    /// A name as `name.member`, `[name]` inside a filter, `name()` when called.
    @Test(arguments: [
        ("a + b * a", "a b a"), ("a.b.c + d", "a.b d"), ("f(a, b.c)", "f() a b.c"),
        ("f(x: a)", "f() a"), ("a.f(b)", "a.f b"),
        ("if a then b else c", "a b c"), ("x between a and b", "x a b"),
        ("x in (> a, ? + b)", "x a b"), ("[a..b]", "a b"),
        ("(> a)", "a"), ("(= a)", "a"), ("a instance of b", "a"), ("-a", "a"),
        ("for x in a return x + b", "a b"), ("for x in a, y in x return y.c", "a"),
        ("for x in 1..n return partial", "n"),
        ("partial + (for x in x return x)", "partial x"), ("some x in a satisfies x > b", "a b"),
        ("function(a, b) a + b + c", "c"), ("function(a) external {java: {class: x}}", ""),
        ("{a: b, c: a + d}", "b d"), ("{a: a}", "a"), ("{a: 1}.a", ""), ("{a: 1, b: a}.b + a", "a"),
        ("a[b > c.d]", "a [b] [c.d]"), ("a[item.b = c]", "a [c]"), ("a[b[c]].d", "a [b] [c]"),
        ("a[1] + b", "a b"),
        ("a[every x in b satisfies x = c]", "a [b] [c]"), ("\"a\" + @\"P1D\" + 1", ""),
        ("date and time(a)", "date and time() a"),
    ])
    func `the names that come from outside are listed in order`(text: String, names: String) throws {
        let expression = try #require(FEELParser.parse(text).expression)
        #expect(Self.text(of: expression.freeNames) == names)
    }

    @Test func `the value under test is not a name from outside`() throws {
        let tests = try #require(FEELParser.parse("> a, ? * b > 1", as: .unaryTests).tests)
        #expect(Self.text(of: tests.freeNames) == "a b")
    }

    @Test func `a name is found where it stands`() throws {
        let expression = try #require(FEELParser.parse("1 + gebied.huur").expression)
        #expect(
            expression.freeNames == [FEELNameUse(name: "gebied", member: "huur", range: 4..<15)])
    }

    private static func text(of uses: [FEELNameUse]) -> String {
        uses.map { use in
            let name = use.name + (use.member.map { "." + $0 } ?? "") + (use.isCalled ? "()" : "")
            return use.insideFilter ? "[" + name + "]" : name
        }.joined(separator: " ")
    }
}
