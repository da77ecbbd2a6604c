/// Arithmetic on sets that cannot be enumerated: interval arithmetic (Moore 1966).
///
/// Results are rounded to 34 digits as those of single numbers are; rounding keeps order, so rounded bounds hold. A result
/// can round up to a bound that no exact result reaches, so bounds are always included. An infinite bound stands for the
/// largest number, and what overflows there can be null, as it is for single numbers.
enum LiftedArithmetic {
    static func apply(
        _ operation: FEELExpression.BinaryOperator, _ left: ValueSet, _ right: ValueSet
    ) -> ValueSet {
        let one = NumericView(left)
        let two = NumericView(right)
        guard staysNumeric(operation, one, two) else { return .anything }
        guard let first = one.interval, let second = two.interval else { return .exactly(.null) }
        let result: (interval: NumberInterval, orNull: Bool)? =
            switch operation {
            case .add: add(first, second)
            case .subtract: add(first, negate(second))
            case .multiply: corners(first, second) { $0.multiplied(by: $1) }
            case .divide: divide(first, second)
            default: (.all, true)
            }
        guard let result else { return .exactly(.null) }
        return result.interval.set(orNull: result.orNull || one.maybeNoNumber || two.maybeNoNumber)
    }

    /// With these operands the result is a number or null, not a date, duration or text.
    private static func staysNumeric(
        _ operation: FEELExpression.BinaryOperator, _ one: NumericView, _ two: NumericView
    ) -> Bool {
        switch operation {
        case .add, .subtract, .power: !(one.maybeOtherKind && two.maybeOtherKind)
        case .divide: !one.maybeOtherKind
        default: !one.maybeOtherKind && !two.maybeOtherKind
        }
    }

    static func negate(_ set: ValueSet) -> ValueSet {
        let view = NumericView(set)
        guard !view.maybeOtherKind else { return .anything }
        return view.interval.map { negate($0).set(orNull: view.maybeNull) } ?? .exactly(.null)
    }

    static func negate(_ interval: NumberInterval) -> NumberInterval {
        NumberInterval(
            low: interval.high.map { -$0 }, high: interval.low.map { -$0 },
            lowIncluded: interval.highIncluded, highIncluded: interval.lowIncluded)
    }

    static func add(_ left: NumberInterval, _ right: NumberInterval) -> (interval: NumberInterval, orNull: Bool) {
        let low = left.bottom.adding(right.bottom)
        let high = left.top.adding(right.top)
        return (
            NumberInterval(
                low: left.low == nil || right.low == nil ? nil : low,
                high: left.high == nil || right.high == nil ? nil : high),
            low == nil || high == nil
        )
    }

    /// The hull of an operation that is monotone in each operand, taken at the four corners.
    private static func corners(
        _ left: NumberInterval, _ right: NumberInterval, _ operation: (FEELNumber, FEELNumber) -> FEELNumber?
    ) -> (interval: NumberInterval, orNull: Bool) {
        var results: [FEELNumber] = []
        var (overflowUp, overflowDown) = (false, false)
        for one in [left.bottom, left.top] {
            for two in [right.bottom, right.top] {
                if let result = operation(one, two) {
                    results.append(result)
                } else if one.isNegative == two.isNegative {
                    overflowUp = true
                } else {
                    overflowDown = true
                }
            }
        }
        let low = overflowDown ? nil : results.min()
        let high = overflowUp ? nil : results.max()
        return (NumberInterval(low: low, high: high), overflowUp || overflowDown)
    }

    /// `nil` when the divisor is zero for certain.
    private static func divide(
        _ left: NumberInterval, _ right: NumberInterval
    ) -> (interval: NumberInterval, orNull: Bool)? {
        let zero = FEELNumber(0)
        if right.point == zero { return nil }
        guard right.bottom <= zero && right.top >= zero else {
            return corners(left, right) { $0.divided(by: $1) }
        }
        // The divisor comes as near to zero as it likes: the quotient has no end, and overflows.
        guard right.bottom == zero || right.top == zero, left.bottom >= zero || left.top <= zero else {
            return (.all, true)
        }
        let sameSign = (left.bottom >= zero) == (right.bottom == zero)
        let divisor = right.bottom == zero ? right.top : right.bottom
        let nearest = left.bottom >= zero ? left.bottom : left.top
        let end = nearest.divided(by: divisor)
        return (sameSign ? NumberInterval(low: end, high: nil) : NumberInterval(low: nil, high: end), true)
    }
}

extension NumberInterval {
    /// The lower bound, the most negative number for one that is infinite.
    fileprivate var bottom: FEELNumber { low ?? -Self.greatest }
    fileprivate var top: FEELNumber { high ?? Self.greatest }

    /// The greatest number of decimal128. The fallback only concerns a number type that cannot hold it.
    private static let greatest = FEELNumber("9.999999999999999999999999999999999E6144") ?? FEELNumber(Int.max)
}
