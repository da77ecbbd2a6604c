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

    /// A casebook of which nothing but the name is known, with what counts where nothing is said.
    package static func named(_ id: String) -> Casebook {
        let text = LocalizedText(verbatim: id)
        return Casebook(
            id: id, title: text, introduction: text, passMark: 60, attempts: 2, hintCost: 1, synonyms: [:], cases: [])
    }

    /// The same casebook with other cases.
    package func with(_ cases: [CasebookCase]) -> Casebook {
        Casebook(
            id: id, title: title, introduction: introduction, passMark: passMark, attempts: attempts,
            hintCost: hintCost, synonyms: synonyms, cases: cases)
    }

    package func `case`(_ id: String) -> CasebookCase? { cases.first { $0.id == id } }
}
