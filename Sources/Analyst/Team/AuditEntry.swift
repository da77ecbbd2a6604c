package import RuleEngine

/// A line of the log of a team: who did what and when. What was written or answered is not in it.
package struct AuditEntry: Hashable, Sendable {
    package enum Action: String, CaseIterable, Sendable {
        case login, refused, locked, logout
        case accountAdded = "account-added"
        case rolesChanged = "roles-changed"
        case passwordChanged = "password-changed"
        case accountRemoved = "account-removed"
        case dossierMade = "dossier-made"
        case dossierChanged = "dossier-changed"
        case dossierClosed = "dossier-closed"
        case dossierDeleted = "dossier-deleted"
        case linksChanged = "links-changed"
        /// A file with the content of a dossier went out.
        case dossierTaken = "dossier-taken"
        case rulesChanged = "rules-changed"
        /// Changed rules are in use from then on.
        case rulesActivated = "rules-activated"
        /// Somebody asked for a page that the role does not allow.
        case denied
    }

    /// An instant in ISO 8601.
    package let instant: String
    /// Who did it; `nil` for whoever works on the command line of the machine itself.
    package let user: String?
    package let action: Action
    /// The account that it was done to, where it is another.
    package let subject: String?
    /// `nil` once the dossier is deleted.
    package let dossier: DossierID?

    package init(
        _ action: Action, by user: String?, at instant: String, subject: String? = nil, dossier: DossierID? = nil
    ) {
        self.instant = instant
        self.user = user
        self.action = action
        self.subject = subject
        self.dossier = dossier
    }

    /// "anna: wijzigde een dossier"
    package func text(in language: Language) -> String {
        let who = user ?? LocalizedText.machine[language]
        let whom = subject.map { " (\($0))" } ?? ""
        return "\(who): \(action.title[language])\(whom)"
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let machine = LocalizedText(nl: "de opdrachtregel", en: "the command line")
}

extension AuditEntry.Action {
    package var title: LocalizedText {
        switch self {
        case .login: LocalizedText(nl: "meldde zich aan", en: "logged in")
        case .refused: LocalizedText(nl: "kon zich niet aanmelden", en: "could not log in")
        case .locked: LocalizedText(nl: "geblokkeerd na te veel pogingen", en: "locked after too many attempts")
        case .logout: LocalizedText(nl: "meldde zich af", en: "logged out")
        case .accountAdded: LocalizedText(nl: "maakte een account", en: "made an account")
        case .rolesChanged: LocalizedText(nl: "wijzigde rollen", en: "changed roles")
        case .passwordChanged: LocalizedText(nl: "wijzigde een wachtwoord", en: "changed a password")
        case .accountRemoved: LocalizedText(nl: "verwijderde een account", en: "removed an account")
        case .dossierMade: LocalizedText(nl: "maakte een dossier", en: "made a dossier")
        case .dossierChanged: LocalizedText(nl: "wijzigde een dossier", en: "changed a dossier")
        case .dossierClosed: LocalizedText(nl: "sloot een dossier", en: "closed a dossier")
        case .dossierDeleted: LocalizedText(nl: "verwijderde een dossier", en: "deleted a dossier")
        case .linksChanged: LocalizedText(nl: "maakte of trok een link in", en: "made a link or took one back")
        case .dossierTaken: LocalizedText(nl: "downloadde een dossier of rapport", en: "downloaded a dossier or report")
        case .rulesChanged: LocalizedText(nl: "wijzigde een versie van de regels", en: "changed a version of the rules")
        case .rulesActivated: LocalizedText(nl: "nam regels in gebruik", en: "took rules into use")
        case .denied:
            LocalizedText(
                nl: "vroeg een pagina die niet bij de rol hoort", en: "asked for a page that the role does not have")
        }
    }
}
