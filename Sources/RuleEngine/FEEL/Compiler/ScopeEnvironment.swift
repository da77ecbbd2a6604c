/// A scope as an environment: it has no slots, every name is looked up.
struct ScopeEnvironment: FEELEnvironment {
    let scope: any FEELScope

    func value(at slot: Int32) -> UncertainValue {
        preconditionFailure("code that was compiled without slots asks for none")
    }

    func value(named name: String) -> UncertainValue? { scope.value(of: name) }
    func value(named name: String, member: String) -> UncertainValue? { scope.value(of: name, member: member) }
}
