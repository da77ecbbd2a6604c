import RuleEngine
import TestSupport
import Testing

struct FEELParserTests {
    @Test(arguments: [
        // Literals
        ("1", "1"), ("1.50", "1.50"), (".5", "0.5"), ("1.2e3", "1200"), ("1E-3", "0.001"),
        ("null", "null"), ("true", "true"), ("false", "false"), ("\"a b\"", "\"a b\""),
        (#"@"2020-03-31""#, #"@"2020-03-31""#), (#"@ "P1D""#, #"@"P1D""#),
        // Operators: order and grouping
        ("a + b * c", "(+ a (* b c))"), ("(a + b) * c", "(* (+ a b) c)"),
        ("a - b - c", "(- (- a b) c)"), ("a / b / c", "(/ (/ a b) c)"),
        ("3 ** 4 ** 5", "(** (** 3 4) 5)"), ("a * b ** c", "(* a (** b c))"),
        ("-3 ** 2", "(** (neg 3) 2)"), ("2 ** -1", "(** 2 (neg 1))"), ("--a", "(neg (neg a))"),
        ("a-1", "(- a 1)"), ("a - -1", "(- a (neg 1))"), ("-a.b", "(neg (. a b))"),
        ("a or b and c", "(or a (and b c))"), ("(a or b) and c", "(and (or a b) c)"),
        ("a = b and c != d", "(and (= a b) (!= c d))"), ("a < b + 1", "(< a (+ b 1))"),
        ("a <= b or a >= c or a > d", "(or (or (<= a b) (>= a c)) (> a d))"),
        // Comparisons in words
        ("x between 1 and 2 and y", "(and (between x 1 2) y)"),
        ("x between a + 1 and b * 2", "(between x (+ a 1) (* b 2))"),
        ("x in 5", "(in x 5)"), ("x in > 5", "(in x (> 5))"), ("x in (> 5)", "(in x (> 5))"),
        ("x in ((> 5))", "(in x (range ]5 ∞[))"), ("x in (1, 2, >= 3)", "(in x 1 2 (>= 3))"),
        ("x in [1..2]", "(in x (range [1 2]))"), ("x in (1..2]", "(in x (range ]1 2]))"),
        ("x in ]1..2[ and y", "(and (in x (range ]1 2[)) y)"),
        ("x in (a) + 1", "(in x (+ a 1))"), ("x in (a)[1]", "(in x (filter a 1))"),
        ("x in (a).b or c", "(or (in x (. a b)) c)"), ("x in (a or b)", "(in x (or a b))"),
        ("x in a = true", "(= (in x a) true)"),
        ("x in ([1..2], ]3..4[)", "(in x (range [1 2]) (range ]3 4[))"),
        // What follows a value
        ("a.b.c", "(. (. a b) c)"), ("a[1].b", "(. (filter a 1) b)"),
        ("a.b[c > 1]", "(filter (. a b) (> c 1))"),
        ("f()", "(call f)"), ("f(1, a + 2)", "(call f 1 (+ a 2))"),
        ("f(1)(2)", "(call (call f 1) 2)"),
        ("f(first arg: 1, b: 2)", "(call f first arg:1 b:2)"), ("a.f(1)", "(call (. a f) 1)"),
        ("(function(x) x)(1)", "(call (function x x) 1)"), ("a.if", "(. a if)"),
        ("[1, 2][item > 1]", "(filter (list 1 2) (> item 1))"), ("{a: 1}.a", "(. (context a:1) a)"),
        ("1.a", "(. 1 a)"),
        // Types
        ("x instance of number", "(instance x number)"),
        ("x instance of date and time", "(instance x date and time)"),
        ("-x instance of number", "(neg (instance x number))"),
        ("x instance of a.b = true", "(= (instance x a.b) true)"),
        ("x instance of list<list<number>>", "(instance x list<list<number>>)"),
        ("x instance of range<date>", "(instance x range<date>)"),
        (
            "x instance of context<a: number, b c: string>",
            "(instance x context<a:number,b c:string>)"
        ),
        (
            "x instance of function<number, string> -> any",
            "(instance x function<number,string>->any)"
        ),
        ("x instance of function<>->number", "(instance x function<>->number)"),
        ("x instance of list", "(instance x list)"),
        // Constructs
        ("if a then b else c + 1", "(if a b (+ c 1))"),
        ("1 + if a then b else c", "(+ 1 (if a b c))"),
        ("if a then if b then 1 else 2 else 3", "(if a (if b 1 2) 3)"),
        ("if a then 1 else if b then 2 else 3", "(if a 1 (if b 2 3))"),
        ("for x in a return x * 2", "(for (in x a) (* x 2))"),
        ("for x in 1..n, y in x return y", "(for (in x 1 n) (in y x) y)"),
        ("for x in [1..3] return x", "(for (in x (range [1 3])) x)"),
        ("for x in ]1..n[ return x", "(for (in x (range ]1 n[)) x)"),
        ("some x in a satisfies x > 1", "(some (in x a) (> x 1))"),
        ("every x in a, y in b satisfies x < y or z", "(every (in x a) (in y b) (or (< x y) z))"),
        ("function(a: number, b) a + b", "(function a:number b (+ a b))"),
        ("function() 1", "(function 1)"),
        (
            "function(a) external {java: {class: \"M\"}}",
            "(external a (context java:(context class:\"M\")))"
        ),
        // Brackets
        ("[]", "(list)"), ("[1, [2]]", "(list 1 (list 2))"), ("{}", "(context)"),
        ("{a: 1, \"b c\": a}", "(context a:1 b c:a)"), ("{a + b: 1}", "(context a + b:1)"),
        ("{if: 1}", "(context if:1)"),
        ("[1..2]", "(range [1 2])"), ("[1..2)", "(range [1 2[)"), ("(1..2]", "(range ]1 2])"),
        ("]1..2[", "(range ]1 2[)"), ("[1..a[", "(range [1 a[)"),
        ("[1..a[1]]", "(range [1 (filter a 1)])"),
        ("]1..a[-1]]", "(range ]1 (filter a (neg 1))])"),
        ("[[1..2[, 3]", "(list (range [1 2[) 3)"), ("[a+1..b-1]", "(range [(+ a 1) (- b 1)])"),
        ("(> 5)", "(range ]5 ∞[)"), ("(>= 5)", "(range [5 ∞[)"), ("(< 5)", "(range ]∞ 5[)"),
        ("(<= a + 1)", "(range ]∞ (+ a 1)])"), ("(= 5)", "(range= [5 5])"),
        ("(!= 5)", "(range!= [5 5])"),
        // Space and comments
        ("1 + /* two */ 2 // three", "(+ 1 2)"), ("a//b\n+ c", "(+ a c)"),
        ("\u{A0}a\u{3000}+\tb", "(+ a b)"),
        ("naïve_é + 变量", "(+ ‹naïve_é› 变量)"), ("? > 5", "(> ‹?› 5)"),
    ])
    func `a text becomes a tree`(text: String, tree: String) {
        #expect(FEELTreeText.text(of: FEELParser.parse(text)) == tree)
    }

    @Test(arguments: [
        (#""a\"b""#, "a\"b"), (#""a\\b""#, "a\\b"), (#""a\nb\tc\rd""#, "a\nb\tc\rd"),
        (#""it\'s""#, "it's"),
        (#""\u0041""#, "A"), (#""\U01F40E""#, "🐎"), (#""\uD83D\uDCA9""#, "💩"),
        (#""\\u0041""#, "\\u0041"),
        (#""\d+\s""#, #"\d+\s"#), ("\"// no comment\"", "// no comment"), ("\"\"", ""),
        ("\"é🐎\"", "é🐎"),
    ])
    func `a string holds what its escapes stand for`(text: String, value: String) {
        #expect(FEELParser.parse(text).expression?.kind == .string(value))
    }

    @Test(arguments: [
        ("-", "any"), (" - ", "any"), ("-1", "(tests (neg 1))"), ("5", "(tests 5)"),
        ("\"a\", \"b\"", "(tests \"a\" \"b\")"),
        ("> 5", "(tests (> 5))"), (">= a + 1, != 3", "(tests (>= (+ a 1)) (!= 3))"),
        ("= x", "(tests (= x))"),
        ("[1..5], ]7..9[", "(tests (range [1 5]) (range ]7 9[))"),
        ("(> 5)", "(tests (range ]5 ∞[))"),
        ("not(1, > 5)", "(not 1 (> 5))"), ("not(a) or b", "(tests (or (call not a) b))"),
        ("(not(a))", "(tests (call not a))"),
        ("? > 5 and ? < 10", "(tests (and (> ‹?› 5) (< ‹?› 10)))"),
        ("2,5", "(tests 2 5)"), ("null", "(tests null)"),
        ("not a", "problems: feel/not-without-brackets"),
    ])
    func `a cell becomes unary tests`(text: String, tree: String) {
        #expect(FEELTreeText.text(of: FEELParser.parse(text, as: .unaryTests)) == tree)
    }

    @Test(arguments: [
        ("-", "any"), ("> 5", "(tests (> 5))"), ("a.b + 1", "(tests (+ (. a b) 1))"),
        ("[1..2]", "(tests (range [1 2]))"),
        ("not(\"a\")", "(not \"a\")"), ("? > 5", "problems: feel/unexpected"),
        ("a or b", "problems: feel/unexpected"),
    ])
    func `a simple cell holds no conditions`(text: String, tree: String) {
        #expect(FEELTreeText.text(of: FEELParser.parse(text, as: .simpleUnaryTests)) == tree)
    }

    @Test func `every part of a tree knows its place in the text`() throws {
        let text = "é + (a.b * [1, 2])"
        let sum = try #require(FEELParser.parse(text).expression)
        #expect(sum.range == 0..<text.utf8.count)
        guard case .binary(.add, let left, let product) = sum.kind,
            case .binary(.multiply, let path, let list) = product.kind
        else { return #expect(Bool(false), "not a sum of a product") }
        let bytes = Array(text.utf8)
        let parts = [left, product, path, list].map {
            String(decoding: bytes[$0.range], as: UTF8.self)
        }
        #expect(parts == ["é", "(a.b * [1, 2])", "a.b", "[1, 2]"])
    }

    @Test(arguments: [
        ("x = 1 or 2", ["feel/bare-alternative"]), ("x = 1 or x = 2", []),
        ("a and \"b\"", ["feel/bare-alternative"]),
        ("1 < x < 10", ["feel/chained-comparison"]), ("(a < b) = c", []), ("(1 < x) < y", []),
        ("a or true", []),
    ])
    func `what is correct but hardly meant gets advice`(text: String, codes: [String]) {
        let result = FEELParser.parse(text)
        #expect(result.expression != nil)
        #expect(result.advice.map(\.code) == codes)
    }
}
