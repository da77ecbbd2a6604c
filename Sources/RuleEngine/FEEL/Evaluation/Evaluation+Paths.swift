extension Evaluation {
    /// `base.name`. For a free name the scope is asked for the member at once, so that it need not build the whole.
    mutating func path(
        _ base: FEELExpression, _ member: String, _ bindings: Bindings, at range: Range<Int>
    ) -> Possible {
        if case .name(let name) = base.kind, !Self.isBound(name, bindings),
            let value = scope.value(of: name, member: member)
        {
            meet(value)
            return value
        }
        let value = evaluate(base, bindings)
        if let exactValue = value.exactValue {
            return exact(FEELOperators.member(member, of: exactValue), at: range)
        }
        return Possible(withoutNotes { _ in Self.member(member, of: value.set) }, from: [value])
    }

    private static func member(_ name: String, of set: ValueSet) -> ValueSet {
        switch set {
        case .exactly(let value): return .exactly(FEELOperators.member(name, of: value).value)
        case .oneOf(let values):
            return ValueSet(oneOf: values.map { FEELOperators.member(name, of: $0).value })
        case .context(let entries): return entries.first { $0.key == name }?.value ?? .exactly(.null)
        case .list(let list):
            let loose = list.withoutDistinctness
            return ValueSet(
                UncertainList(
                    members: loose.members.map { .init(member(name, of: $0.value), certain: $0.certain) },
                    open: loose.open, unordered: loose.unordered))
        case .numbers: return .exactly(.null)
        case .anything: return .anything
        }
    }
}
