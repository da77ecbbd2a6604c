import RuleEngine
import Testing

@testable import Analyst

/// What the engine sees of a series of years, and of the figures of parts.
struct SeriesInputsTests {
    /// The village, with an indicator that may be a published series and with figures of parts.
    private static func ruleBase(series: Bool) -> RuleBase {
        RuleBaseReader.read(
            VillageRules.files.map { file in
                var text = file.text
                text = text.replacing(
                    "  domain: { vocabulary: domains }\ncodes:\n  - code: bijstand",
                    with: "  domain: { vocabulary: domains }\n  series: { boolean: true, optional: true }\n"
                        + "codes:\n  - code: bijstand")
                if series {
                    text = text.replacing("    holder: { nl: CBS", with: "    series: true\n    holder: { nl: CBS")
                }
                text = text.replacing(
                    "  - template: effort",
                    with: """
                          - template: part_figure
                            title: { nl: Deel, en: Part }
                            input: true
                            key: { part: { type: string }, indicator: { vocabulary: indicators } }
                            fields: { name: { type: string }, residents: { type: number }, value: { type: number } }
                          - template: effort
                        """)
                return SourceFile(name: file.name, text: text)
            }
        ).ruleBase
    }

    private static func sheet(kind: String) throws -> FactSheet {
        let figure =
            "{ value: 8, unit: '%', year: 2023, kind: \(kind), gemeente: 6, percentile: 9, earlier: "
            + "[{ value: 7, year: 2022, gemeente: 6.5, percentile: 11 }, "
            + "{ value: 6, year: 2021, gemeente: 7, percentile: 12 }] }"
        let text = VillageRules.sheetText().replacing("{ unknown: not-published }", with: figure)
        return try FactSheet.read(SourceFile(name: "s.yaml", text: text)).told(on: VillageRules.date, later: false)
    }

    @Test(arguments: [("count", false, true), ("model", false, false), ("model", true, true)])
    func `a model shows how its score changed only where it is published as a series`(
        kind: String, isSeries: Bool, isShown: Bool
    ) throws {
        let inputs = SheetInputs(
            try Self.sheet(kind: kind), ruleBase: Self.ruleBase(series: isSeries), date: VillageRules.date)
        let shown: [(context: String, number: FEELNumber)] = [
            (SheetContext.trend, 1), (SheetContext.first, 6), (SheetContext.firstYear, 2021),
            (SheetContext.firstPercentile, 12),
        ]
        for (context, number) in shown {
            let value = inputs.inputs.values[.init(context: context, name: "bijstand")]
            #expect(value == (isShown ? .exactly(.number(number)) : nil), "\(context)")
        }
        let municipal = inputs.inputs.values[.init(context: SheetContext.municipalTrend, name: "bijstand")]
        #expect(municipal == (isShown ? FEELNumber("-0.5").map { .exactly(.number($0)) } : nil))
    }

    @Test(arguments: [(["a", "b"], 2), (["a"], 0)])
    func `rules see the figures of parts where there is more than one part`(codes: [String], count: Int) throws {
        let extent = codes.map { "{ code: \($0), name: \($0.uppercased()), residents: 40 }" }.joined(separator: ", ")
        let parts = codes.map { "{ code: \($0), name: \($0.uppercased()), figures: { bijstand: 3 } }" }
        let text =
            VillageRules.sheetText(bijstand: "8")
            .replacing("name: Dorp }", with: "name: Dorp }\n  parts: [\(extent)]")
            + "parts: [\(parts.joined(separator: ", "))]\n"
        let sheet = try FactSheet.read(SourceFile(name: "s.yaml", text: text))
        let ruleBase = Self.ruleBase(series: false)
        let facts = SheetInputs(sheet, ruleBase: ruleBase, date: VillageRules.date).inputs.facts
            .filter { $0.template == SheetContext.partFigure }
        #expect(facts.count == count)
        #expect(facts.allSatisfy { $0.fields["value"] == .exactly(.number(3)) })
        // A part is not compared with its own parts, and an area whose figure is not told on the day has none.
        #expect(
            SheetInputs(sheet, ruleBase: ruleBase, date: VillageRules.date, part: sheet.parts.first).inputs.facts
                .allSatisfy { $0.template != SheetContext.partFigure })
        #expect(
            SheetInputs(sheet, ruleBase: VillageRules.ruleBase, date: VillageRules.date).inputs.facts
                .allSatisfy { $0.template != SheetContext.partFigure })
    }
}
