import Foundation
import RuleEngine
import Testing

@testable import Analyst

/// The cases beside the project's rules.
@Suite struct CommittedCasesTests {
    @Test func `all cases beside the rules hold`() throws {
        let library = try Project.library.get()
        let folder = Project.root.appending(path: "rules")
        let files = try RuleCaseFiles([], rules: folder).cases
        #expect(!files.isEmpty)
        let date = try #require(FEELDate(RuleCaseGiven.standardDate))
        let run = RuleTestRun(
            try RuleCaseReader.read(files, library.ruleBase, date: date), CompiledRules(library), language: .en)
        #expect(!run.results.isEmpty)
        #expect(run.failures.isEmpty, "\(RuleTestReport(run: run, language: .en).text)")
    }
}
