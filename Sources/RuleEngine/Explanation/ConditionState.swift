/// Whether a condition holds, may hold, fails, or was not looked at.
///
///     let blocking = step.conditions.filter { $0.state == .fails }
public enum ConditionState: String, Sendable {
    /// Holds, whatever the unknown inputs turn out to be.
    case holds
    /// May hold; waits for inputs.
    case open
    /// Does not hold, whatever the unknown inputs turn out to be.
    case fails
    /// Needs a fact that an earlier condition did not find.
    case notReached
}
