import RuleEngine
import TestSupport
import Testing

/// The join network against nested loops: the same matches after each step, the same firings, the same facts.
@Suite struct ProductionTwinTests {
    /// Sequences in each of eight parts; all of them take some minutes without optimisation.
    private static let sequences = (FullRuns.isAsked ? 21_600 : 480) / 8

    @Test(arguments: 0..<8)
    func `the network matches what nested loops match`(part: Int) throws {
        var generator = ProductionSetGenerator(random: SeededGenerator(seed: UInt64(part) &+ 4711))
        var firings = 0
        for _ in 0..<Self.sequences / 4 {
            let (text, set) = try sensibleSet(&generator)
            let network = ProductionNetwork(set)
            for _ in 0..<4 {
                let difference = compare(network, &generator, &firings)
                try #require(difference == nil, "\(difference ?? "")\n\(text)")
            }
        }
        // Sequences in which nothing fires would prove little.
        #expect(firings > Self.sequences / 4)
    }

    /// The next random set that says nothing superfluous, such as asking whether a number just compared is null.
    private func sensibleSet(_ generator: inout ProductionSetGenerator) throws -> (text: String, set: ProductionSet) {
        while true {
            let text = generator.text()
            let reading = RuleBaseReader.read([SourceFile(name: "random.yaml", text: text)])
            let errors = reading.diagnostics.filter { $0.severity == .error }
            if errors.isEmpty { return (text, try #require(reading.ruleBase.productionSets.first)) }
            try #require(errors.allSatisfy { $0.code.hasPrefix("feel/") }, "\(errors.map(\.message.en))\n\(text)")
        }
    }

    /// What differs first in one random sequence; `nil` when nothing does.
    private func compare(
        _ network: ProductionNetwork, _ generator: inout ProductionSetGenerator, _ firings: inout Int
    ) -> String? {
        var session = ProductionSession(network)
        var naive = NaiveProductionEngine(network.productionSet)
        var history: [String] = []
        // Taken half way, and to be as it was at the end.
        var copy = session
        var copied: (facts: [ProductionFact], matches: [ProductionFiring]) = ([], [])
        for step in 0..<14 {
            if step == 7 {
                copy = session
                copied = (session.facts, session.conflictSet)
            }
            switch Int.random(in: 0..<10, using: &generator.random) {
            case 0..<4:
                let fact = generator.fact()
                history.append("assert \(fact)")
                naive.assert(fact.template, fact.fields)
                do {
                    try session.assert(fact.template, fact.fields)
                } catch {
                    return "refused: \(error)"
                }
            case 4:
                guard let fact = naive.facts.randomElement(using: &generator.random) else { continue }
                history.append("retract \(fact.id)")
                naive.retract(fact.id)
                session.retract(fact.id)
            default:
                let (one, other) = (session.step(), naive.step())
                history.append("step \(String(describing: other))")
                if one != other { return "fired \(String(describing: one)) after \(history)" }
                if one != nil { firings += 1 }
            }
            if session.facts != naive.facts { return "facts \(session.facts) and \(naive.facts) after \(history)" }
            let (one, other) = (session.conflictSet, naive.conflictSet)
            if Set(one) != Set(other) || one.count != other.count {
                return "matches \(one) and \(other) after \(history)"
            }
        }
        if copy.facts != copied.facts || copy.conflictSet != copied.matches { return "a copy changed after \(history)" }
        return nil
    }
}
