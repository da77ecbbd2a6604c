extension FEELNumber: Comparable, Hashable {
    /// The same amount, however it is written: `1.10 == 1.1`.
    public static func == (left: FEELNumber, right: FEELNumber) -> Bool {
        left.order(relativeTo: right) == 0
    }

    /// Ordered by amount.
    public static func < (left: FEELNumber, right: FEELNumber) -> Bool {
        left.order(relativeTo: right) < 0
    }

    /// Equal numbers hash alike, whatever zeros they end in.
    /// Equal amounts have equal hashes.
    public func hash(into hasher: inout Hasher) {
        let reduced = reduced
        hasher.combine(reduced.coefficient)
        hasher.combine(reduced.exponent)
    }

    /// Negative, zero or positive: this number comes before, with, or after the other.
    private func order(relativeTo other: FEELNumber) -> Int {
        if case .small(let left, let exponent) = storage,
            case .small(let right, let otherExponent) = other.storage,
            abs(exponent - otherExponent) <= 18
        {
            if exponent == otherExponent { return Self.order(left, right) }
            let unit = Int128(PowersOfTen.power(Int(abs(exponent - otherExponent))))
            return exponent > otherExponent
                ? Self.order(Int128(left) * unit, Int128(right))
                : Self.order(Int128(left), Int128(right) * unit)
        }
        let left = coefficient
        let right = other.coefficient
        guard left.signum() == right.signum(), left != 0 else {
            return Self.order(left.signum(), right.signum())
        }
        let sign = Int(left.signum())
        guard adjustedExponent == other.adjustedExponent else {
            return adjustedExponent < other.adjustedExponent ? -sign : sign
        }
        // Alike in size, so that the one with fewer digits has room for the digits that it lacks.
        let distance = exponent - other.exponent
        return distance >= 0
            ? Self.order(left * Int128(PowersOfTen.power(distance)), right)
            : Self.order(left, right * Int128(PowersOfTen.power(-distance)))
    }

    private static func order<Value: Comparable>(_ left: Value, _ right: Value) -> Int {
        left < right ? -1 : (left == right ? 0 : 1)
    }
}
