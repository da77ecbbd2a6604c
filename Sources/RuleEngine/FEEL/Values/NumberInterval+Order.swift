extension NumberInterval {
    package init(_ value: FEELNumber) { self.init(low: value, high: value) }

    /// The interval as a set: a single point is an exact value.
    func set(orNull: Bool = false) -> ValueSet {
        guard let low, let high, low == high else { return .numbers(self, orNull: orNull) }
        return orNull ? ValueSet(oneOf: [.null, .number(low)]) : .exactly(.number(low))
    }

    /// Whether a number lies in the interval.
    public func contains(_ value: FEELNumber) -> Bool {
        if let low, value < low || (value == low && !lowIncluded) { return false }
        if let high, high < value || (value == high && !highIncluded) { return false }
        return true
    }

    /// Every number of this interval lies in the other one.
    package func isSubset(of other: NumberInterval) -> Bool {
        Bound.isLow(other.lowBound, atOrBelow: lowBound) && Bound.isHigh(other.highBound, atOrAbove: highBound)
    }

    /// The smallest interval around both.
    package func hull(_ other: NumberInterval) -> NumberInterval {
        let bottom = Bound.isLow(lowBound, atOrBelow: other.lowBound) ? self : other
        let top = Bound.isHigh(highBound, atOrAbove: other.highBound) ? self : other
        return NumberInterval(
            low: bottom.low, high: top.high, lowIncluded: bottom.lowIncluded, highIncluded: top.highIncluded)
    }

    /// The numbers in both, or `nil` when there are none.
    package func intersection(_ other: NumberInterval) -> NumberInterval? {
        guard possiblyAtMost(other), other.possiblyAtMost(self) else { return nil }
        let bottom = Bound.isLow(lowBound, atOrBelow: other.lowBound) ? other : self
        let top = Bound.isHigh(highBound, atOrAbove: other.highBound) ? other : self
        return NumberInterval(
            low: bottom.low, high: top.high, lowIncluded: bottom.lowIncluded, highIncluded: top.highIncluded)
    }

    /// Some number here is less than some number there.
    func possiblyLess(than other: NumberInterval) -> Bool {
        guard let low, let high = other.high else { return true }
        return low < high
    }

    /// Some number here is at most some number there.
    func possiblyAtMost(_ other: NumberInterval) -> Bool {
        guard let low, let high = other.high else { return true }
        return low < high || (low == high && lowIncluded && other.highIncluded)
    }

    /// The only number in it, when there is one.
    var point: FEELNumber? {
        guard let low, let high, low == high else { return nil }
        return low
    }

    private var lowBound: Bound { Bound(value: low, included: lowIncluded) }
    private var highBound: Bound { Bound(value: high, included: highIncluded) }
}

private struct Bound {
    /// `nil` is infinite, on the side of the bound.
    let value: FEELNumber?
    let included: Bool

    static func isLow(_ one: Bound, atOrBelow other: Bound) -> Bool {
        guard let left = one.value else { return true }
        guard let right = other.value else { return false }
        return left < right || (left == right && (one.included || !other.included))
    }

    static func isHigh(_ one: Bound, atOrAbove other: Bound) -> Bool {
        guard let left = one.value else { return true }
        guard let right = other.value else { return false }
        return right < left || (left == right && (one.included || !other.included))
    }
}
