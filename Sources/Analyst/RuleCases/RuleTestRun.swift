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
    ///   - tellsConditions: the coverage tells each condition, which takes longer.
    package init(
        _ cases: [RuleCase], _ rules: CompiledRules, filter: RuleTestFilter = RuleTestFilter(), countsAll: Bool = false,
        tellsConditions: Bool = false, language: Language
    ) {
        let chosen = cases.filter { countsAll || filter.contains($0) }
        let runner = RuleCaseRunner(rules, language: language, tellsConditions: tellsConditions)
        let starts = Array(stride(from: 0, to: chosen.count, by: Self.batch))
        let parts = Concurrently.map(starts) { start -> (results: [RuleCaseResult], coverage: RuleCoverage) in
            var runner = runner
            let results = chosen[start..<min(start + Self.batch, chosen.count)].map { runner.run($0) }
            return (results, runner.coverage)
        }
        results = parts.flatMap(\.results).filter { filter.contains($0.ruleCase) }
        names = chosen.map(\.name.value)
        coverage = parts.reduce(into: runner.coverage) { $0.add($1.coverage) }
    }

    /// So many cases are run one after the other. It is the same on every machine, and so is what comes out.
    private static let batch = 100

    package var failures: [RuleCaseResult] { results.filter { !$0.passes } }
}

/// Which cases, rules and parameters are meant: those of which the name or the file holds a text, without regard to case.
package struct RuleTestFilter: Sendable {
    private let text: String?
    private let rule: Int?
    private let findings: Set<FindingID>

    package init(_ text: String? = nil) {
        self.text = text?.lowercased()
        rule = nil
        findings = []
    }

    /// The cases of one rule: those that ask for it, or for a finding that it concludes by its code.
    ///
    /// - Returns: `nil` where there is no such rule.
    package init?(casesOf name: String, in ruleBase: RuleBase) {
        guard let index = ruleBase.rules.firstIndex(where: { $0.name == name }) else { return nil }
        text = nil
        rule = index
        findings = Set(ruleBase.rules[index].conclusions.compactMap { $0.finding(in: ruleBase) })
    }

    package func contains(_ ruleCase: RuleCase) -> Bool {
        guard let rule else { return contains(ruleCase.name.value, ruleCase.file) }
        return ruleCase.rules.contains(rule) || ruleCase.findings.contains(where: findings.contains)
    }

    package func contains(_ name: String, _ file: String) -> Bool {
        guard let text else { return true }
        return name.lowercased().contains(text) || file.lowercased().contains(text)
    }
}

extension Rule.Conclusion {
    /// The finding that it is about, where its key is written down.
    package func finding(in ruleBase: RuleBase) -> FindingID? {
        let codes = key.compactMap { if case .literal(let value) = $0 { value.text } else { nil } }
        return codes.count == key.count ? FindingID(template: ruleBase.templates[template].name, key: codes) : nil
    }
}
