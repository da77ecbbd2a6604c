import RuleEngine
import Testing

/// What is known of results when inputs are not known: `x`, `y` and `l` are inputs.
@Suite struct FEELUnknownsTests {
    @Test(arguments: [
        ("x = 3", "1 | 2", "false"), ("x = 2", "1 | 2", "false | true"), ("x = 2", "[3..5]", "false"),
        ("x = 4", "[3..5]", "false | true"), ("x = 5", "[3..5)", "false"), ("x != 2", "[3..5]", "true"),
        ("x = 2", "anything", "null | false | true"), ("x = null", "anything", "false | true"),
        ("x = null", "[3..5]", "false"),
        ("x = null", "[3..5] | null", "false | true"), ("x = \"a\"", "[3..5]", "null"),
        ("x < 3", "[3..5]", "false"), ("x < 3", "[1..3)", "true"), ("x < 3", "[1..3]", "false | true"),
        ("x <= 3", "[1..3]", "true"), ("x > 60 or x <= 60", "[0..100]", "false | true"), ("x > 5", "(5..)", "true"),
        ("x >= 5", "(5..)", "true"), ("x < 3", "[1..2] | null", "null | true"),
        ("x < 3", "anything", "null | false | true"),
        ("x < \"a\"", "[1..2]", "null"),
    ])
    func `comparisons are definite when they can be`(text: String, x: String, expected: String) throws {
        #expect(try feel(text, ["x": x]) == expected)
    }

    @Test(arguments: [
        ("not(x)", "true | false", "false | true"), ("not(x)", "anything", "null | false | true"),
        ("x and false", "anything", "false"), ("x or true", "anything", "true"),
        ("x and true", "anything", "null | false | true"), ("x and true", "true | false", "false | true"),
        ("false and x", "anything", "false"), ("x or null", "true | false", "null | true"),
        ("if x then 1 else 2", "true | false", "1 | 2"), ("if x then 1 else 1", "true | false", "1"),
        ("if x then 1 else 1", "anything", "1"), ("if x then 1 else 2", "3 | true", "1 | 2"),
        ("if x then 1 else 2", "null | false", "2"), ("if x then [1] else 2", "true | false", "2 | [1]"),
    ])
    func `conditions carry all their results`(text: String, x: String, expected: String) throws {
        #expect(try feel(text, ["x": x]) == expected)
    }

    @Test(arguments: [
        ("x + 1", "1 | 2", "2 | 3"), ("x + 1", "[1..2]", "[2..3]"), ("x + 1", "(1..2)", "[2..3]"),
        ("1 - x", "[1..3]", "[-2..0]"),
        ("x * -2", "[1..3]", "[-6..-2]"), ("x * x", "[-1..2]", "[-2..4]"), ("6 / x", "[2..3]", "[2..3]"),
        ("6 / x", "[0..3]", "[2..) | null"), ("6 / x", "[-1..3]", "(..) | null"), ("6 / x", "0 | 2", "null | 3"),
        ("-x", "[1..3)", "(-3..-1]"), ("x + 1", "anything", "(..) | null"), ("x + \"a\"", "anything", "anything"),
        ("x * 2", "anything", "anything"), ("x + 1", "[1..2] | null", "[2..3] | null"), ("x + null", "[1..2]", "null"),
        ("abs(x)", "[-3..2]", "[0..3]"), ("abs(x)", "(-3..-2]", "[2..3)"), ("floor(x)", "[1.2..2.8]", "[1..2]"),
        ("ceiling(x)", "[1.2..2.8]", "[2..3]"), ("round half up(x, 0)", "[1.2..2.8]", "[1..3]"),
    ])
    func `arithmetic gives intervals`(text: String, x: String, expected: String) throws {
        #expect(try feel(text, ["x": x]) == expected)
    }

    @Test(arguments: [
        ("x in (1, 2, 3)", "1 | 2", "true"), ("x in (1, 5)", "1 | 2", "false | true"),
        ("x in [1..3]", "[1..2]", "true"),
        ("x in [1..3]", "[2..4]", "false | true"), ("x in (> 5)", "[1..4]", "false"), ("4 in [1..x]", "[5..6]", "true"),
        ("4 in [1..x]", "[2..3]", "false"), ("x between 1 and 3", "[1..2]", "true"),
        ("x between 1 and 3", "[4..5]", "false"),
        ("2 between 1 and x", "[2..5]", "true"), ("x in [1, 5]", "[2..3]", "false"),
        ("x in (1)", "anything", "null | false | true"),
        ("1 in x", "list(1, 2?)", "true"), ("2 in x", "list(1, 2?)", "false | true"),
        ("3 in x", "list(1, 2?)", "false"),
        ("3 in x", "list(1, …)", "false | true"),
    ])
    func `membership is definite when it can be`(text: String, x: String, expected: String) throws {
        #expect(try feel(text, ["x": x]) == expected)
    }

    @Test(arguments: [
        ("[1, 5][item > x]", "2 | 6", "list(5?)"), ("[1, 5, 9][item > x]", "[2..6]", "list(5?, 9)"),
        ("[1, 5][x]", "1 | 2", "1 | 5"), ("[1, 5][x]", "[1..2]", "null | 1 | 5"),
        ("x[item > 2]", "list(1, 5?, 9)", "list(5?, 9)"),
        ("x[item > 2]", "list(1, 9, …)", "list(9, …)"), ("x[1]", "list(1, 5?)", "null | 1 | 5"),
        ("x[2]", "list([0..4], 5)", "5"),
        ("x[1]", "list([0..4], 5)", "[0..4]"), ("x[item > 2]", "anything", "anything"),
        ("x.a", "list({a: 1}, {a: 2}?)", "list(1, 2?)"),
        ("x[item > 2]", "list([0..4], 5)", "list([0..4]?, 5)"), ("{a: x}.a", "1 | 2", "1 | 2"),
        ("{a: x, b: 3}.b", "1 | 2", "3"),
        ("for i in x return i + 1", "list(1, 5?)", "list(2, 6?)"), ("[x, 1][2]", "anything", "1"),
        ("x[item > 2]", "list(9, 5, 1?)", "unordered list(9, 5)"), ("count(x[item > 2])", "list(9, 5, 1?)", "2"),
        ("for i in x return 1", "anything", "anything"), ("for i in 1..x return i", "1 | 2", "list(1, 2?)"),
    ])
    func `filters, paths and loops keep what is certain`(text: String, x: String, expected: String) throws {
        #expect(try feel(text, ["x": x]) == expected)
    }

    @Test(arguments: [
        ("some i in x satisfies i > 2", "list(1, 5)", "true"),
        ("some i in x satisfies i > 2", "list(1, 5?)", "false | true"),
        ("some i in x satisfies i > 2", "list(1, 2?)", "false"), ("some i in x satisfies i > 2", "list(5, …)", "true"),
        ("every i in x satisfies i > 2", "list(5, 1?)", "false | true"),
        ("every i in x satisfies i > 2", "list(1, …)", "false"),
        ("every i in x satisfies i > 2", "list(5, 6?)", "true"),
        ("some i in x satisfies i > 2", "anything", "null | false | true"),
    ])
    func `quantifiers use what is certain`(text: String, x: String, expected: String) throws {
        #expect(try feel(text, ["x": x]) == expected)
    }

    @Test(arguments: [
        ("count(x)", "list(1, 2?, 3?)", "1 | 2 | 3"), ("count(x)", "list(1, …)", "[1..)"),
        ("count(x) >= 2", "list(1, 2, …)", "true"),
        ("count(x)", "distinct(1, 1?, 2)", "2"), ("count(x)", "distinct(1 | 2, 2 | 3)", "1 | 2"),
        ("count(x)", "distinct(1 | 2, 3)", "2"),
        ("count(distinct values(x))", "list(1, 1?, 2?)", "1 | 2"), ("count(x)", "[1..5]", "1"),
        ("count(x)", "anything", "(..) | null"),
        ("sum(x)", "list(1, 2?, 3?)", "[1..6]"), ("sum(x)", "list(1?)", "[0..1] | null"),
        ("sum(x)", "list([1..2], [3..4])", "[4..6]"),
        ("sum([x, 1])", "[1..2]", "[2..3]"), ("min(x)", "list(4, 2?)", "[2..4]"),
        ("max(x)", "list([1..9], 5)", "[5..9]"),
        ("max(x)", "list(4?)", "null | 4"), ("mean(x)", "list(1, 3?)", "[1..3]"),
        ("mean(x)", "list([1..2], 3)", "[2..2.5]"),
        ("list contains(x, 1)", "list(1, 2?)", "true"), ("list contains(x, 2)", "list(1, 2?)", "false | true"),
        ("list contains(x, 3)", "list([1..2], 4?)", "false"), ("all(x)", "list(true, false?)", "false | true"),
        ("any(x)", "list(true, false?)", "true"), ("all(x)", "list(false, …)", "false"),
        ("max(x, 5)", "[1..9]", "[5..9]"),
        ("append(x, 9)", "list(1, 2?)", "list(1, 2?, 9)"), ("concatenate(x, [3])", "list(1?, …)", "list(1?, 3, …)"),
        ("contains(x, \"a\")", "anything", "null | false | true"),
        ("contains(x, \"a\")", "\"ba\" | \"bb\"", "false | true"),
    ])
    func `aggregates give bounds`(text: String, x: String, expected: String) throws {
        #expect(try feel(text, ["x": x]) == expected)
    }

    @Test func `a result names the inputs it waits for, and an exact one none`() throws {
        let inputs = ["x": "true | false", "y": "[1..2]", "z": "anything"]
        #expect(try outcome(of: "x and y > 1", inputs).result.origins == [InputID(0), InputID(1)])
        #expect(try outcome(of: "x and y > 5", inputs).result.origins.isEmpty)
        #expect(try outcome(of: "if x then y else 3", inputs).result.origins == [InputID(0), InputID(1)])
        #expect(try outcome(of: "[1, y][item > 5]", inputs).result.origins.isEmpty)
    }

    @Test func `a function that a builtin calls may not know`() throws {
        #expect(
            try feel("sort([2, 1], function(a, b) if x then a < b else b < a)", ["x": "true | false"]) == "anything")
        #expect(try feel("sort([2, 1], function(a, b) a < b)", ["x": "true | false"]) == "[1, 2]")
    }

    @Test func `a fault in one branch of an unknown condition leaves no note`() throws {
        #expect(try outcome(of: "if x then 1 / 0 else 2", ["x": "true | false"]).notes.isEmpty)
        #expect(try outcome(of: "if x then 1 / 0 else 2", ["x": "true"]).notes.count == 1)
    }
}
