import RuleEngine
import Testing

@testable import Analyst

/// Each check of a case that can be read: once it fires, once it nearly does.
struct CasebookCheckTests {
    private func codes(_ changes: [(String, String)], bijstand: String? = "12") throws -> [String] {
        try CasebookCheck(VillageCase.prepared(VillageCase.text(changes), bijstand: bijstand)).diagnostics.map(\.code)
    }

    private static let exercise = "    hints:"

    @Test func `L12: what is expected must follow from what is told`() throws {
        // Fear and unrest rest on the street; the figure is told, so that poverty follows.
        let whole = ("date: 2024-06-01", "date: 2024-06-01\nmodel: sheet")
        #expect(try !codes([whole]).contains("casebook/not-knowable"))
        #expect(try codes([whole, ("        figures: [bijstand]\n", "")]).contains("casebook/not-knowable"))
        #expect(
            try !codes([("        figures: [bijstand]\n", "")]).contains("casebook/not-knowable"),
            "the model rests on what is given")
    }

    @Test func `L13: what the trainer expects beyond the rules names its passages`() throws {
        func departs(_ more: String) -> (String, String) {
            (
                Self.exercise,
                "    departures: [{ line: stilte, verdict: expected, reason: { nl: x, en: x }\(more) }]\n    hints:"
            )
        }
        #expect(try codes([departs("")]).contains("casebook/not-knowable"))
        #expect(try !codes([departs(", passages: [street]")]).contains("casebook/not-knowable"))
    }

    @Test func `a departure that says what the rules say is told`() throws {
        func departs(_ line: String, _ verdict: String) -> (String, String) {
            (
                Self.exercise,
                "    departures: [{ line: \(line), verdict: \(verdict), reason: { nl: x, en: x }, passages: [street] }]\n    hints:"
            )
        }
        #expect(try codes([departs("armoede", "expected")]).contains("casebook/no-departure"))
        #expect(try !codes([departs("armoede", "wrong")]).contains("casebook/no-departure"))
    }

    @Test func `an exercise in which nothing is to be found is told`() throws {
        let silent = [("          - { question: overlast, perspective: bewoners, value: true }\n", "")]
        #expect(try codes(silent, bijstand: "2").contains("casebook/nothing-expected"))
        #expect(try !codes(silent, bijstand: "12").contains("casebook/nothing-expected"))
    }

    @Test func `L9: who picks by chance from a short list may pass, and that is told`() throws {
        #expect(try codes([]).contains("casebook/blind-pass"))
        // Where all points are asked for, and much must be picked, chance does not get there.
        let strict = Casebook(
            id: "first", title: LocalizedText(verbatim: "x"), introduction: LocalizedText(verbatim: "x"), passMark: 100,
            attempts: 1, hintCost: 1, synonyms: [:], cases: [])
        let text = VillageCase.text([
            ("points: 100", "points: 40"),
            (
                "exercises:",
                "exercises:\n  - { exercise: voices, kind: voices, points: 30 }\n"
                    + "  - { exercise: signs, kind: signs, of: 'problem:angst', points: 30 }"
            ),
        ])
        let prepared = try PreparedCase(
            VillageCase.read(text), of: strict, sheet: VillageRules.sheet(bijstand: "12"), rules: VillageRules.rules)
        let blind = CasebookCheck(prepared).diagnostics.filter { $0.code == "casebook/blind-pass" }
        #expect(blind.allSatisfy { $0.message.en.contains("by chance") }, "nothing and everything do not pass")
    }

    @Test func `L17: the panel must be large enough to be marked against`() throws {
        func panel(_ members: Int) -> [(String, String)] {
            let names = ["anna", "bert", "cas"].prefix(members)
            let list = names.map { "  - { member: \($0), answers: { problems: [armoede] } }" }.joined(separator: "\n")
            return [("points: 100", "points: 100\n    against: panel"), ("exercises:", "panel:\n\(list)\nexercises:")]
        }
        #expect(try codes(panel(2)).contains("casebook/small-panel"))
        #expect(try !codes(panel(3)).contains("casebook/small-panel"))
    }

    @Test func `L14: one exercise alone must not be enough to pass`() throws {
        func points(_ first: Int) -> [(String, String)] {
            [
                ("points: 100", "points: \(first)"),
                ("exercises:", "exercises:\n  - { exercise: voices, kind: voices, points: \(100 - first) }"),
            ]
        }
        #expect(try codes(points(60)).contains("casebook/one-exercise-passes"))
        #expect(try !codes(points(55)).contains("casebook/one-exercise-passes"))
    }

    @Test func `a budget that leaves nothing to choose is told`() throws {
        func budget(_ amount: Int) -> [(String, String)] {
            let requests = """
                information:
                  budget: \(amount)
                  requests:
                    - { request: ask, title: { nl: x, en: x }, price: 2, answers: [{ question: overlast, perspective: ondernemers, value: true }] }
                    - { request: more, title: { nl: y, en: y }, price: 3, figures: [bijstand] }
                exercises:
                """
            return [("        figures: [bijstand]\n", ""), ("exercises:", requests)]
        }
        #expect(try codes(budget(1)).contains("casebook/budget"))
        #expect(try !codes(budget(3)).contains("casebook/budget"))
        #expect(try codes(budget(5)).contains("casebook/budget"))
    }
}
