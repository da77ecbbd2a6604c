import RuleEngine
import Testing

/// Facts that rules could conclude but that the inputs give, so that a rule can be tried apart from those that feed it.
@Suite struct AssumedFactTests {
    private static let chain = """
        a: x > 2 => fruit: { kind: apple, weight: 3 }
        b: { fruit: f, kind: apple, where: f.weight >= 2 } => fruit: { kind: pear }
        c: { absent: { fruit: f, kind: apple } } => fruit: { kind: plum }
        """

    @Test(arguments: [
        ("x = 0, fruit:apple weight 2", "fruit:apple found, fruit:pear found"),
        ("x = 0, fruit:apple weight 1", "fruit:apple found"),
        ("fruit:apple weight 2", "fruit:apple found, fruit:pear found"),
        ("x = 0, fruit:apple", "fruit:apple found, fruit:pear open"),
        ("x = 0, fruit:apple? weight 2", "fruit:apple open, fruit:pear open, fruit:plum open"),
        ("x = 3, fruit complete", ""),
        ("fruit:apple weight 2, fruit complete", "fruit:apple found"),
    ])
    func `what is given takes the place of what rules conclude`(inputs: String, states: String) throws {
        #expect(try Orchard(Self.chain).session(inputs).states() == states)
    }

    @Test func `rules add nothing to a fact that is given`() throws {
        let session = try Orchard(Self.chain).session("x = 3, fruit:apple weight 1")
        let fact = try #require(session.fact(FindingID(template: "fruit", key: ["apple"]))?.fact)
        #expect(fact.origin == .assumed)
        #expect(fact.justifications.isEmpty)
        #expect(try session.field("weight", of: "fruit:apple") == "1")
        #expect(session.firing(ofRule: 0) == .refuted)
    }

    @Test func `a kind that is complete has no further findings, whatever is not known`() throws {
        let session = try Orchard(Self.chain).session("fruit complete")
        for kind in Orchard.fruits { #expect(session.state(of: FindingID(template: "fruit", key: [kind])) == .refuted) }
    }

    @Test func `after a change a session says what a fresh one says`() throws {
        let orchard = Orchard(Self.chain)
        let texts = ["x = 3", "x = 3, fruit:apple weight 1", "fruit complete", "x = 0, fruit:apple weight 2", "x = 0"]
        var session = try orchard.session(texts[0])
        for text in texts + texts.reversed() {
            session.inputs = try OrchardInputs.read(text, on: "2024-06-01")
            #expect(session.states() == (try orchard.session(text).states()))
        }
    }

    @Test func `a fact is asserted and retracted like one from outside`() throws {
        let orchard = Orchard(Self.chain)
        var session = try orchard.session("x = 3")
        session.assert(.init(template: "fruit", key: [.string("apple")], fields: ["weight": .exactly(.number(1))]))
        #expect(session.states() == "fruit:apple found")
        session.retract(FindingID(template: "fruit", key: ["apple"]))
        #expect(session.states() == "fruit:apple found, fruit:pear found")
    }

    @Test(arguments: [("x = 3", "found"), ("", "open"), ("x = 1", "refuted"), ("x = 3, -fruit:apple", "refuted")])
    func `a rule fires, may fire or does not`(inputs: String, state: String) throws {
        #expect(try Orchard(Self.chain).session(inputs).firing(ofRule: 0).rawValue == state)
    }
}
