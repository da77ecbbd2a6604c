import RuleEngine
import Testing

/// The promise of evaluation on unknown inputs, against plain evaluation of every completion.
@Suite struct FEELSoundnessTests {
    private static let expressions = 20_000

    @Test func `the result of every completion lies in the lifted result`() throws {
        var trees = RandomExpressions(seed: 20_26)
        for number in 0..<Self.expressions {
            let expression = trees.expression(depth: 3)
            let inputs = trees.inputs()
            let known = inputs.mapValues { UncertainValue($0.set) }
            let lifted = FEELEvaluator().evaluate(expression, in: FEELDictionaryScope(known)).result.set
            for completion in trees.completions(of: inputs, atMost: 12) {
                let plain = FEELEvaluator().evaluate(expression, in: FEELDictionaryScope(completion)).result.set
                let value = try #require(plain.exactValue, "\(number): exact inputs give an exact result, not \(plain)")
                guard !lifted.contains(value) else { continue }
                let used = completion.keys.sorted().map { "\($0) = \(completion[$0]?.set.description ?? "")" }
                Issue.record(
                    "\(number): \(FEELPrinter.text(of: expression)) gives \(plain) for \(used), outside \(lifted)")
                return
            }
        }
    }
}
