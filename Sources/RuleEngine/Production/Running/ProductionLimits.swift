/// Guards of a run. Whatever meets one stops the run, with a diagnostic that names the rule.
package struct ProductionLimits: Hashable, Sendable {
    /// Firings in all.
    package var firings: Int
    /// Facts in working memory.
    package var facts: Int
    /// Whole and partial matches at one time.
    package var matches: Int
    /// Facts and matches that are held against each other, since the session was made; ten million take about a second.
    package var tries: Int
    /// Bytes of facts, matches and agenda, as estimated.
    package var bytes: Int

    package init(
        firings: Int = 10_000_000, facts: Int = 1_000_000, matches: Int = 10_000_000,
        tries: Int = 2_000_000_000, bytes: Int = 2_000_000_000
    ) {
        self.firings = firings
        self.facts = facts
        self.matches = matches
        self.tries = tries
        self.bytes = bytes
    }

    package static let standard = ProductionLimits()
}
