import RuleEngine
import Testing

@Suite struct ValueSetTests {
    @Test func `a set of values has no doubles and a fixed order`() {
        let values: [FEELValue] = [.number(2), .string("a"), .number(1), .number(2), .null]
        #expect(ValueSet(oneOf: values).description == "null | 1 | 2 | \"a\"")
        #expect(ValueSet(oneOf: values.reversed()).description == "null | 1 | 2 | \"a\"")
        #expect(ValueSet(oneOf: [.number(1), .number(1)]).isExact)
    }

    @Test func `many numbers widen to their interval, mixed values to anything`() {
        let numbers = (1...65).map { FEELValue.number(FEELNumber($0)) }
        #expect(ValueSet(oneOf: numbers).description == "[1..65]")
        #expect(ValueSet(oneOf: numbers + [.null]).description == "[1..65] | null")
        #expect(ValueSet(oneOf: numbers + [.string("a")]) == .anything)
        #expect(ValueSet(oneOf: numbers.dropLast()).finiteValues?.count == 64)
    }

    @Test(arguments: [
        ("1", "2", "1 | 2"), ("1", "[3..5]", "[1..5]"), ("[1..2)", "[2..3]", "[1..3]"),
        ("null", "[1..2]", "[1..2] | null"), ("\"a\"", "[1..2]", "anything"),
        ("list(1, 2?)", "[1]", "list(1, 2?)"), ("list(1, [2..3])", "[4, 5]", "list(1 | 4, [2..5])"),
        ("list(1, 2?)", "list(2, 1?)", "list(1?, 2?)"), ("list(1, 2, 3?)", "list(2, 1, 3?)", "list(1, 2, 3?)"),
        ("list(1, …)", "[2]", "list(1?, 2?, …)"), ("list(1, 2?)", "null", "anything"),
    ])
    func `a union holds both sets`(left: String, right: String, expected: String) throws {
        let (one, two) = (try valueSet(left), try valueSet(right))
        #expect(one.union(two).description == expected)
        #expect(one.isSubset(of: one.union(two)))
        #expect(two.isSubset(of: one.union(two)))
    }

    @Test(arguments: [
        ("list(1, 2?)", "[1]", true), ("list(1, 2?)", "[2, 1]", true), ("list(1, 2?)", "[2]", false),
        ("list(1, 2?)", "[1, 3]", false), ("list(1, …)", "[3, 1]", true),
        ("list(1, [2..3])", "[1, 2.5]", true), ("list(1, [2..3])", "[2.5, 1]", false),
        ("list([1..3], [2..5]?)", "[4, 2]", true), ("distinct(1 | 2, 2)", "[2]", true),
        ("distinct(1 | 2, 2)", "[1, 2]", true), ("distinct(1 | 2, 2)", "[1]", false),
        ("list(1, 1?)", "[1, 1, 1]", false),
    ])
    func `a list is possible when its members can be matched`(list: String, value: String, expected: Bool) throws {
        let exact = try #require(try valueSet(value).exactValue)
        #expect(try valueSet(list).contains(exact) == expected)
    }

    @Test func `only true is certainly true`() {
        #expect(ValueSet.exactly(.boolean(true)).certainlyTrue)
        #expect(!ValueSet(oneOf: [.null, .boolean(true)]).certainlyTrue)
        #expect(ValueSet(oneOf: [.null, .boolean(true)]).possiblyTrue)
        #expect(!ValueSet.exactly(.number(1)).possiblyTrue)
        #expect(ValueSet.anything.possiblyFalse && ValueSet.anything.possiblyNull)
    }

    @Test(arguments: [
        ("[1..5]", "[3..9]", "[3..5]"), ("1 | 4 | \"a\"", "[3..9]", "4"), ("anything", "[3..9]", "[3..9]"),
    ])
    func `a set is narrowed to an interval`(set: String, to interval: String, expected: String) throws {
        guard case .numbers(let bounds, _) = try valueSet(interval) else { return }
        #expect(try valueSet(set).restricted(to: bounds)?.description == expected)
    }

    @Test func `nothing is left outside the interval`() throws {
        #expect(try valueSet("[1..5)").restricted(to: NumberInterval(low: 5, high: 9)) == nil)
    }
}
