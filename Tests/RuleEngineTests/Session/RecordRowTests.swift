import RuleEngine
import TestSupport
import Testing

/// A record by number says what the same record says by name.
@Suite struct RecordRowTests {
    private let orchard = Orchard(
        """
        few: x < 2 => fruit: { kind: apple }
        many: x > 1 ;; y > 1.5 * x => fruit: { kind: pear }
        dry: dry => fruit: { kind: plum }
        """)

    private func date() throws -> FEELDate { try #require(FEELDate("2024-06-01")) }

    private func number(of name: String) throws -> Int {
        try #require(orchard.ruleBase.record.index(of: .init(name: name)))
    }

    @Test func `a session on a row equals one on names, and what is given can be asked back`() throws {
        let network = Network(orchard.ruleBase)
        var row = RecordRow(network)
        row[try number(of: "x")] = .exactly(.number(2))
        row[try number(of: "y")] = ValueSet(oneOf: [.number(3), .number(4)])
        let named: [RecordSchema.Slot: ValueSet] = [
            .init(name: "x"): .exactly(.number(2)), .init(name: "y"): ValueSet(oneOf: [.number(3), .number(4)]),
        ]
        let numbered = Session(network, SessionInputs(date: try date(), record: row))
        let other = Session(network, SessionInputs(date: try date(), values: named))
        #expect(SessionText.lines(numbered) == SessionText.lines(other))
        #expect(numbered.states() == "fruit:pear open, fruit:plum open")
        #expect(row[RecordSchema.Slot(name: "x")] == .exactly(.number(2)))
        #expect(row[RecordSchema.Slot(name: "dry")] == nil)
        #expect(row[RecordSchema.Slot(name: "nothing")] == nil)
        // Rules read anew number their values for themselves.
        let elsewhere = Session(Network(orchard.ruleBase), SessionInputs(date: try date(), record: row))
        #expect(SessionText.lines(elsewhere) == SessionText.lines(other))
    }

    @Test func `a name goes before the row, and what is taken back is unknown in both`() throws {
        let network = Network(orchard.ruleBase)
        var row = RecordRow(network)
        row[try number(of: "x")] = .exactly(.number(1))
        row[try number(of: "dry")] = .exactly(.boolean(false))
        var session = Session(
            network, SessionInputs(date: try date(), values: [.init(name: "x"): .exactly(.number(2))], record: row))
        #expect(session.states() == "fruit:pear open")
        session.set(.init(name: "x"), to: nil)
        #expect(session.states() == "fruit:apple open, fruit:pear open")
        #expect(session.inputs.value(of: .init(name: "x")) == nil)
        session.inputs.set(.init(name: "dry"), to: .exactly(.boolean(true)))
        #expect(session.states() == "fruit:apple open, fruit:pear open, fruit:plum found")
        session.inputs.record = row
        #expect(session.states() == "fruit:apple found, fruit:plum found")
    }
}
