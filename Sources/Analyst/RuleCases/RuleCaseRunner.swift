package import RuleEngine

/// Runs cases over one network of rules, one after the other, and keeps what they try of the rules.
///
/// Of each case only those rules are run on which something that it expects depends; so a case tries no rule by chance, and
/// does not take longer than it must.
package struct RuleCaseRunner {
    package private(set) var coverage: RuleCoverage
    private let rules: CompiledRules
    private let dependencies: RuleDependencies
    private let language: Language
    private let countsCoverage: Bool

    /// - Parameters:
    ///   - countsCoverage: keep what cases try of the rules, which takes time.
    ///   - tellsConditions: and of each condition, which takes more.
    package init(
        _ rules: CompiledRules, language: Language, countsCoverage: Bool = true, tellsConditions: Bool = false
    ) {
        self.countsCoverage = countsCoverage
        self.rules = rules
        dependencies = RuleDependencies(rules.network)
        coverage = RuleCoverage(rules.ruleBase, tellsConditions: tellsConditions)
        self.language = language
    }

    package mutating func run(_ ruleCase: RuleCase) -> RuleCaseResult {
        let needed = dependencies.rules(behind: ruleCase.findings, and: ruleCase.rules, given: ruleCase.inputs)
        let session = rules.session(ruleCase.inputs, considering: needed)
        if countsCoverage { coverage.add(session) }
        let judge = RuleCaseJudge(session: session, language: language)
        let contradictions = session.diagnostics.filter { $0.severity == .error }.map { diagnostic in
            RuleCaseResult.Failure(
                span: ruleCase.name.span, expected: .noContradiction, found: diagnostic.message, why: [])
        }
        return RuleCaseResult(
            ruleCase: ruleCase, failures: contradictions + ruleCase.demands.compactMap { judge.failure(of: $0) })
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let noContradiction = LocalizedText(
        nl: "regels die elkaar niet tegenspreken", en: "rules that do not contradict each other")
}
