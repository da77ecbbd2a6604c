import Testing

@testable import RuleEngine

/// Which rules are tried when a fact changes: those that read what changed. What they then say the naive twin judges
/// (`HistoryTests`).
@Suite struct FactReadersTests {
    /// The number of times that rules are tried when a basket of apples becomes another one.
    private func tried(_ rules: String, from before: String, to after: String) throws -> Int {
        var session = try Orchard(rules).session("\(before), basket complete")
        let inputs = try OrchardInputs.read("\(after), basket complete", on: "2024-06-01")
        let work = session.work.rules
        session.inputs = inputs
        let fresh = try Orchard(rules).session("\(after), basket complete")
        #expect(session.states() == fresh.states())
        for id in fresh.facts(of: "fruit").map({ fresh.finding($0.fact) }) {
            #expect(try session.field("weight", of: id.description) == fresh.field("weight", of: id.description))
        }
        return session.work.rules - work
    }

    private static let filtered =
        "r: { basket: b, where: b.size > 1 } ;; { neighbour: n, one: = b.kind } => fruit: { kind: = n.other }"
    private static let computed =
        "r: { basket: b } ;; { neighbour: n, one: = b.kind } => fruit: { kind: = n.other, weight: b.size }"
    private static let keyed = "r: { basket: b } ;; { neighbour: n, one: = b.kind } => fruit: { kind: = n.other }"

    @Test func `a field wakes a rule that computes with it`() throws {
        #expect(try tried(Self.computed, from: "basket:apple size 2", to: "basket:apple size 3") == 1)
    }

    @Test func `a field does not wake a rule that reads the key alone`() throws {
        #expect(try tried(Self.keyed, from: "basket:apple size 2", to: "basket:apple size 3") == 0)
        #expect(try tried(Self.keyed, from: "basket:apple size 2", to: "basket:pear size 2") > 0)
    }

    @Test func `a field wakes a rule that reads it in a filter where the filter says something else`() throws {
        #expect(try tried(Self.filtered, from: "basket:apple size 2", to: "basket:apple size 3") == 0)
        #expect(try tried(Self.filtered, from: "basket:apple size 2", to: "basket:apple size 1") == 1)
        #expect(try tried(Self.filtered, from: "basket:apple size 1", to: "basket:apple") == 1)
    }

    @Test(arguments: [
        "r: { exists: { basket: b, where: b.size > 1 } } => fruit: { kind: plum }",
        "r: { count: { basket: b, where: b.size > 1, as: n } } ;; n > 0 => fruit: { kind: plum }",
        "r: { absent: { basket: b, where: b.size > 1 } } => fruit: { kind: plum }",
    ])
    func `a condition over all facts is met anew where its filter says something else`(rule: String) throws {
        #expect(try tried(rule, from: "basket:apple size 2", to: "basket:apple size 3") == 0)
        #expect(try tried(rule, from: "basket:apple size 2", to: "basket:apple size 1") == 1)
    }

    @Test(arguments: [
        "r: { collect: { basket: b, as: all } } ;; all[1].size > 2 => fruit: { kind: plum }",
        "r: { sum: { basket: b, of: b.size, as: n } } ;; n > 2 => fruit: { kind: plum }",
        "r: { every: { basket: b, satisfies: b.size > 2 } } => fruit: { kind: plum }",
        "r: { basket: b, size: 3 } => fruit: { kind: plum }",
    ])
    func `a rule that reads a field beside its filter is met anew`(rule: String) throws {
        #expect(try tried(rule, from: "basket:apple size 2", to: "basket:apple size 3") == 1)
    }

    @Test(arguments: [
        keyed, filtered, computed, "r: { exists: { basket: b, where: b.size > 1 } } => fruit: { kind: plum }",
    ])
    func `a rule that does not hold on the day is not woken`(rule: String) throws {
        let expired = "r (2020-01-01..2021-01-01):" + rule.dropFirst(2)
        #expect(try tried(expired, from: "basket:pear size 1", to: "basket:apple size 3") == 0)
        #expect(try tried(expired, from: "x = 1", to: "basket:apple size 3") == 0)
        #expect(try tried(rule, from: "x = 1", to: "basket:apple size 3") > 0)
    }

    @Test func `of a fact that is less certain every rule hears`() throws {
        var session = try Orchard(Self.keyed).session("basket:apple size 2, basket complete")
        session.inputs = try OrchardInputs.read("basket:apple? size 2, basket complete", on: "2024-06-01")
        #expect(session.states() == "fruit:pear open, fruit:plum open")
    }
}
