import RuleEngine
import Testing

@testable import Analyst

/// What is told of a group, and what is not.
struct GroupResultTests {
    private func answers(_ picks: [[String]]) -> [CaseAnswers] {
        picks.map { codes in
            var answers = CaseAnswers()
            answers.exercises["problems"] = ExerciseAnswer(codes: codes)
            answers.attempts = 1
            return answers
        }
    }

    @Test func `L16: of a group that is too small nothing is told`() throws {
        let prepared = try VillageCase.prepared()
        let four = answers(Array(repeating: ["armoede"], count: 4))
        #expect(GroupResult(four, in: prepared, least: 5) == nil)
        #expect(GroupResult(four + answers([["armoede"]]), in: prepared, least: 5) != nil)
        #expect(GroupResult([], in: prepared, least: 0) == nil)
    }

    @Test func `L16: mean, spread and agreement are worked out, and counts are told in fives`() throws {
        let prepared = try VillageCase.prepared()
        let half = Array(repeating: ["armoede", "onrust", "angst"], count: 5)
        let other = Array(repeating: ["armoede"], count: 5)
        let result = try #require(GroupResult(answers(half + other), in: prepared, least: 5))
        #expect(result.size == 10)
        // 100 and 33.33 points, five times each.
        #expect(result.mean == 67)
        #expect(result.spread == 33)
        // Of armoede all 45 pairs agree, of onrust and angst 20 of 45.
        #expect(result.agreement == 63)
        #expect(result.missedMost.map { "\($0.title.nl) \($0.count)" } == ["Onrust 5", "Angst 5"])
        #expect(result.extraMost.isEmpty)
    }

    @Test func `L16: what fewer than three missed is not told`() throws {
        let prepared = try VillageCase.prepared()
        let all = answers(Array(repeating: ["armoede", "onrust", "angst"], count: 8))
        func missed(_ count: Int) throws -> [String] {
            let others = answers(Array(repeating: ["armoede", "onrust"], count: count))
            return try #require(GroupResult(all + others, in: prepared, least: 5)).missedMost.map(\.title.nl)
        }
        #expect(try missed(2) == [])
        #expect(try missed(3) == ["Angst"])
    }
}
