/// A publication that rules rest on, with what was found in it.
public struct Publication: Sendable {
    /// How far a finding was checked.
    public enum Certainty: String, CaseIterable, Sendable {
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
    public struct Finding: Sendable {
        public let id: String
        public let statement: LocalizedText
        public let place: String?
        public let strength: [String]
        public let certainty: Certainty
        /// Why no rule rests on it, where the authors say so.
        public let unused: LocalizedText?
        public let span: SourceSpan
    }

    public let reference: String
    public let title: String
    public let authors: [String]
    public let year: String?
    public let publisher: String?
    public let url: String?
    /// What of it was read.
    public let read: LocalizedText
    /// Why no rule rests on the findings that none rests on, where one reason holds for all.
    public let unused: LocalizedText?
    public let findings: [Finding]

    public func finding(_ id: String) -> Finding? { findings.first { $0.id == id } }
}

/// A finding that a rule or parameter rests on.
public struct SourceReference: Hashable, Sendable {
    public let reference: String
    public let finding: String
    /// Page, where one is known.
    public let page: String?
}
