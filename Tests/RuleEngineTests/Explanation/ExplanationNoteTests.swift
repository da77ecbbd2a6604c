import RuleEngine
import Testing

/// Faults in expressions reach whoever asks why.
@Suite struct ExplanationNoteTests {
    private static let apple = FindingID(template: "fruit", key: ["apple"])

    @Test(arguments: [
        ("x / y > 2", "x = 1, y = 0", ["divisionByZero"]), ("x / y > 2", "x = 1, y = 1", []),
        ("x / y > 2", "x = 5, y = 1", []), ("sqrt(x - 3) > 2", "x = 1, y = 0", ["outOfRange"]),
        ("x / y > 2 or x > 0", "x = 1, y = 0", ["divisionByZero"]),
    ])
    func `a condition that fails by a fault carries the fault`(condition: String, inputs: String, kinds: [String])
        throws
    {
        let session = try Orchard("a: \(condition) => fruit: { kind: apple }").session(inputs)
        let met = session.explanation(of: Self.apple).steps.flatMap(\.conditions)
        #expect(met.flatMap(\.notes).map(\.kind.rawValue) == kinds)
    }

    @Test func `a fault has its place in the file of rules`() throws {
        let rules = "a: x > 0 ;; 1 + x / y > 2 => fruit: { kind: apple }"
        let note = try #require(
            try Orchard(rules).session("x = 1, y = 0").whyNot(Self.apple).steps.first?.conditions.last?.notes.first)
        let source = Orchard.ruleSet(rules)
        #expect(note.span.file == source.name)
        let (start, end) = (note.span.start.offset, note.span.end.offset)
        #expect(String(decoding: Array(source.text.utf8)[start..<end], as: UTF8.self) == "x / y")
        #expect(note.message.nl != note.message.en)
    }

    @Test(arguments: [nil, Zone()])
    func `a session compares times in named zones where it is told of zones`(zones: Zone?) throws {
        let condition = "@\"2020-01-01T10:00:00@North\" = @\"2020-01-01T09:00:00Z\""
        let orchard = Orchard("a: '\(condition)' => fruit: { kind: apple }")
        let plain = try orchard.session("")
        let session = Session(plain.ruleBase, plain.inputs, timeZones: zones)
        #expect(session.state(of: Self.apple) == (zones == nil ? .refuted : .found))
    }

    /// One zone, an hour ahead.
    struct Zone: TimeZoneRules {
        func isKnown(zone: String) -> Bool { zone == "North" }
        func offset(ofZone zone: String, atLocal moment: FEELDateTime) -> Int? { zone == "North" ? 3_600 : nil }
    }
}
