/// A fact in the working memory of a production system.
public struct ProductionFact: Hashable, Sendable {
    /// Its number. Later facts have higher numbers, so that it is also the recency of the fact.
    public let id: Int
    /// The name of its template.
    public let template: String
    /// All fields in the order of the template; null where nothing was given.
    public let fields: FEELContext

    package init(id: Int, template: String, fields: FEELContext) {
        self.id = id
        self.template = template
        self.fields = fields
    }

    /// The value of a field; `nil` when the template has no such field.
    public subscript(field: String) -> FEELValue? { fields[field] }
}

/// A rule that fired.
package struct ProductionFiring: Hashable, Sendable {
    package let rule: String
    /// The numbers of the matched facts in the order of the conditions.
    package let facts: [Int]

    package init(rule: String, facts: [Int]) {
        self.rule = rule
        self.facts = facts
    }
}

/// What happens in a run, for whoever follows it.
package enum ProductionEvent: Hashable, Sendable {
    case fired(ProductionFiring)
    case asserted(ProductionFact)
    case retracted(ProductionFact)
}
