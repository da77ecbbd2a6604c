import RuleEngine
import TestSupport
import Testing

/// What two sessions say differently, and by which rules.
@Suite struct SessionDifferenceTests {
    private static let rules = """
        a: x > 2 => fruit: { kind: pear, weight: 2 }
        b: y > 2 => fruit: { kind: pear, weight: 3 }
        c: { fruit: f, kind: pear } ;; ripe => fruit: { kind: apple }
        d: { absent: { fruit: f, kind: pear } } => fruit: { kind: plum }
        """

    /// `fruit:pear refuted>found; fruit:plum found>refuted`
    private func text(_ difference: SessionDifference) -> String {
        difference.changes.map { change in
            let fields = change.fields.map { " \($0.name) \($0.before)>\($0.after)" }.joined()
            return change.before == change.after
                ? "\(change.finding)\(fields)"
                : "\(change.finding) \(change.before.rawValue)>\(change.after.rawValue)\(fields)"
        }.joined(separator: "; ")
    }

    @Test(arguments: [
        (
            "x = 1, y = 1, ripe = true", "x = 3, y = 1, ripe = true",
            "fruit:apple refuted>found; fruit:pear refuted>found; fruit:plum found>refuted"
        ),
        ("x = 3, y = 1, ripe = true", "x = 3, y = 3, ripe = true", "fruit:pear weight 2>3"),
        ("x = 3, y = 1, ripe = true", "x = 4, y = 1, ripe = true", ""),
        ("x = 3, y = 1, ripe = true", "x = 3, y = 1", "fruit:apple found>open"),
        ("x = 3, y = 1", "x = 3, y = 1, ripe = false", "fruit:apple open>refuted"),
    ])
    func `what came, went and changed stands in the order of the vocabulary`(
        before: String, after: String, expected: String
    ) throws {
        let orchard = Orchard(Self.rules)
        let (one, two) = (try orchard.session(before), try orchard.session(after))
        #expect(text(one.difference(to: two)) == expected)
        #expect(one.difference(to: one).isEmpty)
    }

    @Test func `a change names the rule, the condition, and the inputs below it`() throws {
        let session = try Orchard(Self.rules).session("x = 1, y = 1, ripe = true")
        let difference = session.whatIf([.value(.init(name: "x"), .number(3))]).difference
        #expect(
            difference.inputs == [.value(.init(name: "x"), before: .exactly(.number(1)), after: .exactly(.number(3)))])
        let pear = try #require(difference.changes.first { $0.finding.key == ["pear"] })
        #expect(pear.causes.map(\.rule.name) == ["a"])
        let condition = try #require(pear.causes.first?.conditions.first)
        #expect(condition.before.state == .fails && condition.after.state == .holds)
        #expect(condition.inputs.count == 1)
        let apple = try #require(difference.changes.first { $0.finding.key == ["apple"] })
        #expect(apple.causes.first?.conditions.map(\.findings) == [[FindingID(template: "fruit", key: ["pear"])]])
        let before = try #require(apple.causes.first?.conditions.first?.before)
        #expect(session.sentence(of: before, in: .nl) == "vrucht ‘peer’ is niet gevonden")
    }

    @Test func `facts from outside are inputs`() throws {
        let orchard = Orchard("a: { basket: b, kind: pear } => fruit: { kind: apple }")
        let session = try orchard.session("basket:pear, basket complete")
        let basket = FindingID(template: "basket", key: ["pear"])
        let difference = session.whatIf([.absent(basket)]).difference
        #expect(difference.inputs == [.fact(basket, before: .found, after: .refuted)])
        #expect(text(difference) == "fruit:apple found>refuted")
    }

    @Test func `a what-if leaves the session as it was, and back again is no difference`() throws {
        var generator = try RuleSetGenerator(seed: 12)
        var compared = 0
        while compared < 40 {
            let sample = generator.next()
            let orchard = Orchard(sample.rules)
            guard orchard.errors == [] else { continue }
            compared += 1
            let session = Session(orchard.ruleBase, sample.inputs)
            let (other, difference) = session.whatIf([.value(.init(name: "x"), .number(0)), .unknown(.init(name: "y"))])
            let back = other.difference(to: session)
            #expect(back.changes.map(\.finding) == difference.changes.map(\.finding))
            #expect(back.changes.map(\.before) == difference.changes.map(\.after))
            for change in difference.changes {
                #expect(change.before == session.state(of: change.finding))
                #expect(change.after == other.state(of: change.finding))
            }
            #expect(Session(orchard.ruleBase, sample.inputs).difference(to: session).isEmpty)
        }
    }
}
