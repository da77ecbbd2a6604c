import RuleEngine
import Testing

/// Tables as conditions of rules: how they are read, what they bind, and when they are met.
@Suite struct TableRuleTests {
    private static let weights = """
        { table: { policy: F, inputs: [x, y], outputs: [weight], rows: "> 3 | - | 3\\n> 1 | < 2 | 2", as: w } }
        """

    // MARK: What a table gives

    @Test(arguments: [
        ("x = 4, y = 4", "fruit:apple found", "3"), ("x = 2, y = 1", "fruit:apple found", "2"),
        ("x = 2, y = 2", "", nil), ("x = 4", "fruit:apple found", "3"), ("x = 2", "fruit:apple open", "2"),
        ("y = 1", "fruit:apple open", "2 | 3"), ("x = 4 | 3, y = 0", "fruit:apple found", "2 | 3"),
    ])
    func `the result of a table is bound, and a table that gives nothing is not met`(
        inputs: String, states: String, weight: String?
    ) throws {
        let session = try Orchard("a: \(Self.weights) => fruit: { kind: apple, weight: w }").session(inputs)
        #expect(session.states() == states)
        if let weight { #expect(try session.field("weight", of: "fruit:apple") == weight) }
    }

    @Test func `conditions behind a table read its result`() throws {
        let orchard = Orchard("a: \(Self.weights) ;; w > 2 => fruit: { kind: apple }")
        #expect(try orchard.session("x = 4").states() == "fruit:apple found")
        #expect(try orchard.session("x = 2, y = 0").states() == "")
        #expect(try orchard.session("x = 3 | 4, y = 0").states() == "fruit:apple open")
    }

    @Test func `a table reads what conditions before it bound, combined fields included`() throws {
        let orchard = Orchard(
            """
            b: { fruit: f, kind: plum } ;; { table: { policy: U, inputs: [f.weight], outputs: [o], rows: "3 | 1", as: t } } \
            => fruit: { kind: apple, weight: t }
            a: x > 1 => fruit: { kind: plum, weight: 2 }
            c: x > 2 => fruit: { kind: plum, weight: 3 }
            """)
        #expect(try orchard.session("x = 2").states() == "fruit:plum found")
        #expect(try orchard.session("x = 3").states() == "fruit:apple found, fruit:plum found")
        #expect(try orchard.session("x = 2 | 3").states() == "fruit:apple open, fruit:plum found")
    }

    @Test func `the outputs of several columns are read by name`() throws {
        let orchard = Orchard(
            """
            a: { table: { policy: F, inputs: [x], outputs: [{ name: least }, { name: weight }], \
            rows: "# heavy\\n\\n> 2 | 1 | 3\\n- | 2 | 1", as: t } } => fruit: { kind: apple, weight: t.weight, least: t.least }
            """)
        let session = try orchard.session("x = 2 | 3")
        #expect(session.states() == "fruit:apple found")
        #expect(try session.field("weight", of: "fruit:apple") == "1 | 3")
        #expect(try session.field("least", of: "fruit:apple") == "1 | 2")
    }

    @Test(arguments: [
        ("C", "count(t) = 2", "x = 4", "found"), ("C", "count(t) = 0", "x = 0", "found"),
        ("C+", "t = 5", "x = 4", "found"), ("C+", "t > 0", "x = 0", "refuted"), ("C#", "t = 0", "x = 0", "found"),
        ("C#", "t >= 1", "x = 2 | 4", "found"), ("C#", "t = 2", "x = 2 | 4", "open"),
        ("O", "t[1] = 3", "x = 4", "found"),
        ("R", "t[1] = 2", "x = 4", "found"), ("P", "t = 3", "x = 4", "found"), ("C<", "t = 2", "x = 4", "found"),
    ])
    func `each policy chains with the conditions behind it`(
        policy: String, condition: String, inputs: String, state: String
    ) throws {
        let session = try Orchard(
            """
            a: { table: { policy: \(policy), inputs: [x], outputs: [{ name: o, allowed: '3, 2' }], \
            rows: "> 1 | 2\\n> 3 | 3", as: t } } ;; \(condition) => fruit: { kind: apple }
            """
        ).session(inputs)
        #expect(session.state(of: FindingID(template: "fruit", key: ["apple"])).rawValue == state)
    }

    @Test func `a bar inside a text parts no cells`() throws {
        let orchard = Orchard(
            """
            a: { table: { policy: F, inputs: [x], outputs: [o], rows: "> 1 | \\"a | b\\"\\n- | \\"c\\"", as: t } } ;; \
            'string length(t) = 5' => fruit: { kind: apple }
            """)
        #expect(try orchard.session("x = 2").states() == "fruit:apple found")
        #expect(try orchard.session("x = 1").states() == "")
    }

    @Test func `a policy goes by its letter or its name`() {
        #expect(
            DecisionTable.HitPolicy.allCases.map { DecisionTable.HitPolicy(letterOrName: $0.name) }
                == DecisionTable.HitPolicy.allCases)
        #expect(DecisionTable.HitPolicy(letterOrName: "rule order") == .ruleOrder)
        #expect(DecisionTable.HitPolicy(letterOrName: "frist") == nil)
    }

    // MARK: Codes

    private static func keyed(_ policy: String = "F", rows: String = "> 2 | apple\\n> 1 | pear") -> String {
        """
        a: { table: { policy: \(policy), inputs: [x], outputs: [{ name: o, codes: fruits }], rows: "\(rows)", as: t } } \
        => fruit: { kind: = t }
        """
    }

    @Test func `a column of codes is a key, and which fact is concluded may be open`() throws {
        let orchard = Orchard(Self.keyed())
        #expect(try orchard.session("x = 3").states() == "fruit:apple found")
        #expect(try orchard.session("x = 2").states() == "fruit:pear found")
        #expect(try orchard.session("x = 1").states() == "")
        #expect(try orchard.session("x = 2 | 3").states() == "fruit:apple open, fruit:pear open")
        #expect(try orchard.session("").states() == "fruit:apple open, fruit:pear open")
    }

    @Test func `the reach of a column of codes is what is written in it`() {
        let absent = " ;; { absent: { fruit: f, kind: plum } }"
        func rules(_ rows: String) -> String { Self.keyed(rows: rows).replacing(" => ", with: absent + " => ") }
        #expect(Orchard(rules("> 2 | apple\\n> 1 | pear")).errors == [])
        #expect(Orchard(rules("> 2 | apple\\n> 1 | plum")).errors == ["rule/cycle"])
    }

    @Test func `a list of codes is no key`() {
        #expect(Orchard(Self.keyed("C")).errors == ["rule/computed-key"])
    }

    @Test func `codes of another vocabulary are no key of these facts`() {
        let rules = Self.keyed(rows: "> 2 | x\\n> 1 | y").replacing("codes: fruits", with: "codes: measures")
        #expect(Orchard(rules).errors == ["rule/computed-key"])
    }

    // MARK: Conflicts

    @Test(arguments: [
        ("U", "x = 3", ["session/table-conflict"]), ("U", "x = 2", []), ("U", "x = 2 | 3", []),
        ("A", "x = 3", ["session/table-conflict"]), ("F", "x = 3", []),
    ])
    func `rows that hit together although they may not are reported once`(
        policy: String, inputs: String, codes: [String]
    ) throws {
        let session = try Orchard(
            """
            a: { table: { policy: \(policy), inputs: [x], outputs: [o], rows: "> 1 | 1\\n> 2 | 2", as: t } } \
            => fruit: { kind: apple, weight: t }
            b: { fruit: f, kind: apple } => fruit: { kind: plum }
            """
        ).session(inputs)
        #expect(session.diagnostics.map(\.code) == codes)
        for diagnostic in session.diagnostics {
            #expect(diagnostic.message.en.contains("‘a’") && diagnostic.message.en.contains("rows 1 and 2"))
            #expect(diagnostic.related.count == 1)
        }
    }

    @Test func `a table that may not come to pass has no conflict`() throws {
        let session = try Orchard(
            """
            a: y > 2 ;; { table: { policy: U, inputs: [x], outputs: [o], rows: "> 1 | 1\\n> 2 | 2", as: t } } \
            => fruit: { kind: apple, weight: t }
            """
        ).session("x = 3")
        #expect(session.diagnostics.isEmpty)
    }
}
