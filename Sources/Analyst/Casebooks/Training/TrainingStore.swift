/// Where training sessions and what trainees do are kept. When a function returns, what it changed is on disk.
package protocol TrainingStore: Sendable {
    func add(_ session: TrainingSession) throws(DossierFault)

    /// The session with the hash of a trainer's word; `nil` where there is none.
    func session(_ id: String) throws(DossierFault) -> TrainingSession?

    func session(joinedBy code: String) throws(DossierFault) -> TrainingSession?

    /// The model is shown from an instant on; one that was shown before stays shown.
    func showModel(of session: String, at instant: String) throws(DossierFault)

    /// Deletes a session with all that its trainees wrote.
    func deleteSession(_ id: String) throws(DossierFault)

    /// Keeps a new participation; its number within the session is given here.
    func add(_ participation: Participation) throws(DossierFault)

    func participation(_ id: String) throws(DossierFault) -> Participation?

    /// Those of a session, in the order in which they joined.
    func participations(in session: String) throws(DossierFault) -> [Participation]

    /// Changes the answers of several in one step, all of them or none: what somebody else changes meanwhile is not lost.
    ///
    /// - Parameter body: makes the new text of the old one, by participation.
    func changeAnswers(
        of participations: [String], at instant: String,
        _ body: (_ participation: String, _ answers: String) throws(BadInput) -> String
    ) throws(DossierFault)

    func deleteParticipation(_ id: String) throws(DossierFault)

    /// Deletes what has expired by an instant.
    ///
    /// - Returns: how many sessions and participations are gone.
    @discardableResult
    func sweepTraining(at instant: String) throws(DossierFault) -> Int
}

extension TrainingStore {
    /// Changes the answers of one.
    package func changeAnswers(
        of participation: String, at instant: String, _ body: (String) throws(BadInput) -> String
    ) throws(DossierFault) {
        try changeAnswers(of: [participation], at: instant) { _, text throws(BadInput) in try body(text) }
    }
}
