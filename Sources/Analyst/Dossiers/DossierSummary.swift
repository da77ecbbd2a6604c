/// What a list of dossiers tells of one.
package struct DossierSummary: Hashable, Sendable, Identifiable {
    /// Whether it can still be changed.
    package enum State: Hashable, Sendable {
        case open
        /// Since a moment; a closed dossier can be copied, and is never opened again.
        case closed(at: String)
    }

    package let id: DossierID
    package let title: String
    package let municipality: String
    /// The area, as its sheet calls it; two dossiers may be about one.
    package let area: String
    /// When it was made: an instant in ISO 8601, as it was handed in.
    package let created: String
    /// When it was changed last.
    package let changed: String
    package let state: State
    /// The number of the last entry in its history.
    package let revision: Int
    /// Questions with an answer; those put off are none of them.
    package let answered: Int

    package init(
        id: DossierID, title: String, municipality: String, area: String, created: String, changed: String,
        state: State, revision: Int, answered: Int
    ) {
        self.id = id
        self.title = title
        self.municipality = municipality
        self.area = area
        self.created = created
        self.changed = changed
        self.state = state
        self.revision = revision
        self.answered = answered
    }

    package var isClosed: Bool { state != .open }
}
