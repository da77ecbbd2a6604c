import Foundation
import RuleEngine
import Testing

@testable import Analyst

/// What trainees and trainers were promised, where no other suite holds it.
@Suite struct TrainingPromiseTests {
    private static func answers(_ codes: String..., attempts: Int = 2) -> CaseAnswers {
        var answers = CaseAnswers()
        answers.exercises["problems"] = ExerciseAnswer(codes: codes)
        answers.attempts = attempts
        return answers
    }

    private static func report(_ prepared: PreparedCase, _ answers: CaseAnswers, model: Bool = true) -> String {
        MarkReport(
            mark: prepared.mark(answers), prepared: prepared, answers: answers, language: .en, showsModel: model
        ).text()
    }

    private static let departures = """
            departures:
              - { line: stilte, verdict: expected, reason: { nl: Niemand meldt., en: Nobody reports. }, passages: [street] }
              - { line: armoede, verdict: wrong, reason: { nl: Het cijfer is oud., en: The figure is old. } }
            hints:
        """

    private static func departing() throws -> PreparedCase {
        try VillageCase.prepared(
            VillageCase.text([
                ("    hints:", departures),
                (
                    "exercises:",
                    "panel:\n"
                        + ["a", "b", "c"].map { "  - { member: \($0), answers: { problems: [onrust] } }\n" }.joined()
                        + "exercises:"
                ),
            ]))
    }

    @Test
    func `L7: the models of rules, trainer and panel stand side by side, and where the trainer departs it says why`()
        throws
    {
        let text = Self.report(try Self.departing(), Self.answers("armoede"))
        #expect(text.contains("the rules: Poverty; Unrest; Fear"))
        #expect(text.contains("the trainer: Unrest; Fear; Silence"))
        #expect(text.contains("the panel: Unrest"))
        #expect(text.contains("The figure is old."), "on the line that was picked too many")
        #expect(text.contains("Nobody reports."), "on the line that was missed")
        let without = Self.report(try VillageCase.prepared(), Self.answers("armoede"))
        #expect(without.contains("the panel: there is no panel"), "what is not there is said to be absent")
    }

    @Test func `L5: parts and lines add up to the total, also where the trainer gives by a rubric and changes a mark`()
        throws
    {
        let prepared = try VillageCase.prepared(
            VillageCase.text([
                ("points: 100", "points: 70"),
                (
                    "exercises:",
                    "exercises:\n  - { exercise: essay, kind: argument, points: 30, "
                        + "rubric: [{ criterion: c, title: { nl: Uitleg, en: Reasons }, points: 30 }] }"
                ),
            ]))
        var answers = Self.answers("armoede", "verval")
        answers.hints = ["problems": 2]
        answers.decisions = [
            TrainerDecision(exercise: "essay", criterion: "c", points: Points(hundredths: 1250), reason: ""),
            TrainerDecision(exercise: "problems", points: Points(40), reason: "well argued"),
            TrainerDecision(exercise: "problems", points: Points(hundredths: 4150), reason: "better still"),
        ]
        let mark = prepared.mark(answers)
        #expect(mark.points == Points(hundredths: 5400))
        for part in mark.parts { #expect(part.lines.map(\.points).reduce(.zero, +) == part.points) }
        // What the rules gave, the first change and the second all stay.
        #expect(mark.parts[1].lines.filter { $0.verdict == .overruled }.count == 2)
        #expect(mark.parts[1].lines.contains { $0.verdict == .found && $0.code == "armoede" })
    }

    @Test func `L9: who picks everything does not pass, and neither does who picks nothing`() throws {
        let prepared = try VillageCase.prepared()
        #expect(!prepared.mark(prepared.answers { $0.everything }).isPass)
        #expect(!prepared.mark(CaseAnswers()).isPass)
        #expect(prepared.mark(prepared.answers { $0.modelPicks(.trainer) }).isPass)
    }

    @Test func `L14: points, what is enough, attempts, what hints cost and the rubric are told before the exercises`()
        throws
    {
        let prepared = try VillageCase.prepared(
            VillageCase.text([
                ("points: 100", "points: 70"),
                (
                    "exercises:",
                    "exercises:\n  - { exercise: essay, kind: argument, points: 30, "
                        + "rubric: [{ criterion: c, title: { nl: Uitleg, en: Gives reasons }, points: 30 }] }"
                ),
            ]))
        for purpose in [CaseText.Purpose.reading, .printing] {
            let text = CaseText(prepared, .en).text(for: purpose)
            let marking = try #require(text.range(of: "How it is marked"))
            let first = try #require(text.range(of: "Reasoning (30 points)"))
            #expect(marking.upperBound < first.lowerBound)
            let told = text[marking.upperBound..<first.lowerBound]
            for words in ["Reasoning 30", "Problems 70", "You pass with 60 of 100", "2 times", "each next one 2"] {
                #expect(told.contains(words), "\(words) in \(told)")
            }
            #expect(text.contains("Gives reasons"))
        }
    }

    @Test func `L19: role sheets print by themselves, each role with its own text and none with the case`() throws {
        let prepared = try VillageCase.prepared(
            VillageCase.text([
                (
                    "exercises:",
                    """
                    roles:
                      - { role: resident, title: { nl: Bewoner, en: Resident }, text: { nl: U woont hier., en: You live here. } }
                      - { role: shop, title: { nl: Winkelier, en: Shopkeeper }, text: { nl: U werkt hier., en: You work here. } }
                    exercises:
                    """
                )
            ]))
        let text = CaseText(prepared, .en).text(for: .roles)
        for words in ["Resident", "You live here.", "Shopkeeper", "You work here."] { #expect(text.contains(words)) }
        #expect(!text.contains("Who is on benefit?") && !text.contains("Poverty"))
        #expect(!CaseText(prepared, .en).text(for: .printing).contains("You live here."))
    }

    @Test func `L14: a package says what its amounts are and how much can be carried, and each line what it takes`()
        throws
    {
        let prepared = try CommittedCasebookTests.prepared("acht-gebieden/zaanstad-oost")
        let exercise = try #require(prepared.exercises.first { $0.definition.kind == .package })
        #expect(
            exercise.material.map(\.text.en) == [
                "Amounts are in thousands of euros a year.",
                "So much can be carried at once: 6. What each intervention takes of it stands behind it.",
            ])
        #expect(exercise.options.allSatisfy { $0.title.en.contains(", takes ") && $0.price > 0 })
    }

    @Test func `L6: what no passage tells has a question that names none`() throws {
        let prepared = try CommittedCasebookTests.prepared("acht-gebieden/zaanstad-oost")
        let text = Self.report(prepared, CaseAnswers(), model: false)
        #expect(text.contains("What is still missing in your answer"))
        for block in text.components(separatedBy: "missed: ").dropFirst() {
            let line = block.components(separatedBy: "Think:").first ?? ""
            #expect(block.contains("Think: What does this passage say") == line.contains("read again: passage"))
        }
    }

    @Test(arguments: 1...5)
    func `L10: an analysis is spoiled in as many lines as is asked, and the rest of it stays true`(mistakes: Int) throws
    {
        let name = "acht-gebieden/den-haag-zuidwest"
        let area = try CommittedCasebookTests.prepared(name).world.model
        let sound = FlawedAnalysis(area, mistakes: 0)
        let spoiled = FlawedAnalysis(area, mistakes: mistakes)
        #expect(sound.lines.allSatisfy { $0.flaw == nil })
        let wrong = spoiled.lines.filter { $0.flaw != nil }
        #expect(wrong.count == mistakes)
        #expect(Set(wrong.compactMap(\.flaw)).count == mistakes, "each with another mistake")
        let right = Set(sound.lines.map(\.text))
        for line in spoiled.lines { #expect(right.contains(line.text) == (line.flaw == nil), "\(line.text.en)") }
        for line in wrong { #expect(line.truth != line.text) }
    }

    @Test func `L10: a mistake that is named rightly earns more than one that is only seen, and a sound line costs`()
        throws
    {
        let prepared = try CommittedCasebookTests.prepared("acht-gebieden/den-haag-zuidwest")
        let exercise = try #require(prepared.exercises.first { $0.definition.kind == .mistakes })
        let right = exercise.modelPicks(.engine)
        let first = try #require(right.first)
        let line = try #require(exercise[first]?.choice)
        let other = try #require(exercise.options.first { $0.choice == line && $0.code != first }).code
        let sound = try #require(
            exercise.options.first { option in !right.contains { exercise[$0]?.choice == option.choice } }
        ).code
        func points(_ codes: String...) -> Points { exercise.mark(ExerciseAnswer(codes: codes)).points }
        #expect(points(first) > points(other))
        #expect(points(other) > .zero)
        #expect(points(first, sound) < points(first))
    }
}
