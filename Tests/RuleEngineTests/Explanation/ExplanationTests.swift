import RuleEngine
import Testing

/// What a session says of the reasons behind a finding, or behind its absence.
@Suite struct ExplanationTests {
    private static let apple = FindingID(template: "fruit", key: ["apple"])

    // MARK: Open findings

    @Test(arguments: [
        ("{ basket: b, size: 2 }", "basket:apple, basket complete", "open"),
        ("{ basket: b, size: 2 }", "basket:apple size 2, basket complete", "holds"),
        ("{ basket: b, where: b.size > 1 }", "basket:apple, basket complete", "open"),
        ("{ basket: b }", "basket:apple?, basket complete", "open"),
        ("{ basket: b }", "basket:apple, basket complete", "holds"),
        ("{ exists: { basket: b, size: 2 } }", "basket:apple, basket complete", "open"),
        ("{ exists: { basket: b, size: 2 } }", "basket:apple, basket:pear size 2, basket complete", "holds"),
        ("{ every: { basket: b, satisfies: b.size > 1 } }", "basket:apple, basket complete", "open"),
        ("{ every: { basket: b, satisfies: b.size > 1 } }", "basket:apple size 2, basket complete", "holds"),
        ("{ absent: { basket: b, size: 2 } }", "basket:apple, basket complete", "open"),
        ("{ absent: { basket: b, size: 2 } }", "basket:apple size 1, basket complete", "holds"),
    ])
    func `a condition that may fail is open`(condition: String, inputs: String, verdict: String) throws {
        let session = try Orchard("a: \(condition) => fruit: { kind: apple }").session(inputs)
        let steps = session.explanation(of: Self.apple).steps
        #expect(steps.first?.conditions.map(\.state.rawValue) == [verdict])
        #expect(steps.first?.isCertain == (verdict == "holds"))
    }

    @Test func `what may be there too does not show that something is there`() throws {
        let session = try Orchard("a: { exists: { basket: b } } => fruit: { kind: apple }")
            .session("basket:apple?, basket:pear, basket complete")
        let facts = try #require(session.explanation(of: Self.apple).steps.first?.conditions.first?.facts)
        #expect(facts.map { session.finding(session[$0]) } == [FindingID(template: "basket", key: ["pear"])])
    }

    // MARK: Added findings

    @Test func `the unknown fields of an added finding wait for the person who added it`() throws {
        let orchard = Orchard(
            """
            a: x > 2 => fruit: { kind: apple, weight: 2 }
            b: { fruit: f, kind: apple } ;; f.weight > 1 => fruit: { kind: pear }
            """)
        let session = try orchard.session("x = 1, +fruit:apple")
        let pear = try #require(session.fact(FindingID(template: "fruit", key: ["pear"]))?.fact)
        #expect(!pear.isCertain)
        #expect(session.awaitedInputs(of: pear).map { session.reference($0) } == [.fact(Self.apple)])
    }

    @Test func `a person who confirms what may be there is quoted`() throws {
        let session = try Orchard("a: => fruit: { kind: plum }").session("basket:apple?, +basket:apple")
        let basket = FindingID(template: "basket", key: ["apple"])
        #expect(session.state(of: basket) == .found)
        #expect(session.explanation(of: basket).overruled == "seen")
    }

    // MARK: Validity

    @Test func `a code that is not in force says when it is`() throws {
        let world = Orchard.world.map { file in
            SourceFile(
                name: file.name,
                text: file.text.replacing("colour: green }", with: "colour: green, valid: { from: 2025-01-01 } }"))
        }
        let orchard = Orchard(files: world + [Orchard.ruleSet("a: => fruit: { kind: pear }")])
        let pear = FindingID(template: "fruit", key: ["pear"])
        let before = try orchard.session("", on: "2024-12-31").whyNot(pear)
        #expect(before.notInForce == Validity(from: FEELDate("2025-01-01")))
        #expect(before.steps.first?.conditions.map(\.state) == [])
        #expect(try orchard.session("", on: "2025-01-01").whyNot(pear).notInForce == nil)
        #expect(try orchard.session("", on: "2024-12-31").whyNot(Self.apple).notInForce == nil)
    }

    @Test func `a rule that does not hold on the day comes last, and says so last`() throws {
        let orchard = Orchard(
            """
            early (2020-01-01..2021-06-30): x > 2 => fruit: { kind: apple }
            late: x > 3 ;; y > 3 => fruit: { kind: apple }
            """)
        let session = try orchard.session("x = 3, y = 0", on: "2021-07-01")
        let steps = session.whyNot(Self.apple).steps
        #expect(steps.map(\.rule.name) == ["late", "early"])
        let condition = try #require(steps.last?.conditions.last)
        #expect(condition.state == .fails)
        #expect(ConditionRenderer(session, .nl).source(condition) == "valid: { from: 2020-01-01, until: 2021-06-30 }")
        #expect(
            session.sentence(of: condition, in: .nl)
                == "de regel geldt niet op 1 juli 2021, maar vanaf 1 januari 2020 tot en met 30 juni 2021")
        let inside = try orchard.session("x = 2, y = 0", on: "2021-06-30").whyNot(Self.apple).steps
        #expect(inside.map(\.rule.name) == ["early", "late"])
        #expect(inside.map(\.conditions.count) == [1, 2])
    }

    // MARK: Words

    @Test(arguments: [
        ("collect: { basket: b, as: all }", "alle ‘mand’ samen: appel; misschien peer"),
        (
            "collect: { basket: b, of: b.kind, as: all }",
            "alle ‘mand’ samen: appel; misschien peer; uitkomst: appel; misschien ook peer"
        ),
        ("count: { basket: b, as: all }", "alle ‘mand’ samen: appel; misschien peer; uitkomst: 1 of 2"),
        ("count: { basket: b, where: b.kind = \"apple\", as: all }", "alle ‘mand’ waarvoor geldt"),
    ])
    func `facts taken together are told with what came out`(condition: String, words: String) throws {
        let session = try Orchard("a: { \(condition) } => fruit: { kind: apple }").session(
            "basket:apple, basket:pear?, basket complete")
        let step = try #require(session.explanation(of: Self.apple).steps.first)
        #expect(
            step.conditions.map { session.sentence(of: $0, in: .nl) }.first?.hasPrefix(words) == true)
    }

    @Test(arguments: [
        ("{ fruit: f, kind: pear, where: f.weight > 1 }", "vrucht: peer (weight is 2, meer dan 1)"),
        ("{ fruit: f, kind: pear, weight: 2 }", "vrucht: peer (weight is 2)"),
        ("{ fruit: f, where: 'f.kind = \"pear\" and f.weight > 1' }", "vrucht: peer (weight is 2, meer dan 1)"),
        ("{ exists: { fruit: f, kind: pear, where: f.weight > 1 } }", "vrucht: peer (weight is 2, meer dan 1)"),
        // What the title says already is not told again.
        ("{ fruit: f, kind: pear }", "vrucht: peer"),
        ("{ fruit: f, where: 'f.kind = \"pear\"' }", "vrucht: peer"),
    ])
    func `what was compared in a fact is told with its value`(condition: String, words: String) throws {
        let rules = "a: x > 0 => fruit: { kind: pear, weight: 2 }\nb: \(condition) => fruit: { kind: apple }"
        let session = try Orchard(rules).session("x = 1")
        let met = try #require(session.explanation(of: Self.apple).steps.first?.conditions.first)
        #expect(session.sentence(of: met, in: .nl) == words)
        #expect(met.comparisons.map(\.value).contains(.exactly(.number(2))) == words.contains("weight"))
    }

    @Test func `what was compared in a fact from outside is told too`() throws {
        let session = try Orchard("a: { basket: b, where: b.size > 1 } => fruit: { kind: apple }")
            .session("basket:apple size 2, basket complete")
        let met = try #require(session.explanation(of: Self.apple).steps.first?.conditions.first)
        #expect(session.sentence(of: met, in: .en).hasSuffix("(size is 2, more than 1)"))
    }

    private struct Scale: InputOrigin {
        let number: Int
    }

    @Test func `an input comes back with where it comes from, until it is set anew`() throws {
        let x = RecordSchema.Slot(name: "x")
        var session = try Orchard("a: x > 1 ;; y > 1 => fruit: { kind: apple }").session("x = 2, y = 2")
        func origins() throws -> [Int?] {
            let step = try #require(session.explanation(of: Self.apple).steps.first)
            return step.conditions.flatMap(\.inputs).map { ($0.origin as? Scale)?.number }
        }
        session.inputs.origins[x] = Scale(number: 7)
        #expect(try origins() == [7, nil])
        session.set(x, to: .exactly(.number(3)))
        #expect(try origins() == [nil, nil])
    }

    @Test func `that a value is known is told without the value`() throws {
        let session = try Orchard("a: x > 2 or y > 2 => fruit: { kind: apple }").session("x = 3")
        let naming = Naming(session.ruleBase)
        let expression = try #require(FEELParser.parse("not(known(y))").expression)
        #expect(
            Verbalizer(naming, .en) { $0.kind == .name("y") ? .anything : nil }.condition(expression)
                == "y is not known")
    }

    @Test(arguments: [
        (
            "(ripe or dry) and x > 2",
            "(rijp: nee (gevraagd: ja), of droog: nee (gevraagd: ja)), en x is 1; voorwaarde: meer dan 2"
        ),
        (
            "ripe or dry and x > 2",
            "rijp: nee (gevraagd: ja), of (droog: nee (gevraagd: ja), en x is 1; voorwaarde: meer dan 2)"
        ),
        ("not(ripe and dry) and x > 2", "(rijp: nee, of droog: nee), en x is 1; voorwaarde: meer dan 2"),
        ("not(ripe) and x > 2", "rijp: nee, en x is 1; voorwaarde: meer dan 2"),
        ("(x + y) * 2 > 9", "(x + y) × 2 is 4; voorwaarde: meer dan 9"),
        ("x + y * 2 > 9", "x + y × 2 is 3; voorwaarde: meer dan 9"),
        ("x - (y - 2) > 9", "x \u{2212} (y \u{2212} 2) is 2; voorwaarde: meer dan 9"),
        ("x > 1950", "x is 1; voorwaarde: meer dan 1950"),
        ("x > 19500", "x is 1; voorwaarde: meer dan 19.500"),
    ])
    func `brackets stand where the words would be read otherwise`(condition: String, words: String) throws {
        let session = try Orchard("a: \(condition) => fruit: { kind: apple }").session(
            "x = 1, y = 1, ripe = false, dry = false")
        let step = try #require(session.whyNot(Self.apple).steps.first)
        #expect(step.conditions.map { session.sentence(of: $0, in: .nl) } == [words])
    }

    @Test(arguments: [
        (1965, nil, "1965"), (9999, nil, "9999"), (10_000, nil, "10.000"), (1965, "jaar", "1965 jaar"),
        (1965, "euro", "1.965 euro"), (-1965, nil, "\u{2212}1965"), (999, "euro", "999 euro"),
    ])
    func `a number that may be a year is not grouped`(number: Int, unit: String?, text: String) throws {
        let value = try #require(FEELNumber(String(number)))
        #expect(ValueText(.nl).text(of: .number(value), unit: unit) == text)
    }
}
