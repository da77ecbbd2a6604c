/// A scope in which one named value is another than it is.
struct SubstitutedScope: FEELScope {
    let base: RuleScope
    let slot: RecordSchema.Slot
    let value: FEELValue

    func value(of name: String) -> Possible? {
        guard slot.context == nil, slot.name == name, !isBound(name) else { return base.value(of: name) }
        return Possible(value)
    }

    func value(of name: String, member: String) -> Possible? {
        guard slot.context == name, slot.name == member, !isBound(name) else {
            return base.value(of: name, member: member)
        }
        return Possible(value)
    }

    private func isBound(_ name: String) -> Bool { base.variables.contains { $0.name == name } }
}
