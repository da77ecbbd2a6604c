import RuleEngine
import Testing

@Suite struct FEELEvaluatorTests {
    @Test(arguments: [
        ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("10 / 4", "2.5"), ("1 / 0", "null"), ("2 ** 3", "8"), ("-(3)", "-3"),
        ("\"a\" + \"b\"", "\"ab\""), ("\"a\" + 1", "null"), ("1 + null", "null"), ("-\"a\"", "null"),
        ("1 = 1.0", "true"), ("1 = \"1\"", "null"), ("1 = null", "false"), ("null = null", "true"),
        ("1 != null", "true"),
        ("1 != \"1\"", "null"), ("[1, 2] = [1, 2]", "true"), ("[1, 2] = [1]", "false"),
        ("{a: 1, b: 2} = {b: 2, a: 1}", "true"),
        ("1 < 2", "true"), ("2 <= 2", "true"), ("\"a\" < \"b\"", "true"), ("1 < \"b\"", "null"), ("null < 1", "null"),
        ("true < false", "null"),
        ("2 between 1 and 3", "true"), ("4 between 1 and 3", "false"), ("null between 1 and 3", "null"),
    ])
    func `operators give the values of FEEL`(text: String, expected: String) throws {
        #expect(try feel(text) == expected)
    }

    @Test(arguments: [
        ("true and null", "null"), ("false and null", "false"), ("null and false", "false"), ("null and null", "null"),
        ("true or null", "true"), ("null or true", "true"), ("false or null", "null"), ("1 and true", "null"),
        ("1 or true", "true"), ("not(null)", "null"), ("not(true)", "false"), ("not(1)", "null"),
    ])
    func `connectives are three-valued`(text: String, expected: String) throws {
        #expect(try feel(text) == expected)
    }

    @Test(arguments: [
        ("if 1 < 2 then \"yes\" else \"no\"", "\"yes\""), ("if null then 1 else 2", "2"),
        ("if 5 then 1 else 2", "2"),
        ("for i in [1, 2] return i * 2", "[2, 4]"), ("for i in 1..3 return i", "[1, 2, 3]"),
        ("for i in 3..1 return i", "[3, 2, 1]"), ("for i in [1, 2], j in [10, 20] return i + j", "[11, 21, 12, 22]"),
        ("for i in 1..4 return if i = 1 then 1 else i * partial[-1]", "[1, 2, 6, 24]"),
        ("for i in null return i", "null"),
        ("some i in [1, 2] satisfies i > 1", "true"), ("every i in [1, 2] satisfies i > 1", "false"),
        ("some i in [] satisfies true", "false"), ("every i in [] satisfies false", "true"),
        ("some i in [1, null] satisfies i > 5", "null"),
        ("some i in [1, 2] satisfies if i = 1 then \"a\" else true", "null"),
        ("for i in [2..1] return i", "null"), ("for i in [1..2] return i", "[1, 2]"),
    ])
    func `choices and loops give the values of FEEL`(text: String, expected: String) throws {
        #expect(try feel(text) == expected)
    }

    @Test(arguments: [
        ("[1, 2, 3][2]", "2"), ("[1, 2, 3][-1]", "3"), ("[1, 2, 3][4]", "null"), ("[1, 2, 3][0]", "null"),
        ("[1, 2, 3][item > 1]", "[2, 3]"), ("[{a: 1}, {a: 2}][a = 2]", "[{a: 2}]"), ("[{a: 1}, {a: 2}].a", "[1, 2]"),
        ("[1, 2][\"a\"]", "null"), ("[1, 2][null]", "[]"), ("[{item: 1}, {item: 2}][item > 1]", "[{item: 2}]"),
        ("{a: 1, a: 2}", "null"), ("(=10) = [10..10]", "false"), ("(=10) = (=10)", "true"),
        ("{a: null} instance of context<a: string>", "true"), ("5[item > 3]", "[5]"), ("5[1]", "5"),
        ("null[1]", "null"), ("[][item > 1]", "[]"), ("[][1]", "null"),
        ("[1, 2, 3][count([1, 2])]", "2"), ("[1, null, 3][item > 1]", "[3]"),
        ("{a: 1, b: a + 1}.b", "2"), ("{a: 1}.c", "null"), ("5.c", "null"),
        ("@\"2020-03-31\".month", "3"), ("@\"2020-03-31\".weekday", "2"), ("@\"P1DT2H\".hours", "2"),
        ("[1..5].end", "5"), ("(1..5].start included", "false"),
    ])
    func `filters and paths give the values of FEEL`(text: String, expected: String) throws {
        #expect(try feel(text) == expected)
    }

    @Test(arguments: [
        ("5 in (1, 5)", "true"), ("5 in [1, 5]", "true"), ("5 in [1..5)", "false"), ("5 in (> 4)", "true"),
        ("5 in (< 4, > 6)", "false"), ("null in (null)", "true"), ("5 in [[1..3], [4..6]]", "true"),
        ("\"a\" in [1, \"a\"]", "true"), ("5 in (null)", "false"), ("\"a\" in [1..3]", "null"),
        ("5 in (? * 2 = 10)", "true"),
        ("[1] in ([1])", "true"),
    ])
    func `membership gives the values of FEEL`(text: String, expected: String) throws {
        #expect(try feel(text) == expected)
    }

    @Test(arguments: [
        ("{f: function(x) x + 1, y: f(2)}.y", "3"), ("(function(x, y) x - y)(y: 1, x: 5)", "4"),
        ("{f: function(n) if n < 2 then 1 else n * f(n - 1), y: f(5)}.y", "120"),
        ("(function(x: number) x)(\"a\")", "null"), ("(function(x: number) x)([3])", "3"),
        ("(function(x) x)(1, 2)", "null"), ("{a: 2, f: function(x) a * x, b: (function(a) f(3))(100)}.b", "6"),
        ("1 instance of number", "true"), ("\"a\" instance of number", "false"), ("null instance of number", "false"),
        ("[1, 2] instance of list<number>", "true"), ("[1, \"a\"] instance of list<number>", "false"),
        ("nothing(1)", "null"), ("{a: 5, b: a(1)}.b", "null"),
    ])
    func `functions and types give the values of FEEL`(text: String, expected: String) throws {
        #expect(try feel(text) == expected)
    }

    @Test(arguments: [
        ("@\"2020-01-31\" + @\"P1M\"", "2020-02-29"), ("@\"2020-03-01\" - @\"2020-02-01\"", "P29D"),
        ("@\"2020-03-01\" > @\"2020-02-01\"", "true"), ("@\"P1D\" * 2", "P2D"), ("@\"P1Y\" / @\"P6M\"", "2"),
        ("@\"2020-01-01T10:00:00Z\" = @\"2020-01-01T11:00:00+01:00\"", "true"), ("-@\"P1D\"", "-P1D"),
        ("@\"2020-02-30\"", "null"), ("@\"10:00:00\" + @\"PT1H\"", "11:00:00"),
    ])
    func `dates and durations take part in arithmetic`(text: String, expected: String) throws {
        #expect(try feel(text) == expected)
    }

    @Test(arguments: [
        ("1 / 0", FEELNote.Kind.divisionByZero, 0..<5), ("2 + x", .unknownName, 4..<5),
        ("1 < \"a\"", .notComparable, 0..<7),
        ("[1][3]", .outOfRange, 0..<6), ("nothing(1)", .unknownFunction, 0..<10), ("count()", .wrongArgument, 0..<7),
        ("odd(\"a\")", .wrongArgument, 0..<8), ("@\"x\"", .invalidLiteral, 0..<4),
    ])
    func `a fault leaves a note with its place`(text: String, kind: FEELNote.Kind, range: Range<Int>) throws {
        let notes = try outcome(of: text).notes
        #expect(notes.first?.kind == kind)
        #expect(notes.first?.range == range)
    }

    @Test(arguments: ["x = null", "false and 1 / 0 = 1", "if true then 1 else 1 / 0", "[1][1]"])
    func `a null that is meant, or a part that is not needed, leaves no note`(text: String) throws {
        #expect(try outcome(of: text, ["x": "null"]).notes.isEmpty)
    }

    @Test func `endless recursion hits the limit of depth`() throws {
        let outcome = try outcome(of: "{f: function(n) f(n + 1), y: f(1)}.y")
        #expect(outcome.result.set == .exactly(.null))
        #expect(outcome.notes.map(\.kind) == [.limit])
    }

    @Test func `a long loop hits the limit of steps`() throws {
        let evaluator = FEELEvaluator(limits: FEELLimits(steps: 1000))
        #expect(try outcome(of: "count(for i in 1..2000 return i)", evaluator: evaluator).notes.map(\.kind) == [.limit])
        #expect(try outcome(of: "count(for i in 1..200 return i)", evaluator: evaluator).notes.isEmpty)
    }

    @Test func `a limit with unknown inputs leaves everything possible`() throws {
        let evaluator = FEELEvaluator(limits: FEELLimits(steps: 100))
        let outcome = try outcome(
            of: "if x then 1 else count(for i in 1..200 return i)", ["x": "true | false"], evaluator: evaluator)
        #expect(outcome.result.set == .anything)
        #expect(outcome.result.origins == [InputID(0)])
    }

    @Test func `unary tests see the value as a question mark`() throws {
        let tests = try #require(FEELParser.parse("> 5, ? * 2 = 4", as: .unaryTests).tests)
        func passes(_ number: Int) -> ValueSet {
            FEELEvaluator().evaluate(tests, on: UncertainValue(.number(FEELNumber(number))), in: FEELDictionaryScope())
                .result
                .set
        }
        #expect(passes(6).certainlyTrue)
        #expect(passes(2).certainlyTrue)
        #expect(!passes(3).possiblyTrue)
    }

    @Test func `an extension may look at what is known`() throws {
        let known = Builtin(observing: "known", [.init("x", .any)]) { UncertainValue(.boolean($0[0].set.isExact)) }
        let evaluator = FEELEvaluator(extensions: ["known": known])
        #expect(try feel("known(x)", ["x": "1 | 2"], evaluator: evaluator) == "false")
        #expect(try feel("known(x)", ["x": "1"], evaluator: evaluator) == "true")
    }

    @Test func `the scope is asked for a member before the whole`() throws {
        struct Scope: FEELScope {
            func value(of name: String) -> UncertainValue? { nil }
            func value(of name: String, member: String) -> UncertainValue? {
                name == "gemeente" && member == "huur" ? UncertainValue(.number(42)) : nil
            }
        }
        let result = FEELEvaluator().evaluate(try tree("gemeente.huur + 1"), in: Scope()).result
        #expect(result.set == .exactly(.number(43)))
    }
}
