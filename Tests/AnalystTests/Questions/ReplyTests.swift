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

    @Test(arguments: ["4", "0", "jaa", "x", "-1", "0 ja 0 nee", "3 ja 4 ja"])
    func `what fits no option is asked again`(typed: String) throws {
        #expect(isUnclear(Reply(typed, to: try question("bewoners.overlast"))))
    }

    @Test(arguments: [
        ("12,5", "12.5"), ("12.5", "12.5"), ("12,5 %", "12.5"), ("0", "0"), ("100", "100"), ("0,125", "0.125"),
        ("1.234", "1.234"), ("10..20", "10..20"), ("10 tot 20", "10..20"), ("12,5 .. 13", "12.5..13"), ("5..5", "5"),
    ])
    func `a figure has a decimal comma or point, and may be a bracket`(typed: String, value: String) throws {
        #expect(Reply(typed, to: try question("bijstand")) == .answer(try #require(Answer.Value(value))))
    }

    @Test(arguments: ["veel", "1,2,3", "101", "-1", "12,", "20..10", "10..", "10..200"])
    func `a figure that is no number or is out of range is asked again`(typed: String) throws {
        #expect(isUnclear(Reply(typed, to: try question("bijstand"))))
    }

    @Test(arguments: [
        ("5.000", Language.nl, "5000"), ("1.234,5", .nl, "1234.5"), ("1234,5", .nl, "1234.5"), ("5 000", .nl, "5000"),
        ("5,000", .en, "5000"), ("1,234.5", .en, "1234.5"), ("5.000", .en, "5"), ("5,000", .nl, "5"),
    ])
    func `U13: numbers are read as they are written in the language`(
        typed: String, language: Language, value: String
    ) throws {
        let income = try question(QuestionID(perspective: "registratie", code: "inwoners"))
        #expect(Reply(typed, to: income, in: language) == .answer(try #require(Answer.Value(value))))
    }

    @Test(arguments: [("3,5", false), ("3", true), ("3,0", true)])
    func `U14: a class is a whole number`(typed: String, isTaken: Bool) throws {
        let question = try question(QuestionID(perspective: "registratie", code: "lbm3_klasse"))
        #expect(isUnclear(Reply(typed, to: question)) != isTaken)
    }

    @Test(arguments: [
        ("30 ja, 12 nee", Reply.answer(.counted(yes: 30, no: 12))),
        ("12 no 30 yes", .answer(.counted(yes: 30, no: 12))),
    ])
    func `how many said yes and no is an answer`(typed: String, reply: Reply) throws {
        #expect(Reply(typed, to: try question("bewoners.overlast")) == reply)
    }

    @Test func `an empty line keeps what stands there`() throws {
        #expect(Reply(" ", to: try question("bewoners.overlast")) == .keep)
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

    private func question(_ id: QuestionID) throws -> Question {
        try #require(Question(id.slot, settles: [], in: Project.rules.get().ruleBase))
    }

    private func isUnclear(_ reply: Reply) -> Bool {
        if case .unclear = reply { true } else { false }
    }
}
