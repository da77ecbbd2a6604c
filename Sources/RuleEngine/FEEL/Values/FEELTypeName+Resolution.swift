extension FEELTypeName {
    /// The type with the names of item definitions replaced by what they stand for.
    ///
    /// A definition that mentions itself is followed to a depth of 16; below that anything is accepted.
    package func resolved(by types: [String: FEELTypeName]) -> FEELTypeName {
        types.isEmpty ? self : resolved(by: types, depth: 16)
    }

    private func resolved(by types: [String: FEELTypeName], depth: Int) -> FEELTypeName {
        guard depth > 0 else { return .named("Any") }
        switch self {
        case .named(let name):
            return types[name]?.resolved(by: types, depth: depth - 1) ?? self
        case .list(let element): return .list(element.resolved(by: types, depth: depth - 1))
        case .range(let element): return .range(element.resolved(by: types, depth: depth - 1))
        case .context(let fields):
            return .context(
                fields.map { Field(name: $0.name, type: $0.type.resolved(by: types, depth: depth - 1)) })
        case .function(let parameters, let result):
            return .function(
                parameters.map { $0.resolved(by: types, depth: depth - 1) },
                result.resolved(by: types, depth: depth - 1))
        }
    }
}
