/// A rule set with `mode: production`: a classic production system over a working memory of its own.
///
/// It neither reads nor feeds the other rules. It is two-valued: a field without a value is null, and `absent` means
/// not in working memory. Rules change the working memory, so that their order matters; it is fixed by salience, then
/// by the recency of the matched facts (LEX; Forgy 1981, OPS5 User's Manual, section 5), then by name.
package struct ProductionSet: Sendable {
    package let name: String
    package let title: LocalizedText
    /// The kinds of fact of its working memory, without keys: a fact is identified by all its fields.
    package let templates: [Template]
    /// The rules in the order of the text; the order has no meaning.
    package let rules: [ProductionRule]
    /// What the working memory begins with, in the order of the text.
    package let facts: [InitialFact]
    package let span: SourceSpan

    /// A fact that stands in the file.
    package struct InitialFact: Sendable {
        package let template: Int
        /// One value for each field of the template; fields that are left out are null.
        package let values: [FEELValue]
        package let span: SourceSpan
    }
}

/// A rule that acts on the working memory when all its conditions hold.
package struct ProductionRule: Sendable {
    package let name: String
    package let title: LocalizedText
    /// Rules of a higher salience go first.
    package let salience: Int
    /// Tests, patterns, `absent`, `exists` and `every`; no aggregates.
    package let conditions: [Rule.Condition]
    /// Carried out from the top down.
    package let actions: [Action]
    package let span: SourceSpan

    /// What a rule does. Expressions see the facts as they were matched, whatever earlier actions did to them.
    package enum Action: Sendable {
        /// Gives a name to a value, for the actions below it.
        case bind(String, RuleExpression)
        /// Adds a fact, unless an equal one is there.
        case assert(template: Int, fields: [Assignment])
        /// The matched fact goes; one with other values in these fields comes. Nothing when the fact is gone already.
        case modify(variable: String, fields: [Assignment])
        /// The matched fact goes.
        case retract(variable: String)
        /// No rule fires after this one.
        case halt
    }

    /// A new value of a field, by its place in the template.
    package struct Assignment: Sendable {
        package let field: Int
        package let value: Rule.Operand
    }
}
