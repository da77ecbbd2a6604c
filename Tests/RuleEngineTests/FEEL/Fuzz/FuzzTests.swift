import Foundation
import RuleEngine
import TestSupport
import Testing

/// A small part of what `make fuzz` does: no input traps, and each is dealt with as it should be.
struct FuzzTests {
    @Test func `no random text traps, reads back as another, or is evaluated to what it cannot be`() throws {
        let files = try BrokenFile.all.map { try String(contentsOf: $0.url(".yaml"), encoding: .utf8) }
        let corpus = FuzzCorpus(base: try BrokenFile.base, ruleFiles: files)
        #expect(corpus.expressions.count > 100)
        let check = FuzzCheck(corpus: corpus)
        var generator = FuzzGenerator(corpus: corpus, seed: 2026)
        for number in 0..<3_000 {
            let input = generator.input(number: number)
            if let fault = check.fault(of: input) { Issue.record("\(number): \(fault)\n\(input)") }
        }
    }

    @Test func `an input follows from the seed and its number alone`() throws {
        let corpus = FuzzCorpus(base: [], ruleFiles: ["when: a > 1"])
        var one = FuzzGenerator(corpus: corpus, seed: 5)
        var other = FuzzGenerator(corpus: corpus, seed: 5)
        let inOrder = (0..<200).map { one.input(number: $0) }
        let backwards = (0..<200).reversed().map { other.input(number: $0) }
        #expect(inOrder == backwards.reversed())
        var third = FuzzGenerator(corpus: corpus, seed: 6)
        #expect(inOrder != (0..<200).map { third.input(number: $0) })
    }
}
