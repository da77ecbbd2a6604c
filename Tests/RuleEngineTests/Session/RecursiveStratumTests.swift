import RuleEngine
import Testing

/// What becomes of facts that rest on each other when one of their grounds changes.
@Suite struct RecursiveStratumTests {
    /// Roads lead from place to place; what can be reached from a start is a circle of rules.
    private static let world = [
        SourceFile(
            name: "roads.yaml",
            text: """
                templates:
                  - template: road
                    title: { nl: weg, en: road }
                    input: true
                    key: { from: { type: string }, to: { type: string } }
                  - template: start
                    title: { nl: begin, en: start }
                    input: true
                    key: { place: { type: string } }
                  - template: reached
                    title: { nl: bereikt, en: reached }
                    key: { place: { type: string } }
                """)
    ]

    private static let rules = """
        a: { start: s } => reached: { place: = s.place }
        b: { reached: r } ;; { road: w, from: = r.place } => reached: { place: = w.to }
        """

    /// - Parameters:
    ///   - rings: the number of places of each ring; a start leads into the first place of each.
    private static func session(rings: [Int], rules: String = rules, limits: SessionLimits = .standard) throws
        -> Session
    {
        let orchard = Orchard(files: Orchard.world + world + [Orchard.ruleSet(rules)])
        try #require(orchard.errors == [], "\(orchard.diagnostics.map(\.message.en))")
        var inputs = try OrchardInputs.read("road complete, start complete", on: "2024-06-01")
        for (ring, count) in rings.enumerated() {
            inputs.facts.append(.init(template: "start", key: [.string("in\(ring)")]))
            inputs.facts.append(road("in\(ring)", "\(ring)-0"))
            for place in 0..<count { inputs.facts.append(road("\(ring)-\(place)", "\(ring)-\((place + 1) % count)")) }
        }
        return Session(orchard.ruleBase, inputs, limits: limits)
    }

    private static func road(_ from: String, _ to: String, isCertain: Bool = true) -> SessionInputs.InputFact {
        .init(template: "road", key: [.string(from), .string(to)], isCertain: isCertain)
    }

    private static func state(_ place: String, _ session: Session) -> FindingState {
        session.state(of: FindingID(template: "reached", key: [place]))
    }

    private static func origins(_ place: String, _ session: Session) throws -> [InputReference] {
        let fact = try #require(session.fact(FindingID(template: "reached", key: [place]))?.fact)
        return session.awaitedInputs(of: fact).map { session.reference($0) }
    }

    @Test func `a circle that goes on for too many rounds is stopped, and names the rule`() throws {
        // From the start into the ring, and then one round for each of its places.
        let whole = try Self.session(rings: [20], limits: SessionLimits(rounds: 22))
        #expect(!whole.isCutShort)
        #expect(Self.state("0-19", whole) == .found)
        let cut = try Self.session(rings: [20], limits: SessionLimits(rounds: 5))
        #expect(cut.isCutShort)
        #expect(cut.diagnostics.map(\.code) == ["session/limit"])
        #expect(cut.diagnostics.map(\.message.en) == ["the limit of 5 rounds in a row is met at rule ‘b’"])
        #expect(Self.state("0-1", cut) != .refuted)
        #expect(Self.state("0-19", cut) == .open)
    }

    @Test func `facts that support only each other fall`() throws {
        var session = try Self.session(rings: [5])
        #expect(Self.state("0-4", session) == .found)
        session.retract(FindingID(template: "road", key: ["in0", "0-0"]))
        for place in 0..<5 { #expect(Self.state("0-\(place)", session) == .refuted) }
        #expect(Self.state("in0", session) == .found)
        session.assert(Self.road("in0", "0-3"))
        for place in 0..<5 { #expect(Self.state("0-\(place)", session) == .found) }
    }

    @Test func `a fact with another ground stays, with what rests on it`() throws {
        var session = try Self.session(rings: [5])
        session.assert(Self.road("in0", "0-2"))
        session.retract(FindingID(template: "road", key: ["in0", "0-0"]))
        for place in 0..<5 { #expect(Self.state("0-\(place)", session) == .found) }
        let fact = try #require(session.fact(FindingID(template: "reached", key: ["0-2"]))?.fact)
        #expect(fact.justifications.count == 2)
    }

    @Test func `facts that were certain only by each other become open`() throws {
        var session = try Self.session(rings: [4])
        session.assert(Self.road("in0", "0-0", isCertain: false))
        for place in 0..<4 { #expect(Self.state("0-\(place)", session) == .open) }
        session.assert(Self.road("in0", "0-1"))
        for place in 0..<4 { #expect(Self.state("0-\(place)", session) == .found) }
    }

    @Test func `open facts in a ring wait for what leads into the ring, and no longer for what was settled`() throws {
        var session = try Self.session(rings: [4])
        session.assert(Self.road("in0", "0-0", isCertain: false))
        session.assert(Self.road("in0", "0-2", isCertain: false))
        let first = InputReference.fact(FindingID(template: "road", key: ["in0", "0-0"]))
        let second = InputReference.fact(FindingID(template: "road", key: ["in0", "0-2"]))
        for place in 0..<4 { #expect(Set(try Self.origins("0-\(place)", session)) == [first, second]) }
        session.retract(FindingID(template: "road", key: ["in0", "0-2"]))
        for place in 0..<4 { #expect(try Self.origins("0-\(place)", session) == [first]) }
    }

    @Test func `a ring that is kept up by one of several facts falls with the last of them`() throws {
        var session = try Orchard(
            """
            a: { basket: s } => fruit: { kind: = s.kind }
            b: { exists: { fruit: r, where: 'r.kind in ("apple", "plum")' } } => fruit: { kind: pear }
            c: { exists: { fruit: r, kind: pear } } => fruit: { kind: plum }
            """
        ).session("basket:apple, basket complete")
        func state(_ kind: String) -> FindingState { session.state(of: FindingID(template: "fruit", key: [kind])) }
        #expect(state("plum") == .found)
        session.retract(FindingID(template: "basket", key: ["apple"]))
        #expect(state("pear") == .refuted && state("plum") == .refuted)
        session.assert(.init(template: "basket", key: [.string("plum")], isCertain: false))
        #expect(state("pear") == .open && state("plum") == .open)
    }

    @Test func `a way that rests on one of several facts hears when none of them is certain any more`() throws {
        let rules = """
            a: { basket: s, kind: plum } => fruit: { kind: plum }
            b: { basket: s, kind: apple } ;; { exists: { fruit: f, where: 'f.colour = "red"' } } => fruit: { kind: apple }
            """
        var session = try Orchard(rules).session("basket:apple?, basket:plum, basket complete")
        func existence(_ session: Session) throws -> [Justification.Support] {
            let apple = try #require(session.fact(FindingID(template: "fruit", key: ["apple"]))?.fact)
            return apple.justifications.map { $0.supports[1] }
        }
        let before = try existence(session)
        session.assert(.init(template: "basket", key: [.string("plum")], isCertain: false))
        #expect(try existence(session) != before)
        #expect(
            try existence(session) == existence(Orchard(rules).session("basket:apple?, basket:plum?, basket complete")))
    }

    /// The work of a change in the first ring.
    private func work(rings: [Int], _ change: (inout Session) -> Void) throws -> (facts: Int, ways: Int, rules: Int) {
        var session = try Self.session(rings: rings)
        let before = session.work
        change(&session)
        let after = session.work
        return (after.facts - before.facts, after.ways - before.ways, after.rules - before.rules)
    }

    @Test(arguments: [1, 10, 200])
    func `a change inside a circle touches only what depends on it`(others: Int) throws {
        let road = FindingID(template: "road", key: ["in0", "0-0"])
        let lost = try work(rings: [4, others]) { $0.retract(road) }
        #expect(lost.facts <= 4)
        #expect(lost.ways == 0)
        #expect(lost.rules == 1)
        let opened = try work(rings: [4, others]) { $0.assert(Self.road("in0", "0-0", isCertain: false)) }
        #expect(opened.facts <= 8)
        #expect(opened.ways == 5)
        #expect(opened.rules == 0)
    }

    @Test func `a change that adds nothing new ends at the first fact`() throws {
        let added = try work(rings: [50]) { $0.assert(Self.road("in0", "0-7")) }
        #expect(added.facts <= 1)
        #expect(added.ways == 1)
    }
}
