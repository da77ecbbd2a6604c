import RuleEngine
import Testing

@testable import Analyst

/// An analysis leaves out the rules that lead to nothing that its report shows, and says the same without them.
@Suite struct CompiledRulesTests {
    @Test func `the rules that no report needs are those that put areas in an order`() throws {
        let rules = try Project.rules.get()
        let ruleBase = rules.ruleBase
        let considered = try #require(rules.reported)
        let dropped = Set(zip(ruleBase.rules, considered).filter { !$0.1 }.map(\.0.ruleSet))
        #expect(!dropped.isEmpty)
        #expect(dropped.allSatisfy { $0.hasPrefix("screening-") }, "\(dropped.sorted())")
    }

    @Test(arguments: ["sheets/amsterdam/bijlmer-centrum-d-f-h.yaml", "sheets/areas/heerlen-noord.yaml"])
    func `what a report shows is the same as with all rules`(path: String) throws {
        let rules = try Project.rules.get()
        let sheet = try FactSheet.read(SourceFile(name: path, text: Project.text(path)))
        let date = try #require(FEELDate("2026-11-01"))
        let some = AreaSession(sheet, under: rules, on: date).session
        let all = AreaSession(sheet, under: rules, on: date, running: .all).session
        for template in rules.report.shownTemplates.sorted() {
            func told(_ session: Session) -> [String] {
                session.facts(of: template).map {
                    "\(session.finding($0.fact)) \($0.fact.isCertain) \($0.fact.fields.map(\.set))"
                }
            }
            #expect(told(some) == told(all), "\(template)")
        }
    }

    @Test func `rules that make no report are run as a whole`() {
        #expect(
            ReportPlan(VillageRules.ruleBase).shownTemplates.isEmpty
                == (CompiledRules(VillageRules.ruleBase).reported == nil))
        #expect(CompiledRules(RuleBaseReader.read([]).ruleBase).reported == nil)
    }
}
