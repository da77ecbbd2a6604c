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
    /// The sorted union of two sorted lists; one of them as it is where it holds the other.
    static func merge(_ left: [InputID], _ right: [InputID]) -> [InputID] {
        if left.isEmpty { return right }
        if right.isEmpty { return left }
        let common = countCommon(left, right)
        if common == right.count { return left }
        if common == left.count { return right }
        var result: [InputID] = []
        result.reserveCapacity(left.count + right.count - common)
        var (one, two) = (0, 0)
        while one < left.count, two < right.count {
            let (first, second) = (left[one], right[two])
            result.append(min(first, second))
            if first <= second { one += 1 }
            if second <= first { two += 1 }
        }
        result += left[one...]
        result += right[two...]
        return result
    }

    /// How many numbers two sorted lists have in common.
    private static func countCommon(_ left: [InputID], _ right: [InputID]) -> Int {
        var (one, two, common) = (0, 0, 0)
        while one < left.count, two < right.count {
            let (first, second) = (left[one], right[two])
            if first <= second { one += 1 }
            if second <= first { two += 1 }
            if first == second { common += 1 }
        }
        return common
    }
}
