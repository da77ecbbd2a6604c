/// A rule: when all its conditions hold, its conclusions hold.
///
/// Names are resolved: templates, fields and variables are numbers, so that matching compares no text.
package struct Rule: Sendable {
    package let name: String
    package let title: LocalizedText
    package let ruleSet: String
    package let sources: [SourceReference]
    /// Strength of evidence, or `judgement`.
    package let strength: String
    package let validity: Validity
    package let conditions: [Condition]
    package let conclusions: [Conclusion]
    package let span: SourceSpan

    /// Strength of a rule that rests on what nobody checked.
    package static let judgement = "judgement"

    /// What must be the case for a rule to conclude; conditions are met from the top down.
    package indirect enum Condition: Sendable {
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
    package struct Pattern: Sendable {
        package let template: Int
        package let variable: String
        package let constraints: [Constraint]
        package let filter: RuleExpression?
        package let span: SourceSpan
    }

    /// A field of a fact, by its place in the template.
    package enum FieldReference: Hashable, Sendable {
        case key(Int)
        case field(Int)
        /// What the vocabulary fixes for the code of the fact.
        case attribute(String)
    }

    /// A field of a fact that must have a value.
    package struct Constraint: Sendable {
        package let field: FieldReference
        package let value: Operand
    }

    /// A value that a rule writes down, or computes from what its conditions bound.
    package enum Operand: Sendable {
        case literal(FEELValue)
        case computed(RuleExpression)
    }

    /// A value computed over all facts that match.
    package struct Aggregate: Sendable {
        /// How the values of the facts become one value, named as in FEEL.
        package enum Function: String, CaseIterable, Sendable {
            case collect, count, sum, min, max, mean
        }

        package let function: Function
        package let pattern: Pattern
        /// What is collected of each fact; the fact itself when `nil`.
        package let of: RuleExpression?
        /// Equal values count once.
        package let distinct: Bool
        /// The name of the result.
        package let variable: String
    }

    /// A fact that holds when all conditions of the rule hold.
    package struct Conclusion: Sendable {
        package let template: Int
        package let key: [Operand]
        /// Values of other fields, by their place in the template.
        package let fields: [(index: Int, value: Operand)]
        /// Why, in words, with values to fill in.
        package let because: TextTemplate?
        package let span: SourceSpan
    }
}
