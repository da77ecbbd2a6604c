/// Whether a condition holds, may hold, fails, or was not looked at.
package enum ConditionState: String, Sendable {
    case holds, open, fails
    /// Needs a fact that an earlier condition did not find.
    case notReached
}
