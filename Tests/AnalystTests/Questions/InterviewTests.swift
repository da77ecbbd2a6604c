import Foundation
import RuleEngine
import Testing

@testable import Analyst

struct InterviewTests {
    @Test func `an answer is in the file at once, with its perspective and day`() throws {
        let file = try TemporarySheet(VillageRules.sheetText())
        var interview = try file.interview()
        _ = try interview.answer(.yes)
        #expect(try file.text.hasPrefix("# Kept as it is.\n"))
        #expect(
            try file.text.hasSuffix(
                "answers:\n  - { question: overlast, perspective: bewoners, value: true, date: 2024-06-01 }\n"))
    }

    @Test func `an answer tells which open conclusions are found and which are refuted`() throws {
        let file = try TemporarySheet(VillageRules.sheetText())
        var interview = try file.interview()
        let yes = try interview.answer(.yes)
        #expect(yes.found.map(\.description) == ["problem:onrust", "problem:angst"])
        #expect(yes.refuted.isEmpty)
        interview.back()
        let no = try interview.answer(.no)
        #expect(no.reopened.isEmpty)
        #expect(no.open == 3)
        #expect(try file.answers == ["overlast bewoners false"])
    }

    @Test func `don't know is written, settles nothing and is not asked again`() throws {
        let file = try TemporarySheet(VillageRules.sheetText())
        var interview = try file.interview()
        let effect = try interview.answer(.unknown)
        #expect(effect.isNothing)
        #expect(try file.answers == ["overlast bewoners unknown"])
        #expect(try file.interview().current?.question.slot.path == "bijstand")
    }

    @Test(arguments: [("2024-06-02", true), ("2024-06-01", false)])
    func `what was answered after the day of the analysis is asked about that day`(date: String, isAsked: Bool) throws {
        let answer = "{ question: overlast, perspective: bewoners, value: true, date: \(date) }"
        let file = try TemporarySheet(VillageRules.sheetText(answers: [answer]))
        #expect((try file.interview().current?.question.slot.path == "bewoners.overlast") == isAsked)
    }

    @Test func `U2: back takes nothing away: the answer is shown again and stays until another is given`() throws {
        let file = try TemporarySheet(VillageRules.sheetText())
        var interview = try file.interview()
        let first = interview.current?.question.id
        _ = try interview.answer(.no)
        let written = try file.text
        interview.back()
        #expect(interview.current?.question.id == first)
        #expect(interview.current?.answer?.value == .no)
        #expect(interview.number == 1)
        #expect(try file.text == written)
        interview.back()
        #expect(interview.number == 1)
        interview.keep()
        #expect(interview.number == 2)
        #expect(try file.text == written)
    }

    @Test func `U10: after a restart the next question is the one of the session that was left`() throws {
        let file = try TemporarySheet(VillageRules.sheetText())
        var interview = try file.interview()
        while let current = interview.current {
            #expect(try file.interview().current?.question.id == current.question.id)
            #expect(try file.interview().number == interview.number)
            if interview.number == 2 { try interview.skip() } else { _ = try interview.answer(.unknown) }
        }
        #expect(interview.number == 5)
    }

    @Test func `U12: on another day the earlier answers can be reached, and the count goes on`() throws {
        let file = try TemporarySheet(VillageRules.sheetText())
        var interview = try file.interview()
        _ = try interview.answer(.yes)
        var later = try file.interview()
        #expect(later.number == 2)
        later.back()
        #expect(later.current?.question.slot.path == "bewoners.overlast")
        #expect(later.current?.answer?.value == .yes)
    }

    @Test func `a question that is put off is kept as that, and comes last`() throws {
        let file = try TemporarySheet(VillageRules.sheetText())
        var interview = try file.interview()
        let first = try #require(interview.current?.question.id)
        try interview.skip()
        #expect(try file.answers == ["overlast bewoners skipped"])
        #expect(interview.current?.question.id != first)
        #expect(interview.putOff.map(\.id) == [first])
        interview.go(to: first)
        _ = try interview.answer(.yes)
        #expect(try file.answers == ["overlast bewoners true"])
        #expect(interview.putOff.isEmpty)
    }

    @Test func `skipping an answered question keeps its answer`() throws {
        let file = try TemporarySheet(VillageRules.sheetText())
        var interview = try file.interview()
        _ = try interview.answer(.yes)
        interview.back()
        try interview.skip()
        #expect(try file.answers == ["overlast bewoners true"])
    }

    @Test func `earlier answers stay in the file`() throws {
        let file = try TemporarySheet(
            VillageRules.sheetText(answers: [
                "{ question: leegstand, perspective: ondernemers, value: true, note: gehoord }"
            ]))
        var interview = try file.interview()
        _ = try interview.answer(.no)
        #expect(try file.answers == ["leegstand ondernemers true", "overlast bewoners false"])
        #expect(try file.text.contains("note: gehoord"))
    }

    @Test func `U17: what somebody else wrote meanwhile stays, and the answer joins it`() throws {
        let file = try TemporarySheet(VillageRules.sheetText())
        var interview = try file.interview()
        var other = try file.interview(perspective: "ondernemers")
        _ = try other.answer(.no)
        _ = try interview.answer(.yes)
        #expect(try file.answers == ["leegstand ondernemers false", "overlast bewoners true"])
        #expect(interview.current?.question.slot.path == "bijstand")
    }

    @Test func `U17: of two answers to one question the second is not kept, and its giver sees the first`() throws {
        let file = try TemporarySheet(VillageRules.sheetText())
        var interview = try file.interview()
        var other = try file.interview()
        _ = try other.answer(.no)
        #expect {
            _ = try interview.answer(.yes)
        } throws: { fault in
            guard case AnswerFault.conflict(let answer) = fault else { return false }
            return answer?.value == .no
        }
        #expect(interview.current?.answer?.value == .no)
        #expect(try file.answers == ["overlast bewoners false"])
        _ = try interview.answer(.yes)
        #expect(try file.answers == ["overlast bewoners true"])
    }

    @Test func `an answer of an earlier day that stands last is not taken for the one that counts`() throws {
        let file = try TemporarySheet(
            VillageRules.sheetText(answers: [
                "{ question: overlast, perspective: bewoners, value: true, date: 2024-05-20 }",
                "{ question: overlast, perspective: bewoners, value: false, date: 2024-05-01 }",
            ]))
        var interview = try file.interview()
        interview.back()
        #expect(interview.current?.answer?.value == .yes)
        _ = try interview.answer(.no)
        #expect(
            interview.questionnaire.entry(QuestionID(perspective: "bewoners", code: "overlast"))?.answer?.value == .no)
    }

    @Test func `a sheet that is no sheet any more is not written over`() throws {
        let file = try TemporarySheet(VillageRules.sheetText())
        var interview = try file.interview()
        try Data("weg".utf8).write(to: file.url)
        #expect(throws: AnswerFault.self) { _ = try interview.answer(.yes) }
        #expect(try file.text == "weg")
        #expect(interview.number == 1)
    }

    @Test func `a figure is written under its own perspective, with year, source and reason`() throws {
        let file = try TemporarySheet(VillageRules.sheetText())
        var interview = try file.interview(perspective: "registratie")
        var details = AnswerDetails()
        details.year = 2023
        details.source = "eigen telling"
        details.reason = "na de sloop"
        let effect = try interview.answer(.between(11, 20), with: details)
        #expect(effect.found.map(\.description) == ["problem:armoede"])
        #expect(
            try file.text.hasSuffix(
                """
                - { question: bijstand, perspective: registratie, value: 11..20, date: 2024-06-01, year: 2023, \
                source: eigen telling, reason: na de sloop }

                """))
        #expect(interview.current == nil)
        let kept = try FactSheet.read(TextFile.read(file.url)).answers
        #expect(kept.map { AnswerDetails($0) } == [details])
    }

    @Test func `two writers at once lose no answer`() async throws {
        let file = try TemporarySheet(VillageRules.sheetText())
        let store = file.store
        await withTaskGroup(of: Void.self) { group in
            for (perspective, code) in [
                ("bewoners", "overlast"), ("ondernemers", "overlast"), ("ondernemers", "leegstand"),
            ] {
                group.addTask {
                    let question = QuestionID(perspective: perspective, code: code)
                    let answer = Answer(to: question, .yes, on: VillageRules.date)
                    #expect(throws: Never.self) {
                        _ = try store.record(AnswerChange(question, from: nil, to: answer), by: nil)
                    }
                }
            }
        }
        #expect(
            try file.answers.sorted() == [
                "leegstand ondernemers true", "overlast bewoners true", "overlast ondernemers true",
            ])
    }
}
