/// The answers of a dossier, for whoever puts the questions.
package struct DossierAnswers: AnswerStore {
    private let store: any DossierStore
    private let id: DossierID
    private let now: @Sendable () -> String

    /// - Parameter now: this instant in ISO 8601.
    package init(_ id: DossierID, in store: any DossierStore, now: @escaping @Sendable () -> String) {
        self.store = store
        self.id = id
        self.now = now
    }

    package func sheet() throws(AnswerFault) -> FactSheet {
        try sheet { () throws(DossierFault) in try store.load(id) }
    }

    package func record(_ change: AnswerChange, by author: String?) throws(AnswerFault) -> FactSheet {
        try sheet { () throws(DossierFault) in try store.record(change, in: id, by: author, at: now()) }
    }

    private func sheet(of dossier: () throws(DossierFault) -> Dossier) throws(AnswerFault) -> FactSheet {
        let found: Dossier
        do {
            found = try dossier()
        } catch {
            throw error.asAnswerFault
        }
        do {
            return try found.sheet()
        } catch {
            throw .bad(error)
        }
    }
}
