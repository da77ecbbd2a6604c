/// The values that a piece of code runs on.
///
/// An evaluation is specialised for the type of its environment, so that reading a slot is as direct as the environment
/// makes it.
package protocol FEELEnvironment {
    /// What is known in a slot that `FEELNameResolver` gave for this code.
    func value(at slot: Int32) -> UncertainValue
    /// The number in a slot, when it is known and a number: the same answer as `value(at:)`, without its wrapping.
    func number(at slot: Int32) -> FEELNumber?
    /// The value of a name that was compiled without a slot.
    func value(named name: String) -> UncertainValue?
    func value(named name: String, member: String) -> UncertainValue?
}

extension FEELEnvironment {
    package func number(at slot: Int32) -> FEELNumber? {
        if case .exactly(.number(let number)) = value(at: slot).set { number } else { nil }
    }

    package func value(named name: String) -> UncertainValue? { nil }
    package func value(named name: String, member: String) -> UncertainValue? { nil }
}
