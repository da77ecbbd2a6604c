extension ProductionNetwork {
    /// Compiles a production system of a rule base.
    ///
    /// - Parameter name: one of `RuleBase.productionSetNames`.
    /// - Returns: `nil` when the rule base has no production system of that name.
    public init?(_ ruleBase: RuleBase, set name: String) {
        guard let set = ruleBase.productionSet(name) else { return nil }
        self.init(set)
    }

    /// The name of the rule set.
    public var name: String { productionSet.name }

    /// The names of the rules, in the order in which `ProductionSession.firingsByRule` counts them.
    public var ruleNames: [String] { productionSet.rules.map(\.name) }

    /// What a text, as tables hold them, stands for in a field: a number where the template says number, a truth value
    /// where it says boolean, else the text itself.
    ///
    /// - Returns: `nil` when there is no such field or the text does not fit in it.
    public func value(_ text: String, of field: String, in template: String) -> FEELValue? {
        let fields = productionSet.templates.first { $0.name == template }?.fields
        guard let type = fields?.first(where: { $0.name == field })?.type else { return nil }
        let readings: [FEELValue?] = [
            FEELNumber(text).map { .number($0) }, Bool(text).map { .boolean($0) }, .string(text),
        ]
        return readings.lazy.compactMap(\.self).first(where: type.accepts)
    }
}
