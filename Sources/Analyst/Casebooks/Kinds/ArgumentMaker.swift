import RuleEngine

/// A text in the trainee's own words. The trainer marks it by the rubric; nothing can be picked.
struct ArgumentMaker: ExerciseMaker {
    func options(
        of definition: ExerciseDefinition, in world: CaseWorld, on area: AreaSession
    ) throws(BadInput) -> [ExerciseOption] {
        []
    }

    func material(of definition: ExerciseDefinition, in world: CaseWorld) -> [ExerciseMaterial] {
        definition.rubric.map { ExerciseMaterial(code: $0.id.value, text: $0.title) }
    }
}
