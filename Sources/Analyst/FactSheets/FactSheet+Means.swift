package import RuleEngine

extension FactSheet {
    /// What there is for what comes, as the municipality gives it: a choice of measures stays within it.
    package struct Means: Sendable {
        /// Money for a year.
        package let budget: Money?
        /// How much can be carried at once, in the unit of the load of interventions.
        package let capacity: Int?
        /// How many each intervention reaches, in its own unit, by its code.
        package let reach: [YAMLField<FEELNumber>]
        package let span: SourceSpan

        /// The unit of a budget.
        package static let yearly = "euro-per-jaar"

        static func read(_ node: YAMLNode, into diagnostics: inout [Diagnostic]) -> Means? {
            var reader = MappingReader(node, of: LocalizedText(nl: "de middelen", en: "the means"))
            let budget = reader.optional("budget", as: .money)
            let capacity = reader.optional("capacity", as: .count)
            let reach = reader.optional("reach", as: .mapping(of: .count)) ?? []
            diagnostics += reader.finish()
            return Means(budget: budget, capacity: capacity?.integerValue, reach: reach, span: node.span)
        }

        /// How many an intervention reaches; `nil` where the sheet does not say.
        package func reach(of intervention: String) -> FEELNumber? {
            reach.first { $0.name.value == intervention }?.value
        }
    }
}
