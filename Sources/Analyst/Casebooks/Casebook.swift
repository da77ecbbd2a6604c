package import RuleEngine

/// A collection of cases to practise on, with what a trainee needs to pass.
package struct Casebook: Sendable {
    package let id: String
    package let title: LocalizedText
    package let introduction: LocalizedText
    /// Points out of 100.
    package let passMark: Int
    /// In the order in which they are best done.
    package let cases: [Case]

    /// An area to analyse.
    package struct Case: Sendable {
        package let id: String
        package let title: LocalizedText
        /// What the trainee reads.
        package let text: LocalizedText
        /// The path of the fact sheet, from the folder that holds the casebooks' folder.
        package let sheet: String
        /// The day of the analysis.
        package let date: FEELDate
        /// The kinds of finding to name, each with its share of the points; together 100.
        package let weights: [(template: String, points: Int)]
    }

    package func `case`(_ id: String) -> Case? { cases.first { $0.id == id } }
}
