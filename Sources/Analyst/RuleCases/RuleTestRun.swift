import RuleEngine

/// All cases run: what became of each, and what they try of the rules.
struct RuleTestRun: Sendable {
    /// In the order of the files.
    let results: [RuleCaseResult]
    let coverage: RuleCoverage
    /// The names of the cases that were run, by the number that the coverage knows them by.
    let names: [String]

    /// - Parameters:
    ///   - filter: cases of which neither name nor file holds this text are not told.
    ///   - countsAll: cases that are not told are run all the same, for the coverage.
    init(
        _ cases: [RuleCase], _ library: RuleLibrary, filter: RuleTestFilter = RuleTestFilter(), countsAll: Bool = false,
        language: Language
    ) {
        var runner = RuleCaseRunner(library.ruleBase, timeZones: library.timeZones, language: language)
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

    var failures: [RuleCaseResult] { results.filter { !$0.passes } }
}

/// Which cases, rules and parameters are meant: those of which the name or the file holds a text, without regard to case.
struct RuleTestFilter: Sendable {
    private let text: String?

    init(_ text: String? = nil) { self.text = text?.lowercased() }

    func contains(_ ruleCase: RuleCase) -> Bool { contains(ruleCase.name.value, ruleCase.file) }

    func contains(_ name: String, _ file: String) -> Bool {
        guard let text else { return true }
        return name.lowercased().contains(text) || file.lowercased().contains(text)
    }
}
