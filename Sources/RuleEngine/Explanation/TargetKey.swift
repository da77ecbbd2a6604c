/// What the variables of a rule must be for a conclusion to have a given key.
struct TargetKey {
    /// Members of variables that must have a value.
    let members: [(variable: String, member: String, value: FEELValue)]
    /// Results of tables, by the name of the table, that must have a value.
    let results: [(table: String, expression: RuleExpression, value: FEELValue)]

    /// Any key is good.
    init() {
        members = []
        results = []
    }

    /// `nil` when the conclusion can never have the key.
    init?(_ conclusion: Rule.Conclusion, _ key: [FEELValue], of rule: Rule) {
        guard conclusion.key.count == key.count else { return nil }
        var members: [(variable: String, member: String, value: FEELValue)] = []
        var results: [(table: String, expression: RuleExpression, value: FEELValue)] = []
        for (operand, value) in zip(conclusion.key, key) {
            switch operand {
            case .literal(let literal): if literal != value { return nil }
            case .computed(let expression):
                guard let use = expression.variables.first else { continue }
                if let table = rule.tables.first(where: { $0.variable == use.name }) {
                    let codes = table.codes(of: expression.expression) ?? []
                    guard codes.contains(where: { .string($0) == value }) else { return nil }
                    results.append((use.name, expression, value))
                } else if let member = use.member {
                    members.append((use.name, member, value))
                }
            }
        }
        self.members = members
        self.results = results
    }
}
