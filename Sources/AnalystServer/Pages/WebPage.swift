/// One page: what it shows, and what it does with the form on it.
///
/// A page stands in a file of its own and has one line in `Routes`.
package protocol WebPage: SendableMetatype {
    static func show(_ visit: Visit) async throws(WebFault) -> WebResponse
    static func send(_ visit: Visit) async throws(WebFault) -> WebResponse
}

extension WebPage {
    /// A page without a form.
    package static func send(_ visit: Visit) async throws(WebFault) -> WebResponse { throw .notFound }
}

/// Why a page cannot be shown.
package enum WebFault: Error {
    case notFound
    /// What was asked for was deleted.
    case gone
    /// The link was taken back, or has expired.
    case linkEnded
    /// What was sent is not what a page of ours sends.
    case broken
    case tooLarge
    case tooMany
    /// A form from elsewhere, or a name that is not ours.
    case foreign
    /// A form of a session that is no longer known; what was typed is sent again on request.
    case expired(FormFields)
    case closed
    /// The role of the account does not go with the page.
    case denied
    /// Somebody else changed the dossier since the page was shown.
    case changedMeanwhile
    case notReady
    case failed(String)
}
