import Analyst
import RuleEngine

extension CommonOptions {
    /// The cases beside the rules, on the day of cases where they name none.
    func cases(_ library: RuleLibrary) throws -> [RuleCase] {
        try attempt { () throws(BadInput) in
            let files = try RuleCaseFiles([], rules: rulesFolder)
            return try RuleCaseReader.read(files.cases, library.ruleBase, date: RuleCaseGiven.standardDay)
        }
    }
}
