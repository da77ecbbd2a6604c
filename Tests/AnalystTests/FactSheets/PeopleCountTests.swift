import RuleEngine
import Testing

@testable import Analyst

/// Of a small group no number goes out, on any day.
@Suite struct PeopleCountTests {
    private static let rules = RuleBaseReader.read(
        VillageRules.files + [SourceFile(name: "people.yaml", text: HiddenPeopleTests.rules)]
    ).ruleBase

    @Test(arguments: [
        (4, "2024-06-01", "fewer than 5"), (5, "2024-06-01", "5"), (0, "2024-06-01", "fewer than 5"),
        (4, "2010-06-01", "fewer than 5"), (5, "2030-06-01", "fewer than 10"), (10, "2030-06-01", "10"),
    ])
    func `a number below the parameter of the day is not told`(people: Int, day: String, text: String) throws {
        let count = PeopleCount(FEELNumber(people), under: Self.rules, on: FEELDate(day))
        #expect(count.text.en == text)
        #expect(count.exact == Int(text).map { FEELNumber($0) })
        #expect(count.set.contains(.number(FEELNumber(people))))
        #expect(count.set.exactValue == nil || text == "\(people)")
    }

    @Test func `rules without the parameter tell every number`() {
        let count = PeopleCount(3, under: VillageRules.ruleBase, on: VillageRules.date)
        #expect(count.people.nl == "3 mensen")
    }

    @Test func `the rules of the project have the parameter`() throws {
        let parameter = try Project.library.get().ruleBase.parameter(ParameterName.smallGroup)
        #expect(parameter?.values.first?.value == .number(5))
    }
}
