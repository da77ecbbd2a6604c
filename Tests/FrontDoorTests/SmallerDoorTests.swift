import RuleEngine
import Testing

/// What the front page names beside sessions: many records in one pass, production systems, and expressions by themselves.
@Suite struct SmallerDoorTests {
    private static let speed = RecordSchema.Slot(name: "speed")

    private static func network() -> Network { Network(RuleBaseReader.read(TrafficRules.files).ruleBase) }

    // MARK: Many records

    @Test func `one pass over many records says of each what a session says`() throws {
        let network = Self.network()
        let date = try #require(FEELDate("2026-11-01"))
        let record = network.ruleBase.record
        let slot = try #require(record.index(of: Self.speed))
        var columns = RecordColumns(record, count: 3)
        columns.set(slot, of: 0, to: 70)
        columns.set(slot, of: 1, to: 45)
        let batch = try #require(ColumnarSession(network, columns, on: date))
        let found = batch.conclusions.map { "\($0.record) \(batch.finding($0.fact)) \($0.isCertain)" }
        #expect(found == ["0 fine:speeding true", "2 fine:speeding false"])
        let fine = FindingID(template: "fine", key: ["speeding"])
        let states = (0..<3).map { Session(network, columns.inputs(of: $0, for: network, on: date)).state(of: fine) }
        #expect(states == [.found, .refuted, .open])
    }

    @Test func `rules that lead to nothing that is asked are left out`() throws {
        let network = Self.network()
        let date = try #require(FEELDate("2026-11-01"))
        let inputs = SessionInputs(date: date, values: [Self.speed: .exactly(.number(70))])
        #expect(network.rules(leadingTo: ["fine"]) == [true])
        #expect(network.rules(leadingTo: ["praise"]) == [false])
        let none = Session(network, inputs, considering: network.rules(leadingTo: ["praise"]))
        #expect(none.findings(of: "fine") == [])
        #expect(Session(network, inputs).findings(of: "fine") == [FindingID(template: "fine", key: ["speeding"])])
    }

    @Test func `a finding waits for inputs only while it is open`() throws {
        let date = try #require(FEELDate("2026-11-01"))
        var session = Session(Self.network(), SessionInputs(date: date))
        let fine = FindingID(template: "fine", key: ["speeding"])
        #expect(session.awaitedInputs(of: fine) == [.slot(Self.speed)])
        session.set(Self.speed, to: .numbers(NumberInterval(low: 40, high: 60), orNull: false))
        #expect(session.awaitedInputs(of: fine) == [.slot(Self.speed)])
        session.set(Self.speed, to: .numbers(NumberInterval(low: 51, high: 60), orNull: false))
        #expect(session.state(of: fine) == .found)
        #expect(session.awaitedInputs(of: fine) == [])
        #expect(session.possibleValues(of: Self.speed)?.description == "[51..60]")
        #expect(session.possibleValues(of: RecordSchema.Slot(name: "weight")) == nil)
    }

    // MARK: Production systems

    private static let queue = SourceFile(
        name: "queue.yaml",
        text: """
            ruleset: queue
            title: { nl: Wachtrij, en: Queue }
            mode: production
            templates:
              - template: visitor
                fields: { name: { type: string }, arrived: { type: number }, served: { type: boolean } }
            rules:
              - rule: serve
                when:
                  - { visitor: v, served: null }
                  - absent: { visitor: w, served: null, where: w.arrived < v.arrived }
                then:
                  - modify: { v: { served: true } }
            """)

    @Test func `a production system serves its visitors in the order in which they arrived`() throws {
        let reading = RuleBaseReader.read([Self.queue])
        #expect(reading.ruleBase.productionSetNames == ["queue"])
        let network = try #require(ProductionNetwork(reading.ruleBase, set: "queue"))
        #expect(ProductionNetwork(reading.ruleBase, set: "cue").map(\.name) == nil)
        var session = ProductionSession(network)
        try session.assert("visitor", ["name": .string("Ben"), "arrived": .number(2)])
        try session.assert("visitor", ["name": .string("Ann"), "arrived": .number(1)])
        session.run()
        #expect(session.state == .exhausted)
        #expect(session.facts.map { $0["name"] } == [.string("Ann"), .string("Ben")])
        #expect(zip(network.ruleNames, session.firingsByRule).map { "\($0) \($1)" } == ["serve 2"])
        #expect(throws: ProductionFactError.unknownTemplate("guest")) { try session.assert("guest", FEELContext()) }
    }

    @Test(arguments: [
        ("12", "name", FEELValue.string("12")),
        ("12", "arrived", .number(12)),
        ("twelve", "arrived", nil),
        ("true", "served", .boolean(true)),
        ("yes", "served", nil),
        ("12", "age", nil),
    ])
    func `the text of a table is read as its field asks`(text: String, field: String, expected: FEELValue?) throws {
        let network = try #require(ProductionNetwork(RuleBaseReader.read([Self.queue]).ruleBase, set: "queue"))
        #expect(network.value(text, of: field, in: "visitor") == expected)
        #expect(network.value(text, of: field, in: "guest") == nil)
    }

    // MARK: Expressions by themselves

    @Test(arguments: [
        ("a > b", "true", true),
        ("a < b", "false", false),
        ("a > c", "null | false | true", nil),
        ("a + b", "110", nil),
        ("a / 0", "null", nil),
        ("if c then a else b", "50 | 60", nil),
    ])
    func `an expression gives all that it can still be`(text: String, value: String, truth: Bool?) throws {
        let file = SourceFile(name: "expression", text: text)
        let program = try #require(FEELProgram.read(file, names: ["a", "b", "c"]).program)
        let values: [ValueSet] = [.exactly(.number(60)), .exactly(.number(50)), .anything]
        #expect(program.value(of: values).description == value)
        #expect(program.truth(of: values) == truth)
        #expect(
            program.value(of: Array(values.dropLast())) == program.value(of: values), "what is not given is not known")
        #expect(program.outcome(of: values).faults.isEmpty == (text != "a / 0"))
    }

    @Test func `a text that is no expression gives a diagnostic with its place`() {
        let reading = FEELProgram.read(SourceFile(name: "expression", text: "a >"), names: ["a"])
        #expect(reading.program == nil)
        #expect(reading.diagnostics.map(\.code) == ["feel/missing-expression"])
        #expect(reading.diagnostics.first?.span?.start.column == 4)
    }
}
