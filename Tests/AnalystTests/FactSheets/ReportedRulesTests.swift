import RuleEngine
import Testing

@testable import Analyst

/// An analysis leaves out the rules that lead to nothing that its report shows, and says the same without them.
@Suite struct ReportedRulesTests {
    @Test func `the rules that no report needs are those that put areas in an order`() throws {
        let ruleBase = try Project.library.get().ruleBase
        let considered = try #require(ReportedRules(ruleBase).considered)
        let dropped = Set(zip(ruleBase.rules, considered).filter { !$0.1 }.map(\.0.ruleSet))
        #expect(!dropped.isEmpty)
        #expect(dropped.allSatisfy { $0.hasPrefix("screening-") }, "\(dropped.sorted())")
    }

    @Test(arguments: ["sheets/amsterdam/bijlmer-centrum-d-f-h.yaml", "sheets/areas/heerlen-noord.yaml"])
    func `what a report shows is the same as with all rules`(path: String) throws {
        let ruleBase = try Project.library.get().ruleBase
        let sheet = try FactSheet.read(SourceFile(name: path, text: Project.text(path)))
        let inputs = SheetInputs(sheet, ruleBase: ruleBase, date: try #require(FEELDate("2026-11-01"))).inputs
        let (some, all) = (
            ReportedRules(ruleBase).session(inputs, timeZones: nil),
            ReportedRules(ruleBase, all: true).session(inputs, timeZones: nil)
        )
        for template in ruleBase.reportedTemplates.sorted() {
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
            VillageRules.ruleBase.reportedTemplates.isEmpty == (ReportedRules(VillageRules.ruleBase).considered == nil))
        #expect(ReportedRules(RuleBaseReader.read([]).ruleBase).considered == nil)
    }
}
