import Analyst
import RuleEngine

/// A link that somebody came by, with the dossier that it opens.
struct OpenLink: Sendable {
    let link: DossierLink
    let dossier: Dossier

    /// - Throws: `notFound` for a word that is no link, `linkEnded` for one that was taken back or has expired.
    init(_ visit: Visit) throws(WebFault) {
        let hash = DossierLink.hash(of: visit["token"])
        guard let link = try visit.inStore({ store throws(DossierFault) in try store.link(hash) }) else {
            throw .notFound
        }
        guard link.isOpen(at: visit.site.setting.instant()) else { throw .linkEnded }
        self.link = link
        dossier = try visit.inStore { store throws(DossierFault) in try store.load(link.dossier) }
    }
}

extension DossierLink {
    /// Whether it opens anything at an instant.
    func isOpen(at instant: String) -> Bool { revoked == nil && instant < expires }

    /// By this name the history tells who answered.
    var name: String { "link \(hash.prefix(8))" }
}
