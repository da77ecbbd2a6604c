import RuleEngine
import TestSupport
import Testing

/// Code made for places, against the same expression with its names looked up in a scope.
@Suite struct FEELCodeTests {
    private static let evaluator = FEELEvaluator()

    /// Runs a text on a row of inputs, as code made for their places.
    private func run(_ text: String, _ inputs: [(name: String, value: String)]) throws -> FEELOutcome {
        let code = Self.evaluator.compile(try tree(text), for: FEELNameList(inputs.map(\.name)))
        return Self.evaluator.evaluate(code, in: FEELSlotArray(try row(inputs.map(\.value))))
    }

    private func row(_ texts: [String]) throws -> [UncertainValue] {
        try texts.enumerated().map { number, text in
            let set = try valueSet(text)
            return UncertainValue(set, origins: set.isExact ? [] : [InputID(Int32(number))])
        }
    }

    @Test func `places and names give the same outcome on random expressions`() {
        var trees = RandomExpressions(seed: 11_23)
        let names = ["l", "p", "q", "x", "y"]
        for number in 0..<20_000 {
            let expression = trees.expression(depth: 3)
            let inputs = trees.inputs()
            let row = names.enumerated().map { index, name -> UncertainValue in
                let set = inputs[name]?.set ?? .anything
                return UncertainValue(set, origins: set.isExact ? [] : [InputID(Int32(index))])
            }
            let known = trees.completions(of: inputs, atMost: 1)[0]
            let code = Self.evaluator.compile(expression, for: FEELNameList(names))
            for values in [row, names.map { known[$0] ?? UncertainValue(.null) }] {
                let scope = FEELDictionaryScope(Dictionary(uniqueKeysWithValues: zip(names, values)))
                let byName = Self.evaluator.evaluate(expression, in: scope)
                let byPlace = Self.evaluator.evaluate(code, in: FEELSlotArray(values))
                let truth = Self.evaluator.truth(of: code, in: FEELSlotArray(values))
                guard byName != byPlace || truth != Ternary(byName.result.set) else { continue }
                Issue.record("\(number): \(FEELPrinter.text(of: expression)): \(byPlace), not \(byName); \(truth)")
                return
            }
        }
    }

    @Test func `one piece of code runs on many rows`() throws {
        let code = Self.evaluator.compile(try tree("v > 60 and w in [10..20]"), for: FEELNameList(["v", "w"]))
        let cases: [(v: String, w: String, expected: Ternary)] = [
            ("61", "10", .true), ("60", "10", .false), ("61", "20.01", .false), ("61", "[15..30]", .either),
            ("[0..60]", "anything", .false), ("null", "15", .null), ("\"a\"", "9", .false),
        ]
        for (v, w, expected) in cases {
            let row = FEELSlotArray(try row([v, w]))
            #expect(Self.evaluator.truth(of: code, in: row) == expected, "v = \(v), w = \(w)")
            #expect(Self.evaluator.evaluate(code, in: row).result.set == expected.set, "v = \(v), w = \(w)")
        }
    }

    @Test(arguments: [
        // An entry of the item hides the place; an item without it does not.
        ("l[a > 1]", "[{a: 1}, {a: 2}]", "5", "[{a: 2}]"), ("l[a > 1]", "[{b: 1}, {a: 1}]", "5", "[{b: 1}]"),
        ("l[a > 1]", "[1, 2]", "5", "[1, 2]"), ("l[item > a]", "[1, 7]", "5", "[7]"),
        ("l[{a: 3}[a > 2].a = [3]]", "[{a: 0}]", "5", "[{a: 0}]"),
        ("[{c: 1}][count(l[a = 2]) = c]", "[{a: 2}]", "5", "[{c: 1}]"),
        ("l[a.b = 1]", "[{a: {b: 1}}, {a: {b: 2}}]", "{b: 1}", "[{a: {b: 1}}]"),
        ("l[a.b = 1]", "[{c: 2}]", "{b: 1}", "[{c: 2}]"),
        ("for a in l return l[item > a]", "[1, 2]", "0", "[[2], []]"),
    ])
    func `a name in a filter is an entry of the item before it is a place`(
        text: String, list: String, a: String, expected: String
    ) throws {
        #expect(try run(text, [("l", list), ("a", a)]).result.set.description == expected)
    }

    @Test(arguments: [
        ("(function(x) x + a)(1)", "6"), ("{f: function(n) if n = 0 then a else f(n - 1), y: f(3)}.y", "5"),
        ("for x in [1, 2] return (function(y) x * y + a)(10)", "[15, 25]"), ("{a: 2, f: function() a, y: f()}.y", "2"),
        ("(function(g) g(1))(function(x) (function(y) x + y + a)(1))", "7"),
        ("[1, 2][(function(x) x + a)(item) > 6]", "[2]"),
        ("sort([1, 3, 2], function(x, y) x * a > y * a)", "[3, 2, 1]"),
    ])
    func `a function takes along what stands around it`(text: String, expected: String) throws {
        #expect(try run(text, [("a", "5")]).result.set.description == expected)
    }

    @Test func `a member may have a place of its own`() throws {
        struct Places: FEELNameResolver {
            func slot(of name: String) -> Int32? { nil }
            func slot(of name: String, member: String) -> Int32? { name == "region" && member == "height" ? 7 : nil }
            func constant(_ name: String) -> FEELValue? { name == "limit" ? .number(40) : nil }
        }
        struct Environment: FEELEnvironment {
            func value(at slot: Int32) -> UncertainValue { UncertainValue(.number(FEELNumber(Int(slot) * 6))) }
        }
        func run(_ text: String) throws -> FEELOutcome {
            Self.evaluator.evaluate(Self.evaluator.compile(try tree(text), for: Places()), in: Environment())
        }
        #expect(try run("region.height > limit").result.set == .exactly(.boolean(true)))
        #expect(try run("[1][region.height > limit + 1]").result.set == .exactly(.list([.number(1)])))
        #expect(try run("(function() region.height)()").result.set == .exactly(.number(42)))
        #expect(try run("region.width").notes.map(\.kind) == [.unknownName, .unknownName])
    }

    @Test(arguments: [
        ("1 + 2 * 3", true), ("duration(\"P1M\") + date(\"2020-01-31\")", true), ("[1, 2, 3][a]", false),
        ("a + 1", false),
        ("1 / 0", false), ("now()", false), ("if true then 1 else 2", true), ("if true then 1 else a", false),
    ])
    func `what does not depend on the environment is worked out once`(text: String, expected: Bool) throws {
        #expect(Self.evaluator.compile(try tree(text), for: FEELNameList(["a"])).isConstant == expected)
    }

    @Test func `each run tells of the same fault`() throws {
        let code = Self.evaluator.compile(try tree("a + 1 / 0 + matches(\"a\", \"(\").b"), for: FEELNameList(["a"]))
        let first = Self.evaluator.evaluate(code, in: FEELSlotArray([UncertainValue(.number(1))]))
        #expect(first.notes.map(\.kind).contains(.divisionByZero))
        #expect(first.notes.map(\.kind).contains(.wrongArgument))
        #expect(Self.evaluator.evaluate(code, in: FEELSlotArray([UncertainValue(.number(1))])) == first)
    }

    @Test func `a pattern that is written out is read once and finds the same`() throws {
        let input = [(name: "l", value: "[\"aa\", \"b\", \"ab\"]")]
        #expect(try run("l[matches(item, \"^a+$\")]", input).result.set.description == "[\"aa\"]")
        #expect(
            try run("for x in l return replace(x, \"a\", \"c\")", input).result.set.description
                == "[\"cc\", \"b\", \"cb\"]")
        #expect(
            try run("for x in l return split(x, \"a\")", input).result.set.description
                == "[[\"\", \"\", \"\"], [\"b\"], [\"\", \"b\"]]")
    }

    @Test func `limits hold for code`() throws {
        let evaluator = FEELEvaluator(limits: FEELLimits(steps: 1000))
        let code = evaluator.compile(try tree("count(for i in 1..n return i * i)"), for: FEELNameList(["n"]))
        #expect(
            evaluator.evaluate(code, in: FEELSlotArray([UncertainValue(.number(2000))])).notes.map(\.kind) == [.limit])
        #expect(evaluator.evaluate(code, in: FEELSlotArray([UncertainValue(.number(200))])).notes.isEmpty)
        #expect(evaluator.truth(of: code, in: FEELSlotArray([UncertainValue(.number(2000))])) == .null)
    }

    @Test func `the results so far are there for each turn and no other`() throws {
        let fibonacci = "for i in 1..n return if i < 3 then 1 else partial[-1] + partial[-2]"
        #expect(try run(fibonacci, [("n", "7")]).result.set.description == "[1, 1, 2, 3, 5, 8, 13]")
        #expect(
            try run("for i in 1..n return partial", [("n", "3")]).result.set.description == "[[], [[]], [[], [[]]]]")
    }
}

/// What tells moments in named zones apart.
@Suite struct ZonedOrderTests {
    /// One zone, two hours ahead.
    private struct Rules: TimeZoneRules {
        func offset(ofZone zone: String, atLocal moment: FEELDateTime) -> Int? { isKnown(zone: zone) ? 7200 : nil }
        func isKnown(zone: String) -> Bool { zone == "Europe/Amsterdam" }
    }

    private static let moments = """
        [@"2020-06-01T12:00:00Z", @"2020-06-01T13:00:00@Europe/Amsterdam"]
        """

    @Test(arguments: [
        ("min(\(moments)) = @\"2020-06-01T11:00:00Z\"", "true"),
        ("max(\(moments)) = @\"2020-06-01T12:00:00Z\"", "true"),
        ("sort(\(moments), function(a, b) a < b)[1] = @\"2020-06-01T11:00:00Z\"", "true"),
    ])
    func `moments in a named zone have an order where its rules are known`(text: String, expected: String) throws {
        #expect(try feel(text, evaluator: FEELEvaluator(timeZones: Rules())) == expected)
        #expect(try outcome(of: text).notes.map(\.kind).contains(.notComparable))
    }
}
