import RuleEngine
import Testing

@testable import Analyst

/// What the engine sees of a sheet.
struct SheetInputsTests {
    private static func inputs(_ sheet: FactSheet, part: FactSheet.Part? = nil) -> SessionInputs {
        SheetInputs(sheet, ruleBase: VillageRules.ruleBase, date: VillageRules.date, part: part).inputs
    }

    @Test(arguments: [
        ("{ question: overlast, perspective: bewoners, value: unknown }", []),
        ("{ question: overlast, perspective: bewoners, value: false }", ["bewoners"]),
        ("{ question: bestaat_niet, perspective: bewoners, value: true }", []),
        ("{ question: bijstand, perspective: registratie, value: 3 }", []),
    ])
    func `who only says not to know has not been heard`(answer: String, heard: [String]) throws {
        let sheet = try VillageRules.sheet(answers: [answer])
        #expect(sheet.heardPerspectives(in: VillageRules.ruleBase) == heard)
        #expect(Self.inputs(sheet).facts.map(\.key) == heard.map { [.string($0)] })
    }

    @Test func `groups that the sheet lists come first and once`() throws {
        let text = VillageRules.sheetText(answers: [
            "{ question: overlast, perspective: bewoners, value: true }",
            "{ question: overlast, perspective: ondernemers, value: true }",
        ]).replacing("known: [] }\nanswers", with: "known: [{ perspective: ondernemers }] }\nanswers")
        let sheet = try FactSheet.read(SourceFile(name: "s.yaml", text: text))
        #expect(sheet.heardPerspectives(in: VillageRules.ruleBase) == ["ondernemers", "bewoners"])
    }

    @Test func `not applicable tells the engine nothing where the rules do not reckon with it`() throws {
        let sheet = try VillageRules.sheet(answers: [
            "{ question: overlast, perspective: bewoners, value: not-applicable }"
        ])
        #expect(Self.inputs(sheet).values.isEmpty)
    }

    @Test func `an answered figure of the area is not that of a part`() throws {
        let text =
            VillageRules.sheetText(
                bijstand: "8", answers: ["{ question: bijstand, perspective: registratie, value: 50 }"]
            ).replacing("name: Dorp }", with: "name: Dorp }\n  parts: [{ code: a, name: A }, { code: b, name: B }]")
            + "parts: [{ code: a, name: A, figures: { bijstand: 3 } }]\n"
        let sheet = try FactSheet.read(SourceFile(name: "s.yaml", text: text))
        let slot = RecordSchema.Slot(name: "bijstand")
        #expect(Self.inputs(sheet).values[slot] == .exactly(.number(50)))
        #expect(Self.inputs(sheet, part: sheet.parts[0]).values[slot] == .exactly(.number(3)))
        #expect(Self.inputs(sheet, part: sheet.parts[1]).values[slot] == nil)
    }

    @Test(
        arguments: [
            ("{ 2012: 1, 2014: 2, 2016: 3 }", "0.5"), ("{ 2012: 1, 2014: 2 }", nil),
            ("{ 1: 9e6144, 2: 9e6144, 9999: 9e6144 }", nil), ("{ 1: -9e6143, 5000: 0, 9999: 9e6144 }", nil),
        ] as [(String, String?)])
    func `a trend is the slope of the series, and none when its numbers are too large`(series: String, slope: String?)
        throws
    {
        let text = VillageRules.sheetText(bijstand: "8").replacing("year: 2023", with: "year: 2023, series: \(series)")
        let sheet = try FactSheet.read(SourceFile(name: "s.yaml", text: text))
        let value = Self.inputs(sheet).values[.init(context: "trend", name: "bijstand")]
        #expect(value == slope.flatMap { FEELNumber($0) }.map { .exactly(.number($0)) })
    }
}
