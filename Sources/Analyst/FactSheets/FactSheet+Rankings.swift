package import RuleEngine

extension FactSheet {
    /// What each group ranks, as facts with the place counted from 1; none where the rules have no such kind of fact.
    package func rankingFacts(in ruleBase: RuleBase) -> [SessionInputs.InputFact] {
        guard ruleBase.template(SheetContext.rankedProblem) != nil else { return [] }
        return voices.flatMap { voice in
            voice.ranking.enumerated().map { place, problem in
                SessionInputs.InputFact(
                    template: SheetContext.rankedProblem, key: [.string(voice.perspective), .string(problem.value)],
                    fields: ["place": .exactly(.number(FEELNumber(place + 1)))])
            }
        }
    }
}
