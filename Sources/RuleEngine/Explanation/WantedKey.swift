/// What the variables of a rule must be for a conclusion to have a given key.
struct WantedKey {
    /// Members of variables that must have a value.
    let members: [(variable: String, member: String, value: FEELValue)]

    /// `nil` when the conclusion can never have the key.
    init?(_ conclusion: Rule.Conclusion, _ key: [FEELValue]) {
        guard conclusion.key.count == key.count else { return nil }
        var members: [(variable: String, member: String, value: FEELValue)] = []
        for (operand, value) in zip(conclusion.key, key) {
            switch operand {
            case .literal(let literal): if literal != value { return nil }
            case .computed(let expression):
                guard let use = expression.variables.first, let member = use.member else { continue }
                members.append((use.name, member, value))
            }
        }
        self.members = members
    }
}
