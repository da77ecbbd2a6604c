/// Where dossiers are kept. Whoever changes one says who and when: an instant in ISO 8601, so that no clock is read here.
///
/// When a function returns, what it changed is on disk; when it throws, nothing was changed. Any number of people and
/// programs may work at once. Answers to different questions never clash; of two people who answer the same question, the
/// second is told what stands there by then.
package protocol DossierStore: Sendable {
    /// All dossiers, the one that was changed last first.
    func list() throws(DossierFault) -> [DossierSummary]

    func create(_ new: NewDossier, by author: String?, at instant: String) throws(DossierFault) -> Dossier

    func load(_ id: DossierID) throws(DossierFault) -> Dossier

    /// What stands on the cover of a dossier; at the same revision the dossier is the same.
    func summary(_ id: DossierID) throws(DossierFault) -> DossierSummary

    /// Keeps a change of an answer, unless another answer than the expected one stands there: `conflict`.
    func record(
        _ change: AnswerChange, in id: DossierID, by author: String?, at instant: String
    ) throws(DossierFault) -> Dossier

    /// Puts another sheet in the place of the one that is there: other figures, efforts, overrules. The answers of the dossier
    /// stay, and those of the text are left aside.
    ///
    /// - Parameter revision: the revision that the person saw; at another one nothing is changed: `revisionConflict`.
    func replaceSheet(
        with text: String, in id: DossierID, expecting revision: Int, by author: String?, at instant: String
    ) throws(DossierFault) -> Dossier

    /// Undoes the last change of answer or sheet that was not undone yet. The history keeps both.
    ///
    /// - Parameter revision: the revision that the person saw; `nil` for whatever was last.
    func undo(
        in id: DossierID, expecting revision: Int?, by author: String?, at instant: String
    ) throws(DossierFault) -> Dossier

    /// All that was done, the first entry first.
    func history(of id: DossierID) throws(DossierFault) -> [HistoryEntry]

    /// Gives the dossier as it stands a name, under which it can be read later.
    ///
    /// - Returns: the entry in the history; its number is that of the version.
    func nameVersion(
        _ name: String, in id: DossierID, by author: String?, at instant: String
    ) throws(DossierFault) -> HistoryEntry

    /// The dossier as it stood when a version of it was named.
    func version(_ number: Int, of id: DossierID) throws(DossierFault) -> Dossier

    /// Ends all changes, for good.
    func close(_ id: DossierID, by author: String?, at instant: String) throws(DossierFault) -> Dossier

    /// A new dossier with the sheet and answers of another, closed or not. It has a history of its own.
    ///
    /// - Parameter title: without one that of the other.
    func copy(
        _ id: DossierID, to new: DossierID, title: String?, by author: String?, at instant: String
    ) throws(DossierFault) -> Dossier

    /// Deletes a dossier with its history, versions and links, and wipes their bytes.
    func delete(_ id: DossierID) throws(DossierFault)

    // MARK: Links

    /// Keeps a link; one to give answers needs an open dossier.
    func add(_ link: DossierLink) throws(DossierFault)

    /// The link with the hash of a token, expired or revoked too; `nil` where there is none.
    func link(_ hash: String) throws(DossierFault) -> DossierLink?

    /// The links to a dossier, the first made first.
    func links(to id: DossierID) throws(DossierFault) -> [DossierLink]

    /// Takes a link back, for good. One that was taken back stays as it was, and where there is none nothing happens.
    func revokeLink(_ hash: String, at instant: String) throws(DossierFault)
}
