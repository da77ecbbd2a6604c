/// An analysis as tables, for those who work on with its figures: one row to a thing, one column to a property.
package struct AnalysisData: Sendable {
    /// What to know when reading: title, day, sources and licences, each with its name.
    package let notes: [(name: String, text: String)]
    package let tables: [Table]

    package static let none = AnalysisData(notes: [], tables: [])

    /// The tables that there are.
    package enum Subject: String, CaseIterable, Sendable {
        case figures, findings, interventions, instruments, questions, amounts, balance, parties
    }

    package struct Table: Sendable {
        package let subject: Subject
        package let columns: [AnalysisDocument.Table.Column]
        package let rows: [[AnalysisDocument.Table.Cell]]
    }

    package subscript(_ subject: Subject) -> Table? { tables.first { $0.subject == subject } }
}
