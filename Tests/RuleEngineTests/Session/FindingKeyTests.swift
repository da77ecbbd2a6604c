import RuleEngine
import Testing

/// Which fact a finding names, and which facts a session takes in.
@Suite struct FindingKeyTests {
    private static func session(_ facts: [SessionInputs.InputFact], _ overrules: [SessionInputs.Overrule] = []) throws
        -> Session
    {
        let templates = SourceFile(
            name: "shelves.yaml",
            text: """
                templates:
                  - template: shelf
                    title: { nl: plank, en: shelf }
                    input: true
                    key: { row: { type: number }, cold: { type: boolean }, size: { type: number, values: [1, 2] } }
                  - template: full
                    title: { nl: vol, en: full }
                    key: { row: { type: number } }
                """)
        let rules = Orchard.ruleSet("a: { shelf: s } => full: { row: s.row }")
        let orchard = Orchard(files: Orchard.world + [templates, rules])
        try #require(orchard.errors == [])
        let date = try #require(FEELDate("2024-06-01"))
        return Session(
            orchard.ruleBase,
            SessionInputs(date: date, facts: facts, completeness: ["shelf": .complete], overrules: overrules))
    }

    private static let shelf = SessionInputs.InputFact(
        template: "shelf", key: [.number(FEELNumber(3)), .boolean(true), .number(FEELNumber(2))])

    @Test func `a number and a truth value in a key are found by their text`() throws {
        let session = try Self.session([Self.shelf])
        let fact = try #require(session.facts(of: "shelf").first?.fact)
        #expect(session.finding(fact).description == "shelf:3,true,2")
        for text in ["shelf:3,true,2", "full:3"] {
            #expect(session.state(of: try #require(FindingID(text))) == .found)
        }
        for text in ["shelf:3,false,2", "shelf:3,true,1", "shelf:3", "full:4", "full:x"] {
            #expect(session.state(of: try #require(FindingID(text))) == .refuted)
        }
    }

    @Test func `a person rejects and adds findings with numbers in their key`() throws {
        let session = try Self.session(
            [Self.shelf],
            [
                .init(finding: FindingID(template: "full", key: ["3"]), verdict: .rejected, reason: "seen"),
                .init(finding: FindingID(template: "full", key: ["4"]), verdict: .added, reason: "seen"),
            ])
        #expect(session.states(of: "full") == "full:4 found")
        #expect(session.whyNot(FindingID(template: "full", key: ["3"])).overruled == "seen")
    }

    @Test func `a fact with too few key values is left out, and the session says so`() throws {
        let short = SessionInputs.InputFact(template: "shelf", key: [.number(FEELNumber(3))])
        let session = try Self.session([short, Self.shelf])
        #expect(session.diagnostics.map(\.code) == ["session/key-count"])
        #expect(session.diagnostics.first?.message.en.contains("row, cold, size") == true)
        #expect(session.states(of: "shelf") == "shelf:3,true,2 found")
    }

    @Test func `of a fact that is given twice the first one counts`() throws {
        let other = SessionInputs.InputFact(
            template: "shelf", key: [.number(FEELNumber(4)), .boolean(true), .number(FEELNumber(2))])
        let session = try Self.session([Self.shelf, other, Self.shelf])
        #expect(session.diagnostics.map(\.code) == ["session/repeated-fact"])
        #expect(session.states(of: "shelf") == "shelf:3,true,2 found, shelf:4,true,2 found")
        #expect(try Self.session([Self.shelf, other]).diagnostics == [])
    }
}
