import RuleEngine
import Testing

/// What a production system does, one idea at a time.
@Suite struct ProductionSessionTests {
    /// A rule reads `name[ salience]: condition ;; condition => action ;; action`, each part as in a file.
    private static func session(
        _ rules: String, facts: String = "", limits: ProductionLimits = .standard
    ) throws -> ProductionSession {
        ProductionSession(ProductionNetwork(try productionSet(rules, facts: facts)), limits: limits)
    }

    private static func productionSet(_ rules: String, facts: String = "") throws -> ProductionSet {
        var text = """
            ruleset: trial
            title: { nl: Proef, en: Trial }
            mode: production
            templates:
              - template: item
                fields: { name: { type: string }, size: { type: number } }
              - template: done
                fields: { name: { type: string }, size: { type: number } }

            """
        let listed = facts.split(separator: ";").map { "  - \($0.drop { $0 == " " })\n" }
        if !listed.isEmpty { text += "facts:\n" + listed.joined() }
        text += "rules:\n"
        for line in rules.split(separator: "\n") {
            let (head, body) = line.cut(at: ": ")
            let (when, then) = body.cut(at: " => ")
            let (name, salience) = head.cut(at: " ")
            text += "  - rule: \(name)\n"
            if !salience.isEmpty { text += "    salience: \(salience)\n" }
            text += "    when:\n" + when.parts(between: " ;; ").map { "      - \($0)\n" }.joined()
            text += "    then:\n" + then.parts(between: " ;; ").map { "      - \($0)\n" }.joined()
        }
        let reading = RuleBaseReader.read([SourceFile(name: "trial.yaml", text: text)])
        try #require(reading.diagnostics.isEmpty, "\(reading.diagnostics.map(\.message.en))\n\(text)")
        return try #require(reading.ruleBase.productionSets.first)
    }

    private static func firings(_ session: ProductionSession) -> [String] {
        var session = session
        var result: [String] = []
        session.run { event in
            if case .fired(let firing) = event {
                result.append(([firing.rule] + firing.facts.map(String.init)).joined(separator: " "))
            }
        }
        return result
    }

    private static let three =
        #"item: { name: '"a"', size: 1 }; item: { name: '"b"', size: 2 }; item: { name: '"c"', size: 3 }"#

    @Test func `higher salience goes first, whatever the recency`() throws {
        let session = try Self.session(
            """
            late: { item: i } => bind: { n: 1 }
            early 5: { item: i, size: 1 } => bind: { n: 1 }
            never-first -5: { item: i, size: 3 } => bind: { n: 1 }
            """, facts: Self.three)
        #expect(Self.firings(session) == ["early 1", "late 3", "late 2", "late 1", "never-first 3"])
    }

    @Test func `the newest fact decides, then the next newest, then the length, then the name`() throws {
        let session = try Self.session(
            """
            one: { item: i } => bind: { n: 1 }
            two: { item: i } ;; { item: j, where: i.size < j.size } => bind: { n: 1 }
            alias: { item: i, size: 3 } => bind: { n: 1 }
            """, facts: Self.three)
        #expect(Self.firings(session) == ["two 2 3", "two 1 3", "alias 3", "one 3", "two 1 2", "one 2", "one 1"])
    }

    @Test func `of equal recency the lower numbers in the order of the conditions go first`() throws {
        let session = try Self.session(
            "pair: { item: i } ;; { item: j, where: i.size != j.size } => bind: { n: 1 }",
            facts: #"item: { name: '"a"', size: 1 }; item: { name: '"b"', size: 2 }"#)
        #expect(Self.firings(session) == ["pair 1 2", "pair 2 1"])
    }

    @Test func `a match fires once, and again when it has been away`() throws {
        var session = try Self.session(
            "alone: { item: i } ;; absent: { done: d } => bind: { n: 1 }", facts: #"item: { name: '"a"', size: 1 }"#)
        #expect(session.step()?.facts == [1])
        #expect(session.step() == nil)
        let id = try #require(try session.assert("done", FEELContext()))
        #expect(session.step() == nil)
        session.retract(id)
        #expect(session.step()?.facts == [1])
    }

    @Test func `what holds before and after a firing is not fired again`() throws {
        // The only fact that `exists` looks at is replaced within one firing.
        let session = try Self.session(
            """
            watch: { item: i } ;; exists: { done: d } => bind: { n: 1 }
            renew -1: { done: d, size: 1 } => modify: { d: { size: 2 } }
            """, facts: #"item: { name: '"a"' }; done: { size: 1 }"#)
        #expect(Self.firings(session) == ["watch 1", "renew 2"])
    }

    @Test func `a match of a changed fact fires again, though no condition reads the changed field`() throws {
        let session = try Self.session(
            """
            pair: { item: i } ;; { done: d, name: = i.name } => bind: { n: 1 }
            grow -1: { done: d, size: 1 } => modify: { d: { size: 2 } }
            """, facts: #"item: { name: '"a"' }; done: { name: '"a"', size: 1 }; item: { name: '"b"' }"#)
        #expect(Self.firings(session) == ["pair 1 2", "grow 2", "pair 1 4"])
    }

    @Test func `a changed fact blocks what the old one blocked, and meets itself once`() throws {
        let session = try Self.session(
            """
            free: { item: i } ;; absent: { done: d, name: = i.name } => bind: { n: 1 }
            twins: { done: d } ;; { done: e, name: = d.name } => bind: { n: 1 }
            grow -1: { done: d, size: 1 } => modify: { d: { size: 2 } }
            away -2: { done: d, size: 2 } => retract: d
            """, facts: #"item: { name: '"a"' }; done: { name: '"a"', size: 1 }"#)
        #expect(Self.firings(session) == ["twins 2 2", "grow 2", "twins 3 3", "away 3", "free 1"])
    }

    @Test func `modify gives a new fact with fresh recency`() throws {
        var session = try Self.session(
            "grow: { item: i, where: i.size < 3 } => modify: { i: { size: i.size + 1 } }", facts: Self.three)
        session.run()
        #expect(
            session.facts.map { "\($0.id) \($0["name"]?.text ?? "") \($0["size"]?.text ?? "")" } == [
                "3 c 3", "4 b 3", "6 a 3",
            ])
        #expect(session.state == .exhausted)
    }

    @Test func `asserting an equal fact does nothing`() throws {
        var session = try Self.session(
            #"copy: { item: i } => assert: { done: { name: '"x"', size: 1.0 } }"#, facts: Self.three)
        session.run()
        #expect(session.firings == 3)
        #expect(session.facts(of: "done").map(\.id) == [4])
        let equal = FEELContext([.init(key: "name", value: .string("a")), .init(key: "size", value: .number(1))])
        #expect(try session.assert("item", equal) == nil)
        #expect(session.factCount == 4)
    }

    @Test func `halt ends the firing and lets it finish its actions`() throws {
        var session = try Self.session(
            "stop: { item: i } => halt ;; assert: { done: { size: i.size } }", facts: Self.three)
        session.run()
        #expect(session.state == .halted)
        #expect(session.firings == 1)
        #expect(session.facts(of: "done").map { $0["size"] } == [.number(3)])
        #expect(session.step() == nil)
    }

    @Test func `expressions see the facts as they were matched`() throws {
        var session = try Self.session(
            "swap: { item: i, size: 1 } ;; { item: j, size: 2 } => modify: { i: { size: j.size + 10 }, j: { size: i.size + 10 } }",
            facts: Self.three)
        session.run()
        #expect(session.facts.map { $0["size"]?.text } == ["3", "12", "11"])
    }

    @Test func `a field without a value is null, and null equals null`() throws {
        let session = try Self.session(
            """
            unset: { item: i, size: null } => bind: { n: 1 }
            same: { item: i, size: null } ;; { done: d, size: = i.size } => bind: { n: 1 }
            less: { item: i, where: i.size < 5 } => bind: { n: 1 }
            """, facts: #"item: { name: '"a"' }; done: { name: '"b"' }; done: { size: 1 }"#)
        #expect(Self.firings(session) == ["same 1 2", "unset 1"])
    }

    @Test func `control facts that stand apart make a match for each of them`() throws {
        let session = try Self.session(
            "both: { done: d } ;; { item: i } ;; { item: j, size: = i.size + 1 } => bind: { n: 1 }",
            facts: Self.three + "; done: { size: 1 }; done: { size: 2 }")
        #expect(Self.firings(session) == ["both 5 2 3", "both 5 1 2", "both 4 2 3", "both 4 1 2"])
    }

    @Test func `what only the evaluator can compute joins and acts as well`() throws {
        var session = try Self.session(
            "long: { item: i } ;; { done: d, name: = upper case(i.name) } => assert: { item: { name: 'string join([i.name, d.name])' } }",
            facts: #"item: { name: '"a"' }; done: { name: '"A"' }"#)
        session.run()
        #expect(session.facts.map { $0["name"]?.text } == ["a", "A", "aA"])
    }

    @Test func `a session is a value`() throws {
        let first = try Self.session("take: { item: i } => retract: i", facts: Self.three)
        var second = first
        second.run()
        #expect(second.factCount == 0)
        #expect(first.factCount == 3)
        #expect(first.conflictSet.count == 3)
    }

    // MARK: Guards

    private static let endless = "more: { item: i } => assert: { item: { name: i.name, size: i.size + 1 } }"

    @Test(arguments: [
        (ProductionLimits(firings: 10), 10), (ProductionLimits(facts: 5), 3), (ProductionLimits(bytes: 4_000), 0),
    ])
    func `a run without end is stopped, and the rule is named`(limits: ProductionLimits, firings: Int) throws {
        var session = try Self.session(Self.endless, facts: Self.three, limits: limits)
        session.run()
        #expect(session.state == .stopped)
        if firings > 0 { #expect(session.firings == firings) }
        let diagnostic = try #require(session.diagnostics.first)
        #expect(diagnostic.code == "production/limit")
        #expect(diagnostic.message.en.contains("‘more’"))
        #expect(diagnostic.span?.file == "trial.yaml")
    }

    @Test func `exactly as many firings as allowed are no fault`() throws {
        var session = try Self.session(
            "take: { item: i } => retract: i", facts: Self.three, limits: ProductionLimits(firings: 3))
        session.run()
        #expect(session.state == .exhausted)
        #expect(session.diagnostics.isEmpty)
    }

    @Test func `a rule that joins all with all is stopped while it is matched`() throws {
        var session = try Self.session(
            "all: { item: i } ;; { item: j, where: i.size <= j.size } ;; { item: k, where: j.size <= k.size } => halt",
            limits: ProductionLimits(matches: 1_000))
        for size in 0..<200 where session.state != .stopped {
            try session.assert("item", FEELContext([.init(key: "size", value: .number(FEELNumber(size)))]))
        }
        #expect(session.state == .stopped)
        #expect(session.diagnostics.map(\.message.en) == ["the limit of 1000 matches is reached at rule ‘all’"])
    }

    @Test(arguments: [(100, true), (1_000_000, false)])
    func `H7: patterns that are tried and never hold are stopped, and the rule is named`(
        tries: Int, isStopped: Bool
    ) throws {
        var session = try Self.session(
            "none: { item: i } ;; { item: j, where: i.size + j.size < 0 } ;; { item: k, where: k.size + j.size < 0 } => halt",
            limits: ProductionLimits(tries: tries))
        for size in 0..<50 where session.state != .stopped {
            try session.assert("item", FEELContext([.init(key: "size", value: .number(FEELNumber(size)))]))
        }
        session.run()
        #expect((session.state == .stopped) == isStopped)
        let message = "the limit of 100 tries is reached at rule ‘none’"
        #expect(session.diagnostics.map(\.message.en) == (isStopped ? [message] : []))
    }

    @Test func `H7: a guard that looks at all facts counts as well`() throws {
        var session = try Self.session(
            "alone: { item: i } ;; { absent: { item: j, where: j.size + i.size = 1 } } => halt",
            limits: ProductionLimits(tries: 100))
        for size in 5..<55 where session.state != .stopped {
            try session.assert("item", FEELContext([.init(key: "size", value: .number(FEELNumber(size)))]))
        }
        #expect(session.state == .stopped)
        #expect(session.diagnostics.map(\.message.en) == ["the limit of 100 tries is reached at rule ‘alone’"])
    }

    @Test func `the caller says when time is up`() throws {
        var session = try Self.session(Self.endless, facts: Self.three)
        session.run(while: { false })
        #expect(session.diagnostics.map(\.code) == ["production/time"])
    }

    @Test func `a value that does not fit its field stops the run`() throws {
        var session = try Self.session(
            "bad: { item: i } => assert: { done: { size: if i.size > 1 then i.name else i.size } }", facts: Self.three)
        session.run()
        #expect(session.diagnostics.map(\.code) == ["production/value-not-allowed"])
        #expect(session.factCount == 3)
    }

    @Test func `a fact from outside must fit its template`() throws {
        var session = try Self.session("take: { item: i } => retract: i")
        #expect(throws: ProductionFactError.unknownTemplate("thing")) { try session.assert("thing", FEELContext()) }
        #expect(throws: ProductionFactError.unknownField("colour", template: "item")) {
            try session.assert("item", FEELContext([.init(key: "colour", value: .null)]))
        }
        #expect(throws: ProductionFactError.wrongValue(.string("x"), field: "size", template: "item")) {
            try session.assert("item", FEELContext([.init(key: "size", value: .string("x"))]))
        }
    }
}
