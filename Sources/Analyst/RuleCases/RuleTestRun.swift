package import RuleEngine

/// All cases run: what became of each, and what they try of the rules.
package struct RuleTestRun: Sendable {
    /// In the order of the files.
    package let results: [RuleCaseResult]
    package let coverage: RuleCoverage
    /// The names of the cases that were run, by the number that the coverage knows them by.
    package let names: [String]

    /// - Parameters:
    ///   - filter: cases of which neither name nor file holds this text are not told.
    ///   - countsAll: cases that are not told are run all the same, for the coverage.
    package init(
        _ cases: [RuleCase], _ rules: CompiledRules, filter: RuleTestFilter = RuleTestFilter(), countsAll: Bool = false,
        language: Language
    ) {
        var runner = RuleCaseRunner(rules, language: language)
        var results: [RuleCaseResult] = []
        var names: [String] = []
        for ruleCase in cases {
            let isTold = filter.contains(ruleCase)
            guard isTold || countsAll else { continue }
            let result = runner.run(ruleCase)
            names.append(ruleCase.name.value)
            if isTold { results.append(result) }
        }
        self.results = results
        self.names = names
        coverage = runner.coverage
    }

    package var failures: [RuleCaseResult] { results.filter { !$0.passes } }
}

/// Which cases, rules and parameters are meant: those of which the name or the file holds a text, without regard to case.
package struct RuleTestFilter: Sendable {
    private let text: String?

    package init(_ text: String? = nil) { self.text = text?.lowercased() }

    package func contains(_ ruleCase: RuleCase) -> Bool { contains(ruleCase.name.value, ruleCase.file) }

    package func contains(_ name: String, _ file: String) -> Bool {
        guard let text else { return true }
        return name.lowercased().contains(text) || file.lowercased().contains(text)
    }
}
