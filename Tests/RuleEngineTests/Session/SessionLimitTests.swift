import RuleEngine
import Testing

/// What a session does, and what it still says, when rules conclude more than it may.
@Suite struct SessionLimitTests {
    private static let rules = """
        a: { label: l } ;; { label: m } ;; { label: n } => note: { text: = l.text }
        b: x > 2 => fruit: { kind: apple, weight: 1 }
        c: { note: t } => fruit: { kind: pear }
        """

    private static func session(labels: Int, firings: Int, rules: String = rules) throws -> Session {
        try session(labels: labels, SessionLimits(firings: firings), rules: rules)
    }

    private static func session(labels: Int, _ limits: SessionLimits, rules: String = rules) throws -> Session {
        let orchard = Orchard(rules)
        try #require(orchard.errors == [])
        var inputs = try OrchardInputs.read("x = 3, label complete", on: "2024-06-01")
        inputs.facts = (0..<labels).map { .init(template: "label", key: [.string("l\($0)")]) }
        return Session(orchard.ruleBase, inputs, limits: limits)
    }

    @Test(.timeLimit(.minutes(1))) func `a rule with too many ways is stopped while it is matched`() throws {
        // A thousand million ways, of which a hundred are drawn.
        let session = try Self.session(labels: 1_000, firings: 100)
        #expect(session.diagnostics.map(\.code) == ["session/limit"])
        #expect(session.isCutShort)
    }

    @Test func `after a limit nothing that rules conclude is refuted`() throws {
        let session = try Self.session(labels: 10, firings: 100)
        #expect(session.state(of: FindingID(template: "fruit", key: ["pear"])) == .open)
        #expect(session.state(of: FindingID(template: "note", key: ["l1"])) == .open)
        #expect(session.state(of: FindingID(template: "label", key: ["none"])) == .refuted)
        #expect(session.state(of: FindingID(template: "nothing", key: ["pear"])) == .refuted)
    }

    @Test(arguments: [(11, false), (10, true)])
    func `exactly as many conclusions as allowed are no fault`(firings: Int, isCutShort: Bool) throws {
        // Two labels give eight ways for ‘a’, one for ‘b’, and two notes for ‘c’.
        let session = try Self.session(labels: 2, firings: firings)
        #expect(session.isCutShort == isCutShort)
        #expect(session.state(of: FindingID(template: "fruit", key: ["plum"])) == (isCutShort ? .open : .refuted))
    }

    @Test(arguments: [(10_000, false), (100, true)])
    func `a rule that tries too much without concluding anything is stopped`(steps: Int, isCutShort: Bool) throws {
        let rules = "a: { label: l } ;; { label: m } ;; l.text = m.text ;; x > 3 => fruit: { kind: apple }"
        let session = try Self.session(labels: 20, SessionLimits(steps: steps), rules: rules)
        #expect(session.isCutShort == isCutShort)
        let message = "the limit of 100 steps is met at rule ‘a’"
        #expect(session.diagnostics.map(\.message.en) == (isCutShort ? [message] : []))
        #expect(session.state(of: FindingID(template: "fruit", key: ["apple"])) == (isCutShort ? .open : .refuted))
    }

    @Test(arguments: [(100_000_000, false), (1_000_000, true)])
    func `justifications that hold too much memory stop the rule that makes them`(bytes: Int, isCutShort: Bool) throws {
        // Six hundred justifications, each of which names six hundred facts.
        let rules = """
            a: { label: l } ;; { collect: { label: m, as: all } } ;; count(all) > 0 => note: { text: = l.text }
            """
        let session = try Self.session(labels: 600, SessionLimits(bytes: bytes), rules: rules)
        #expect(session.isCutShort == isCutShort)
        let message = "the limit of 1 MB of memory is met at rule ‘a’"
        #expect(session.diagnostics.map(\.message.en) == (isCutShort ? [message] : []))
    }

    @Test func `what was made and is gone does not count as memory`() throws {
        var session = try Self.session(labels: 2, SessionLimits(bytes: 20_000))
        for round in 0..<50 {
            session.set(.init(name: "x"), to: .exactly(.number(FEELNumber(round % 4))))
            session.retract(FindingID(template: "label", key: ["l1"]))
            session.assert(.init(template: "label", key: [.string("l1")]))
        }
        #expect(!session.isCutShort)
    }

    @Test func `rules that were cut short in a circle leave the fields open`() throws {
        let circle = """
            a: { fruit: f, kind: pear } ;; { label: l } => fruit: { kind: apple, weight: 1 }
            b: { fruit: f, kind: apple } => fruit: { kind: pear }
            c: x > 2 => fruit: { kind: apple, weight: 2 }
            d: x > 2 => fruit: { kind: pear }
            """
        let whole = try Self.session(labels: 5, firings: 1_000, rules: circle)
        #expect(try whole.field("weight", of: "fruit:apple") == "2")
        let cut = try Self.session(labels: 5, firings: 4, rules: circle)
        #expect(cut.isCutShort)
        #expect(try cut.field("weight", of: "fruit:apple") == "1 | 2 | 3")
    }

    @Test(.timeLimit(.minutes(1))) func `a fact with many reasons keeps each once`() throws {
        let session = try Self.session(
            labels: 100, firings: 1_000_000, rules: "a: { label: l } ;; { label: m } => fruit: { kind: apple }")
        let fact = try #require(session.fact(FindingID(template: "fruit", key: ["apple"]))?.fact)
        #expect(fact.justifications.count == 10_000)
    }

    @Test(.timeLimit(.minutes(1))) func `the search for what fails ends after a number of ways`() throws {
        let session = try Self.session(
            labels: 300, firings: 1_000_000,
            rules: "a: x > 3 ;; { label: l } ;; { label: m } ;; { label: n } ;; x < 1 => fruit: { kind: apple }")
        let step = try #require(session.whyNot(FindingID(template: "fruit", key: ["apple"])).steps.first)
        #expect(step.conditions.map(\.state) == [.fails, .holds, .holds, .holds, .fails])
    }
}
