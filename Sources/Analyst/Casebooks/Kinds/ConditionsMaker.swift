import RuleEngine

/// What must be solved first before a fitting intervention can succeed.
struct ConditionsMaker: ExerciseMaker {
    func options(
        of definition: ExerciseDefinition, in world: CaseWorld, on area: AreaSession
    ) throws(BadInput) -> [ExerciseOption] {
        let ruleBase = area.ruleBase
        let fitting = area.session.codes(of: area.session.certainFacts(of: TemplateName.intervention)).compactMap {
            ruleBase.vocabulary(VocabularyName.interventions)?[$0]
        }
        let conditions = ruleBase.codes(of: VocabularyName.fitConditions)
        return try definition.limited(fitting).flatMap { intervention in
            let needed = intervention.codes("fit_conditions")
            return conditions.filter { needed.contains($0.code) }.map { condition in
                let finding = FindingID(
                    template: TemplateName.unmetCondition, key: [intervention.code, condition.code])
                return ExerciseOption(
                    code: "\(intervention.code)>\(condition.code)", title: .arrow(intervention.title, condition.title),
                    group: intervention.title, words: [condition.text("check")].compactMap { $0 },
                    verdict: area.verdict(on: finding), finding: finding)
            }
        }
    }
}
