/// A place in a rule: what expressions see there.
struct ConditionSite {
    let rule: Rule
    var scope: RuleScope

    /// The place behind a pattern that a fact met.
    func binding(_ variable: String, _ id: FactID) -> ConditionSite {
        var site = self
        site.scope.bind(variable, .fact(id))
        return site
    }
}
