package import RuleEngine

/// A collection of cases to practise on, with what a trainee needs to pass.
package struct Casebook: Sendable {
    package let id: String
    package let title: LocalizedText
    package let introduction: LocalizedText
    /// Points out of 100 of a case.
    package let passMark: Int
    /// How often a case may be handed in; the model is shown after the last time.
    package let attempts: Int
    /// What each hint of an exercise after the first takes of its points.
    package let hintCost: Int
    /// Other words for what can be picked, by its code.
    package let synonyms: [String: LocalizedText]
    /// In the order in which they are best done.
    package let cases: [CasebookCase]

    package func `case`(_ id: String) -> CasebookCase? { cases.first { $0.id == id } }
}
