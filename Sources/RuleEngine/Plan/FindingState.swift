/// What a session says of a finding.
public enum FindingState: String, CaseIterable, Hashable, Sendable {
    /// Holds, whatever the unknown inputs turn out to be.
    case found
    /// May hold; waits for inputs.
    case open
    /// Does not hold, whatever the unknown inputs turn out to be.
    case refuted
}
