/// The period in which something holds, both days included.
public struct Validity: Hashable, Sendable {
    /// First day; `nil` when it holds since long.
    public let from: FEELDate?
    /// Last day; `nil` when no end is known.
    public let until: FEELDate?

    public init(from: FEELDate? = nil, until: FEELDate? = nil) {
        self.from = from
        self.until = until
    }

    /// Without begin and without end.
    public static let always = Validity()

    public func contains(_ date: FEELDate) -> Bool {
        if let from, date.ordering(to: from) == .less { return false }
        if let until, date.ordering(to: until) == .greater { return false }
        return true
    }
}
