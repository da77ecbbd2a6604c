/// A rule: when all its conditions hold, its conclusions hold.
///
/// Names are resolved: templates, fields and variables are numbers, so that matching compares no text.
public struct Rule: Sendable {
    public let name: String
    public let title: LocalizedText
    public let ruleSet: String
    public let sources: [SourceReference]
    /// Strength of evidence, or `judgement`.
    public let strength: String
    public let validity: Validity
    public let conditions: [Condition]
    public let conclusions: [Conclusion]
    public let span: SourceSpan

    /// Strength of a rule that rests on what nobody checked.
    public static let judgement = "judgement"

    /// What must be the case for a rule to conclude; conditions are met from the top down.
    public indirect enum Condition: Sendable {
        /// An expression is true.
        case test(RuleExpression)
        /// Some fact matches; it is bound to the variable of the pattern.
        case pattern(Pattern)
        /// No fact can match.
        case absent(Pattern)
        /// Some fact matches; nothing is bound.
        case exists(Pattern)
        /// Each fact that matches satisfies the expression.
        case every(Pattern, satisfies: RuleExpression)
        /// A value over all facts that match is bound to a name; this always succeeds.
        case aggregate(Aggregate)
        /// The result of a decision table is bound to a name; null does not meet the condition.
        case table(Table)
    }

    /// Which facts are meant: a template, constraints on key fields and other fields, and a test.
    public struct Pattern: Sendable {
        public let template: Int
        public let variable: String
        public let constraints: [Constraint]
        public let filter: RuleExpression?
        public let span: SourceSpan
    }

    /// A field of a fact, by its place in the template.
    public enum FieldPlace: Hashable, Sendable {
        case key(Int)
        case field(Int)
        /// What the vocabulary fixes for the code of the fact.
        case attribute(String)
    }

    /// A field of a fact that must have a value.
    public struct Constraint: Sendable {
        public let place: FieldPlace
        public let value: Operand
    }

    /// A value that a rule writes down, or computes from what its conditions bound.
    public enum Operand: Sendable {
        case literal(FEELValue)
        case computed(RuleExpression)
    }

    /// A value computed over all facts that match.
    public struct Aggregate: Sendable {
        /// How the values of the facts become one value, named as in FEEL.
        public enum Function: String, CaseIterable, Sendable {
            case collect, count, sum, min, max, mean
        }

        public let function: Function
        public let pattern: Pattern
        /// What is collected of each fact; the fact itself when `nil`.
        public let of: RuleExpression?
        /// Equal values count once.
        public let distinct: Bool
        /// The name of the result.
        public let variable: String
    }

    /// A fact that holds when all conditions of the rule hold.
    public struct Conclusion: Sendable {
        public let template: Int
        public let key: [Operand]
        /// Values of other fields, by their place in the template.
        public let fields: [(index: Int, value: Operand)]
        /// Why, in words, with values to fill in.
        public let because: TextTemplate?
        public let span: SourceSpan
    }
}
