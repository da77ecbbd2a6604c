import RuleEngine
import TestSupport
import Testing

/// Tables on inputs that are not known, judged by running every completion.
@Suite struct TableEvaluationTests {
    private static let half = NumberInterval(
        low: FEELNumber(1), high: FEELNumber(4), lowIncluded: true, highIncluded: false)

    @Test(arguments: DecisionTable.HitPolicy.allCases)
    func `a table gives exactly what the completions of its inputs give`(policy: DecisionTable.HitPolicy) throws {
        var generator = TableGenerator(seed: 31)
        for number in 0..<150 {
            let table = try generator.next(policy, hasUnknownCells: false)
            var inputs = ["x": generator.listedValues(), "y": generator.listedValues()]
            if number.isMultiple(of: 3) { inputs["y"] = .numbers(Self.half, orNull: number.isMultiple(of: 2)) }
            var results = try table.completions(inputs)
            if inputs["y"]?.possiblyNull == true, case .numbers? = inputs["y"] {
                inputs["y"] = .exactly(.null)
                results += try table.completions(inputs)
                inputs["y"] = .numbers(Self.half, orNull: true)
            }
            let outcome = table.outcome(inputs)
            #expect(outcome.result.set == ValueSet(oneOf: results), "\(number): \(inputs) \(table.text)")
            #expect(outcome.result.origins.isEmpty == outcome.result.set.isExact)
        }
    }

    @Test(arguments: DecisionTable.HitPolicy.allCases)
    func `texts that are looked up give what each cell says of them`(policy: DecisionTable.HitPolicy) throws {
        var generator = TableGenerator(seed: 12, hasTexts: true)
        for number in 0..<150 {
            let table = try generator.next(policy, hasUnknownCells: false)
            let inputs = ["x": generator.listedTexts(), "y": generator.listedValues()]
            let results = try table.completions(inputs)
            #expect(table.outcome(inputs).result.set == ValueSet(oneOf: results), "\(number): \(inputs) \(table.text)")
        }
    }

    @Test(arguments: DecisionTable.HitPolicy.allCases)
    func `cells and outputs that are not known leave out no result`(policy: DecisionTable.HitPolicy) throws {
        var generator = TableGenerator(seed: 77)
        var exact = 0
        for number in 0..<150 {
            let table = try generator.next(policy, hasUnknownCells: true)
            let inputs = [
                "x": generator.listedValues(), "y": generator.listedValues(), "z": generator.listedValues(),
            ]
            let result = table.outcome(inputs).result.set
            let results = try table.completions(inputs)
            for value in results {
                #expect(
                    result.contains(value), "\(number): \(inputs) \(table.text) gives \(value.text), not in \(result)")
            }
            if result == ValueSet(oneOf: results) { exact += 1 }
        }
        #expect(exact > 90, "only \(exact) results are exact")
    }

    @Test(arguments: DecisionTable.HitPolicy.allCases)
    func `a row hits when it hits in every completion, and misses when it hits in none`(
        policy: DecisionTable.HitPolicy
    ) throws {
        var generator = TableGenerator(seed: 5)
        for number in 0..<60 {
            let table = try generator.next(policy, hasUnknownCells: false)
            let inputs = ["x": generator.listedValues(), "y": generator.listedValues()]
            let rows = table.outcome(inputs).rows
            for (row, rule) in table.rules.enumerated() {
                let only = DecisionTable(
                    inputs: table.inputs.map { .init(expression: $0.expression) }, outputs: [.init(name: "hit")],
                    rules: [.init(tests: rule.tests, outputs: [try tree("1")])], policy: .count)
                let counts = Set(try only.completions(inputs).map(\.text))
                let expected: DecisionTable.RowOutcome = counts == ["1"] ? .hits : counts == ["0"] ? .misses : .mayHit
                #expect(rows[row] == expected, "\(number): row \(row) of \(table.text) on \(inputs)")
            }
        }
    }

    // MARK: Conflicts

    @Test(arguments: [
        ("U", "> 1 | 1; > 2 | 2", "3", "0 and 1"), ("U", "> 1 | 1; > 2 | 2", "2", nil),
        ("U", "> 1 | 1; > 2 | 2", "2 | 3", nil), ("U", "> 1 | 1; > 2 | 1", "3 | 4", "0 and 1"),
        ("A", "> 1 | 1; > 2 | 2", "3", "0 and 1"), ("A", "> 1 | 1; > 2 | 1", "3", nil),
        ("A", "> 1 | 1; > 2 | 2", "2 | 3", nil), ("A", "- | 1; > 1 | x; > 1 | 2", "3 | 4", "0 and 1"),
        ("A", "- | 3; > 1 | x", "3 | 4", nil), ("F", "> 1 | 1; > 2 | 2", "3", nil),
    ])
    func `two certain hits that may not be are a conflict, possible ones are not`(
        policy: String, rows: String, x: String, conflict: String?
    ) throws {
        let outcome = try table(policy, rows).outcome(["x": try valueSet(x)])
        #expect(outcome.conflict.map { "\($0.first) and \($0.second)" } == conflict)
    }

    // MARK: Shapes of results

    @Test(arguments: [
        ("C+", "> z | 1; > z | 2; - | 4", "[4..7]"), ("C#", "> z | 1; > z | 2; - | 4", "1 | 2 | 3"),
        ("C<", "> z | 1; > z | 2; - | 4", "[1..4]"), ("C>", "> z | 6; > z | 5; - | 4", "[4..6]"),
        ("C", "> z | 1; > z | 2; - | 4", "list(1?, 2?, 4)"), ("R", "> z | 1; > 0 | 2", "list(1?, 2)"),
        ("O", "> z | 2; > z | 3; - | 1", "list(3?, 1, 2?)"), ("O", "- | 2; - | 3; - | 1", "[3, 1, 2]"),
        ("F", "> z | 1; > z | 2; - | 3; - | 4", "1 | 2 | 3"), ("P", "> z | 2; - | 1; > z | 3", "1 | 3"),
        ("U", "> z | 1; - | 3", "null | 3"), ("C<", "> z | 1; > z | 2", "[1..2] | null"),
        ("C", "> z | 1", "list(1?)"),
    ])
    func `rows that may hit make intervals, and lists with possible members`(
        policy: String, rows: String, result: String
    ) throws {
        let inputs = ["x": try valueSet("3"), "z": try valueSet("2 | 3")]
        #expect(try table(policy, rows).outcome(inputs).result.set.description == result)
    }

    @Test(arguments: [("[0..4]", "1 | 2"), ("0 | 4", "1 | 2"), ("[1..4]", "1 | 2"), ("[3..4]", "2")])
    func `columns of the same input agree on its value`(x: String, result: String) throws {
        let table = DecisionTable(
            inputs: [.init(expression: try tree("x")), .init(expression: try tree("x"))], outputs: [.init(name: "o")],
            rules: [
                .init(tests: [try tests("> 1"), try tests("> 2")], outputs: [try tree("2")]),
                .init(tests: [try tests("<= 2"), try tests("-")], outputs: [try tree("1")]),
            ], policy: .unique)
        #expect(table.outcome(["x": try valueSet(x)]).result.set.description == result)
    }

    /// Rows of one input `x` and one output.
    private func table(_ policy: String, _ rows: String) throws -> DecisionTable {
        let rules = try rows.split(separator: ";").map { row in
            let cells = row.split(separator: "|").map { String($0.filter { $0 != " " }) }
            return DecisionTable.Rule(tests: [try tests(cells[0])], outputs: [try tree(cells[1])])
        }
        return DecisionTable(
            inputs: [.init(expression: try tree("x"))], outputs: [.init(name: "o", allowed: try tests("3, 1, 2"))],
            rules: rules, policy: try #require(DecisionTable.HitPolicy(letterOrName: policy)), noHits: .emptyList)
    }
}

extension DecisionTable {
    fileprivate var text: String { "\(policy.rawValue) \(FEELPrinter.text(of: expression))" }
}
