package import RuleEngine

/// What a case asks, as its file has it.
package struct ExerciseDefinition: Sendable {
    /// Whose view an answer is marked against.
    package enum Standard: String, CaseIterable, Sendable {
        /// What the engine finds, and nothing else.
        case engine
        /// What the engine finds, with what the trainer decides otherwise.
        case trainer
        /// What the members of the panel answer.
        case panel
    }

    /// A line on which the trainer decides otherwise than the engine.
    package struct Departure: Sendable {
        package enum Verdict: String, CaseIterable, Sendable { case expected, defensible, wrong }

        package let line: Located<String>
        package let verdict: Verdict
        package let reason: LocalizedText
        /// The passages that it rests on.
        package let passages: [Located<String>]
    }

    /// What the trainer marks by hand, and how many points it is worth.
    package struct Criterion: Sendable {
        package let id: Located<String>
        package let title: LocalizedText
        package let points: Int
    }

    package let id: Located<String>
    package let kind: ExerciseKind
    /// Points out of 100 of the case.
    package let points: Located<Int>
    package let title: LocalizedText?
    package let question: LocalizedText?
    package let standard: Standard
    package let hints: [LocalizedText]
    package let departures: [Departure]
    /// Questions to think about, by line.
    package let thoughts: [YAMLField<LocalizedText>]
    /// Codes that the exercise is limited to.
    package let among: [Located<String>]
    /// The finding that it is about.
    package let finding: Located<String>?
    /// What changes, as `analyst what-if` reads it.
    package let change: Located<String>?
    /// Money for a year, in thousands of euros.
    package let budget: Int?
    /// How much can be carried at once.
    package let capacity: Int?
    /// How many mistakes are put into an analysis.
    package let mistakes: Int
    package let rubric: [Criterion]
}
