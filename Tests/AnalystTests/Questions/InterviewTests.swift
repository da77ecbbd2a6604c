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
        try interview.back()
        let no = try interview.answer(.no)
        #expect(no.refuted.map(\.description) == ["problem:onrust", "problem:angst", "problem:mijding"])
        #expect(no.open == 3)
    }

    @Test func `don't know is written, settles nothing and is not asked again`() throws {
        let file = try TemporarySheet(VillageRules.sheetText())
        var interview = try file.interview()
        let change = try interview.answer(.unknown)
        #expect(change.found.isEmpty && change.refuted.isEmpty)
        #expect(try file.answers == ["overlast bewoners unknown"])
        let later = try file.interview()
        #expect(!later.list.contains { $0.slot.path == "bewoners.overlast" })
    }

    @Test(arguments: [("2024-06-02", true), ("2024-06-01", false)])
    func `what was answered after the day of the analysis is asked about that day`(date: String, isAsked: Bool) throws {
        let answer = "{ question: overlast, perspective: bewoners, value: true, date: \(date) }"
        let file = try TemporarySheet(VillageRules.sheetText(answers: [answer]))
        #expect(try file.interview().list.contains { $0.slot.path == "bewoners.overlast" } == isAsked)
    }

    @Test func `back takes the answer out of the file and puts the question again`() throws {
        let file = try TemporarySheet(VillageRules.sheetText())
        let before = try file.text
        var interview = try file.interview()
        let first = interview.current?.slot
        _ = try interview.answer(.no)
        try interview.back()
        #expect(interview.current?.slot == first)
        #expect(interview.number == 1)
        #expect(try file.text == before)
        try interview.back()
        #expect(interview.number == 1)
    }

    @Test func `a skipped question comes back next time, not now`() throws {
        let file = try TemporarySheet(VillageRules.sheetText())
        var interview = try file.interview()
        let first = try #require(interview.current?.slot)
        interview.skip()
        #expect(!interview.list.contains { $0.slot == first })
        #expect(try file.answers.isEmpty)
        #expect(try file.interview().current?.slot == first)
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

    @Test func `a sheet that someone else changed is not overwritten`() throws {
        let file = try TemporarySheet(VillageRules.sheetText())
        var interview = try file.interview()
        let changed = VillageRules.sheetText(bijstand: "7")
        try Data(changed.utf8).write(to: file.url)
        #expect(throws: BadInput.self) { _ = try interview.answer(.yes) }
        #expect(try file.text == changed)
        #expect(interview.number == 1)
    }

    @Test func `a figure is written under its own perspective`() throws {
        let file = try TemporarySheet(VillageRules.sheetText())
        var interview = try file.interview(perspective: "registratie")
        let number = try #require(FEELNumber("12.5"))
        let change = try interview.answer(.number(number))
        #expect(change.found.map(\.description) == ["problem:armoede"])
        #expect(try file.answers == ["bijstand registratie 12.5"])
        #expect(interview.current == nil)
    }
}
