import RuleEngine
import Testing

@testable import Analyst

/// Answers with counts, degree and place, and rankings: read, weighed, written.
@Suite struct CountedAnswerTests {
    private static func sheet(_ answer: String, voices: String = "{ complete: true, known: [] }") -> SourceFile {
        SourceFile(
            name: "s.yaml",
            text: "sheet: x\ntitle: { nl: X, en: X }\narea: { municipality: { code: GM0001, name: X } }\nfigures: {}\n"
                + "voices: \(voices)\nanswers: [{ question: ziet_onrust, perspective: bewoners, \(answer) }]\n")
    }

    @Test(
        arguments: [
            (3, 2, true), (2, 3, false), (30, 12, true), (12, 30, false), (6, 5, nil), (5, 6, nil), (3, 1, nil),
            (4, 0, nil),
            (5, 0, true), (0, 5, false), (0, 0, nil),
        ] as [(Int, Int, Bool?)])
    func `enough people that say the same make a yes or a no`(yes: Int, no: Int, result: Bool?) throws {
        let sheet = try FactSheet.read(Self.sheet("yes: \(yes), no: \(no)"))
        let area = AreaSession(sheet, under: TownRules.rules(), on: TownRules.date)
        let found = area.session.state(of: FindingID(template: "problem", key: ["onrust"]))
        let slot = RecordSchema.Slot(context: "bewoners", name: "ziet_onrust")
        #expect(area.session.possibleValues(of: slot)?.exactValue == result.map { .boolean($0) })
        #expect((found == .found) == (result == true))
    }

    @Test(arguments: [
        ("value: true, yes: 3", "sheet/answered-twice"),
        ("yes: 30, no: 13, people: 42", "sheet/more-answers-than-people"),
        ("date: 2024-01-01", "sheet/no-answer"), ("yes: -1", "sheet/not-a-count"), ("value: misschien", "sheet/answer"),
        ("yes: 30, degree: very", "yaml/choice"),
    ])
    func `what cannot be is told with its place and how to repair it`(answer: String, code: String) throws {
        let fault = #expect(throws: BadInput.self) { try FactSheet.read(Self.sheet(answer)) }
        let first = try #require(fault?.diagnostics.first)
        if code != "yaml/choice" { #expect(first.code == code) }
        #expect(first.span?.start.line == 6 && first.hint != nil)
    }

    @Test(arguments: [
        "yes: 30, no: 12, people: 42", "yes: 3", "no: 0, yes: 0", "value: true, degree: serious, places: [plein, WK01]",
    ])
    func `what nearly cannot be is read`(answer: String) throws {
        #expect(try FactSheet.read(Self.sheet(answer)).answers.count == 1)
    }

    @Test func `an answer is written as it was read`() throws {
        let sheet = try FactSheet.read(
            Self.sheet(
                "yes: 30, no: 12, people: 42, method: gesprek, degree: very-serious, places: ['plein, zuid', WK01]"))
        let (answer, text) = (try #require(sheet.answers.first), sheet.text(withAnswers: []))
        let again = try FactSheet.read(
            SourceFile(
                name: "s.yaml", text: FactSheet.read(SourceFile(name: "s.yaml", text: text)).text(withAnswers: [answer])
            ))
        #expect(again.answers == [answer])
    }

    @Test(
        arguments: [
            ("[onrust, verval]", nil), ("[]", nil), ("[onrust, verval, onrust]", "sheet/ranked-twice"),
            ("[onrusd]", "sheet/unknown-problem"),
        ] as [(String, String?)])
    func `a ranking names each problem once, by a code that the rules know`(ranking: String, code: String?) throws {
        let file = Self.sheet(
            "value: true", voices: "{ complete: true, known: [{ perspective: bewoners, ranking: \(ranking) }] }")
        let found = try FactSheet.read(file).check(against: TownRules.rules().ruleBase)
        #expect(found.map(\.code) == [code].compactMap { $0 })
    }

    @Test(arguments: [("euro-per-jaar", nil), ("euro", "sheet/budget-unit")] as [(String, String?)])
    func `a budget is money for a year`(unit: String, code: String?) throws {
        let text =
            Self.sheet("value: true").text + "means: { budget: { amount: 500000, unit: \(unit) }, capacity: 6 }\n"
        let sheet = try FactSheet.read(SourceFile(name: "s.yaml", text: text))
        #expect(sheet.check(against: TownRules.rules().ruleBase).map(\.code) == [code].compactMap { $0 })
    }
}
