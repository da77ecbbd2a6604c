/// A way in which a rule nearly concludes a finding: a fact, there or missing, for each pattern, and what each condition
/// is worth with them. Data, not text.
public struct NearMiss: Sendable {
    public let rule: Rule
    /// Which conclusion of the rule.
    public let conclusion: Int
    public let conditions: [Condition]
    /// The rule holds on the day of the session.
    public let isInForce: Bool

    /// One condition, and what it would take.
    public struct Condition: Sendable {
        /// The condition as an explanation shows it.
        public let explanation: Explanation.Condition
        /// The finding that a pattern asks for, there or not; `nil` for conditions about no single fact.
        public let wanted: FindingID?
        /// What the session says of that finding.
        public let wantedState: FindingState?
        /// For each figure that can meet the condition by itself: how far it is away.
        public let distances: [Distance]

        public var verdict: Explanation.Condition.Verdict { explanation.verdict }
    }

    /// How far a named number is from where a condition holds.
    public struct Distance: Hashable, Sendable {
        public let slot: RecordSchema.Slot
        public let value: FEELNumber
        /// The nearest value for which the condition holds.
        public let needed: FEELNumber

        /// The way to go, without sign. In the unit of the named value.
        public var size: FEELNumber { (needed.subtracting(value) ?? .zero).magnitude }
    }

    /// The number of conditions that fail or were not reached.
    public var failing: Int { conditions.count { $0.verdict == .fails || $0.verdict == .notReached } }
    /// The number of conditions that wait for inputs.
    public var open: Int { conditions.count { $0.verdict == .open } }
}
