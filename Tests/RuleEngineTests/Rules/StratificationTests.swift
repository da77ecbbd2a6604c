import RuleEngine
import Testing

/// In which order rules are decided, and which rule sets have no meaning.
@Suite struct StratificationTests {
    @Test func `a cycle through absent is refused, with both places`() throws {
        let orchard = Orchard(
            """
            first: { absent: { fruit: f, kind: pear } } => fruit: { kind: apple }
            second: { fruit: f, kind: apple } => fruit: { kind: pear }
            """)
        let cycle = try #require(orchard.diagnostics.first { $0.code == "rule/cycle" })
        #expect(cycle.message.en.contains("‘second’ → ‘first’"))
        #expect(cycle.span?.start.line == 9)
        #expect(Set(cycle.related.compactMap(\.span.start.line)) == [4, 12])
    }

    @Test(arguments: [
        "a: { absent: { fruit: f } } => fruit: { kind: apple }",
        "a: { count: { fruit: f, as: n } } ;; n > 1 => fruit: { kind: apple }",
        "a: { every: { fruit: f, satisfies: f.weight > 1 } } => fruit: { kind: apple }",
        "a: { fruit: f } ;; f.weight > 1 => fruit: { kind: apple }",
        "a: { fruit: f } => fruit: { kind: apple, weight: f.weight }",
        "a: { exists: { fruit: f, where: f.weight > 1 } } => fruit: { kind: apple }",
        "a: { absent: { fruit: f, colour: '\"red\"' } } => fruit: { kind: plum }",
        "a: { link: l } ;; { absent: { fruit: f, kind: = l.start } } => fruit: { kind: apple }",
        "a: { absent: { fruit: f, where: 'today() > date(\"2020-01-01\")' } } => fruit: { kind: apple }",
        "a: { absent: { fruit: f, where: 'now() > date and time(\"2020-01-01T00:00:00\")' } } => fruit: { kind: apple }",
    ])
    func `a rule that asks for what it decides itself is refused`(rules: String) {
        #expect(Orchard(rules).errors == ["rule/cycle"])
    }

    @Test(arguments: [
        "a: { absent: { fruit: f, kind: pear } } => fruit: { kind: apple }",
        "a: { absent: { fruit: f, where: f.kind != \"apple\" } } => fruit: { kind: apple }",
        "a: { absent: { fruit: f, where: 'f.kind in (\"pear\", \"plum\")' } } => fruit: { kind: apple }",
        "a: { absent: { fruit: f, where: f.colour = \"red\" } } => fruit: { kind: pear }",
        "a: { fruit: f, kind: pear } ;; f.weight > 1 => fruit: { kind: apple }",
        "a: { fruit: f } ;; f.colour = \"red\" => fruit: { kind: apple }",
        "a: { exists: { fruit: f } } => fruit: { kind: apple }",
        "a: { reach: r } ;; { link: l, start: = r.end } => reach: { start: = r.start, end: = l.end }",
        "a: { absent: { fruit: f, where: 'f.kind = \"pear\" and today() > date(\"2020-01-01\")' } } => fruit: { kind: apple }",
    ])
    func `a rule that asks for another code, or for keys alone, is decided`(rules: String) {
        #expect(Orchard(rules).errors == [])
    }

    @Test func `what a sheet gives is not known when rules are put in order`() {
        let rule = "a: { absent: { fruit: f, where: known(x) } } => fruit: { kind: apple }"
        #expect(Orchard(rule, header: "about: analysis\n").errors == ["rule/cycle"])
        let other = "a: { absent: { fruit: f, where: 'f.kind = \"pear\" and known(x)' } } => fruit: { kind: apple }"
        #expect(Orchard(other, header: "about: analysis\n").errors == [])
    }

    @Test func `absence of one code concludes another, whatever the order of the rules`() throws {
        let rules = [
            "c: { absent: { fruit: f, kind: pear } } => fruit: { kind: plum }",
            "b: { absent: { fruit: f, kind: apple } } => fruit: { kind: pear }",
            "a: x > 2 => fruit: { kind: apple }",
        ]
        for order in [rules, rules.reversed()] {
            let orchard = Orchard(order.joined(separator: "\n"))
            #expect(try orchard.session("x = 3").states() == "fruit:apple found, fruit:plum found")
            #expect(try orchard.session("x = 1").states() == "fruit:pear found")
            #expect(try orchard.session("").states() == "fruit:apple open, fruit:pear open, fruit:plum open")
        }
    }

    @Test func `rules that need each other positively are run until nothing changes`() throws {
        let orchard = Orchard(
            """
            a: { link: l } => reach: { start: = l.start, end: = l.end }
            b: { reach: r } ;; { reach: s, start: = r.end } => reach: { start: = r.start, end: = s.end }
            """)
        let session = try orchard.session("link:apple/pear, link:pear/plum, link:plum/apple, link complete")
        #expect(session.facts(of: "reach").count == 9)
        #expect(session.facts(of: "reach").allSatisfy { $0.fact.isCertain })
    }

    @Test func `facts that support only each other are not found`() throws {
        let orchard = Orchard(
            """
            a: { fruit: f, kind: pear } => fruit: { kind: apple }
            b: { fruit: f, kind: apple } => fruit: { kind: pear }
            c: x > 2 => fruit: { kind: pear }
            """)
        #expect(try orchard.session("x = 3").states() == "fruit:apple found, fruit:pear found")
        #expect(try orchard.session("x = 1").states() == "")
        var session = try orchard.session("x = 3")
        session.inputs.values[.init(name: "x")] = .exactly(.number(FEELNumber(1)))
        #expect(session.states() == "")
    }
}
