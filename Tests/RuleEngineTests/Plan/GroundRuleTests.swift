import Testing

@testable import RuleEngine

/// Which rules are written out, and as what. What they then say the naive twin judges (`NaiveTwinTests`, `HistoryTests`).
@Suite struct GroundRuleTests {
    private func ground(_ rule: String) throws -> GroundRule? {
        let orchard = Orchard(rule)
        try #require(orchard.errors == [], "\(orchard.diagnostics.map(\.message.en))")
        return Network(orchard.ruleBase).grounds[0]
    }

    /// The choices of a rule as the keys of their facts.
    private func choices(_ rule: String) throws -> [String] {
        let ground = try #require(try self.ground(rule))
        let layout = RowLayout(Orchard(rule).ruleBase)
        return (0..<ground.count).map { choice in
            (0..<ground.width).map { place in
                layout.keys[ground.fact(choice * ground.width + place).index].key.map { $0.exactValue?.text ?? "?" }
                    .joined(separator: ",")
            }.joined(separator: " ")
        }
    }

    @Test func `a rule over a relation is written out along equal keys`() throws {
        let rule =
            "r: { neighbour: n } ;; { basket: b, kind: = n.other, where: b.size > 1 } => fruit: { kind: = n.one }"
        #expect(try choices(rule) == ["apple,pear pear", "apple,plum plum", "pear,apple apple"])
    }

    @Test func `what keys and the vocabulary settle leaves no choice behind`() throws {
        let rule =
            "r: { basket: a, colour: '\"red\"' } ;; { basket: b, where: b.colour = a.colour and b.kind != a.kind } "
            + "=> fruit: { kind: = b.kind }"
        #expect(try choices(rule) == ["apple plum", "plum apple"])
    }

    @Test func `what hangs on fields is left to be asked`() throws {
        let rule = "r: { basket: a } ;; { basket: b, size: a.size, where: b.size > 1 } => fruit: { kind: plum }"
        let ground = try #require(try self.ground(rule))
        #expect(ground.count == 9)
        #expect(ground.asks.map(\.constraints.count) == [0, 1])
        #expect(ground.asks.map { $0.filter != nil } == [false, true])
    }

    @Test func `a changed fact leads to the choices that rest on it, each once`() throws {
        let rule = "r: { basket: a } ;; { basket: b } => fruit: { kind: plum }"
        let ground = try #require(try self.ground(rule))
        let (first, second) = (ground.fact(0), ground.fact(3))
        #expect(ground.choices(on: [first]).count == 5)
        #expect(ground.choices(on: [first, first]) == ground.choices(on: [first]))
        #expect(ground.choices(on: [second, first]).count == 8)
        #expect(ground.choices(on: [second, first]) == ground.choices(on: [first, second]))
    }

    @Test func `conclusions of a choice are known where their keys are`() throws {
        let ground = try #require(
            try self.ground(
                "r: { neighbour: n } => fruit: { kind: = n.one } ;; reach: { start: = n.one, end: = n.other }"))
        #expect(ground.heads.enumerated().allSatisfy { place, head in (head >= 0) == place.isMultiple(of: 2) })
        #expect(ground.keys.filter(\.isEmpty).count == 3)
    }

    @Test(arguments: [
        // Links have no rows of their own.
        "r: { basket: b } ;; { link: l, start: = b.kind } => fruit: { kind: plum }",
        // A table may speak of several choices at once.
        "r: { basket: b } ;; { table: { policy: U, inputs: [x], outputs: [{ name: o, allowed: '1' }], rows: \"- | 1\", as: t } } "
            + "=> fruit: { kind: plum }",
        // The second basket hangs on what is counted of the first.
        "r: { basket: a } ;; { count: { link: l, start: = a.kind, as: n } } ;; { basket: b, size: n } => fruit: { kind: plum }",
    ])
    func `a rule is not written out`(rule: String) throws {
        #expect(try ground(rule) == nil)
    }

    @Test func `a condition that hangs on no choice is met once for all`() throws {
        let ground = try #require(
            try self.ground(
                "r: { count: { link: l, as: n } } ;; { basket: b } ;; n > 1 ;; b.size > n => fruit: { kind: = b.kind }")
        )
        #expect(ground.common.steps.map(\.position) == [0, 2])
        #expect(ground.rest.steps.map(\.position) == [3])
    }

    @Test func `relations are facts of every session, found from either end`() throws {
        let session = try Orchard("r: ripe => fruit: { kind: plum }").session("")
        #expect(
            session.states(of: "neighbour")
                == "neighbour:apple,pear found, neighbour:apple,plum found, neighbour:pear,apple found")
        let template = try #require(session.ruleBase.templateIndex("neighbour"))
        #expect(session.table.matching(template: template, field: 1, value: .string("apple")).count == 1)
        #expect(session.table.matching(template: template, field: 0, value: .string("apple")).count == 2)
        #expect(session.table.matching(template: template, field: 0, value: .string("plum")).isEmpty)
    }
}
