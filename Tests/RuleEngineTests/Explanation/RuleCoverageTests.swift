import RuleEngine
import Testing

/// What sessions try of rules, rows and parameters.
@Suite struct RuleCoverageTests {
    private static let parameters = """
          limit: { title: { nl: grens, en: limit }, values: { 2020-01-01: 2 }, judgement: { nl: gekozen, en: chosen } }
        """

    private func coverage(_ rules: String, _ sessions: [String], parameters: String = "") throws -> RuleCoverage {
        let orchard = Orchard(rules, parameters: parameters)
        var coverage = RuleCoverage(orchard.ruleBase)
        for inputs in sessions { coverage.add(try orchard.session(inputs)) }
        return coverage
    }

    /// "fires nearly" of the only rule in one session.
    private func verdict(_ rules: String, _ inputs: String) throws -> String {
        let entry = try #require(try coverage(rules, [inputs]).rules.last)
        return [entry.fires.map { _ in "fires" }, entry.nearlyFires.map { _ in "nearly" }].compactMap(\.self)
            .joined(separator: " ")
    }

    // MARK: Rules

    @Test(arguments: [
        ("x = 3, y = 3", "fires"), ("x = 3, y = 1", "nearly"), ("x = 1, y = 3", "nearly"), ("x = 1, y = 1", ""),
        ("x = 3", ""), ("x = 1", ""), ("x = 1 | 3, y = 3", ""),
    ])
    func `a rule nearly fires when one condition fails and all others hold`(inputs: String, expected: String) throws {
        #expect(try verdict("a: x > 2 ;; y > 2 => fruit: { kind: apple }", inputs) == expected)
    }

    @Test(arguments: [
        ("basket:apple size 3, basket complete, ripe = true", "fires"),
        ("basket:apple size 1, basket complete, ripe = true", "nearly"),
        ("basket complete, ripe = true", "nearly"),
        ("basket complete, ripe = false", ""),
        ("basket:apple size 1, basket complete, ripe = false", ""),
        ("basket:apple? size 3, basket complete, ripe = true", ""),
        ("ripe = true", ""),
        ("basket:apple size 3, basket complete, ripe = false", "nearly"),
    ])
    func `a pattern fails when no fact can meet it, or when one that is there is not as asked`(
        inputs: String, expected: String
    ) throws {
        let rule = "a: { basket: b, kind: apple, where: b.size > 2 } ;; ripe => fruit: { kind: apple }"
        #expect(try verdict(rule, inputs) == expected)
    }

    @Test(arguments: [
        ("basket:apple, basket:pear, basket complete, link:apple/plum, link complete, ripe = true", "fires"),
        ("basket:apple, basket:pear, basket complete, link:plum/apple, link complete, ripe = true", "nearly"),
        ("basket:apple, basket:pear, basket complete, link:pear/plum, link complete, ripe = false", "nearly"),
        ("basket:apple, basket:pear, basket complete, link complete, ripe = false", ""),
    ])
    func `ways through several patterns are tried`(inputs: String, expected: String) throws {
        let rule = "a: { basket: b } ;; { link: l, start: = b.kind } ;; ripe => fruit: { kind: apple }"
        #expect(try verdict(rule, inputs) == expected)
    }

    @Test func `a condition on a fact that is missing counts as one more that fails`() throws {
        let rule = "a: { basket: b, kind: apple } ;; b.size > 2 => fruit: { kind: apple }"
        #expect(try verdict(rule, "basket complete") == "")
        #expect(try verdict(rule, "basket:apple size 1, basket complete") == "nearly")
    }

    @Test func `the first session that shows something is kept`() throws {
        let entry = try #require(
            try coverage("a: x > 2 => fruit: { kind: apple }", ["", "x = 1", "x = 3", "x = 2", "x = 4"]).rules.first)
        #expect(entry.fires == 2)
        #expect(entry.nearlyFires == 1)
        #expect(entry.isComplete)
    }

    @Test func `a rule that cannot fail need not nearly fire`() throws {
        let coverage = try coverage(
            "a: { count: { basket: b, as: n } } => fruit: { kind: pear }\nb: x > 2 => fruit: { kind: apple }", ["x = 3"]
        )
        #expect(coverage.rules.map(\.canFail) == [false, true])
        #expect(coverage.rules.map(\.isComplete) == [true, false])
    }

    @Test func `a rule that does not hold on the day is not tried`() throws {
        #expect(try verdict("a (2030-01-01): x > 2 => fruit: { kind: apple }", "x = 1") == "")
    }

    // MARK: Rows

    private static let table = """
        a: ripe ;; { table: { policy: F, inputs: [x, y], outputs: [o], rows: "> 2 | > 2 | 3\\n> 2 | - | 2", as: t } } \
        => fruit: { kind: apple, weight: t }
        """

    @Test(arguments: [
        ("ripe = true, x = 3, y = 3", "1 hits"), ("ripe = true, x = 3, y = 1", "1 nearly, 2 hits"),
        ("ripe = true, x = 1, y = 3", "1 nearly, 2 nearly"), ("ripe = true, x = 1, y = 1", "2 nearly"),
        ("ripe = false, x = 3, y = 1", ""), ("ripe = true, x = 3", ""), ("ripe = true, x = 1 | 3, y = 1", ""),
    ])
    func `a row hits in a rule that fires, and nearly hits when one cell stops it`(
        inputs: String, expected: String
    ) throws {
        let rows = try #require(try coverage(Self.table, [inputs]).rules.first).rows
        let told = rows.flatMap { row in
            [row.hits.map { _ in "\(row.number) hits" }, row.nearlyHits.map { _ in "\(row.number) nearly" }]
        }
        #expect(told.compactMap(\.self).joined(separator: ", ") == expected)
    }

    @Test func `a row without tests cannot miss`() throws {
        let rule = """
            a: { table: { policy: F, inputs: [x], outputs: [o], rows: "> 2 | 3\\n- | 2", as: t } } => fruit: { kind: apple, weight: t }
            """
        let entry = try #require(try coverage(rule, ["x = 3", "x = 1"]).rules.first)
        #expect(!entry.canFail)
        #expect(entry.rows.map(\.canMiss) == [true, false])
        #expect(entry.isComplete)
    }

    // MARK: Parameters

    @Test(arguments: [
        ("a: x > limit => fruit: { kind: apple }", ["x = 3"], "met"),
        ("a: x > limit => fruit: { kind: apple }", ["x = 2"], "unmet"),
        ("a: x > limit => fruit: { kind: apple }", ["x = 2", "x = 3"], "met unmet"),
        ("a: x > limit => fruit: { kind: apple }", ["", "x = 1 | 3"], ""),
        ("a: ripe or x > limit => fruit: { kind: apple }", ["x = 2", "x = 3"], "met unmet"),
        (
            "a: y > 3 => fruit: { kind: apple, weight: if x > limit then 2 else 1 }", ["y = 4, x = 3", "y = 4, x = 2"],
            "met unmet"
        ),
        (
            "a: y > 3 => fruit: { kind: apple, weight: if x > limit then 2 else 1 }", ["y = 4, x = 3", "y = 0, x = 2"],
            "met"
        ),
        (
            "a: { basket: b, where: b.size > limit } => fruit: { kind: apple }",
            ["basket:apple size 3, basket:pear size 1"], "met unmet"
        ),
        ("a: { basket: b, where: b.size > limit } => fruit: { kind: apple }", ["basket:apple? size 3"], ""),
        (
            "a: { absent: { basket: b, where: b.size > limit } } => fruit: { kind: apple }",
            ["basket:apple size 3", "basket:pear size 1"], "met unmet"
        ),
        (
            "a: { count: { basket: b, as: n } } ;; n > limit => fruit: { kind: apple }",
            ["basket complete", "basket:apple, basket:pear, basket:plum"], "met unmet"
        ),
        ("a: x in [limit..4] => fruit: { kind: apple }", ["x = 1", "x = 3"], "met unmet"),
        ("a: x > limit => fruit: { kind: apple }\nb: y > limit => fruit: { kind: pear }", ["x = 3", "y = 1"], "met"),
    ])
    func `a parameter is tried when one comparison with it was true and false`(
        rules: String, sessions: [String], expected: String
    ) throws {
        let entry = try #require(try coverage(rules, sessions, parameters: Self.parameters).parameters.first)
        #expect(entry.isCompared)
        let told = [entry.met.map { _ in "met" }, entry.unmet.map { _ in "unmet" }]
        #expect(told.compactMap(\.self).joined(separator: " ") == expected)
        #expect(entry.isComplete == (expected == "met unmet"))
    }

    @Test(arguments: [
        (["> limit"], ["x = 3"], "met"), (["> limit"], ["x = 3", "x = 1"], "met unmet"),
        (["[0..limit]"], ["x = 3", "x = 1"], "met unmet"),
    ])
    func `cells of a table are comparisons`(cells: [String], sessions: [String], expected: String) throws {
        let rows = cells.map { "\($0) | 2" }.joined(separator: "\\n")
        let rule = """
            a: { table: { policy: F, inputs: [x], outputs: [o], rows: "\(rows)", as: t } } => fruit: { kind: apple, weight: t }
            """
        let entry = try #require(try coverage(rule, sessions, parameters: Self.parameters).parameters.first)
        let told = [entry.met.map { _ in "met" }, entry.unmet.map { _ in "unmet" }]
        #expect(told.compactMap(\.self).joined(separator: " ") == expected)
    }

    @Test func `a parameter that is only computed with is tried by a rule that fires`() throws {
        let rule = "a: y > 3 => fruit: { kind: apple, price: limit * 2 }"
        let untried = try #require(try coverage(rule, ["y = 1"], parameters: Self.parameters).parameters.first)
        #expect(!untried.isCompared)
        #expect(!untried.isComplete)
        #expect(try coverage(rule, ["y = 4"], parameters: Self.parameters).parameters.map(\.isComplete) == [true])
    }
}
