import RuleEngine
import Testing

@testable import Analyst

/// The sheet on which a trainer marks a group, empty and filled in.
@Suite struct MarkingSheetTests {
    private static func prepared() throws -> PreparedCase {
        try VillageCase.prepared(
            VillageCase.text([
                ("points: 100", "points: 70"),
                (
                    "exercises:",
                    "exercises:\n  - { exercise: essay, kind: argument, points: 30, rubric: [{ criterion: why, "
                        + "title: { nl: Waarom, en: Why }, points: 20 }, { criterion: who, title: { nl: Wie, en: Who }, points: 10 }] }"
                ),
            ]))
    }

    private static func sheet(_ names: [String] = ["linde", "berk"], given: [TrainerDecision] = []) throws
        -> MarkingSheet
    {
        var answers = CaseAnswers()
        answers.exercises["problems"] = ExerciseAnswer(codes: ["armoede"])
        answers.attempts = 1
        answers.decisions = given
        return MarkingSheet(
            names.map { TrainingResult(pseudonym: $0, answers: answers, changed: nil) }, of: try prepared())
    }

    private static func read(_ text: String, _ sheet: MarkingSheet) throws(BadInput) -> FilledMarks {
        try FilledMarks(TableDocument(name: "marks.csv", bytes: Array(text.utf8)), for: sheet)
    }

    private static let head = "schuilnaam;oefening;onderdeel;nieuwe punten;reden\n"

    @Test func `a row stands there for each thing that can be given points, with what is given by now`() throws {
        let sheet = try Self.sheet(given: [
            TrainerDecision(exercise: "essay", criterion: "why", points: Points(5), reason: "")
        ])
        let rows = sheet.rows.map { row in
            [row.trainee, row.exercise.id, row.criterion?.id.value ?? "-", row.points?.plain ?? "-", row.most.plain]
                .joined(separator: " ")
        }
        #expect(
            rows == [
                "linde essay why 5 20", "linde essay who - 10", "linde problems - 23.33 70", "berk essay why 5 20",
                "berk essay who - 10", "berk problems - 23.33 70",
            ])
    }

    @Test func `the answer stands beside it: the words of the trainee, or what was picked`() throws {
        var answers = CaseAnswers()
        answers.exercises["problems"] = ExerciseAnswer(
            picks: [Pick(code: "armoede"), Pick(code: "onrust")], other: "more of it")
        answers.exercises["essay"] = ExerciseAnswer(text: "as they help each other")
        answers.attempts = 1
        let result = TrainingResult(pseudonym: "linde", answers: answers, changed: nil)
        let rows = MarkingSheet([result], of: try Self.prepared()).rows
        #expect(
            rows.map { $0.answer(.en) } == [
                "as they help each other", "as they help each other", "Poverty; Unrest; more of it",
            ])
    }

    @Test func `two trainees of the same name are told apart`() throws {
        #expect(try Self.sheet(["es", "es", "es (2)", "es"]).trainees == ["es", "es (3)", "es (2)", "es (4)"])
    }

    @Test(arguments: SpreadsheetForm.Format.allCases, Language.allCases)
    func `L18: the sheet that is got can be sent back`(format: SpreadsheetForm.Format, language: Language) throws {
        let sheet = try Self.sheet(["=linde", "berk"])
        let bytes = SpreadsheetForm(sheet, language: language).bytes(format)
        let document = try TableDocument(name: "marks.\(format)", bytes: bytes)
        let error = #expect(throws: BadInput.self) { _ = try FilledMarks(document, for: sheet) }
        #expect(error?.diagnostics.map(\.code) == ["marking/nothing"], "its columns are known, and no cell is filled")
        #expect(SpreadsheetForm(sheet, language: language).bytes(format) == bytes, "the same group, the same bytes")
    }

    @Test func `L15, L18: points and reasons come back in, those of one trainee to that trainee`() throws {
        let sheet = try Self.sheet(["=linde", "berk"])
        let empty = String(decoding: SpreadsheetForm(sheet, language: .nl).bytes(.csv).dropFirst(3), as: UTF8.self)
        var lines = empty.split(whereSeparator: \.isNewline).map(String.init)
        #expect(lines.count == 7)
        #expect(lines[1].hasPrefix("'=linde;essay;why;"), "a spreadsheet works nothing out: \(lines[1])")
        lines[1] = String(lines[1].dropLast(1)) + "12,5;"
        lines[6] = String(lines[6].dropLast(1)) + "40;goed \"uitgelegd\""
        let filled = try Self.read(lines.joined(separator: "\r\n"), sheet)
        #expect(
            filled.entries.map { $0.line(.nl) } == [
                "=linde, Onderbouwing: Waarom: nog niets wordt 12,5",
                "berk, Problemen: 23,33 wordt 40 (goed \"uitgelegd\")",
            ])
        let first = filled.answers(of: 0, sheet.results[0].answers)
        let second = filled.answers(of: 1, sheet.results[1].answers)
        #expect(first.decisions.map(\.points) == [Points(hundredths: 1250)])
        #expect(second.decisions.map(\.reason) == ["goed \"uitgelegd\""])
        let mark = sheet.prepared.mark(second)
        #expect(mark.parts[1].points == Points(40))
        #expect(mark.parts[1].lines.contains { $0.verdict == .found }, "what the rules gave stays beside it")
        // What waits is read back the same.
        #expect(try Self.read(filled.table, sheet).entries.map { $0.line(.en) } == filled.entries.map { $0.line(.en) })
    }

    @Test func `what was given before in the same words changes nothing`() throws {
        let before = TrainerDecision(exercise: "problems", points: Points(40), reason: "goed")
        let sheet = try Self.sheet(["linde"], given: [before])
        let same = try Self.read(Self.head + "linde;problems;;40;goed\n", sheet)
        #expect(same.changes.isEmpty && same.entries.map { $0.change(.en) } == ["40, stays the same"])
        #expect(same.answers(of: 0, sheet.results[0].answers).decisions == [before])
        let other = try Self.read(Self.head + "linde;problems;;40;beter\n", sheet)
        #expect(other.changes.count == 1)
    }

    @Test func `columns are found by name in either language, in any order, and other columns are left alone`() throws {
        let text = "mine,reason,new points,exercise,pseudonym,part\nx,well argued,7.5,essay,berk,who\n"
        let filled = try Self.read(text, try Self.sheet())
        #expect(filled.entries.map { $0.line(.en) } == ["berk, Reasoning: Who: nothing yet becomes 7.5 (well argued)"])
    }

    /// What stands in a row, and the code and place of what is told.
    @Test(
        arguments: [
            ("lind;problems;;40;x", "marking/unknown-trainee", "2:1", "bedoelde u ‘linde’?"),
            (";problems;;40;x", "marking/unknown-trainee", "2:1", nil),
            ("linde;problem;;40;x", "marking/unknown-exercise", "2:7", "bedoelde u ‘problems’?"),
            ("linde;essay;wy;4;x", "marking/unknown-part", "2:13", "kies uit: why, who"),
            ("linde;essay;;4;x", "marking/unknown-part", "2:13", "kies uit: why, who"),
            ("linde;problems;why;4;x", "marking/unknown-part", "2:16", "laat de cel ‘onderdeel’ leeg"),
            ("linde;problems;;veel;x", "marking/bad-points", "2:17", "schrijf een getal van 0 tot en met 70"),
            ("linde;problems;;70,01;x", "marking/bad-points", "2:17", "schrijf een getal van 0 tot en met 70"),
            ("linde;essay;who;-1;x", "marking/bad-points", "2:17", "schrijf een getal van 0 tot en met 10"),
            ("linde;problems;;40;", "marking/no-reason", "2:20", nil),
            ("linde;problems;;;zomaar", "marking/no-points", "2:17", nil),
            ("linde;problems;;4;x\nlinde;problems;;5;y", "marking/twice", "3:17", "laat één rij staan"),
            ("linde;problems;;;", "marking/nothing", nil, nil),
        ] as [(String, String, String?, String?)])
    func `L15: what cannot be taken over is told by cell`(rows: String, code: String, place: String?, hint: String?)
        throws
    {
        let sheet = try Self.sheet()
        let error = #expect(throws: BadInput.self) { _ = try Self.read(Self.head + rows + "\n", sheet) }
        #expect(error?.diagnostics.map(\.code) == [code])
        #expect(error?.diagnostics.first?.span.map { "\($0.start.line):\($0.start.column)" } == place)
        if let hint { #expect(error?.diagnostics.first?.hint?.nl == hint) }
    }

    @Test func `what nearly is a fault is none: all points, none, and a part of the rubric without a reason`() throws {
        let rows = "linde;problems;;70;alles\nberk;problems;;0;niets\nlinde;essay;who;10;\n"
        #expect(try Self.read(Self.head + rows, try Self.sheet()).changes.count == 3)
    }

    @Test func `each bad cell is told, and a file that is no marking sheet says so`() throws {
        let sheet = try Self.sheet()
        let error = #expect(throws: BadInput.self) {
            _ = try Self.read(Self.head + "lind;problems;;4;x\nberk;problems;;veel;x\nberk;essay;why;3;\n", sheet)
        }
        #expect(error?.diagnostics.map(\.code) == ["marking/unknown-trainee", "marking/bad-points"])
        let other = #expect(throws: BadInput.self) { _ = try Self.read("a;b\n1;2\n", sheet) }
        #expect(other?.diagnostics.map(\.code) == ["marking/no-sheet"])
    }
}
