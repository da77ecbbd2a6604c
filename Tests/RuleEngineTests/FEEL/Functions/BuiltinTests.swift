import RuleEngine
import Testing

@Suite struct BuiltinTests {
    @Test(arguments: [
        ("number(\"1.5\")", "1.5"), ("number(\"1 000,5\", \" \", \",\")", "1000.5"), ("number(\"a\")", "null"),
        ("number(\"1,000\", \",\", \",\")", "null"), ("number(123, \".\", \".\")", "null"),
        ("number(from: \"1.000\", grouping separator: \".\", decimal separator: \",\")", "1000"),
        ("string(1.5)", "\"1.5\""), ("string(null)", "null"), ("string([1, \"a\"])", "\"[1, \\\"a\\\"]\""),
        ("string(@\"P1D\")", "\"P1D\""),
    ])
    func `conversions read and write values`(text: String, expected: String) throws {
        #expect(try feel(text) == expected)
    }

    @Test(arguments: [
        ("decimal(2.5, 0)", "2"), ("decimal(1.115, 2)", "1.12"), ("floor(-1.5)", "-2"), ("ceiling(1.2)", "2"),
        ("floor(1.56, 1)", "1.5"),
        ("round up(1.1, 0)", "2"), ("round down(-1.9, 0)", "-1"), ("round half up(2.5, 0)", "3"),
        ("round half down(2.5, 0)", "2"),
        ("abs(-3)", "3"), ("abs(@\"-P1D\")", "P1D"), ("modulo(-12, 5)", "3"), ("modulo(1, 0)", "null"),
        ("sqrt(16)", "4"), ("sqrt(-1)", "null"),
        ("exp(0)", "1"), ("log(1)", "0"), ("odd(5)", "true"), ("even(5)", "false"), ("odd(1.5)", "null"),
        ("floor(null)", "null"), ("floor([1.5])", "1"),
        ("decimal(1/3, 2.5)", "0.33"), ("floor(1.56, null)", "null"), ("floor(n: 1.56)", "1"),
        ("ceiling(n: 1.52, scale: 1)", "1.6"),
    ])
    func `numeric functions give the values of FEEL`(text: String, expected: String) throws {
        #expect(try feel(text) == expected)
    }

    @Test(arguments: [
        ("substring(\"foobar\", 3)", "\"obar\""), ("substring(\"foobar\", 3, 3)", "\"oba\""),
        ("substring(\"foobar\", -2, 1)", "\"a\""),
        ("substring(\"foobar\", 0)", "null"), ("string length(\"🐎ab\")", "3"), ("upper case(\"aBc\")", "\"ABC\""),
        ("substring before(\"foobar\", \"bar\")", "\"foo\""), ("substring before(\"foobar\", \"x\")", "\"\""),
        ("substring after(\"foobar\", \"ob\")", "\"ar\""), ("contains(\"foobar\", \"of\")", "false"),
        ("starts with(\"foobar\", \"fo\")", "true"),
        ("ends with(\"foobar\", \"ar\")", "true"), ("string join([\"a\", null, \"c\"], \"_\")", "\"a_c\""),
        ("string join([\"a\", 1])", "null"), ("string join([\"a\"], \"-\", \"x\")", "null"),
        ("contains(match: \"o\", string: \"foo\")", "true"),
    ])
    func `string functions give the values of FEEL`(text: String, expected: String) throws {
        #expect(try feel(text) == expected)
    }

    @Test(arguments: [
        ("count([1, 2])", "2"), ("count(1)", "1"), ("count(null)", "null"), ("count([])", "0"), ("min([3, 1])", "1"),
        ("max(1, 5, 3)", "5"), ("max(\"a\", \"b\")", "\"b\""),
        ("min([])", "null"), ("min([1, \"a\"])", "null"), ("sum([1, 2])", "3"), ("sum(1, 2)", "3"), ("sum([])", "null"),
        ("sum([1, null])", "null"),
        ("sum([@\"P1D\", @\"P2D\"])", "null"), ("mean([1, 2])", "1.5"), ("mean([])", "null"), ("product([2, 3])", "6"),
        ("median([3, 1, 2])", "2"),
        ("median([1, 2, 3, 4])", "2.5"), ("stddev([2, 4, 7, 5])", "2.081665999466132735282297706979931"),
        ("mode([1, 2, 2])", "[2]"), ("mode([])", "[]"),
        ("all([true, false])", "false"), ("all([])", "true"), ("any([false, true])", "true"),
        ("any([null, false])", "null"), ("all(true, null)", "null"),
    ])
    func `aggregates give the values of FEEL`(text: String, expected: String) throws {
        #expect(try feel(text) == expected)
    }

    @Test(arguments: [
        ("list contains([1, null], null)", "true"), ("list contains([1], \"1\")", "false"),
        ("index of([1, 2, 1], 1)", "[1, 3]"),
        ("append([1], 2, 3)", "[1, 2, 3]"), ("concatenate([1], [2, 3])", "[1, 2, 3]"),
        ("union([1, 2], [2, 3])", "[1, 2, 3]"),
        ("distinct values([1, 2, 1])", "[1, 2]"), ("flatten([1, [2, [3]]])", "[1, 2, 3]"),
        ("reverse([1, 2])", "[2, 1]"),
        ("sublist([1, 2, 3], 2)", "[2, 3]"), ("sublist([1, 2, 3], -2, 1)", "[2]"), ("sublist([1], 2)", "null"),
        ("insert before([1, 3], 2, 2)", "[1, 2, 3]"),
        ("remove([1, 2, 3], 2)", "[1, 3]"), ("list replace([1, 2], 2, 9)", "[1, 9]"),
        ("list replace([1, 2, 3], -1.5, 9)", "[1, 2, 9]"),
        ("list replace([1, 5], function(item, new) item < new, 4)", "[4, 5]"),
        ("sort([3, 1, 2])", "null"), ("sort([1, 3, 2], function(x, y) x > y)", "[3, 2, 1]"),
        ("sort([1, \"a\"], function(x, y) x < y)", "null"),
        ("sort(list: [2, 1], precedes: function(x, y) x < y)", "[1, 2]"),
    ])
    func `list functions give the values of FEEL`(text: String, expected: String) throws {
        #expect(try feel(text) == expected)
    }

    @Test(arguments: [
        ("get value({a: 1}, \"a\")", "1"), ("get value({a: 1}, \"b\")", "null"),
        ("get entries({a: 1})", "[{key: \"a\", value: 1}]"),
        ("context([{key: \"a\", value: 1}])", "{a: 1}"),
        ("context([{key: \"a\", value: 1}, {key: \"a\", value: 2}])", "null"),
        ("context put({a: 1}, \"b\", 2)", "{a: 1, b: 2}"),
        ("context put({a: {b: 1}}, [\"a\", \"b\"], 2)", "{a: {b: 2}}"),
        ("context put(context: {a: {b: 1}}, keys: [\"a\", \"b\"], value: 2)", "{a: {b: 2}}"),
        ("context put(context: {}, key: [\"a\", \"b\"], value: 2)", "null"),
        ("context merge([{a: 1}, {a: 2, b: 3}])", "{a: 2, b: 3}"), ("is(1, 1.0)", "true"), ("is(1, \"1\")", "false"),
    ])
    func `context functions give the values of FEEL`(text: String, expected: String) throws {
        #expect(try feel(text) == expected)
    }

    @Test(arguments: [
        ("date(\"2020-03-31\")", "2020-03-31"), ("date(2020, 2, 29)", "2020-02-29"), ("date(2021, 2, 29)", "null"),
        ("time(10, 20, 30)", "10:20:30"),
        ("time(10, 20, 30, @\"PT1H\")", "10:20:30+01:00"), ("date and time(\"2020-03-31T10:00:00\").hour", "10"),
        ("date and time(date(\"2020-03-31\"), time(\"10:00:00\"))", "2020-03-31T10:00:00"),
        ("duration(\"P1Y2M\")", "P1Y2M"),
        ("years and months duration(@\"2011-12-22\", @\"2013-08-24\")", "P1Y8M"),
        ("day of year(@\"2019-09-17\")", "260"),
        ("day of week(@\"2019-09-17\")", "\"Tuesday\""), ("month of year(@\"2019-09-17\")", "\"September\""),
        ("week of year(@\"2005-01-01\")", "53"),
        ("now()", "null"),
    ])
    func `temporal functions give the values of FEEL`(text: String, expected: String) throws {
        #expect(try feel(text) == expected)
    }

    @Test func `today is the day of the session`() throws {
        let evaluator = FEELEvaluator(now: FEELDateTime("2026-05-01T10:00:00Z"))
        #expect(try feel("today()", evaluator: evaluator) == "2026-05-01")
    }

    @Test(arguments: [
        ("before(1, 10)", "true"), ("before([1..5), 5)", "true"), ("before([1..5], 5)", "false"),
        ("after(5, [1..5))", "true"),
        ("meets([1..5], [5..10])", "true"), ("meets([1..5), [5..10])", "false"), ("met by([5..10], [1..5])", "true"),
        ("overlaps([1..5], [5..8])", "true"),
        ("overlaps([1..5), [5..8])", "false"), ("overlaps before([1..5], [3..8])", "true"),
        ("overlaps after([3..8], [1..5])", "true"),
        ("finishes(10, [1..10])", "true"), ("finishes([5..10], [1..10])", "true"), ("finished by([1..10], 10)", "true"),
        ("includes([1..10], 5)", "true"),
        ("during([4..6], [1..10])", "true"), ("starts(1, [1..10])", "true"), ("started by([1..10], [1..5])", "true"),
        ("coincides([1..5], [1..5])", "true"),
        ("coincides([1..5], [1..5))", "false"), ("before(1, \"a\")", "null"), ("before(point1: 1, point2: 2)", "true"),
    ])
    func `relations of ranges give the values of FEEL`(text: String, expected: String) throws {
        #expect(try feel(text) == expected)
    }

    @Test func `a fault names the argument`() throws {
        let note = try #require(try outcome(of: "odd(\"a\")").notes.first)
        #expect(note.message.en == "`odd` expects a number for `number`, not the text \"a\".")
        #expect(note.message.nl == "`odd` verwacht bij `number` een getal, niet de tekst \"a\".")
    }

    @Test func `every builtin of several words is known to the parser`() throws {
        for name in Builtin.standardNames {
            let parsed = FEELParser.parse("\(name)(x)").expression
            #expect(parsed.map { if case .call = $0.kind { true } else { false } } == true, "\(name)")
        }
    }
}
