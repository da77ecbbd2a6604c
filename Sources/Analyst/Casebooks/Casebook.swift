import RuleEngine

/// A collection of cases to practise on, with what a trainee needs to pass.
struct Casebook: Sendable {
    let id: String
    let title: LocalizedText
    let introduction: LocalizedText
    /// Points out of 100.
    let passMark: Int
    /// In the order in which they are best done.
    let cases: [Case]

    /// An area to analyse.
    struct Case: Sendable {
        let id: String
        let title: LocalizedText
        /// What the trainee reads.
        let text: LocalizedText
        /// The path of the fact sheet, from the folder that holds the casebooks' folder.
        let sheet: String
        /// The day of the analysis.
        let date: FEELDate
        /// The kinds of finding to name, each with its share of the points; together 100.
        let weights: [(template: String, points: Int)]
    }

    func `case`(_ id: String) -> Case? { cases.first { $0.id == id } }
}
