import RuleEngine
import Testing

@testable import Analyst
@testable import AnalystTool

/// Found: poverty, unrest and fear; refuted: decay; open: avoidance and silence.
struct ExerciseMarkingTests {
    @Test func `the engine's own answer scores full marks`() throws {
        let exercise = try exercise()
        #expect(exercise.model == ["problem": ["armoede", "onrust", "angst"]])
        let mark = exercise.mark(exercise.model)
        #expect(mark.points == Points(100))
        #expect(mark.isPass)
    }

    @Test func `selecting everything earns nothing`() throws {
        let exercise = try exercise()
        let mark = exercise.mark(["problem": exercise.parts[0].options.map(\.code)])
        #expect(mark.points == .zero)
        #expect(!mark.isPass)
    }

    @Test func `selecting nothing earns nothing`() throws {
        #expect(try exercise().mark([:]).points == .zero)
    }

    @Test func `where nothing can be found, only selecting nothing earns the points`() throws {
        let exercise = try exercise(answers: [], bijstand: nil)
        #expect(exercise.model == ["problem": []])
        #expect(exercise.mark([:]).points == Points(100))
        #expect(exercise.mark(["problem": exercise.parts[0].options.map(\.code)]).points == .zero)
    }

    @Test func `lines add up to the total, with a verdict for each pick and miss`() throws {
        let mark = try exercise().mark(["problem": ["armoede", "verval", "mijding"]])
        let lines = mark.parts[0].lines
        #expect(
            lines.map { "\($0.verdict.rawValue) \($0.code ?? "-") \($0.points.hundredths)" } == [
                "found armoede 3333", "missed onrust 0", "missed angst 0", "notSettled mijding -2500",
                "tooMany verval -5000", "floor - 4167",
            ])
        #expect(lines.map(\.points).reduce(.zero, +) == mark.points)
        #expect(mark.points == .zero)
    }

    @Test func `a code picked twice counts once`() throws {
        let exercise = try exercise()
        #expect(exercise.mark(["problem": ["armoede", "armoede"]]).points == Points(hundredths: 3333))
    }

    @Test func `each difference carries its reason`() throws {
        let lines = try exercise().mark(["problem": ["armoede", "verval", "mijding"]]).parts[0].lines
        func because(_ code: String) -> [String] { lines.first { $0.code == code }?.because.map(\.nl) ?? [] }
        #expect(because("armoede").isEmpty)
        #expect(because("onrust").first == "Er is onrust.")
        #expect(because("verval").first?.contains("Leegstand") == true)
        #expect(because("mijding") == ["het feitenblad zegt dit nog niet; nodig is: Overlast (ondernemers)"])
    }

    @Test(arguments: [(100, 3), (100, 7), (60, 40), (1, 3), (40, 0)])
    func `shares add up to what is divided`(points: Int, count: Int) {
        let shares = Points(points).shares(Array(repeating: 1, count: count))
        #expect(shares.reduce(.zero, +) == (count == 0 ? .zero : Points(points)))
    }

    @Test func `the report ends with the total, and its JSON parses`() throws {
        let exercise = try exercise()
        let report = MarkReport(mark: exercise.mark(exercise.model), exercise: exercise, language: .en)
        #expect(report.text().hasSuffix("Total: 100 of 100 points. The pass mark is 60.\nYou have passed.\n"))
        let json = report.json()
        #expect(json.contains("\"points\": 100"))
        #expect(YAMLParser.parseSingle(SourceFile(name: "json", text: json)).root?["pass"]?.scalar?.text == "true")
    }

    @Test func `codes are picked by number or code in a dialogue`() throws {
        let exercise = try exercise()
        var dialogue = ExerciseDialogue(exercise, on: ScriptedTerminal(["1 9", "1, onrust 3"]), language: .nl)
        #expect(dialogue.picks() == ["problem": ["armoede", "onrust", "angst"]])
        #expect(dialogue.terminal.output.contains("Staat niet in de lijst: 9. Typ uw hele keuze opnieuw."))
        var broken = ExerciseDialogue(exercise, on: ScriptedTerminal([]), language: .nl)
        #expect(broken.picks() == nil)
    }

    @Test func `an unknown code in a file of answers is reported with the nearest one`() throws {
        let exercise = try exercise()
        let good = SourceFile(name: "a.yaml", text: "problem: [armoede]\n")
        #expect(try exercise.picks(good) == ["problem": ["armoede"]])
        let bad = SourceFile(name: "a.yaml", text: "problem: [armoed]\n")
        let error = #expect(throws: BadInput.self) { _ = try exercise.picks(bad) }
        #expect(error?.diagnostics.map(\.code) == ["casebook/unknown-code"])
        #expect(error?.diagnostics.first?.hint?.nl == "bedoelde u ‘armoede’?")
    }

    private func exercise(
        answers: [String] = [
            "{ question: overlast, perspective: bewoners, value: true }",
            "{ question: leegstand, perspective: ondernemers, value: false }",
        ], bijstand: String? = "12"
    ) throws -> Exercise {
        let session = try VillageRules.session(bijstand: bijstand, answers: answers)
        let text = LocalizedText(verbatim: "Het dorp")
        let entry = Casebook.Case(
            id: "dorp", title: text, text: text, sheet: "dorp.yaml", date: VillageRules.date,
            weights: [(template: "problem", points: 100)])
        let book = Casebook(id: "boek", title: text, introduction: text, passMark: 60, cases: [entry])
        return try Exercise(entry, of: book, session: session)
    }
}
