import RuleEngine
import Testing

/// The compiled plan as it is shown.
@Suite struct NetworkSummaryTests {
    private func summary(_ rules: String) throws -> NetworkSummary {
        let orchard = Orchard(rules)
        try #require(orchard.errors == [], "\(orchard.diagnostics.map(\.message.en))")
        return Network(orchard.ruleBase).summary
    }

    @Test(arguments: [
        ("x > 2", "test x > 2"),
        ("2 >= x", "test x <= 2"),
        ("x between 1 and 3", "test (x >= 1 and x <= 3)"),
        ("not(x = y) or ripe", "test (not(x = y) or ripe)"),
        ("y <= 1.5 * x", "test y <= 1.5 * x"),
        ("x > -1", "test x > -1"),
        ("x + y > 2", "evaluate x + y > 2"),
        ("{ basket: b, kind: pear }", "present basket:pear"),
        ("{ basket: b }", "join basket:apple, basket:pear, basket:plum"),
        ("{ absent: { basket: b, where: 'b.colour = \"red\"' } }", "absent basket:apple, basket:plum"),
        ("{ exists: { label: l } }", "exists label (any fact)"),
        ("{ count: { basket: b, as: n } }", "n = count basket:apple, basket:pear, basket:plum"),
    ])
    func `a condition is shown as the step that it becomes`(condition: String, step: String) throws {
        let plan = try #require(try summary("r: \(condition) => fruit: { kind: apple }").plans.first)
        #expect(plan.steps.map { $0.text(in: .en) } == [step])
        #expect(plan.targets == ["fruit:apple"])
    }

    @Test func `a comparison is shared by rules that make the same one, and by no other`() throws {
        let summary = try summary(
            """
            a: x > 2 and y < 1 => fruit: { kind: apple }
            b: 2 < x => fruit: { kind: pear }
            c: x >= 2 => fruit: { kind: plum }
            """)
        #expect(summary.shared.map(\.text) == ["x > 2"])
        #expect(summary.shared.map(\.rules) == [["a", "b"]])
        #expect(summary.comparisons.map(\.text).sorted() == ["x > 2", "x >= 2", "y < 1"])
        #expect(summary.readers.map(\.value) == ["x", "y"])
        #expect(summary.readers.map(\.rules) == [["a", "b", "c"], ["a"]])
    }

    @Test func `what a rule counts is its own, so that comparing it is not shared`() throws {
        let count = "{ count: { basket: b, as: n } } ;; n > 1"
        let summary = try summary("a: \(count) => fruit: { kind: apple }\nb: \(count) => fruit: { kind: pear }")
        #expect(summary.comparisons.isEmpty)
        #expect(summary.plans.allSatisfy { $0.steps.last == .test("n > 1") })
    }

    @Test func `rules that feed themselves stand together and are told to be repeated`() throws {
        let summary = try summary(
            """
            a: { link: l } => reach: { start: = l.start, end: = l.end }
            b: { reach: r } ;; { link: l, start: = r.end } => reach: { start: = r.start, end: = l.end }
            c: x > 2 => fruit: { kind: apple }
            """)
        #expect(summary.strata.filter(\.isRecursive).map(\.rules) == [["b"]])
        #expect(summary.text(in: .en).contains("b → reach (facts are joined) (repeated until nothing changes)\n"))
        #expect(summary.text(in: .nl).contains("c → fruit:apple\n     toets x > 2\n"))
    }

    @Test func `the graph leads from facts over rules to facts`() throws {
        let graph = try summary("a: { absent: { basket: b, kind: pear } } ;; x > 2 => fruit: { kind: apple }").graph
        #expect(graph.contains("  \"fact basket:pear\" -> \"rule a\" [style=dashed];\n"))
        #expect(graph.contains("  \"rule a\" -> \"fact fruit:apple\";\n"))
        #expect(graph.contains("  t0 [shape=oval, label=\"x > 2\"];\n  t0 -> \"rule a\";\n"))
    }
}
