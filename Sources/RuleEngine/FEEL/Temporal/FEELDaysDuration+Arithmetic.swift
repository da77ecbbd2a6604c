extension FEELDaysDuration {
    // Every operation returns `nil` when its result lies outside the range.

    package var negated: FEELDaysDuration? { FEELDaysDuration(totalNanoseconds: -totalNanoseconds) }

    /// The duration without its sign.
    package var magnitude: FEELDaysDuration? { isNegative ? negated : self }

    package func adding(_ other: FEELDaysDuration) -> FEELDaysDuration? {
        FEELDaysDuration(totalNanoseconds: totalNanoseconds + other.totalNanoseconds)
    }

    package func subtracting(_ other: FEELDaysDuration) -> FEELDaysDuration? {
        FEELDaysDuration(totalNanoseconds: totalNanoseconds - other.totalNanoseconds)
    }

    /// Rounded half to even to a nanosecond.
    package func multiplied(by factor: FEELNumber) -> FEELDaysDuration? {
        Self.rounded(number.multiplied(by: factor))
    }

    /// Rounded half to even to a nanosecond.
    ///
    /// - Returns: `nil` also for a division by zero.
    package func divided(by divisor: FEELNumber) -> FEELDaysDuration? {
        Self.rounded(number.divided(by: divisor))
    }

    /// How often the other duration goes into this one.
    ///
    /// - Returns: `nil` for a division by a duration of no length.
    package func divided(by other: FEELDaysDuration) -> FEELNumber? {
        number.divided(by: other.number)
    }

    /// Nanoseconds; at most 28 digits.
    private var number: FEELNumber { FEELNumber(coefficient: totalNanoseconds, exponent: 0) }

    private static func rounded(_ nanoseconds: FEELNumber?) -> FEELDaysDuration? {
        guard let whole = nanoseconds?.rounded(toScale: 0, rule: .halfEven), whole.exponent == 0 else {
            return nil
        }
        return FEELDaysDuration(totalNanoseconds: whole.coefficient)
    }
}
