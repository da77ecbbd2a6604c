import RuleEngine

/// The names that an expression of a model may use.
struct ModelScope {
    /// Names of several words, of what is visible and of members behind a point.
    private(set) var names: FEELNames
    private(set) var visible: Set<String>
    /// Inside a filter, where a name may be that of a member of the list.
    var isFilter = false

    /// - Parameter members: names that may follow a point.
    init(members: FEELNames, visible: [String]) {
        names = members.adding(visible)
        self.visible = Set(visible)
    }

    func adding(_ more: [String]) -> ModelScope {
        var scope = self
        scope.names = names.adding(more)
        scope.visible.formUnion(more)
        return scope
    }
}
