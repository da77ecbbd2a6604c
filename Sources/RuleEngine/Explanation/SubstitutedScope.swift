/// A scope in which one named value is another than it is.
struct SubstitutedScope: FEELScope {
    let base: RuleScope
    let slot: RecordSchema.Slot
    let value: FEELValue

    func value(of name: String) -> UncertainValue? {
        guard slot.context == nil, slot.name == name, !isBound(name) else { return base.value(of: name) }
        return UncertainValue(value)
    }

    func value(of name: String, member: String) -> UncertainValue? {
        guard slot.context == name, slot.name == member, !isBound(name) else {
            return base.value(of: name, member: member)
        }
        return UncertainValue(value)
    }

    private func isBound(_ name: String) -> Bool { base.variables.contains { $0.name == name } }
}
