/// A publication that rules rest on, with what was found in it.
package struct Publication: Sendable {
    /// How far a finding was checked.
    package enum Certainty: String, CaseIterable, Sendable {
        /// The words were read in the publication.
        case read
        /// Background knowledge, not checked.
        case memory
        /// Concluded from what was read.
        case derived
        /// The authors' own judgement.
        case judgement
        /// Taken over from an assignment, not checked.
        case brief
    }

    /// One thing that was found in the publication: what it says, where, and how far that was checked.
    package struct Finding: Sendable {
        package let id: String
        package let statement: LocalizedText
        package let place: String?
        package let strength: [String]
        package let certainty: Certainty
        /// Why no rule rests on it, where the authors say so.
        package let unused: LocalizedText?
        package let span: SourceSpan
    }

    package let reference: String
    package let title: String
    package let authors: [String]
    package let year: String?
    package let publisher: String?
    package let url: String?
    /// What of it was read.
    package let read: LocalizedText
    /// Why no rule rests on the findings that none rests on, where one reason holds for all.
    package let unused: LocalizedText?
    package let findings: [Finding]

    package func finding(_ id: String) -> Finding? { findings.first { $0.id == id } }
}

/// A finding that a rule or parameter rests on.
package struct SourceReference: Hashable, Sendable {
    package let reference: String
    package let finding: String
    /// Page, where one is known.
    package let page: String?
}
