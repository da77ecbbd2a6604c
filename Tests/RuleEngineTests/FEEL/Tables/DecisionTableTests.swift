import RuleEngine
import Testing

@Suite struct DecisionTableTests {
    /// Two rules hit at 5 and 6, one below 5 and above 6 up to 9, none from 10 on.
    private static let rows = [("< 7", "\"low\""), ("[5..10)", "\"high\"")]
    /// Rules that overlap and agree.
    private static let agreeing = [("< 7", "\"low\""), ("[5..10)", "\"low\"")]
    private static let numbers = [("< 7", "1"), ("[5..10)", "20")]

    @Test(arguments: [
        (DecisionTable.HitPolicy.unique, rows, "3", "\"low\""), (.unique, rows, "5", "null"),
        (.unique, rows, "10", "null"),
        (.any, rows, "5", "null"), (.any, agreeing, "5", "\"low\""),
        (.first, rows, "5", "\"low\""), (.first, rows, "9", "\"high\""), (.first, rows, "10", "null"),
        (.priority, rows, "5", "\"high\""), (.priority, rows, "3", "\"low\""),
        (.outputOrder, rows, "5", "[\"high\", \"low\"]"), (.ruleOrder, rows, "5", "[\"low\", \"high\"]"),
        (.collect, rows, "9", "[\"high\"]"), (.collect, rows, "10", "null"),
        (.sum, numbers, "5", "21"), (.count, numbers, "5", "2"), (.count, numbers, "10", "0"),
        (.minimum, numbers, "5", "1"), (.maximum, numbers, "5", "20"), (.maximum, numbers, "10", "null"),
        (.unique, rows, "null", "null"),
    ])
    func `each hit policy makes its own of the rules that hit`(
        policy: DecisionTable.HitPolicy, rows: [(String, String)], x: String, expected: String
    ) throws {
        let table = try table(rows, policy)
        #expect(try result(of: table, x: valueSet(x)).description == expected)
    }

    @Test(arguments: DecisionTable.HitPolicy.allCases, ["4 | 5", "4 | 6 | 9", "5 | 10", "4 | null", "1 | 2 | 3"])
    func `an unknown cell gives what every completion gives`(policy: DecisionTable.HitPolicy, x: String) throws {
        for rows in [Self.rows, Self.agreeing, Self.numbers] {
            let table = try table(rows, policy)
            let set = try valueSet(x)
            let lifted = try result(of: table, x: set)
            for value in try #require(set.finiteValues) {
                let plain = try #require(try result(of: table, x: .exactly(value)).exactValue)
                #expect(lifted.contains(plain), "\(policy.rawValue) of \(value.text)")
            }
        }
    }

    @Test func `a default stands in where no rule hits`() throws {
        let table = try table(Self.rows, .unique, whenNone: "\"none\"")
        #expect(try result(of: table, x: valueSet("10")).description == "\"none\"")
        #expect(try result(of: table, x: valueSet("3")).description == "\"low\"")
    }

    @Test func `an input that is not allowed gives null`() throws {
        let table = try table(Self.rows, .unique, allowed: "[0..100]")
        #expect(try result(of: table, x: valueSet("-1")).description == "null")
        #expect(try result(of: table, x: valueSet("0")).description == "\"low\"")
    }

    private func table(
        _ rows: [(String, String)], _ policy: DecisionTable.HitPolicy, allowed: String? = nil, whenNone: String? = nil
    ) throws -> DecisionTable {
        DecisionTable(
            inputs: [.init(expression: try tree("x"), allowed: try allowed.map(tests))],
            outputs: [
                .init(
                    name: "level", allowed: try tests("\"high\", \"low\", 20, 1"), whenNone: try whenNone.map(tree))
            ],
            rules: try rows.map { .init(tests: [try tests($0.0)], outputs: [try tree($0.1)]) },
            policy: policy)
    }

    private func result(of table: DecisionTable, x: ValueSet) throws -> ValueSet {
        let scope = FEELDictionaryScope(["x": UncertainValue(x, origins: x.isExact ? [] : [InputID(0)])])
        return FEELEvaluator().evaluate(table, in: scope).result.set
    }
}
