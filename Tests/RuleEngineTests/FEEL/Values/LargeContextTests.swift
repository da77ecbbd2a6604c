import RuleEngine
import Testing

/// Contexts and lists of tens of thousands of members: the same answers as small ones, with work that grows with their
/// size and not with its square.
struct LargeContextTests {
    private static let entries = "for i in 1..20000 return {key: \"k\" + string(i), value: i}"

    @Test(arguments: [
        ("count(get entries(context(\(entries))))", "20000"),
        ("get value(context(\(entries)), \"k19999\")", "19999"),
        ("get value(context(\(entries)), \"k0\")", "null"),
        ("context put(context(\(entries)), \"k5\", 0).k5", "0"),
        ("count(get entries(context put(context(\(entries)), \"new\", 0)))", "20001"),
        ("context merge([context(\(entries)), {k3: 0}]).k3", "0"),
        ("context(\(entries)) = context(reverse(\(entries)))", "true"),
        ("context(concatenate(\(entries), [{key: \"k7\", value: 1}]))", "null"),
        ("count(distinct values(for i in 1..20000 return {a: i}))", "20000"),
        ("count(distinct values(for i in 1..20000 return [modulo(i, 10)]))", "10"),
        ("count(union(for i in 1..20000 return {a: i, b: 1}, for i in 1..20000 return {b: 1, a: i}))", "20000"),
    ])
    func `H5: contexts and lists of twenty thousand members are read and compared`(
        text: String, expected: String
    ) throws {
        #expect(try feel(text) == expected)
    }

    @Test(arguments: [15, 16, 17, 18, 40])
    func `a context finds and changes its entries whatever their number`(count: Int) {
        var context = FEELContext()
        for number in 0..<count { context.set("k\(number)", to: .number(FEELNumber(number))) }
        for number in 0..<count { #expect(context["k\(number)"] == .number(FEELNumber(number))) }
        #expect(context["k\(count)"] == nil)
        for number in 0..<count { context.set("k\(number)", to: .number(FEELNumber(-number))) }
        #expect(context.keys == (0..<count).map { "k\($0)" })
        for number in 0..<count { #expect(context["k\(number)"] == .number(FEELNumber(-number))) }
    }

    @Test(arguments: [
        ("distinct values([{a: 1, b: 2}, {b: 2, a: 1}, {a: 1}])", "[{a: 1, b: 2}, {a: 1}]"),
        ("distinct values([[1, null], [1, null], [1]])", "[[1, null], [1]]"),
        ("distinct values([[1.0], [1], [\"1\"]])", "[[1.0], [\"1\"]]"),
        ("count(distinct values([[@\"10:00:00Z\"], [@\"11:00:00+01:00\"], [@\"10:00:01Z\"]]))", "2"),
        ("count(distinct values([{a: [1, {b: 2}]}, {a: [1, {b: 2}]}, {a: [1, {b: 3}]}]))", "2"),
        ("count(distinct values([[1..2], [1..2], [1..3]]))", "2"),
    ])
    func `values are the same as equality says, however they are compared`(text: String, expected: String) throws {
        #expect(try feel(text) == expected)
    }
}
