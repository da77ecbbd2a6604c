/// An environment that holds its values in an array, each in its slot.
package struct FEELSlotArray: FEELEnvironment, Sendable {
    package var values: [UncertainValue]

    package init(_ values: [UncertainValue]) { self.values = values }

    package func value(at slot: Int32) -> UncertainValue { values[Int(slot)] }

    package func number(at slot: Int32) -> FEELNumber? {
        if case .exactly(.number(let number)) = values[Int(slot)].set { number } else { nil }
    }
}
