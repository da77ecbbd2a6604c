/// One entry in the history of a dossier, which only grows.
package struct HistoryEntry: Hashable, Sendable, Identifiable {
    /// What was done.
    package enum Kind: String, CaseIterable, Sendable {
        /// Made from a sheet.
        case created
        /// Made from another dossier.
        case copied
        /// An answer was given, changed or taken back.
        case answered
        /// Another sheet took the place of the one before; the answers stayed.
        case replaced
        /// An earlier entry was undone.
        case undone
        /// A version got a name.
        case named
        case closed
    }

    /// From 1; the revision of the dossier after it.
    package let number: Int
    /// An instant in ISO 8601.
    package let instant: String
    package let author: String?
    package let kind: Kind
    /// The question of an answer.
    package let question: QuestionID?
    /// What stood there before.
    package let from: Answer?
    /// What stands there since.
    package let to: Answer?
    /// The number of the entry that was undone.
    package let undoes: Int?
    /// Of a version.
    package let name: String?

    package init(
        number: Int, instant: String, author: String?, kind: Kind, question: QuestionID? = nil, from: Answer? = nil,
        to: Answer? = nil, undoes: Int? = nil, name: String? = nil
    ) {
        self.number = number
        self.instant = instant
        self.author = author
        self.kind = kind
        self.question = question
        self.from = from
        self.to = to
        self.undoes = undoes
        self.name = name
    }

    package var id: Int { number }
}
