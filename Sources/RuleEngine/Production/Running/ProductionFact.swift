/// A fact in the working memory of a production system.
package struct ProductionFact: Hashable, Sendable {
    /// Its number. Later facts have higher numbers, so that it is also the recency of the fact.
    package let id: Int
    package let template: String
    /// All fields in the order of the template; null where nothing was given.
    package let fields: FEELContext

    package init(id: Int, template: String, fields: FEELContext) {
        self.id = id
        self.template = template
        self.fields = fields
    }

    package subscript(field: String) -> FEELValue? { fields[field] }
}

/// Why a fact cannot be asserted from outside.
package enum ProductionFactError: Error, Hashable, Sendable {
    case unknownTemplate(String)
    case unknownField(String, template: String)
    /// The value is none of those that the template allows.
    case wrongValue(FEELValue, field: String, template: String)
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

/// Guards of a run. Whatever meets one stops the run, with a diagnostic that names the rule.
package struct ProductionLimits: Hashable, Sendable {
    /// Firings in all.
    package var firings: Int
    /// Facts in working memory.
    package var facts: Int
    /// Whole and partial matches at one time.
    package var matches: Int
    /// Bytes of facts, matches and agenda, as estimated.
    package var bytes: Int

    package init(
        firings: Int = 10_000_000, facts: Int = 1_000_000, matches: Int = 10_000_000, bytes: Int = 2_000_000_000
    ) {
        self.firings = firings
        self.facts = facts
        self.matches = matches
        self.bytes = bytes
    }

    package static let standard = ProductionLimits()
}
