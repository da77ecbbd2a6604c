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
        #expect(sheet.heardPerspectives(in: VillageRules.ruleBase, on: VillageRules.date) == heard)
        #expect(Self.inputs(sheet).facts.map(\.key) == heard.map { [.string($0)] })
    }

    @Test func `groups that the sheet lists come first and once`() throws {
        let text = VillageRules.sheetText(answers: [
            "{ question: overlast, perspective: bewoners, value: true }",
            "{ question: overlast, perspective: ondernemers, value: true }",
        ]).replacing("known: [] }\nanswers", with: "known: [{ perspective: ondernemers }] }\nanswers")
        let sheet = try FactSheet.read(SourceFile(name: "s.yaml", text: text))
        #expect(
            sheet.heardPerspectives(in: VillageRules.ruleBase, on: VillageRules.date) == ["ondernemers", "bewoners"])
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

    @Test(
        arguments: [
            ("{ 2014: 12, 2016: 11, 2018: 10, 2020: 9, 2022: 30, 2024: 60 }", "2021-06-01", "-0.5"),
            ("{ 2014: 12, 2016: 11, 2018: 10, 2020: 9, 2022: 30, 2024: 60 }", "2024-01-01", "4.2286"),
            ("{ 2014: 12, 2016: 11, 2018: 10, 2020: 9 }", "2018-01-01", "-0.5"),
            ("{ 2014: 12, 2016: 11, 2018: 10, 2020: 9 }", "2017-12-31", nil),
        ] as [(String, String, String?)])
    func `a trend uses no year after the analysis`(series: String, day: String, slope: String?) throws {
        let text = VillageRules.sheetText(bijstand: "8")
            .replacing("year: 2023", with: "year: 2014, series: \(series)")
        let sheet = try FactSheet.read(SourceFile(name: "s.yaml", text: text))
        let date = try #require(FEELDate(day))
        let values = SheetInputs(sheet, ruleBase: VillageRules.ruleBase, date: date).inputs.values
        let value = values[.init(context: "trend", name: "bijstand")]
        #expect(value == slope.flatMap { FEELNumber($0) }.map { .exactly(.number($0)) })
    }

    @Test(arguments: [("89.9", false), ("90", true), ("100", true)])
    func `a figure of less than ninety per cent of the residents is not known`(coverage: String, isKnown: Bool) throws {
        let text =
            VillageRules.sheetText(bijstand: "8")
            .replacing("name: Dorp }", with: "name: Dorp }\n  parts: [{ code: a, name: A }]")
            .replacing("year: 2023", with: "year: 2023, coverage: \(coverage)")
            + "parts: [{ code: a, name: A, figures: { bijstand: 3 } }]\n"
        let sheet = try FactSheet.read(SourceFile(name: "s.yaml", text: text))
        let slot = RecordSchema.Slot(name: "bijstand")
        let read = SheetInputs(sheet, ruleBase: VillageRules.ruleBase, date: VillageRules.date)
        #expect(read.inputs.values[slot] == (isKnown ? .exactly(.number(8)) : nil))
        #expect(read.omissions["bijstand"] == (isKnown ? nil : .lowCoverage))
        #expect(Self.inputs(sheet, part: sheet.parts[0]).values[slot] == .exactly(.number(3)), "a part is covered")
    }

    @Test(
        arguments: [
            // Given after the day.
            ([("true", "2024-06-02")], nil), ([("true", "2024-06-01")], true), ([("true", nil)], true),
            ([("false", "2024-01-01"), ("true", "2024-06-02")], false),
            // The latest day counts, in whatever order the file has them.
            ([("true", "2024-01-01"), ("false", "2024-02-01")], false),
            ([("false", "2024-02-01"), ("true", "2024-01-01")], false),
            ([("true", "2024-01-01"), ("unknown", "2024-02-01")], nil),
            // A day goes before none; of one day, who says yes counts.
            ([("false", "2024-02-01"), ("true", nil)], false),
            ([("true", "2024-02-01"), ("false", "2024-02-01")], true),
            ([("false", nil), ("true", nil), ("unknown", nil)], true),
        ] as [([(String, String?)], Bool?)])
    func `of dated answers the latest up to the day counts`(answers: [(String, String?)], value: Bool?) throws {
        let sheet = try VillageRules.sheet(
            answers: answers.map { value, date in
                let day = date.map { ", date: \($0)" } ?? ""
                return "{ question: overlast, perspective: bewoners, value: \(value)\(day) }"
            })
        let slot = RecordSchema.Slot(context: "bewoners", name: "overlast")
        #expect(Self.inputs(sheet).values[slot] == value.map { .exactly(.boolean($0)) })
    }

    @Test func `who answered after the day has not been heard on it`() throws {
        let sheet = try VillageRules.sheet(answers: [
            "{ question: overlast, perspective: bewoners, value: true, people: 9, date: 2024-06-02 }",
            "{ question: overlast, perspective: ondernemers, value: false, date: 2024-05-31 }",
        ])
        #expect(Self.inputs(sheet).facts.map(\.key) == [[.string("ondernemers")]])
    }

    @Test(
        arguments: [
            // The newest that covers enough; others take no part in the trend.
            ("coverage: 100", "coverage: 100", 8, "0.7"), ("coverage: 40", "coverage: 100", 7, "0.5"),
            ("coverage: 100", "coverage: 40", 8, "0.7143"), ("coverage: 90", "coverage: 89.9", 8, "0.7143"),
        ] as [(String, String, FEELNumber, String)])
    func `of several years those count that cover enough of the residents`(
        newest: String, older: String, value: FEELNumber, trend: String
    ) throws {
        let figure =
            "{ value: 8, unit: '%', year: 2023, \(newest), earlier: "
            + "[{ value: 7, year: 2022, \(older) }, { value: 6, year: 2021 }, { value: 6, year: 2020 }] }"
        let text = VillageRules.sheetText().replacing("{ unknown: not-published }", with: figure)
        let sheet = try FactSheet.read(SourceFile(name: "s.yaml", text: text))
        #expect(sheet.check(against: VillageRules.ruleBase).isEmpty)
        let told = sheet.told(on: VillageRules.date, later: false)
        let values = Self.inputs(told).values
        #expect(values[.init(name: "bijstand")] == .exactly(.number(value)))
        let slope = values[.init(context: "trend", name: "bijstand")]
        #expect(slope == FEELNumber(trend).map { .exactly(.number($0)) })
    }

    @Test(
        arguments: [
            ("{ value: 108, year: 2022 }", ["sheet/out-of-range"]), ("{ value: 7, year: 2023 }", ["sheet/same-year"]),
            ("{ value: 7, year: 2022 }", []),
            ("{ value: 7, year: 2022 }, { value: 7, year: 2022 }", ["sheet/same-year"]),
        ])
    func `a figure of an earlier year is checked as the newest is`(earlier: String, codes: [String]) throws {
        let figure = "{ value: 8, unit: '%', year: 2023, earlier: [\(earlier)] }"
        let text = VillageRules.sheetText().replacing("{ unknown: not-published }", with: figure)
        let sheet = try FactSheet.read(SourceFile(name: "s.yaml", text: text))
        #expect(sheet.check(against: VillageRules.ruleBase).map(\.code) == codes)
    }
}
