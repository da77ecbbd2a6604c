/// A link that lets somebody in without an account: to answer the questions of one group, or to read the report.
///
/// Who has the token has the link; only its hash is kept.
package struct DossierLink: Hashable, Sendable {
    package enum Purpose: Hashable, Sendable {
        /// To answer the questions to a group, by its code.
        case answers(perspective: String)
        /// To read the report.
        case report
    }

    package let dossier: DossierID
    /// The SHA-256 of the token: 64 hexadecimal digits.
    package let hash: String
    package let purpose: Purpose
    /// When it was made, and by whom: instants in ISO 8601.
    package let created: String
    package let author: String?
    /// From when on it opens nothing.
    package let expires: String
    /// When it was taken back.
    package let revoked: String?

    package init(
        to dossier: DossierID, hash: String, for purpose: Purpose, created: String, by author: String?,
        expires: String, revoked: String? = nil
    ) {
        self.dossier = dossier
        self.hash = hash
        self.purpose = purpose
        self.created = created
        self.author = author
        self.expires = expires
        self.revoked = revoked
    }

    /// What is kept of a token.
    package static func hash(of token: String) -> String { FileDigest.sha256(of: Array(token.utf8)) }
}
