import RuleEngine
import TestSupport
import Testing

/// A session and its naive twin agree on states, fields and justifications.
@Suite struct NaiveTwinTests {
    private static let sets = 2_000

    @Test func `a session says what trying every combination says`() throws {
        var generator = try RuleSetGenerator(seed: 11, onlyListedValues: true)
        var compared = 0
        for number in 0..<Self.sets {
            let sample = generator.next()
            let orchard = Orchard(sample.rules)
            guard orchard.errors == [] else { continue }
            compared += 1
            let session = Session(orchard.ruleBase, sample.inputs)
            let twin = try #require(NaiveMatcher(orchard.ruleBase, sample.inputs))
            let expected = twin.facts.map { text(of: $0, orchard.ruleBase) }.sorted()
            let actual = session.facts.map { text(of: $0, session) }.sorted()
            if expected == actual { continue }
            let less = expected.filter { !actual.contains($0) }
            let more = actual.filter { !expected.contains($0) }
            Issue.record(
                """
                \(number): the session lacks
                \(less.joined(separator: "\n"))
                and has
                \(more.joined(separator: "\n"))
                \(sample.rules)
                """)
            return
        }
        #expect(compared > Self.sets * 3 / 4, "only \(compared) sets are compared")
    }

    private func text(of fact: NaiveMatcher.NaiveFact, _ ruleBase: RuleBase) -> String {
        line(fact.template, fact.key, fact.isCertain, fact.fields, fact.justifications.sorted())
    }

    private func text(of fact: Fact, _ session: Session) -> String {
        let justifications = fact.justifications.map { text(of: $0, session) }
        return line(fact.template, fact.key, fact.isCertain, fact.fields.map(\.set), Set(justifications).sorted())
    }

    private func line(
        _ template: Int, _ key: [ValueSet], _ isCertain: Bool, _ fields: [ValueSet], _ justifications: [String]
    ) -> String {
        "\(NaiveMatcher.name(template, key)) \(isCertain) \(fields) \(justifications)"
    }

    private func text(of justification: Justification, _ session: Session) -> String {
        let rule = session.ruleBase.rules[justification.rule]
        let supports = zip(rule.conditions, justification.supports).map { condition, support in
            switch support {
            case .test: return "test"
            case .fact(let id, let isCertain): return "\(name(id, session)) \(isCertain)"
            case .existence(let facts, let isCertain): return "exists \(names(facts, session)) \(isCertain)"
            case .absence(let facts): return "absent \(names(facts, session))"
            case .every(let facts, let isCertain): return "every \(names(facts, session)) \(isCertain)"
            case .table(let value, let isCertain, _): return "table \(value.set) \(isCertain)"
            case .aggregate(let value, let facts):
                guard case .aggregate(let aggregate) = condition else { return "an aggregate where none stands" }
                return "\(aggregate.function) \(value.set) \(names(facts, session))"
            }
        }
        return "\(rule.name) \(justification.conclusion) \(justification.isCertain) " + supports.joined(separator: "; ")
    }

    private func name(_ id: FactID, _ session: Session) -> String {
        NaiveMatcher.name(session[id].template, session[id].key)
    }

    private func names(_ ids: [FactID], _ session: Session) -> [String] { ids.map { name($0, session) }.sorted() }
}
