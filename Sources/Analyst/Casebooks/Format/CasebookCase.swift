package import RuleEngine

/// An area to analyse: what the trainee reads, and what is asked.
package struct CasebookCase: Sendable {
    /// What the engine's model of the case rests on.
    package enum Basis: String, CaseIterable, Sendable {
        /// What the passages tell, and no more.
        case given
        /// The whole sheet; each expected line must then follow from the passages too.
        case sheet
    }

    /// What of the sheet the trainee gets to see beside the passages.
    package enum View: String, CaseIterable, Sendable {
        /// Nothing: the passages tell all.
        case text
        /// Every figure but those that can be asked for.
        case sheet
    }

    /// Passages that are read together, before those of the next stage.
    package struct Stage: Sendable {
        package let id: String
        package let title: LocalizedText
        package let passages: [Passage]
    }

    /// A piece of text that a trainee can cite, with the figures and answers that it tells.
    package struct Passage: Sendable {
        package let id: Located<String>
        package let text: LocalizedText
        package let figures: [Located<String>]
        package let answers: [FactSheet.WrittenAnswer]
        /// The voices in it were made up for the exercise; whoever reads it is told so.
        package let isInvented: Bool
        /// Where the voices come from, where they are real.
        package let source: LocalizedText?
    }

    /// Something that a trainee can ask for, and what is then told.
    package struct Request: Sendable {
        package let id: Located<String>
        package let title: LocalizedText
        package let price: Int
        package let figures: [Located<String>]
        package let answers: [FactSheet.WrittenAnswer]
    }

    /// Who somebody is in a group that does the case together.
    package struct Role: Sendable {
        package let id: Located<String>
        package let title: LocalizedText
        package let text: LocalizedText
    }

    /// What a member of the panel would answer: codes by exercise.
    package struct PanelMember: Sendable {
        package let name: Located<String>
        package let answers: [YAMLField<[Located<String>]>]
    }

    package let id: String
    package let title: LocalizedText
    /// From 1, easy.
    package let level: Int
    /// The path of the fact sheet, from the folder that holds the casebooks' folder.
    package let sheet: Located<String>
    /// The day of the analysis.
    package let date: FEELDate
    package let basis: Basis
    package let view: View
    package let stages: [Stage]
    /// What asking may cost together.
    package let informationBudget: Int
    package let requests: [Request]
    package let roles: [Role]
    package let exercises: [ExerciseDefinition]
    package let panel: [PanelMember]
    /// The text that the case was read from.
    package let file: SourceFile

    package var passages: [Passage] { stages.flatMap(\.passages) }
    package func passage(_ id: String) -> Passage? { passages.first { $0.id.value == id } }
}
