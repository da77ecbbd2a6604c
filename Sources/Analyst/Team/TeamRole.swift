package import RuleEngine

/// What somebody may do on a server for a team. A person may have several.
package enum TeamRole: String, CaseIterable, Hashable, Sendable {
    /// Works in dossiers.
    case worker
    /// Reads dossiers, to see what the rules make of them; changes none.
    case advisor
    /// Teaches with cases; real dossiers are not needed for it.
    case trainer
    /// Looks after accounts, reads the log, removes dossiers.
    case administrator

    package var title: LocalizedText {
        switch self {
        case .worker: LocalizedText(nl: "medewerker", en: "worker")
        case .advisor: LocalizedText(nl: "beleidsadviseur", en: "advisor")
        case .trainer: LocalizedText(nl: "trainer", en: "trainer")
        case .administrator: LocalizedText(nl: "beheerder", en: "administrator")
        }
    }
}
