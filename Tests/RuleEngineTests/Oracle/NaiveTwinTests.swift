import RuleEngine
import TestSupport
import Testing

/// A session and its naive twin agree on states, fields and justifications.
@Suite struct NaiveTwinTests {
    private static let sets = 1_000

    @Test(arguments: [(seed: UInt64(11), relations: false), (seed: 12, relations: true)])
    func `a session says what trying every combination says`(seed: UInt64, relations: Bool) throws {
        var generator = try RuleSetGenerator(
            seed: seed, onlyListedValues: true, circles: true, relations: relations, expired: true)
        var compared = 0
        for number in 0..<Self.sets {
            let sample = generator.next()
            let orchard = Orchard(sample.rules)
            guard orchard.errors == [] else { continue }
            compared += 1
            let session = Session(orchard.ruleBase, sample.inputs)
            let twin = try #require(NaiveMatcher(orchard.ruleBase, sample.inputs))
            let expected = SessionText.lines(twin)
            let actual = SessionText.lines(session)
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
}
