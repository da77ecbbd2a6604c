/// A way in which a rule nearly concludes a finding: a fact, there or missing, for each pattern, and what each condition
/// is worth with them. Data, not text.
package struct NearMiss: Sendable {
    package let rule: Rule
    /// Which conclusion of the rule.
    package let conclusion: Int
    package let conditions: [Condition]
    /// The rule holds on the day of the session.
    package let isInForce: Bool

    /// One condition, and what it would take.
    package struct Condition: Sendable {
        /// The condition as an explanation shows it.
        package let explanation: Explanation.Condition
        /// The finding that a pattern asks for, there or not; `nil` for conditions about no single fact.
        package let wanted: FindingID?
        /// What the session says of that finding.
        package let wantedState: FindingState?
        /// For each figure that can meet the condition by itself: how far it is away.
        package let distances: [Distance]

        package var state: ConditionState { explanation.state }
    }

    /// How far a named number is from where a condition holds.
    package struct Distance: Hashable, Sendable {
        package let slot: RecordSchema.Slot
        package let value: FEELNumber
        /// The nearest value for which the condition holds.
        package let needed: FEELNumber

        /// The way to go, without sign. In the unit of the named value.
        package var size: FEELNumber { (needed.subtracting(value) ?? .zero).magnitude }
    }

    /// The number of conditions that fail or were not reached.
    package var failing: Int { conditions.count { $0.state == .fails || $0.state == .notReached } }
    /// The number of conditions that wait for inputs.
    package var open: Int { conditions.count { $0.state == .open } }
}
