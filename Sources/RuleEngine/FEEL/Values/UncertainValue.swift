/// What is known of a value, and the unknown inputs it depends on.
package struct UncertainValue: Hashable, Sendable {
    package var set: ValueSet
    /// The unknown inputs that the set comes from, sorted, without doubles; empty when the set is exact.
    package var origins: [InputID]

    package init(_ set: ValueSet, origins: [InputID] = []) {
        self.set = set
        self.origins = origins
    }

    package init(_ value: FEELValue) { self.init(.exactly(value)) }

    /// The same set, written alike, of the same inputs.
    package static func == (left: UncertainValue, right: UncertainValue) -> Bool {
        left.set.isSame(as: right.set) && left.origins == right.origins
    }
}
