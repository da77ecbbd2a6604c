import Foundation
import RuleEngine
import TestSupport
import Testing

@testable import Analyst
@testable import AnalystTool

/// Answers in a file and in a terminal, and what a trainee gets to read about them.
struct AnswerTests {
    private static let head = "casebook: first\ncase: village\n"

    @Test func `L1, L3: answers with what they cite are written so that they are read back the same`() throws {
        let prepared = try VillageCase.prepared()
        var answers = CaseAnswers()
        answers.exercises["problems"] = ExerciseAnswer(
            picks: [
                Pick(code: "armoede", reasons: ["incomes", "bijstand"], sureness: 3, note: "dat zie je: echt"),
                Pick(code: "verval"),
            ], other: "iets anders", text: "")
        answers.hints = ["problems": 2]
        answers.attempts = 1
        answers.scores = [3333]
        answers.decisions = [
            TrainerDecision(exercise: "problems", points: Points(hundredths: 4050), reason: "goed: uitgelegd")
        ]
        let text = answers.text(of: "village", in: "first")
        #expect(try VillageCase.answers(text, prepared) == answers)
    }

    @Test(
        arguments: [
            ("answers: { problems: [armoed] }", "casebook/unknown-code", "bedoelde u ‘armoede’?"),
            ("answers: { problem: [armoede] }", "casebook/unknown-exercise", "bedoelde u ‘problems’?"),
            (
                "answers: { problems: [{ line: armoede, reasons: [incoms] }] }", "casebook/unknown-reason",
                "bedoelde u ‘incomes’?"
            ),
            ("answers: { problems: [{ line: armoede, sure: 4 }] }", "casebook/number", nil),
            ("decisions: [{ exercise: problems, points: 4 }]", "casebook/no-reason", nil),
        ] as [(String, String, String?)])
    func `what cannot be picked is told with the nearest`(text: String, code: String, hint: String?) throws {
        let prepared = try VillageCase.prepared()
        let error = #expect(throws: BadInput.self) { _ = try VillageCase.answers(Self.head + text + "\n", prepared) }
        let found = error?.diagnostics.first { $0.code == code }
        #expect(found?.span != nil, "\(error?.diagnostics.map(\.code) ?? [])")
        if let hint { #expect(found?.hint?.nl == hint) }
    }

    private func report(_ answers: String, model: Bool, _ language: Language = .en) throws -> String {
        let prepared = try VillageCase.prepared()
        let answers = try VillageCase.answers(Self.head + answers + "\n", prepared)
        return MarkReport(
            mark: prepared.mark(answers), prepared: prepared, answers: answers, language: language, showsModel: model
        ).text()
    }

    @Test func `L6: before the model a missed line is not named, but the passage is, with a question`() throws {
        let text = try report("answers: { problems: [verval] }", model: false)
        #expect(!text.contains("Poverty"))
        #expect(text.contains("missed: something more (0)"))
        #expect(text.contains("read again: passage ‘incomes’"))
        #expect(text.contains("Think: What does this passage say"))
        #expect(text.contains("too many: Decay"))
        #expect(!text.contains("The model"))
    }

    @Test func `L7: with the model each line is named, with the rule's own sentence and its threshold`() throws {
        let text = try report("answers: { problems: [verval] }", model: true)
        #expect(text.contains("missed: Poverty (0)"))
        #expect(text.contains("because: There is armoede."))
        #expect(text.contains("the rules: Poverty; Unrest; Fear"))
        #expect(text.contains("the panel: there is no panel"))
    }

    @Test func `reasons of the trainee are compared with those of the rule`() throws {
        let text = try report(
            "answers: { problems: [{ line: angst, reasons: [street, bijstand] }, { line: armoede, reasons: [street] }] }",
            model: false)
        #expect(text.contains("your reason, and that of the rule too: passage ‘street’"))
        #expect(text.contains("your reason, and that of the rule too: Social assistance"))
        #expect(text.contains("your reason, but the rule does not use it: passage ‘street’"))
        #expect(text.contains("the rule also rests on: Social assistance"))
    }

    @Test func `JSON is as its schema says, and names no missed line before the model`() throws {
        let schema = try JSONSchema(Data(contentsOf: Project.root.appending(path: "docs/schema/mark.schema.json")))
        let prepared = try VillageCase.prepared()
        let answers = try VillageCase.answers(Self.head + "answers: { problems: [verval] }\n", prepared)
        for showsModel in [false, true] {
            let json = MarkReport(
                mark: prepared.mark(answers), prepared: prepared, answers: answers, language: .nl,
                showsModel: showsModel
            ).json()
            #expect(try schema.errors(in: Data(json.utf8)) == [])
            #expect(json.contains("armoede") == showsModel)
        }
        #expect(try schema.errors(in: Data("{ \"schema\": \"analyst/mark\" }".utf8)) != [])
    }

    @Test(arguments: [
        ("1", ["armoede"]), ("armoede", ["armoede"]), ("Armoede", ["armoede"]), ("ARM", ["armoede"]),
        ("geldzorgen", ["armoede"]),
        ("rust", ["onrust"]), ("st", ["stilte"]), ("xyz", []), ("", []),
    ])
    func `L2: a line is found by number, code, title, beginning, part or another word`(text: String, codes: [String])
        throws
    {
        let finder = OptionFinder(
            try VillageCase.prepared().exercises[0], synonyms: VillageCase.book.synonyms, language: .nl)
        switch finder.meaning(of: text) {
        case .one(let option): #expect([option.code] == codes)
        case .several(let options): #expect(options.map(\.code) == codes)
        case .none: #expect(codes.isEmpty)
        }
    }

    private final class Kept: @unchecked Sendable { var last: CaseAnswers? }

    @Test func `L4: in a terminal each line is kept at once, and the case is handed in at the end`() throws {
        let prepared = try VillageCase.prepared()
        let kept = Kept()
        var dialogue = CaseDialogue(
            prepared, CaseAnswers(),
            on: ScriptedTerminal(["geldzorgen : incomes ! 3", "2 angst", "weg angst", "", "j"]),
            language: .nl
        ) { kept.last = $0 }
        let isDone = dialogue.run()
        #expect(isDone)
        #expect(kept.last?.exercises["problems"]?.picks.map(\.code) == ["armoede", "onrust"])
        #expect(kept.last?.exercises["problems"]?.picks.first?.reasons == ["incomes"])
        #expect(kept.last?.attempts == 1)
        #expect(dialogue.terminal.output.joined(separator: "\n").contains("Totaal: 66,66 van 100 punten"))
    }

    @Test func `L1: in a terminal who begins reads stage by stage, and who goes on does not wait`() throws {
        let village = VillageCase.text([
            (
                "      - passage: street\n",
                "  - stage: second\n    title: { nl: Verder, en: Further }\n    passages:\n"
                    + "      - passage: street\n"
            )
        ])
        let prepared = try VillageCase.prepared(village)
        func output(_ answers: CaseAnswers, _ lines: [String]) -> String {
            var dialogue = CaseDialogue(
                prepared, answers, on: ScriptedTerminal(lines), language: .en, pauses: true, keep: { _ in })
            _ = dialogue.run()
            return dialogue.terminal.output.joined(separator: "\n")
        }
        let first = output(CaseAnswers(), [])
        #expect(first.contains("Who is on benefit?") && !first.contains("On the street."))
        let second = output(CaseAnswers(), [""])
        #expect(second.contains("On the street.") && !second.contains("How it is marked"))
        #expect(second.hasSuffix("Press Enter to read on."))
        #expect(output(CaseAnswers(), ["", ""]).contains("How it is marked"))
        var begun = CaseAnswers()
        begun.exercises["problems"] = ExerciseAnswer(codes: ["armoede"])
        let again = output(begun, [])
        #expect(again.contains("How it is marked") && !again.contains("Press Enter"))
        // Together the parts are the whole.
        func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }
        let text = CaseText(prepared, .en)
        #expect(words(text.parts.joined(separator: "\n")) == words(text.text(for: .reading)))
    }

    @Test func `an end of input keeps what was typed, and nothing is handed in`() throws {
        let kept = Kept()
        var dialogue = CaseDialogue(
            try VillageCase.prepared(), CaseAnswers(), on: ScriptedTerminal(["armoede"]), language: .en
        ) { kept.last = $0 }
        let isDone = dialogue.run()
        #expect(!isDone)
        #expect(kept.last?.exercises["problems"]?.picks.map(\.code) == ["armoede"])
        #expect(kept.last?.attempts == 0)
    }

    @Test func `L11: the first hint costs nothing, and what the next one costs is told before it is read`() throws {
        let kept = Kept()
        var dialogue = CaseDialogue(
            try VillageCase.prepared(), CaseAnswers(), on: ScriptedTerminal(["?", "?", "n", "?", "y", "?"]),
            language: .en
        ) { kept.last = $0 }
        _ = dialogue.run()
        let output = dialogue.terminal.output.joined(separator: "\n")
        #expect(kept.last?.hints == ["problems": 2])
        #expect(output.contains("This hint costs nothing.\nRead about money."))
        #expect(output.contains("This hint takes 2 of your points. Read it? (y/n)\nRead about the street."))
        #expect(output.contains("There is no further hint."))
    }

    @Test func `L4: after the last attempt the result stands there, and nothing is asked any more`() throws {
        var answers = CaseAnswers()
        answers.attempts = 2
        var dialogue = CaseDialogue(
            try VillageCase.prepared(), answers, on: ScriptedTerminal([]), language: .en, keep: { _ in })
        let isDone = dialogue.run()
        #expect(isDone)
        #expect(dialogue.terminal.output.joined(separator: "\n").contains("The model"))
    }
}
