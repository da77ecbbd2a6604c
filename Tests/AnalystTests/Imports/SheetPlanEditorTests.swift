import RuleEngine
import Testing

@testable import Analyst

/// What runs and the means go into the text of a sheet, and all else stays.
@Suite struct SheetPlanEditorTests {
    private static let start =
        "sheet: s # het blad\ntitle: { nl: S, en: S }\narea: { municipality: { code: GM0001, name: S } }\nfigures: {}\n"

    private static let sheets = [
        "", "efforts: { complete: true, known: [] } # niets\nanswers: []\n", "efforts: { complete: false }\n",
        "efforts:\n  complete: false\n  known:\n    - code: een # oud\n      name: Een\n      until: 2022\n\nanswers: []\n",
        "efforts: { complete: false, known: [ { code: een } ] }\n",
        "efforts:\n  complete: true\nmeans: { capacity: 3 }\n",
        "means:\n  budget: { amount: 5, unit: euro-per-jaar } # krap\n  reach: { x: 4 }\n",
    ]

    private func sheet(_ text: String) throws -> FactSheet {
        try FactSheet.read(SourceFile(name: "s.yaml", text: text))
    }

    @Test(arguments: sheets) func `an effort more is read again, beside those that were there`(rest: String) throws {
        let before = try sheet(Self.start + rest)
        var effort = SheetPlanEditor.NewEffort(name: "Een: 'rust', # {op} \"het\" plein")
        effort.holder = "gemeente, wijkteam"
        effort.from = RoughDate("2021-03")
        effort.money = FEELNumber(1_000)
        let text = try #require(SheetPlanEditor(before)).adding(effort)
        let after = try sheet(text)
        #expect(after.efforts.count == before.efforts.count + 1 && after.effortsComplete == before.effortsComplete)
        let last = try #require(after.efforts.last)
        #expect(last.name?.nl == effort.name && last.holder == effort.holder && last.period.from == effort.from)
        #expect(last.money.first?.amount == FEELNumber(1_000))
        #expect(Set(after.efforts.map(\.code)).count == after.efforts.count)
        for comment in rest.split(separator: "#").dropFirst().map({ $0.prefix { $0 != "\n" } }) {
            #expect(text.contains("#\(comment)"), "a comment is lost")
        }
    }

    @Test(arguments: sheets.filter { $0.contains("een") })
    func `an effort ends on a day, also where another end stood`(rest: String) throws {
        let editor = try #require(SheetPlanEditor(try sheet(Self.start + rest)))
        let end = try #require(RoughDate("2024-06"))
        let text = try #require(editor.ending("een", on: end))
        #expect(try sheet(text).efforts.first?.period.until == end)
        #expect(editor.ending("twee", on: end) == nil)
    }

    @Test(arguments: sheets) func `other means leave what they do not name`(rest: String) throws {
        let before = try sheet(Self.start + rest)
        let editor = try #require(SheetPlanEditor(before))
        let budget = try sheet(editor.means(budget: FEELNumber(7_000), capacity: nil)).means
        #expect(budget?.budget?.amount == FEELNumber(7_000) && budget?.capacity == before.means?.capacity)
        let capacity = try sheet(editor.means(budget: nil, capacity: 9)).means
        #expect(capacity?.capacity == 9 && capacity?.budget?.amount == before.means?.budget?.amount)
        #expect(capacity?.reach.count == before.means?.reach.count ?? 0)
    }
}
