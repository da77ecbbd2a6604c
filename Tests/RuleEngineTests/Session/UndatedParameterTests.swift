import RuleEngine
import TestSupport
import Testing

/// On days before its first value a parameter is a number that nobody knows: what rests on it is open, and nothing is
/// refuted by it.
@Suite struct UndatedParameterTests {
    private static let before = "2019-12-31"
    private static let first = "2020-01-01"

    private static func limit(_ values: String = "2020-01-01: 2") -> String {
        "  lim: { title: { nl: de grens, en: the limit }, values: { \(values) }, judgement: { nl: zo, en: so } }"
    }

    @Test(arguments: [
        // The rule of the day itself, one that needs its absence, and what each is before.
        ("a: x > lim => fruit: { kind: apple }", "x = 3", "apple found", "apple open"),
        (
            "a: x > lim => fruit: { kind: apple }\nb: { absent: { fruit: f, kind: apple } } => fruit: { kind: pear }",
            "x = 3", "apple found", "apple open, pear open"
        ),
        (
            "a: x > lim => fruit: { kind: apple }\nb: { absent: { fruit: f, kind: apple } } => fruit: { kind: pear }",
            "x = 1", "pear found", "apple open, pear open"
        ),
        // In a product, in arithmetic, in a filter, in a count, in a conclusion.
        ("a: x > 1.5 * lim => fruit: { kind: apple }", "x = 4", "apple found", "apple open"),
        ("a: x + lim > y => fruit: { kind: apple }", "x = 3, y = 4", "apple found", "apple open"),
        ("a: lim in [1..3] => fruit: { kind: apple }", "", "apple found", "apple open"),
        (
            "a: { basket: b, where: b.size > lim } => fruit: { kind: = b.kind }",
            "basket:apple size 3, basket complete",
            "apple found", "apple open"
        ),
        (
            "a: { basket: b, where: b.size + y > lim } => fruit: { kind: = b.kind }",
            "y = 1, basket:apple size 3, basket complete", "apple found", "apple open"
        ),
        (
            "a: { count: { basket: b, where: b.size > lim, as: n } } ;; n > 0 => fruit: { kind: apple }",
            "basket:apple size 3, basket complete", "apple found", "apple open"
        ),
        ("a: true => fruit: { kind: apple, price: lim }", "", "apple found", "apple found"),
        // What is decided without the parameter stays so.
        ("a: x > lim and x < 2 => fruit: { kind: apple }", "x = 3", "", ""),
        ("a: x > lim or x > 2 => fruit: { kind: apple }", "x = 3", "apple found", "apple found"),
        ("a (2020-01-01): x > lim => fruit: { kind: apple }", "x = 3", "apple found", ""),
    ])
    func `a parameter without a value leaves open what rests on it`(
        rules: String, inputs: String, then: String, earlier: String
    ) throws {
        let orchard = Orchard(rules, parameters: Self.limit())
        var session = try orchard.session(inputs, on: Self.first)
        #expect(Self.states(session) == then)
        #expect(session.diagnostics.isEmpty)
        let old = try orchard.session(inputs, on: Self.before)
        #expect(Self.states(old) == earlier)
        session.inputs.date = old.inputs.date
        #expect(Self.states(session) == earlier, "a session that goes back to the day says the same")
    }

    private static func states(_ session: Session) -> String {
        session.facts(of: "fruit").filter { !$0.fact.isAnonymous }
            .map { "\(session.finding($0.fact).key[0]) \($0.fact.isCertain ? "found" : "open")" }
            .joined(separator: ", ")
    }

    @Test func `what waits for a parameter says so`() throws {
        let session = try Orchard("a: x > lim => fruit: { kind: apple }", parameters: Self.limit())
            .session("x = 3", on: Self.before)
        let apple = FindingID(template: "fruit", key: ["apple"])
        #expect(session.awaitedInputs(of: apple) == [.parameter("lim")])
        for rule in [
            "a: { basket: b, where: b.size > lim } => fruit: { kind: = b.kind }",
            "a: { basket: b, where: b.size + x > 2 * lim } => fruit: { kind: = b.kind }",
            "a: { count: { basket: b, where: b.size > lim, as: n } } ;; n > 0 => fruit: { kind: apple }",
        ] {
            let other = try Orchard(rule, parameters: Self.limit())
                .session("x = 3, basket:apple size 3, basket complete", on: Self.before)
            #expect(other.awaitedInputs(of: apple) == [.parameter("lim")], "\(rule)")
        }
        let naming = Naming(session.ruleBase)
        #expect(naming.title(of: .parameter("lim"), in: .en) == "the limit: not known before 1 January 2020")
        #expect(naming.title(of: .parameter("lim"), in: .nl) == "de grens: pas bekend vanaf 1 januari 2020")
        #expect(session.nextQuestions().questions.isEmpty, "nobody can be asked for it")
    }

    @Test(arguments: [
        ("a: x > lim => fruit: { kind: apple }", before, ["session/parameter-without-value"]),
        ("a: x > lim => fruit: { kind: apple }", first, []),
        ("a (2020-01-01): x > lim => fruit: { kind: apple }", before, []),
        ("a: x > 1 => fruit: { kind: apple }", before, []),
    ])
    func `a run warns of parameters that rules of the day need`(rules: String, day: String, codes: [String]) throws {
        let session = try Orchard(rules, parameters: Self.limit()).session("x = 3", on: day)
        #expect(session.diagnostics.map(\.code) == codes)
        #expect(session.diagnostics.allSatisfy { $0.severity == .warning && $0.span != nil && $0.hint != nil })
    }

    /// The promise: what is found on a day without the value holds with every value, what is refuted with none.
    @Test func `found holds whatever the value had been, refuted never does`() throws {
        var generator = try RuleSetGenerator(seed: 31)
        var tried = 0
        for number in 0..<300 {
            let sample = generator.next()
            let rules = sample.rules.replacing("> 2", with: "> lim").replacing("x < ", with: "lim > ")
            let orchard = Orchard(rules, parameters: Self.limit())
            guard orchard.errors == [], orchard.diagnostics.isEmpty || rules.contains("lim") else { continue }
            var inputs = sample.inputs
            inputs.date = try #require(FEELDate(Self.before))
            let session = Session(orchard.ruleBase, inputs)
            tried += session.undatedParameters.isEmpty ? 0 : 1
            for value in ["-1", "0", "1", "2", "3", "4", "5"] {
                let dated = Orchard(rules, parameters: Self.limit("2010-01-01: \(value)"))
                let known = Session(dated.ruleBase, inputs)
                for template in ["fruit", "reach"] {
                    for (_, fact) in session.facts(of: template) where fact.isCertain {
                        #expect(known.state(of: session.finding(fact)) == .found, "\(number), \(value):\n\(rules)")
                    }
                    for (_, fact) in known.facts(of: template) {
                        #expect(session.state(of: known.finding(fact)) != .refuted, "\(number), \(value):\n\(rules)")
                    }
                }
            }
        }
        #expect(tried > 100, "only \(tried) sets need the parameter")
    }

    @Test func `records are then run one by one`() throws {
        let tag = SourceFile(
            name: "tags.yaml",
            text: """
                templates:
                  - template: tag
                    title: { nl: merk, en: tag }
                    key: { kind: { vocabulary: fruits } }
                """)
        let rules = Orchard.ruleSet("a: x > lim => tag: { kind: apple }", parameters: Self.limit())
        let orchard = Orchard(files: Orchard.world + [tag, rules])
        let network = Network(orchard.ruleBase)
        let columns = RecordColumns(orchard.ruleBase.record, count: 3)
        #expect(ColumnarSession(network, columns, on: try #require(FEELDate(Self.first))) != nil)
        #expect(ColumnarSession(network, columns, on: try #require(FEELDate(Self.before))) == nil)
    }
}
