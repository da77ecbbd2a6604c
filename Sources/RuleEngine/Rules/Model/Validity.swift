/// The period in which something holds, both days included.
package struct Validity: Hashable, Sendable {
    /// First day; `nil` when it holds since long.
    package let from: FEELDate?
    /// Last day; `nil` when no end is known.
    package let until: FEELDate?

    package init(from: FEELDate? = nil, until: FEELDate? = nil) {
        self.from = from
        self.until = until
    }

    /// Without begin and without end.
    package static let always = Validity()

    package func contains(_ date: FEELDate) -> Bool {
        if let from, date.ordering(to: from) == .less { return false }
        if let until, date.ordering(to: until) == .greater { return false }
        return true
    }
}
