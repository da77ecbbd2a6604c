package import Analyst

/// The dossiers that were used last, ready to go on with; others are put away, and nothing is lost by it.
package actor DossierDesk {
    private let store: any DossierStore
    private let most: Int
    /// The one used last at the end.
    private var open: [(id: DossierID, dossier: OpenDossier)] = []

    package init(_ store: any DossierStore, most: Int = 200) {
        self.store = store
        self.most = most
    }

    package func dossier(_ id: DossierID, under rules: CompiledRules) -> OpenDossier {
        let index = open.firstIndex { $0.id == id }
        let found = index.map { open.remove(at: $0) } ?? (id: id, dossier: OpenDossier(id, in: store, under: rules))
        open.append(found)
        if open.count > most { open.removeFirst() }
        return found.dossier
    }

    package func putAway(_ id: DossierID) { open.removeAll { $0.id == id } }

    /// Puts all away, as they are under rules that are no longer in use.
    package func putAwayAll() { open = [] }
}
