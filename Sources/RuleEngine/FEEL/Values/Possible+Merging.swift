extension Possible {
    /// A result with the origins of what it was made of: sorted, without doubles, none when the result is exact.
    public init(_ set: ValueSet, from parts: some Sequence<Possible>) {
        guard !set.isExact else {
            self.init(set)
            return
        }
        self.init(set, origins: parts.reduce([]) { InputID.merge($0, $1.origins) })
    }

    /// A value that is not known at all, from the given parts.
    static func anything(from parts: [Possible]) -> Possible { Possible(.anything, from: parts) }

    /// What either can be.
    public func union(_ other: Possible) -> Possible {
        Possible(set.union(other.set), from: [self, other])
    }

    /// The values that are not null; `nil` when there is no other.
    var withoutNull: Possible? { self.set.withoutNull.map { Possible($0, from: [self]) } }

    var isExact: Bool { self.set.isExact }
    var exactValue: FEELValue? { self.set.exactValue }
    var truth: Truth { Truth(set) }
}

extension InputID {
    /// The sorted union of two sorted lists.
    static func merge(_ left: [InputID], _ right: [InputID]) -> [InputID] {
        if left.isEmpty || left == right { return right }
        if right.isEmpty { return left }
        var result: [InputID] = []
        result.reserveCapacity(left.count + right.count)
        var (one, two) = (left[...], right[...])
        while let first = one.first, let second = two.first {
            result.append(min(first, second))
            if first <= second { one.removeFirst() }
            if second <= first { two.removeFirst() }
        }
        return result + one + two
    }
}

