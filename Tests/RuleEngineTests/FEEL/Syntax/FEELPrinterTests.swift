import RuleEngine
import TestSupport
import Testing

struct FEELPrinterTests {
    @Test(arguments: [
        ("((a))+(b*c)", "a + b * c"), ("(a+b)*c", "(a + b) * c"), ("a-(b-c)", "a - (b - c)"),
        ("(a-b)-c", "a - b - c"),
        ("a**(b**c)", "a ** (b ** c)"), ("-(a)", "-a"), ("-(a+b)", "-(a + b)"),
        ("(-a)**2", "-a ** 2"),
        ("(a or b) and not(c)", "(a or b) and not(c)"),
        ("(if a then b else c)+1", "(if a then b else c) + 1"),
        ("1+(if a then b else c)", "1 + (if a then b else c)"),
        ("(a between 1 and 2) and b", "a between 1 and 2 and b"),
        ("x in (>5)", "x in > 5"), ("x in ((>5))", "x in ((> 5))"),
        ("x in ([1..2])", "x in [1..2]"), ("x in ]1..2[", "x in (1..2)"),
        ("x in (1,2)", "x in (1, 2)"), ("(x in y)[1]", "(x in y)[1]"),
        ("(a.b)[c=1].d", "a.b[c = 1].d"), ("(-a).b", "(-a).b"),
        ("(x instance of list< number >)", "x instance of list<number>"),
        ("(function(a:number) a)(1)", "(function(a: number) a)(1)"),
        ("{ \"a\" : 1, \"b c\":2 }", "{a: 1, \"b c\": 2}"), ("f( a : 1,b:2 )", "f(a: 1, b: 2)"),
        ("\"a\\\"b\\\\c\\n\\u0041\\u2028\"", "\"a\\\"b\\\\c\\nA\\u2028\""),
        ("@\"P1D\"", "@\"P1D\""), ("(=5)", "(= 5)"),
        ("for x in 1..3,y in [x] return x*y", "for x in 1..3, y in [x] return x * y"),
        ("every x in a satisfies x>1 or b", "every x in a satisfies x > 1 or b"),
    ])
    func `an expression is written in its canonical form`(text: String, canonical: String) throws {
        let expression = try #require(FEELParser.parse(text).expression)
        #expect(FEELPrinter.text(of: expression) == canonical)
    }

    @Test(arguments: [
        ("-", "-"), (">5,<=2", "> 5, <= 2"), ("not( 1 )", "not(1)"), ("(not(a))", "(not(a))"),
        ("[ 1 .. 2 [", "[1..2)"), ("(>5)", "(> 5)"),
    ])
    func `unary tests are written in their canonical form`(text: String, canonical: String) throws {
        let tests = try #require(FEELParser.parse(text, as: .unaryTests).tests)
        #expect(FEELPrinter.text(of: tests) == canonical)
    }

    @Test func `what is printed reads back as the same tree`() {
        var generator = FEELTreeGenerator(seed: 2026)
        let names = FEELNames.builtins.adding(FEELTreeGenerator.longNames)
        for _ in 0..<2_000 {
            let tree = generator.expression(depth: 5)
            let text = FEELPrinter.text(of: tree)
            let result = FEELParser.parse(text, names: names)
            #expect(FEELTreeText.text(of: result) == FEELTreeText.text(of: tree), "\(text)")
        }
    }

    @Test func `printed cells read back as the same tests`() {
        var generator = FEELTreeGenerator(seed: 7)
        let names = FEELNames.builtins.adding(FEELTreeGenerator.longNames)
        for _ in 0..<500 {
            let tests = generator.unaryTests()
            let text = FEELPrinter.text(of: tests)
            let result = FEELParser.parse(text, as: .unaryTests, names: names)
            #expect(FEELTreeText.text(of: result) == FEELTreeText.text(of: tests), "\(text)")
        }
    }
}
