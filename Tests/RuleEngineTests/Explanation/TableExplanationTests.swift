import RuleEngine
import Testing

/// Which row of a table decided, in words.
@Suite struct TableExplanationTests {
    private static let apple = FindingID(template: "fruit", key: ["apple"])
    private static let first = """
        a: { table: { policy: F, inputs: [x, y], outputs: [o], rows: "> 3 | - | 3\\n[1..3] | < 2 | 2\\n0 | - | 1", as: t } } \
        => fruit: { kind: apple, weight: t }
        """

    private func condition(_ rules: String, _ inputs: String) throws -> Explanation.Condition {
        try #require(try Orchard(rules).session(inputs).explanation(of: Self.apple).steps.first?.conditions.first)
    }

    private func sentence(_ rules: String, _ inputs: String, _ language: Language) throws -> String {
        try Orchard(rules).session(inputs).sentence(of: condition(rules, inputs), in: language)
    }

    @Test(arguments: [
        ("x = 4, y = 0", "holds", "de tabel geeft 3: rij 1 raakt (x is 4, meer dan 3)"),
        (
            "x = 2, y = 0", "holds",
            "de tabel geeft 2: rij 2 raakt (x is 2, minstens 1 en hoogstens 3, y is 0, minder dan 2); "
                + "rij 1 raakt niet (x is 2; voorwaarde: meer dan 3)"
        ),
        (
            "x = 2, y = 3", "fails",
            "de tabel geeft niets, omdat geen rij raakt: rij 1 raakt niet (x is 2; voorwaarde: meer dan 3); "
                + "rij 2 raakt niet (y is 3; voorwaarde: minder dan 2); rij 3 raakt niet (x is 2; voorwaarde: gelijk aan 0)"
        ),
        (
            "x = 4 | 0, y = 3", "holds",
            "uitkomst van de tabel nog niet bekend (1 of 3): rij 1 raakt misschien (x is nog niet bekend (0 of 4); voorwaarde: "
                + "meer dan 3); rij 3 raakt misschien (x is nog niet bekend (0 of 4); voorwaarde: gelijk aan 0); "
                + "rij 2 raakt niet (x is nog niet bekend (0 of 4); voorwaarde: minstens 1 en hoogstens 3, y is 3; voorwaarde: "
                + "minder dan 2)"
        ),
    ])
    func `a table says which row hits and why those before it do not`(
        inputs: String, verdict: String, words: String
    ) throws {
        let condition = try condition(Self.first, inputs)
        #expect(condition.state.rawValue == verdict)
        #expect(try sentence(Self.first, inputs, .nl) == words)
        #expect(condition.inputs.map(\.slot.name) == ["x", "y"])
    }

    @Test func `the rows of an explanation are data`() throws {
        let rows = try condition(Self.first, "x = 2, y = 0").rows
        #expect(rows.map(\.number) == [1, 2])
        #expect(rows.map(\.outcome) == [.misses, .hits])
        #expect(
            rows.map { $0.cells.map(\.text) } == [["> 3"], ["[1..3]", "< 2"]])
    }

    @Test func `a row without tests always hits, and codes go by their titles`() throws {
        let rules = """
            a: { table: { policy: F, inputs: [x], outputs: [{ name: o, codes: fruits }, { name: n }], \
            rows: "1, 2 | pear | 1\\n- | apple | 2", as: t } } => fruit: { kind: = t.o, weight: t.n }
            """
        let told = try sentence(rules, "x = 3", .en)
        #expect(
            told
                == "the table gives o ‘apple’ and n 2: row 2 hits always; row 1 does not hit (x is 3; condition: one of: 1 or 2)"
        )
        let why = try Orchard(rules).session("x = 1").whyNot(Self.apple)
        #expect(why.steps.first?.conditions.map(\.state) == [.fails])
        #expect(try condition(rules, "x = 2 | 3").state == .open)
    }

    @Test func `a default is told as such`() throws {
        let rules = """
            a: { table: { policy: U, inputs: [x], outputs: [{ name: o, default: 1 }], rows: "not(3) | 2", as: t } } \
            => fruit: { kind: apple, weight: t }
            """
        let told = try sentence(rules, "x = 3", .nl)
        #expect(
            told
                == "de tabel geeft 1, omdat geen rij raakt: rij 1 raakt niet (x is 3; voorwaarde: niet gelijk aan 3)")
    }

    @Test(arguments: [
        (
            "x = 4", "fails",
            "the table gives nothing, because an input is not allowed: x is 4; condition: at least 0 and at most 3"
        ),
        ("x = 3", "holds", "the table gives 2: row 1 hits (x is 3, more than 1)"),
    ])
    func `an input that is not allowed is told`(inputs: String, state: String, words: String) throws {
        let rules = """
            a: { table: { policy: F, inputs: [{ value: x, allowed: '[0..3]' }], outputs: [o], rows: "> 1 | 2", as: t } } \
            => fruit: { kind: apple, weight: t }
            """
        #expect(try condition(rules, inputs).state.rawValue == state)
        #expect(try sentence(rules, inputs, .en) == words)
    }

    @Test func `a table behind a fact that is missing is not reached`() throws {
        let rules = """
            a: { basket: b } ;; { table: { policy: F, inputs: [b.size], outputs: [o], rows: "> 1 | 2", as: t } } ;; t > 1 \
            => fruit: { kind: apple, weight: t }
            """
        let why = try Orchard(rules).session("basket complete").whyNot(Self.apple)
        #expect(why.steps.first?.conditions.map(\.state) == [.fails, .notReached, .notReached])
    }

    @Test func `rules whose table never gives the code are no reason why not`() throws {
        let rules = """
            a: { table: { policy: F, inputs: [x], outputs: [{ name: o, codes: fruits }], rows: "> 1 | pear", as: t } } \
            => fruit: { kind: = t }
            """
        #expect(try Orchard(rules).session("x = 0").whyNot(Self.apple).steps.isEmpty)
    }
}
