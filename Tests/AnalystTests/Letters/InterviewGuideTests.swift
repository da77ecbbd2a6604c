import Foundation
import RuleEngine
import Testing

@testable import Analyst

/// A guide holds the open questions to one group, those that decide most first.
@Suite struct InterviewGuideTests {
    private static let path = "sheets/areas/utrecht-overvecht.yaml"

    @Test func `a guide holds each open question to its group once, in the order of what waits for it`() throws {
        let area = try Project.area(Self.path)
        let groups = InterviewGuide.groups(area.ruleBase)
        #expect(groups.map(\.code) == ["bewoners", "ondernemers", "professionals"])
        for group in groups {
            let guide = InterviewGuide(area, group: group)
            let open = WaitingInput.all(of: area, AwaitedInputs(area.session)).compactMap { entry -> String? in
                guard case .slot(let slot) = area.session.reference(entry.input), slot.context == group.code else {
                    return nil
                }
                return slot.name
            }
            let asked = guide.sections.flatMap(\.questions).map(\.slot.name)
            #expect(asked.sorted() == open.sorted())
            #expect(guide.openCount == open.count)
            #expect(asked.first == open.first)
            #expect(guide.sections.count <= 7)
            for section in guide.sections {
                let order = section.questions.compactMap { open.firstIndex(of: $0.slot.name) }
                #expect(order == order.sorted())
            }
            let short = InterviewGuide(area, group: group, limit: 5).sections.flatMap(\.questions).map(\.slot.name)
            #expect(short.sorted() == open.prefix(5).sorted())
        }
    }

    @Test(arguments: Language.allCases)
    func `every guide is filled in, with room for counts`(language: Language) throws {
        let area = try Project.area(Self.path)
        let texts = try LetterTexts(area.ruleBase)
        for group in InterviewGuide.groups(area.ruleBase) {
            let guide = InterviewGuide(area, group: group)
            let page = guide.letter(area, texts, language).page(.text)
            #expect(!page.contains("{") && !page.contains("}"))
            let room = page.components(separatedBy: language == .nl ? "Gevraagd: ......" : "Asked: ......").count - 1
            #expect(room == guide.openCount)
        }
    }

    private func guide(_ answers: [String], group: String) throws -> String {
        let file = SourceFile(
            name: "letter-texts.yaml", text: try Project.text("rules/vocabulary/letter-texts.yaml"))
        let ruleBase = RuleBaseReader.read(VillageRules.files + [file]).ruleBase
        let area = AreaSession(
            try VillageRules.sheet(bijstand: "12", answers: answers), under: CompiledRules(ruleBase),
            on: VillageRules.date)
        let term = try #require(InterviewGuide.groups(ruleBase).first { $0.code == group })
        return InterviewGuide(area, group: term).letter(area, try LetterTexts(ruleBase), .en).page(.text)
    }

    @Test func `a guide as text`() throws {
        #expect(
            try guide([], group: "ondernemers") == """
                Interview guide: Entrepreneurs in The village
                =============================================

                This guide is for conversations with: entrepreneurs. You need not ask
                everything. The questions that decide most come first.

                Write down no names, numbers or addresses. Count for each question how many
                people you asked and how many said yes or no.

                Open questions to this group: 2. In this guide: 2.

                Safety
                ------

                - Is there nuisance?
                  - Why we ask this: Figures miss much.
                  - What waits for it (1): Avoidance
                  - Asked: ...... Yes: ...... No: ...... Don't know: ......

                Work
                ----

                - Are shops vacant?
                  - Why we ask this: Vacancy draws nuisance.
                  - What waits for it (1): Decay
                  - Asked: ...... Yes: ...... No: ...... Don't know: ......

                Afterwards: put the answers into the fact sheet, with the day and the number of
                people, or fill them in with: analyst ask.

                """)
    }

    @Test func `an answered question is not asked again, and a group without questions is told so`() throws {
        let answers = [
            "{ question: overlast, perspective: bewoners, value: unknown, date: 2024-05-01 }"
        ]
        let page = try guide(answers, group: "bewoners")
        #expect(page.contains("No question to this group is open any more."))
        #expect(!page.contains("Is there nuisance?"))
    }
}
