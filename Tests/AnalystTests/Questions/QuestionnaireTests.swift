import RuleEngine
import TestSupport
import Testing

@testable import Analyst

struct QuestionnaireTests {
    @Test func `the parts are the domains, the area itself and the groups`() throws {
        let questionnaire = Questionnaire(try VillageRules.area())
        #expect(questionnaire.parts.map(\.id) == ["veiligheid", "werk", "area", "bewoners", "ondernemers"])
        #expect(Questionnaire(try VillageRules.area(), perspective: "bewoners").parts.map(\.id) == ["bewoners"])
    }

    @Test func `each question stands in one part, and the first in a part is the one that settles most`() throws {
        var questionnaire = Questionnaire(try VillageRules.area())
        let paths = questionnaire.parts.map { part in
            questionnaire.order(in: part.id).map(\.slot.path)
        }
        #expect(
            paths == [[], ["bijstand"], [], ["bewoners.overlast"], ["ondernemers.leegstand", "ondernemers.overlast"]])
        #expect(
            questionnaire.order().map(\.slot.path) == [
                "bewoners.overlast", "bijstand", "ondernemers.leegstand", "ondernemers.overlast",
            ])
    }

    @Test(arguments: [
        ([], "not-started"),
        (["{ question: leegstand, perspective: ondernemers, value: skipped }"], "busy"),
        (["{ question: leegstand, perspective: ondernemers, value: unknown }"], "busy"),
        (
            [
                "{ question: leegstand, perspective: ondernemers, value: true }",
                "{ question: overlast, perspective: ondernemers, value: unknown }",
            ], "done"
        ),
    ])
    func `W1: the status of a part follows from the answers`(answers: [String], status: String) throws {
        let questionnaire = Questionnaire(try VillageRules.area(answers: answers))
        #expect(questionnaire.progress(in: "ondernemers").status.rawValue == status)
        #expect(questionnaire.progress(in: "area").status == .nothingToAsk)
    }

    @Test func `what stands at a question: an answer, a figure of the table, or nothing`() throws {
        let area = try VillageRules.area(
            bijstand: "12",
            answers: [
                "{ question: overlast, perspective: bewoners, value: unknown }",
                "{ question: leegstand, perspective: ondernemers, value: skipped }",
            ])
        let questionnaire = Questionnaire(area)
        let standings = ["registratie.bijstand", "bewoners.overlast", "ondernemers.leegstand", "ondernemers.overlast"]
            .map { QuestionID($0).flatMap { questionnaire.entry($0)?.standing } }
        #expect(standings == [.prefilled, .unknown, .skipped, .open])
        #expect(questionnaire.entry(QuestionID(perspective: "bewoners", code: "bestaat_niet")) == nil)
        #expect(questionnaire.entries(in: "ondernemers").map(\.standing) == [.open, .skipped])
    }

    @Test func `G6: an answer on a closed branch is kept, does not count now, and counts again`() throws {
        let entrepreneurs = "{ question: overlast, perspective: ondernemers, value: true }"
        let id = QuestionID(perspective: "ondernemers", code: "overlast")
        func isUsed(residents: String) throws -> Bool {
            Questionnaire(
                try VillageRules.area(answers: [
                    entrepreneurs, "{ question: overlast, perspective: bewoners, value: \(residents) }",
                ])
            ).isUsed(id)
        }
        #expect(try isUsed(residents: "true"))
        #expect(try !isUsed(residents: "false"))
        #expect(try isUsed(residents: "unknown"))
    }

    @Test func `what an answer would decide is what it decides when it is given`() throws {
        let file = try TemporarySheet(VillageRules.sheetText())
        var interview = try file.interview()
        let question = try #require(interview.current?.question)
        let prospects = interview.questionnaire.prospects(of: question)
        #expect(prospects.map(\.values) == [[.boolean(false)], [.boolean(true)]])
        let yes = try #require(prospects.last)
        #expect(try interview.answer(.yes) == yes.effect)
    }

    @Test func `the first stop has five questions, then the parts come in order, round and round`() throws {
        var questionnaire = Questionnaire(try Project.area("sheets/areas/heerlen-noord.yaml"))
        #expect(questionnaire.waiting(at: .first).count == 5)
        #expect(questionnaire.waiting(at: .first).map(\.id) == questionnaire.order().prefix(5).map(\.id))
        let answers = questionnaire.waiting(at: .first).map {
            Answer(to: $0.id, .unknown, on: questionnaire.area.date)
        }
        var sheet = questionnaire.area.sheet
        sheet.answers += answers
        _ = questionnaire.take(sheet)
        let following = questionnaire.following(.first)
        let next = try #require(following)
        let firstOpen = questionnaire.parts.first { questionnaire.progress(in: $0.id).open > 0 }
        #expect(next.stop == firstOpen.map { .part($0.id) })
        let last = try #require(questionnaire.parts.last?.id)
        #expect(questionnaire.following(.part(last)) != nil)
    }

    @Test func `G5: every question of an area has an author's reason or a holder, and a conclusion that waits`() throws
    {
        var questionnaire = Questionnaire(try Project.area("sheets/areas/heerlen-noord.yaml"))
        let questions = questionnaire.order()
        #expect(questions.count > 100)
        #expect(questions.filter { $0.why.isEmpty || $0.settles.isEmpty }.map(\.id) == [])
    }

    @Test func `an order made anew after an answer is the order of a fresh start`() throws {
        var random = SeededGenerator(seed: 7)
        var questionnaire = Questionnaire(try Project.area("sheets/areas/breda-noord.yaml"))
        for _ in 0..<12 {
            let questions = questionnaire.order().prefix(8)
            guard let question = questions.randomElement(using: &random) else { break }
            let value: Answer.Value =
                question.kind == .yesOrNo ? (Bool.random(using: &random) ? .yes : .no) : .unknown
            var sheet = questionnaire.area.sheet
            sheet.answers.append(Answer(to: question.id, value, on: questionnaire.area.date))
            _ = questionnaire.take(sheet)
            var fresh = Questionnaire(
                AreaSession(sheet, under: questionnaire.area.rules, on: questionnaire.area.date))
            #expect(questionnaire.order().map(\.id) == fresh.order().map(\.id))
        }
    }
}
