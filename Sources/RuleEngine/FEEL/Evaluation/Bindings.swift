/// What is bound inside an expression, innermost first: loop variables, entries of contexts, parameters, filter items.
indirect enum Bindings: Hashable, Sendable {
    case none
    case name(String, Possible, outer: Bindings)
    /// The item of a filter: `item`, and the item's own entries by their bare names.
    case item(Possible, outer: Bindings)

    /// These bindings inside others.
    func surrounded(by outermost: Bindings) -> Bindings {
        switch self {
        case .none: outermost
        case .name(let name, let value, let outer): .name(name, value, outer: outer.surrounded(by: outermost))
        case .item(let item, let outer): .item(item, outer: outer.surrounded(by: outermost))
        }
    }

    func binding(_ name: String, to value: Possible) -> Bindings { .name(name, value, outer: self) }
}
