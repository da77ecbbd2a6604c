/// What changed of what a rule reads since it was last run.
struct RuleChanges: Sendable {
    /// The rule is to be met anew as a whole.
    var isWhole: Bool
    /// Facts that came, went, or changed in a field.
    private(set) var facts: [FactID] = []
    /// Facts of which only the certainty changed, or what they wait for.
    private(set) var states: [FactID] = []

    var isEmpty: Bool { !isWhole && facts.isEmpty && states.isEmpty }

    init(isWhole: Bool) { self.isWhole = isWhole }

    mutating func note(_ fact: FactID, isStateOnly: Bool) {
        guard !isWhole else { return }
        if isStateOnly { states.append(fact) } else { facts.append(fact) }
    }
}
