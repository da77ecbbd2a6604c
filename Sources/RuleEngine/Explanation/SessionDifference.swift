/// What two sessions say differently, and by which rules: for a what-if, two dates, two cases. Data, not text.
///
/// Ordered by template and key; the same two sessions always give the same difference.
public struct SessionDifference: Sendable {
    public let inputs: [InputDifference]
    public let changes: [Change]

    /// A finding that came, went, or is known otherwise than before.
    public struct Change: Sendable {
        public let finding: FindingID
        public let before: FindingState
        public let after: FindingState
        /// Fields that are not the same, where the finding is there in both sessions.
        public let fields: [FieldDifference]
        /// Ways in which rules conclude it in one session and not, or not as surely, in the other.
        public let causes: [Cause]
    }

    /// A field of a fact that is known otherwise now.
    public struct FieldDifference: Hashable, Sendable {
        public let name: String
        public let before: ValueSet
        public let after: ValueSet
    }

    /// A rule with the facts that its patterns met, and the conditions that are not what they were.
    public struct Cause: Sendable {
        public let rule: Rule
        /// How sure the rule is of the finding in each session.
        public let before: FindingState
        public let after: FindingState
        public let conditions: [ConditionDifference]
    }

    /// A condition of a rule in both sessions. A condition that both sessions judge alike is here when the fact that met
    /// it is known otherwise.
    public struct ConditionDifference: Sendable {
        public let before: Explanation.Condition
        public let after: Explanation.Condition
        /// The named values that it reads and that are not the same.
        public let readings: [InputDifference]
        /// The findings that met it and that are among the changes.
        public let findings: [FindingID]
    }

    /// An input that is not the same in both sessions.
    public enum InputDifference: Hashable, Sendable {
        /// What is known of a named value; `anything` where nothing is.
        case value(RecordSchema.Slot, before: ValueSet, after: ValueSet)
        /// Whether a fact from outside is there, and whether its fields are as they were.
        case fact(FindingID, before: FindingState, after: FindingState)
    }

    public var isEmpty: Bool { inputs.isEmpty && changes.isEmpty }
}

extension Session {
    /// What another session says otherwise. Both must rest on the same rules.
    public func difference(to other: Session) -> SessionDifference { DifferenceBuilder(self, other).difference() }

    /// A copy in which inputs are changed, and what that changes.
    public func whatIf(_ changes: [InputChange]) -> (session: Session, difference: SessionDifference) {
        var other = self
        other.inputs = inputs.changed(by: changes, in: ruleBase)
        return (other, difference(to: other))
    }
}
