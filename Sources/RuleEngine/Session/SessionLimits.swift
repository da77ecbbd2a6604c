/// Limits that keep a run finite in time and memory whatever the rules are.
public struct SessionLimits: Hashable, Sendable {
    /// Facts, open ones included.
    public var facts: Int
    /// Conclusions drawn, repeats included.
    public var firings: Int

    public init(facts: Int = 1_000_000, firings: Int = 10_000_000) {
        self.facts = facts
        self.firings = firings
    }

    public static let standard = SessionLimits()
}
