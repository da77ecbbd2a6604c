/// What the server remembers of one browser: nothing that a dossier needs.
package struct WebSession: Sendable {
    /// The word in the cookie.
    package let id: String
    /// The word in the hidden field of each form.
    package let formToken: String
    /// What was typed and is not saved, by the page that it was typed on.
    package var drafts: [String: FormFields] = [:]
    /// A word to say on the next page.
    package var notice: Notice?
    /// Seconds.
    package var lastUse: Double
    /// Who logged in, on a server for a team.
    package var user: String?
    /// When.
    package var since: Double = 0

    /// What a page says once, on top.
    package struct Notice: Hashable, Sendable {
        package let title: String
        package let lines: [String]
        /// Of what happened in a dossier: said on a page of that dossier alone.
        package var dossier: String?
    }
}
