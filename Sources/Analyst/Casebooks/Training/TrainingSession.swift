/// A group that does one case, as a trainer opened it. Who has the trainer's word has the session; only its hash is kept.
package struct TrainingSession: Hashable, Sendable {
    /// The SHA-256 of the trainer's word.
    package let id: String
    /// What trainees type to join.
    package let joinCode: String
    package let title: String
    package let casebook: String
    package let caseID: String
    /// An instant in ISO 8601, as all below.
    package let created: String
    /// From when on it is deleted with all that trainees wrote.
    package let expires: String
    /// When the trainer showed the model; nobody hands in after that.
    package var modelShown: String?

    package init(
        id: String, joinCode: String, title: String, casebook: String, caseID: String, created: String,
        expires: String, modelShown: String? = nil
    ) {
        self.id = id
        self.joinCode = joinCode
        self.title = title
        self.casebook = casebook
        self.caseID = caseID
        self.created = created
        self.expires = expires
        self.modelShown = modelShown
    }
}

/// What one trainee does with one case, in a session or alone. Who has the word of it goes on with it; only its hash is kept.
package struct Participation: Hashable, Sendable {
    package let id: String
    /// `nil`: somebody who practises alone.
    package let session: String?
    /// Counted within the session, from 1.
    package let number: Int
    /// As the trainee wants to be called; a name of a person is not asked for.
    package let pseudonym: String
    package let casebook: String
    package let caseID: String
    package let created: String
    package let changed: String
    package let expires: String
    /// As `AnswerReader` reads it.
    package let answers: String

    package init(
        id: String, session: String?, number: Int = 0, pseudonym: String, casebook: String, caseID: String,
        created: String, changed: String, expires: String, answers: String
    ) {
        self.id = id
        self.session = session
        self.number = number
        self.pseudonym = pseudonym
        self.casebook = casebook
        self.caseID = caseID
        self.created = created
        self.changed = changed
        self.expires = expires
        self.answers = answers
    }
}
