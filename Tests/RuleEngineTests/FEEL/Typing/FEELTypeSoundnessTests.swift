import RuleEngine
import TestSupport
import Testing

/// The promise of the type checker, against plain evaluation of random expressions on random inputs.
@Suite struct FEELTypeSoundnessTests {
    private static let expressions = 6_000

    @Test func `every value conforms to the type that was inferred`() throws {
        var trees = RandomExpressions(seed: 42_25)
        var informative = 0
        for number in 0..<Self.expressions {
            let expression = trees.expression(depth: 3)
            let inputs = trees.inputs()
            let scope = FEELDictionaryTypeScope(inputs.mapValues { FEELType($0.set) })
            let typing = FEELTypeChecker().typing(of: expression, in: scope)
            if !typing.type.isAny { informative += 1 }
            for completion in trees.completions(of: inputs, atMost: 6) {
                let plain = FEELEvaluator().evaluate(expression, in: FEELDictionaryScope(completion)).result.set
                let value = try #require(plain.exactValue)
                guard !typing.type.contains(value) else { continue }
                let used = completion.keys.sorted().map { "\($0) = \(completion[$0]?.set.description ?? "")" }
                Issue.record(
                    "\(number): \(FEELPrinter.text(of: expression)) gives \(plain) for \(used), outside \(typing.type)")
                return
            }
        }
        #expect(informative > Self.expressions / 2)
    }
}
