package import RuleEngine

/// Something that can be picked in an exercise, with what the engine says of it.
package struct ExerciseOption: Sendable {
    /// What the engine says of a line.
    package enum Verdict: Hashable, Sendable {
        case expected
        /// Not the answer, but it holds something of it: so many percent of a line.
        case partly(Int, LocalizedText)
        /// Neither for nor against.
        case neutral(LocalizedText)
        /// Neither found nor refuted: too soon to say.
        case open
        case wrong
    }

    package let code: String
    package let title: LocalizedText
    /// What it belongs to in a long list, such as a domain.
    package var group: LocalizedText?
    /// More words to find it by.
    package var words: [LocalizedText] = []
    /// Of options with the same one at most one can be picked.
    package var choice: String?
    package var verdict: Verdict
    /// The finding that explains it.
    package var finding: FindingID?
    /// What explains it where no finding does.
    package var because: [LocalizedText] = []
    /// What picking it takes of the budget of the exercise.
    package var price = 0
}

/// Tells what can be picked in a kind of exercise, and what the engine says of it.
protocol ExerciseMaker: Sendable {
    /// - Throws: what is wrong with the exercise as it is written.
    func options(
        of definition: ExerciseDefinition, in world: CaseWorld, on area: AreaSession
    ) throws(BadInput) -> [ExerciseOption]

    /// What picks may cost together; `nil` where nothing limits them.
    func budget(of definition: ExerciseDefinition, in world: CaseWorld) -> Int?

    /// Texts to read with the question, such as an analysis with mistakes.
    func material(of definition: ExerciseDefinition, in world: CaseWorld) -> [ExerciseMaterial]
}

extension ExerciseMaker {
    func budget(of definition: ExerciseDefinition, in world: CaseWorld) -> Int? { nil }
    func material(of definition: ExerciseDefinition, in world: CaseWorld) -> [ExerciseMaterial] { [] }
}

/// A line of text that an exercise is about, with the code by which it is named.
package struct ExerciseMaterial: Sendable {
    package let code: String
    package let text: LocalizedText
}

extension AreaSession {
    /// What the engine says of a finding, as a verdict on picking it.
    func verdict(on finding: FindingID) -> ExerciseOption.Verdict {
        switch session.state(of: finding) {
        case .found: .expected
        case .open: .open
        case .refuted: .wrong
        }
    }

    /// The problems that are found, in the order of their vocabulary.
    var foundProblems: [Vocabulary.Term] {
        session.codes(of: session.certainFacts(of: TemplateName.problem)).compactMap {
            ruleBase.vocabulary(VocabularyName.problems)?[$0]
        }
    }

    /// The title of the domain that a code belongs to; `nil` where it belongs to none.
    func domain(of term: Vocabulary.Term) -> LocalizedText? {
        term.string("domain").flatMap { ruleBase.vocabulary(VocabularyName.domains)?[$0]?.title }
    }
}
