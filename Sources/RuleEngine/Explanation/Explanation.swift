/// Why a finding is found or open, or why it is not: rules, conditions, facts, figures, sources.
///
/// Data, not text: facts are told by their number in the session that was asked, and the session makes sentences of what is
/// shown, in one language.
///
///     for step in session.explanation(of: finding).steps {
///         print(step.ruleName)
///         for condition in step.conditions { print(" ", condition.state, session.sentence(of: condition, in: .en)) }
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
        /// Which conclusion of the rule.
        package let conclusion: Int
        /// All conditions hold.
        public let isCertain: Bool
        /// The conditions of the rule, in its own order.
        public let conditions: [Condition]
        /// What the conditions bound, for the rule's own sentence.
        let variables: [RuleScope.Variable]
    }

    /// One condition of a rule as this case meets it: its state, what it reads, and the facts that met it.
    public struct Condition: Sendable {
        /// What is asked.
        package enum Subject: Sendable {
            case condition(Rule.Condition)
            /// That the rule is valid on the day.
            case validity(Validity, on: FEELDate)
        }

        package let subject: Subject
        /// Whether it holds in this case.
        public let state: ConditionState
        /// The named values that it reads, in the order in which it names them.
        public internal(set) var inputs: [InputUse] = []
        /// The parameters that it reads.
        package internal(set) var parameters: [Parameter] = []
        /// The findings that met it.
        package internal(set) var facts: [FactID] = []
        /// What was compared in the facts that met it, fact by fact.
        package internal(set) var comparisons: [Comparison] = []
        /// The finding that a pattern asks for and that does not, or may not, meet it.
        package internal(set) var wanted: FindingID?
        /// What came out of a condition that computes a value; `nil` where none does or there is none.
        package internal(set) var value: ValueSet?
        /// What went wrong while it was evaluated, so that a part of it has no value.
        package internal(set) var notes: [Note] = []
        /// Of a table: the rows that decide its result, the first row first.
        package internal(set) var rows: [Row] = []
        /// Of a table: the conditions on its inputs that are not met, so that it gives nothing.
        var refused: [RuleExpression] = []
        /// What its expressions see of the conditions before it.
        var variables: [RuleScope.Variable] = []

        init(_ subject: Subject, _ state: ConditionState) {
            self.subject = subject
            self.state = state
        }
    }

    /// A field that a condition compared in a fact that met it, and what it was.
    package struct Comparison: Hashable, Sendable {
        package let fact: FactID
        package let field: String
        package let value: ValueSet
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
        /// The cells on which it depends, as conditions on their inputs: all of a row that hits or may hit, those that are
        /// not met of one that misses.
        package let cells: [RuleExpression]
    }

    /// The number of conditions that fail or were not reached.
    static func distance(_ conditions: [Condition]) -> Int {
        conditions.filter { $0.state == .fails || $0.state == .notReached }.count
    }
}
