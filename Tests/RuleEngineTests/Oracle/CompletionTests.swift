import RuleEngine
import TestSupport
import Testing

/// The promise of the engine, judged by running every completion of what is not known.
@Suite struct CompletionTests {
    private static let sets = 5_000
    private static let completionsPerSet = 64
    /// The sets are tried in as many parts, so that all cores take part.
    private static let parts = 8

    /// All sets, drawn once in one order.
    private static let samples = Result {
        var generator = try RuleSetGenerator(seed: 2_026)
        return (0..<sets).map { _ in generator.next() }
    }

    @Test(arguments: 0..<parts)
    func `found holds in every completion, refuted in none, and each field keeps its promise`(part: Int) throws {
        let samples = try Self.samples.get()
        let share = Self.sets / Self.parts
        var random = SeededGenerator(seed: 7 + UInt64(part))
        var refusals = 0
        var open = 0
        for number in part * share..<(part + 1) * share {
            let sample = samples[number]
            let orchard = Orchard(sample.rules)
            guard orchard.errors == [] else {
                try #require(
                    Set(orchard.errors) == ["rule/cycle"], "\(number):\n\(sample.rules)\n\(orchard.diagnostics)")
                refusals += 1
                continue
            }
            let network = Network(orchard.ruleBase)
            let session = Session(network, sample.inputs)
            if session.facts(of: "fruit").contains(where: { !$0.fact.isCertain }) { open += 1 }
            let completions = Completions(of: sample.inputs, for: orchard.ruleBase)
            for inputs in completions.inputs(atMost: Self.completionsPerSet, using: &random) {
                let complete = Session(network, inputs)
                let broken = brokenPromises(of: session, in: complete)
                if broken.isEmpty { continue }
                Issue.record(
                    """
                    \(number): \(broken)
                    \(sample.rules)
                    \(described(sample.inputs))
                    completed:
                    \(described(inputs))
                    """)
                return
            }
        }
        #expect(refusals < share / 5, "\(refusals) sets are refused")
        #expect(open > share / 4, "only \(open) sets have something open")
    }

    private func brokenPromises(of session: Session, in complete: Session) -> [String] {
        var broken: [String] = []
        for template in ["fruit", "reach"] {
            for (_, fact) in session.facts(of: template) where fact.isCertain {
                let finding = session.finding(fact)
                if complete.state(of: finding) != .found {
                    broken.append("\(finding) is found, but not in a completion")
                }
            }
            for (_, fact) in complete.facts(of: template) {
                let finding = complete.finding(fact)
                if !fact.isCertain { broken.append("\(finding) is open, though all is known") }
                guard let before = session.fact(finding)?.fact else {
                    broken.append("\(finding) is refuted, but not in a completion")
                    continue
                }
                for (field, (value, promised)) in zip(fact.fields, before.fields).enumerated() {
                    guard let exact = value.set.exactValue, !promised.set.contains(exact) else { continue }
                    broken.append("field \(field) of \(finding) is \(ValueSet.exactly(exact)), not in \(promised.set)")
                }
            }
        }
        return broken
    }

    private func described(_ inputs: SessionInputs) -> String {
        let values = inputs.values.map { "\($0.path) = \($1)" }.sorted()
        let facts = inputs.facts.map { fact in
            "\(fact.template):\(fact.key.map(\.text)) \(fact.fields) \(fact.isCertain ? "certain" : "possible")"
        }
        return (values + facts + inputs.completeness.map { "\($0): \($1)" }.sorted()).joined(separator: "\n")
    }
}
