/// Why a finding is found or open, or why it is not: rules, conditions, facts, figures, sources. Data, not text.
///
///     for step in session.explanation(of: finding).steps {
///         print(step.ruleName)
///         for condition in step.conditions { print(" ", condition.state, condition.sentence[.en]) }
///     }
public struct Explanation: Sendable {
    /// Which finding.
    public let finding: FindingID
    /// What the session says of it.
    public let state: FindingState
    /// Where a person decided instead of the rules: the reason that they gave.
    public let overruled: String?
    /// When the code of the finding is in force, where that is not on the day of the analysis: no rule can conclude it.
    package let notInForce: Validity?
    /// The ways in which rules conclude it or nearly do; the best first.
    public let steps: [Step]

    /// A rule, with how each of its conditions was met.
    public struct Step: Sendable {
        package let rule: Rule
        /// The name of the rule.
        public var ruleName: String { rule.name }
        /// The title of the rule.
        public var title: LocalizedText { rule.title }
        /// All conditions hold.
        public let isCertain: Bool
        /// The conditions of the rule, in its own order.
        public let conditions: [Condition]
        /// The rule's own sentence with the values of this case.
        public let because: LocalizedText?
    }

    /// One condition of a rule as this case meets it: its state, the words, and what it reads.
    public struct Condition: Sendable {
        /// Whether it holds in this case.
        public let state: ConditionState
        /// As written in the rule.
        public let text: String
        /// In plain words, with values.
        public let sentence: LocalizedText
        /// The named values that it reads, in the order in which it names them.
        public let inputs: [InputUse]
        /// The parameters that it reads.
        package let parameters: [Parameter]
        /// The findings that met it.
        package let facts: [FactID]
        /// What went wrong while it was evaluated, so that a part of it has no value.
        package let notes: [Note]
        /// Of a table: the rows that decide its result, the first row first.
        package let rows: [Row]

        init(
            state: ConditionState, text: String, sentence: LocalizedText, inputs: [InputUse] = [],
            parameters: [Parameter] = [], facts: [FactID] = [], notes: [Note] = [], rows: [Row] = []
        ) {
            self.state = state
            self.text = text
            self.sentence = sentence
            self.inputs = inputs
            self.parameters = parameters
            self.facts = facts
            self.notes = notes
            self.rows = rows
        }
    }

    /// A fault in an expression that gave null: a division by zero, an argument of the wrong kind.
    package struct Note: Hashable, Sendable {
        package let kind: FEELNote.Kind
        package let message: LocalizedText
        /// Where the part that failed stands in the file of rules.
        package let span: SourceSpan

        package init(kind: FEELNote.Kind, message: LocalizedText, span: SourceSpan) {
            self.kind = kind
            self.message = message
            self.span = span
        }
    }

    /// A row of a table as a case meets it.
    package struct Row: Sendable {
        /// Counted from 1.
        package let number: Int
        package let outcome: DecisionTable.RowOutcome
        /// The cells on which it depends, in words with the values met: all of a row that hits or may hit, those that are
        /// not met of one that misses.
        package let cells: [LocalizedText]
    }

    /// The number of conditions that fail or were not reached.
    static func distance(_ conditions: [Condition]) -> Int {
        conditions.filter { $0.state == .fails || $0.state == .notReached }.count
    }
}
