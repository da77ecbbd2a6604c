import RuleEngine
import Testing

@testable import Analyst

struct ReplyTests {
    @Test(arguments: [
        ("1", "true"), ("ja", "true"), ("J", "true"), ("y", "true"), ("Yes", "true"), ("2", "false"), ("nee", "false"),
        ("n", "false"), ("3", "unknown"), ("w", "unknown"), ("weet ik niet", "unknown"), ("weet", "unknown"),
        ("d", "unknown"), ("don", "unknown"), ("  JA ", "true"),
    ])
    func `yes or no is a number, a text or first letters`(typed: String, value: String) throws {
        #expect(Reply(typed, to: try question("bewoners.overlast")) == .answer(try #require(Answer.Value(value))))
    }

    @Test(arguments: ["", "4", "0", "jaa", "x", "-1"])
    func `what fits no option is asked again`(typed: String) throws {
        #expect(isUnclear(Reply(typed, to: try question("bewoners.overlast"))))
    }

    @Test(arguments: [
        ("12,5", "12.5"), ("12.5", "12.5"), ("12,5 %", "12.5"), ("0", "0"), ("100", "100"), ("0,125", "0.125"),
    ])
    func `a figure has a decimal comma or point`(typed: String, value: String) throws {
        #expect(Reply(typed, to: try question("bijstand")) == .answer(try #require(Answer.Value(value))))
    }

    @Test(arguments: ["", "veel", "1.234", "1,2,3", "101", "-1", "12,"])
    func `a figure that is no number, has a doubtful point or is out of range is asked again`(typed: String) throws {
        #expect(isUnclear(Reply(typed, to: try question("bijstand"))))
    }

    @Test(arguments: [
        ("?", Reply.why), ("t", .back), ("b", .back), ("o", .skip), ("k", .skip), ("s", .stop), ("l", .list),
        ("w", .answer(.unknown)), ("Terug", .back),
    ])
    func `commands work at every question`(typed: String, reply: Reply) throws {
        for path in ["bewoners.overlast", "bijstand"] {
            #expect(Reply(typed, to: try question(path)) == reply)
        }
    }

    private func question(_ path: String) throws -> Question {
        let questions = QuestionOrder(try VillageRules.area()).questions
        return try #require(questions.first { $0.slot.path == path })
    }

    private func isUnclear(_ reply: Reply) -> Bool {
        if case .unclear = reply { true } else { false }
    }
}
