import RuleEngine
import TestSupport
import Testing

/// What becomes of conclusions when inputs change, when people overrule them, and with time.
@Suite struct SessionTests {
    private static let chain = """
        a: x > 2 => fruit: { kind: apple }
        b: { fruit: f, kind: apple } => fruit: { kind: pear }
        c: ripe => fruit: { kind: pear }
        d: { fruit: f, kind: pear } => fruit: { kind: plum }
        """

    // MARK: Retraction

    @Test func `without a value, what names it is open and what another rule proves stays found`() throws {
        var session = try Orchard(Self.chain).session("x = 3, ripe = true")
        #expect(session.states() == "fruit:apple found, fruit:pear found, fruit:plum found")
        session.inputs.values[.init(name: "x")] = nil
        #expect(session.states() == "fruit:apple open, fruit:pear found, fruit:plum found")
        let apple = try #require(session.fact(FindingID(template: "fruit", key: ["apple"]))?.fact)
        #expect(session.awaitedInputs(of: apple).map { session.reference($0) } == [.slot(.init(name: "x"))])
        let pear = try #require(session.fact(FindingID(template: "fruit", key: ["pear"]))?.fact)
        #expect(session.awaitedInputs(of: pear) == [])
        #expect(pear.justifications.map(\.isCertain) == [true, false])
    }

    @Test func `a retracted fact takes its conclusions along`() throws {
        var session = try Orchard(Self.chain).session("x = 3, ripe = false")
        #expect(session.states() == "fruit:apple found, fruit:pear found, fruit:plum found")
        session.inputs.values[.init(name: "x")] = .exactly(.number(FEELNumber(0)))
        #expect(session.states() == "")
        session.inputs.values[.init(name: "ripe")] = .exactly(.boolean(true))
        #expect(session.states() == "fruit:pear found, fruit:plum found")
    }

    @Test func `an open conclusion waits for all inputs that may decide it, in a circle of rules too`() throws {
        let rules = [
            "a: x > 2 => fruit: { kind: apple }", "b: { fruit: f, kind: apple } => fruit: { kind: pear }",
            "c: y > 2 => fruit: { kind: pear }", "d: { fruit: f, kind: pear } => fruit: { kind: apple }",
        ]
        for order in [rules, rules.reversed()] {
            let session = try Orchard(order.joined(separator: "\n")).session("")
            for kind in ["apple", "pear"] {
                let fact = try #require(session.fact(FindingID(template: "fruit", key: [kind]))?.fact)
                #expect(
                    session.awaitedInputs(of: fact).map { session.reference($0) } == [
                        .slot(.init(name: "x")), .slot(.init(name: "y")),
                    ])
            }
        }
    }

    @Test(arguments: [false, true])
    func `an equal answer that is written otherwise shows as it is written`(atOnce: Bool) throws {
        let orchard = Orchard(
            """
            a: ripe => fruit: { kind: apple, price: x }
            b: { fruit: f, kind: apple } => fruit: { kind: pear, price: f.price * 2 }
            c: { sum: { fruit: f, kind: pear, of: f.price, as: total } } => fruit: { kind: plum, price: total }
            """)
        var session = try orchard.session("x = 1.1, ripe = true")
        for text in ["1.10", "1.100", "1.1"] {
            let set = ValueSet.exactly(.number(try #require(FEELNumber(text))))
            if atOnce { session.inputs.values[.init(name: "x")] = set } else { session.set(.init(name: "x"), to: set) }
            let fresh = try orchard.session("x = \(text), ripe = true")
            for kind in ["apple", "pear", "plum"] {
                let shown = try #require(Self.price(of: kind, in: session))
                #expect(try #require(Self.price(of: kind, in: fresh)) == shown, "\(kind) for \(text)")
            }
            #expect(Self.price(of: "apple", in: session) == text)
        }
    }

    @Test func `an equal fact from outside that is written otherwise shows as it is written`() throws {
        let orchard = Orchard("b: { fruit: f, kind: apple } => fruit: { kind: pear, price: f.price * 2 }")
        var session = try orchard.session("ripe = true")
        for text in ["1.1", "1.10"] {
            let price = ValueSet.exactly(.number(try #require(FEELNumber(text))))
            session.inputs.facts = [.init(template: "fruit", key: [.string("apple")], fields: ["price": price])]
            #expect(Self.price(of: "apple", in: session) == text)
            #expect(Self.price(of: "pear", in: session) == (text == "1.1" ? "2.2" : "2.20"))
        }
    }

    /// As it is written, where it is known.
    private static func price(of kind: String, in session: Session) -> String? {
        let fact = session.fact(FindingID(template: "fruit", key: [kind]))?.fact
        return if case .exactly(let value)? = fact?.fields.last?.set { value.text } else { nil }
    }

    // MARK: Overrules

    @Test func `a rejected finding takes its conclusions along`() throws {
        let session = try Orchard(Self.chain).session("x = 3, ripe = false, -fruit:pear")
        #expect(session.states() == "fruit:apple found")
        #expect(session.state(of: FindingID(template: "fruit", key: ["pear"])) == .refuted)
    }

    @Test func `what is absent because a person rejected it meets absent`() throws {
        let orchard = Orchard(
            """
            a: x > 2 => fruit: { kind: apple }
            b: { absent: { fruit: f, kind: apple } } => fruit: { kind: pear }
            """)
        #expect(try orchard.session("x = 3, -fruit:apple").states() == "fruit:pear found")
        #expect(try orchard.session("x = 3").states() == "fruit:apple found")
    }

    @Test(arguments: ["x = 1, ripe = false, +fruit:apple", "ripe = false, +fruit:apple"])
    func `an added finding is found and has its conclusions`(inputs: String) throws {
        let session = try Orchard(Self.chain).session(inputs)
        #expect(session.states() == "fruit:apple found, fruit:pear found, fruit:plum found")
        let fact = try #require(session.fact(FindingID(template: "fruit", key: ["apple"]))?.fact)
        #expect(fact.origin == .overrule(reason: "seen"))
    }

    @Test func `an added finding keeps the reasons that rules give`() throws {
        let session = try Orchard("a: x > 2 => fruit: { kind: apple, weight: 2 }").session("x = 3, +fruit:apple")
        let fact = try #require(session.fact(FindingID(template: "fruit", key: ["apple"]))?.fact)
        #expect(fact.justifications.count == 1)
        #expect(try session.field("weight", of: "fruit:apple") == "2")
    }

    @Test func `of an added finding that no certain rule concludes the fields are not known`() throws {
        let rules = "a: x > 2 => fruit: { kind: apple, weight: 2 }"
        #expect(try Orchard(rules).session("+fruit:apple").field("weight", of: "fruit:apple") == "1 | 2 | 3")
        #expect(try Orchard(rules).session("x = 1, +fruit:apple").field("weight", of: "fruit:apple") == "1 | 2 | 3")
    }

    // MARK: Time

    @Test(arguments: [
        ("2019-12-31", ""), ("2020-01-01", "fruit:apple found"), ("2021-06-30", "fruit:apple found"),
        ("2021-07-01", ""),
    ])
    func `a rule holds from its first day to its last`(date: String, states: String) throws {
        let orchard = Orchard("a (2020-01-01..2021-06-30): x > 2 => fruit: { kind: apple }")
        #expect(try orchard.session("x = 3", on: date).states() == states)
    }

    @Test(arguments: [("2019-12-31", "fruit:apple open"), ("2020-01-01", ""), ("2021-01-01", "fruit:apple found")])
    func `a parameter has the value of the day, and an unknown one before the first`(date: String, states: String)
        throws
    {
        let orchard = Orchard(
            "a: x > limit => fruit: { kind: apple }",
            parameters: """
                  limit:
                    title: { nl: Grens, en: Limit }
                    values: { 2020-01-01: 3, 2021-01-01: 2 }
                    judgement: { nl: zo, en: so }
                """)
        #expect(try orchard.session("x = 3", on: date).states() == states)
    }

    @Test func `a code that is not in force is not concluded, and the session says so`() throws {
        let late = Orchard.world.map { file in
            let text = file.text.replacing(
                "colour: green }", with: "colour: green, valid: { from: 2025-01-01 } }")
            return SourceFile(name: file.name, text: text)
        }
        let orchard = Orchard(files: late + [Orchard.ruleSet("a: => fruit: { kind: pear }")])
        let before = try orchard.session("", on: "2024-12-31")
        #expect(before.states() == "")
        #expect(before.notInForce == [FindingID(template: "fruit", key: ["pear"])])
        let after = try orchard.session("", on: "2025-01-01")
        #expect(after.states() == "fruit:pear found")
        #expect(after.notInForce == [])
    }

    @Test func `what is not in force comes and goes with the facts that lead to it`() throws {
        let late = Orchard.world.map { file in
            let text = file.text.replacing(
                "colour: green }", with: "colour: green, valid: { from: 2025-01-01 } }")
            return SourceFile(name: file.name, text: text)
        }
        let rules = "a: { basket: b } ;; { link: l, start: = b.kind } => fruit: { kind: = l.end }"
        let orchard = Orchard(files: late + [Orchard.ruleSet(rules)])
        let pear = FindingID(template: "fruit", key: ["pear"])
        let toPear = SessionInputs.InputFact(template: "link", key: [.string("apple"), .string("pear")])
        var session = try orchard.session(
            "basket complete, link complete, basket:apple, link:apple/pear, link:apple/plum", on: "2024-06-01")
        func check(_ states: String, _ notInForce: [FindingID]) {
            #expect(session.states() == states)
            #expect(session.notInForce == notInForce)
            #expect(Session(orchard.ruleBase, session.inputs).notInForce == notInForce)
        }
        check("fruit:plum found", [pear])
        session.retract(FindingID(template: "link", key: ["apple", "pear"]))
        check("fruit:plum found", [])
        session.assert(toPear)
        check("fruit:plum found", [pear])
        session.assert(SessionInputs.InputFact(template: "basket", key: [.string("plum")]))
        check("fruit:plum found", [pear])
        session.retract(FindingID(template: "basket", key: ["apple"]))
        check("", [])
    }

    // MARK: Contradiction

    @Test func `two rules that give one field another value are both named`() throws {
        let session = try Orchard(
            """
            first: => fruit: { kind: apple, price: 1 }
            second: ripe => fruit: { kind: apple, price: 2 }
            """
        ).session("ripe = true")
        let conflict = try #require(session.diagnostics.first)
        #expect(conflict.code == "session/conflict")
        #expect(conflict.message.en.contains("‘first’ and ‘second’"))
        #expect(conflict.message.en.contains("fruit:apple"))
    }

    @Test func `a contradiction is found between any two rules, not only with the first`() throws {
        let session = try Orchard(
            """
            first: => fruit: { kind: apple, price: if ripe then 1 else 2 }
            second: => fruit: { kind: apple, price: 1 }
            third: => fruit: { kind: apple, price: 2 }
            """
        ).session("")
        let conflict = try #require(session.diagnostics.first)
        #expect(conflict.message.en.contains("‘second’ and ‘third’"))
    }

    @Test(arguments: [("2", "ripe = true"), ("1 | 2", "")])
    func `equal values, or values that may be equal, are no contradiction`(price: String, inputs: String) throws {
        let session = try Orchard(
            """
            first: => fruit: { kind: apple, price: if ripe then 2 else 1 }
            second: => fruit: { kind: apple, price: 'if ripe then 2 else 1' }
            """
        ).session(inputs)
        #expect(session.diagnostics == [])
        #expect(try session.field("price", of: "fruit:apple") == price)
    }

    // MARK: Known

    @Test(arguments: [("", "fruit:pear found"), ("x = 3", "fruit:apple found"), ("x = 1 | 2", "fruit:pear found")])
    func `known reads what was given, not what is the case`(inputs: String, states: String) throws {
        let orchard = Orchard(
            """
            a: known(x) => fruit: { kind: apple }
            b: not(known(x)) => fruit: { kind: pear }
            """, header: "about: analysis\n")
        #expect(try orchard.session(inputs).states() == states)
    }

    @Test func `known is refused in rules about the world`() {
        #expect(Orchard("a: known(x) => fruit: { kind: apple }").errors == ["rule/known-outside-analysis"])
    }

    // MARK: Order

    @Test func `the order of rules and files never matters`() throws {
        var generator = try RuleSetGenerator(seed: 5)
        var random = SeededGenerator(seed: 6)
        for number in 0..<150 {
            let sample = generator.next()
            let lines = sample.rules.split(separator: "\n").map(String.init)
            let plain = Orchard(sample.rules)
            guard plain.errors == [] else { continue }
            let shuffled = lines.shuffled(using: &random)
            let half = shuffled.count / 2
            let files = [
                Orchard.ruleSet(shuffled[..<half].joined(separator: "\n"), name: "z"),
                Orchard.ruleSet(shuffled[half...].joined(separator: "\n"), name: "a"),
            ]
            let other = Orchard(files: (Orchard.world + files).shuffled(using: &random))
            let one = Session(plain.ruleBase, sample.inputs)
            let two = Session(other.ruleBase, sample.inputs)
            #expect(described(one) == described(two), "\(number):\n\(sample.rules)")
        }
    }

    @Test func `after any history a session equals a fresh run`() throws {
        var generator = try RuleSetGenerator(seed: 8)
        for _ in 0..<60 {
            let sample = generator.next()
            let orchard = Orchard(sample.rules)
            guard orchard.errors == [] else { continue }
            var session = Session(orchard.ruleBase, sample.inputs)
            for _ in 0..<3 {
                session.inputs = generator.next().inputs
                #expect(described(session) == described(Session(orchard.ruleBase, session.inputs)))
            }
        }
    }

    /// All that a session says, without the numbers of rules and facts.
    private func described(_ session: Session) -> [String] {
        session.facts.map { fact in
            let reasons = fact.justifications.map {
                "\(session.ruleBase.rules[$0.rule].name) \($0.conclusion) \($0.isCertain)"
            }
            let inputs = session.awaitedInputs(of: fact).map { "\(session.reference($0))" }
            let fields = fact.fields.map(\.set)
            return "\(session.finding(fact)) \(fact.isCertain) \(fields) \(reasons.sorted()) \(inputs.sorted())"
        }.sorted()
    }
}
