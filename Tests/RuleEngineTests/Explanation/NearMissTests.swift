import RuleEngine
import Testing

/// What stands between a rule and a finding.
@Suite struct NearMissTests {
    private static let apple = FindingID(template: "fruit", key: ["apple"])
    private static let chain = """
        a: x > 2 => fruit: { kind: pear, weight: 1 }
        b: y > 3 => fruit: { kind: pear, weight: 3 }
        c: { fruit: f, kind: pear, where: f.weight >= 2 } ;; ripe => fruit: { kind: apple }
        """

    private func misses(_ rules: String, _ inputs: String) throws -> [NearMiss] {
        try Orchard(rules).session(inputs).nearMisses(of: Self.apple)
    }

    @Test(arguments: [
        ("a: x > 2 => fruit: { kind: apple }", "x = 1", "x 1 3"),
        ("a: x < 2 => fruit: { kind: apple }", "x = 4", "x 4 1"),
        ("a: x > 2 + y => fruit: { kind: apple }", "x = 1, y = 1", "x 1 4"),
        ("a: x > 2.5 => fruit: { kind: apple }", "x = 1", "x 1 3"),
        ("a: x > 2.5 => fruit: { kind: apple }", "x = 1.0", "x 1.0 2.6"),
        ("a: x > 2 and y > 0 => fruit: { kind: apple }", "x = 1, y = 0", ""),
        ("a: x > 4 => fruit: { kind: apple }", "x = 1", ""),
        ("a: x > 2 => fruit: { kind: apple }", "", ""),
        ("a: ripe => fruit: { kind: apple }", "ripe = false", ""),
    ])
    func `a failing comparison says how far each figure is away`(
        rules: String, inputs: String, expected: String
    ) throws {
        let distances = try #require(try misses(rules, inputs).first).conditions.flatMap(\.distances)
        #expect(distances.map { "\($0.slot.path) \($0.value) \($0.needed)" }.joined(separator: "; ") == expected)
    }

    @Test func `a missing fact is named, so that the chain can be followed`() throws {
        let session = try Orchard(Self.chain).session("x = 1, y = 1, ripe = true")
        let miss = try #require(session.nearMisses(of: Self.apple).first)
        #expect(miss.conditions.map(\.state) == [.fails, .holds])
        #expect(miss.conditions.first?.wanted == FindingID(template: "fruit", key: ["pear"]))
        #expect(miss.conditions.first?.wantedState == .refuted)
        let first = try #require(miss.conditions.first)
        #expect(session.sentence(of: first.explanation, in: .nl) == "vrucht ‘peer’ is niet gevonden")
    }

    @Test func `a fact that is there but not as asked says so`() throws {
        let session = try Orchard(Self.chain).session("x = 3, y = 1, ripe = true")
        let miss = try #require(session.nearMisses(of: Self.apple).first)
        #expect(miss.conditions.first?.wantedState == .found)
        let sentence = session.sentence(of: try #require(miss.conditions.first).explanation, in: .nl)
        #expect(sentence.hasPrefix("vrucht ‘peer’ is gevonden, maar "))
        #expect(sentence.hasSuffix("2"))
    }

    @Test func `a fact of which the wanted key is known is looked for by that key`() throws {
        let rules = "a: { basket: b } ;; { link: l, start: = b.kind } => fruit: { kind: = l.end }"
        let miss = try #require(
            try misses(rules, "link:plum/apple, link:plum/pear, basket:pear, basket complete, link complete").first)
        #expect(miss.conditions.map(\.wanted?.description) == ["basket:plum", "link:plum,apple"])
        #expect(miss.conditions.map(\.state) == [.fails, .holds])
    }

    @Test func `rules stand by what fails, then by what is open, then in their order`() throws {
        let rules = """
            two: x > 2 ;; y > 2 => fruit: { kind: apple }
            open: x > 2 ;; ripe => fruit: { kind: apple }
            one: x > 3 => fruit: { kind: apple }
            other: pear => fruit: { kind: pear }
            """.replacing("other: pear", with: "other: dry")
        #expect(try misses(rules, "x = 1, y = 1").map(\.rule.name) == ["one", "open", "two"])
    }
}
