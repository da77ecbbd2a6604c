import RuleEngine
import Testing

/// The part of a rule base that some values can decide by themselves.
@Suite struct RuleBaseRestrictionTests {
    /// The names of the rules that stay when only `x` may be read and fruits are asked for.
    private func kept(
        _ rules: String, reading names: [String] = ["x"], for goals: Set<String> = ["fruit"]
    ) throws -> [String] {
        let orchard = Orchard(rules)
        try #require(orchard.errors == [], "\(orchard.diagnostics.map(\.message.en))")
        let slots = Set(names.map { RecordSchema.Slot(name: $0) })
        return orchard.ruleBase.restricted(to: slots, for: goals).rules.map(\.name)
    }

    @Test(arguments: [
        ("x > 2", true),
        ("x > 2 or y > 2", false),
        ("ripe", false),
        ("{ basket: b }", false),
        ("{ absent: { basket: b } }", false),
        ("{ count: { label: l, as: n } } ;; n > 1", false),
    ])
    func `a rule that reads another value or a fact from outside is left out`(condition: String, stays: Bool) throws {
        #expect(try kept("r: \(condition) => fruit: { kind: apple }") == (stays ? ["r"] : []))
    }

    @Test func `a rule that asks for the absence of what a dropped rule may conclude is left out, and so on`() throws {
        let rules = """
            a: ripe => fruit: { kind: apple }
            b: { absent: { fruit: f, kind: apple } } => fruit: { kind: pear }
            c: { absent: { fruit: f, kind: pear } } => fruit: { kind: plum }
            """
        #expect(try kept(rules) == [])
        #expect(try kept(rules, reading: ["ripe"]) == ["a", "b", "c"])
    }

    @Test func `the absence of a fact that only remaining rules conclude may be asked for`() throws {
        let rules = """
            a: ripe => fruit: { kind: apple }
            b: x > 2 => fruit: { kind: pear }
            c: { absent: { fruit: f, kind: pear } } => fruit: { kind: plum }
            """
        #expect(try kept(rules) == ["b", "c"])
    }

    @Test func `every fact is asked something only where no fact is missing`() throws {
        let every = "c: { every: { fruit: f, kind: pear, satisfies: f.weight > 1 } } => fruit: { kind: plum }"
        #expect(try kept("a: x > 2 => fruit: { kind: pear, weight: 2 }\n\(every)") == ["a", "c"])
        #expect(try kept("a: ripe => fruit: { kind: pear, weight: 2 }\n\(every)") == [])
    }

    @Test func `only rules that a goal needs stay, at any distance`() throws {
        let rules = """
            a: x > 2 => fruit: { kind: apple }
            b: { fruit: f } => reach: { start: = f.kind, end: pear }
            c: { reach: r } => reach: { start: = r.end, end: = r.start }
            """
        #expect(try kept(rules) == ["a"])
        #expect(try kept(rules, for: ["reach"]) == ["a", "b", "c"])
        #expect(try kept(rules, for: []) == [])
    }

    @Test func `what is found over the restricted rules is found over all of them`() throws {
        let orchard = Orchard(
            """
            a: x > 2 => fruit: { kind: apple, weight: 2 }
            b: x > 2 and y > 2 => fruit: { kind: apple, weight: 3 }
            c: { fruit: f, kind: apple, where: f.weight >= 2 } => fruit: { kind: pear, weight: 1 }
            d: { absent: { fruit: f, kind: pear } } => fruit: { kind: plum }
            """)
        try #require(orchard.errors == [])
        let part = Network(orchard.ruleBase.restricted(to: [.init(name: "x")], for: ["fruit"]))
        for text in ["x = 1", "x = 3", ""] {
            let inputs = try OrchardInputs.read(text, on: "2024-06-01")
            let whole = Session(orchard.ruleBase, inputs)
            let few = Session(part, inputs)
            for fact in few.facts where fact.isCertain {
                #expect(whole.state(of: few.finding(fact)) == .found)
            }
            let pear = FindingID(template: "fruit", key: ["pear"])
            #expect(few.state(of: pear) == whole.state(of: pear))
        }
    }
}
