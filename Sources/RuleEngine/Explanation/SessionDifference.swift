/// What two sessions say differently: for a what-if, two dates, two cases. Data, not text.
///
/// A session is a value, so that a what-if is a copy with one input changed:
///
///     var other = session
///     other.set(.init(name: "speed"), to: .exactly(.number(60)))
///     for change in session.difference(to: other).changes {
///         print(change.finding, change.before, change.after)
///     }
///
/// Ordered by template and key; the same two sessions always give the same difference.
public struct SessionDifference: Sendable {
    package let inputs: [InputDifference]
    /// The findings that are not the same, ordered by template and key.
    public let changes: [Change]

    /// A finding that came, went, or is known otherwise than before.
    public struct Change: Sendable {
        /// Which finding.
        public let finding: FindingID
        /// What the first session says of it.
        public let before: FindingState
        /// What the second session says of it. The same as `before` where only fields of the finding differ.
        public let after: FindingState
        /// Fields that are not the same, where the finding is there in both sessions.
        package let fields: [FieldDifference]
        /// Ways in which rules conclude it in one session and not, or not as surely, in the other.
        package let causes: [Cause]
    }

    /// A field of a fact that is known otherwise now.
    package struct FieldDifference: Hashable, Sendable {
        package let name: String
        package let before: ValueSet
        package let after: ValueSet
    }

    /// A rule with the facts that its patterns met, and the conditions that are not what they were.
    package struct Cause: Sendable {
        package let rule: Rule
        /// How sure the rule is of the finding in each session.
        package let before: FindingState
        package let after: FindingState
        package let conditions: [ConditionDifference]
    }

    /// A condition of a rule in both sessions. A condition that both sessions judge alike is here when the fact that met
    /// it is known otherwise.
    package struct ConditionDifference: Sendable {
        package let before: Explanation.Condition
        package let after: Explanation.Condition
        /// The named values that it reads and that are not the same.
        package let inputs: [InputDifference]
        /// The findings that met it and that are among the changes.
        package let findings: [FindingID]
    }

    /// An input that is not the same in both sessions.
    package enum InputDifference: Hashable, Sendable {
        /// What is known of a named value; `anything` where nothing is.
        case value(RecordSchema.Slot, before: ValueSet, after: ValueSet)
        /// Whether a fact from outside is there, and whether its fields are as they were.
        case fact(FindingID, before: FindingState, after: FindingState)
    }

    /// The two sessions have the same inputs and say the same.
    public var isEmpty: Bool { inputs.isEmpty && changes.isEmpty }
}

extension Session {
    /// What another session says otherwise. Both must rest on the same rules.
    public func difference(to other: Session) -> SessionDifference { DifferenceBuilder(self, other).difference() }

    /// A copy in which inputs are changed, and what that changes.
    package func whatIf(_ changes: [InputChange]) -> (session: Session, difference: SessionDifference) {
        var other = self
        other.inputs = inputs.changed(by: changes, in: ruleBase)
        return (other, difference(to: other))
    }
}
