extension UncertainValue {
    /// A result with the origins of what it was made of: sorted, without doubles, none when the result is exact.
    package init(_ set: ValueSet, from parts: some Sequence<UncertainValue>) {
        guard !set.isExact else {
            self.init(set)
            return
        }
        self.init(set, origins: parts.reduce([]) { InputID.merge($0, $1.origins) })
    }

    /// A value that is not known at all, from the given parts.
    static func anything(from parts: [UncertainValue]) -> UncertainValue { UncertainValue(.anything, from: parts) }

    /// What either can be.
    package func union(_ other: UncertainValue) -> UncertainValue {
        UncertainValue(set.union(other.set), from: [self, other])
    }

    /// The values that are not null; `nil` when there is no other.
    var withoutNull: UncertainValue? { self.set.withoutNull.map { UncertainValue($0, from: [self]) } }

    var isExact: Bool { self.set.isExact }
    var exactValue: FEELValue? { self.set.exactValue }
    var truth: Ternary { Ternary(set) }
}

extension InputID {
    /// The sorted union of two sorted lists; one of the two itself where it holds the other.
    static func merge(_ left: [InputID], _ right: [InputID]) -> [InputID] {
        if left.isEmpty { return right }
        if right.isEmpty { return left }
        let (longer, shorter) = left.count < right.count ? (right, left) : (left, right)
        let missing = missing(shorter, longer)
        guard missing > 0 else { return longer }
        var result: [InputID] = []
        result.reserveCapacity(longer.count + missing)
        var (one, two) = (0, 0)
        while one < longer.count, two < shorter.count {
            let (first, second) = (longer[one], shorter[two])
            result.append(Swift.min(first, second))
            if first <= second { one += 1 }
            if second <= first { two += 1 }
        }
        result += longer[one...]
        result += shorter[two...]
        return result
    }

    /// How many of a sorted list are not in another that is at least as long.
    private static func missing(_ part: [InputID], _ whole: [InputID]) -> Int {
        if part == whole { return 0 }
        var count = 0
        var index = 0
        for input in part {
            while index < whole.count, whole[index] < input { index += 1 }
            if index == whole.count || whole[index] != input { count += 1 }
        }
        return count
    }
}
