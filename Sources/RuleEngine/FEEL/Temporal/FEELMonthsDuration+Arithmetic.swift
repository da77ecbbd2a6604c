extension FEELMonthsDuration {
    /// The whole months from one day to another, as FEEL's `years and months duration(from, to)`.
    ///
    /// A month is whole when the day of the month is reached again; from 31 January to 28 February is none. From a
    /// later to an earlier day it is counted in the same way and negative.
    package static func yearsAndMonths(from start: FEELDate, to end: FEELDate) -> FEELMonthsDuration {
        let months = (end.year - start.year) * 12 + end.month - start.month
        if months > 0, end.day < start.day { return FEELMonthsDuration(totalMonths: months - 1) }
        if months < 0, end.day > start.day { return FEELMonthsDuration(totalMonths: months + 1) }
        return FEELMonthsDuration(totalMonths: months)
    }

    // Every operation returns `nil` when its result lies outside the range.

    package var negated: FEELMonthsDuration? { FEELMonthsDuration.zero.subtracting(self) }

    /// The duration without its sign.
    package var magnitude: FEELMonthsDuration? { isNegative ? negated : self }

    package func adding(_ other: FEELMonthsDuration) -> FEELMonthsDuration? {
        let (sum, overflow) = totalMonths.addingReportingOverflow(other.totalMonths)
        return overflow ? nil : FEELMonthsDuration(totalMonths: sum)
    }

    package func subtracting(_ other: FEELMonthsDuration) -> FEELMonthsDuration? {
        let (difference, overflow) = totalMonths.subtractingReportingOverflow(other.totalMonths)
        return overflow ? nil : FEELMonthsDuration(totalMonths: difference)
    }

    /// A part of a month is cut off.
    package func multiplied(by factor: FEELNumber) -> FEELMonthsDuration? {
        Self.truncated(FEELNumber(totalMonths).multiplied(by: factor))
    }

    /// A part of a month is cut off.
    ///
    /// - Returns: `nil` also for a division by zero.
    package func divided(by divisor: FEELNumber) -> FEELMonthsDuration? {
        Self.truncated(FEELNumber(totalMonths).divided(by: divisor))
    }

    /// How often the other duration goes into this one.
    ///
    /// - Returns: `nil` for a division by a duration of no length.
    package func divided(by other: FEELMonthsDuration) -> FEELNumber? {
        FEELNumber(totalMonths).divided(by: FEELNumber(other.totalMonths))
    }

    private static func truncated(_ months: FEELNumber?) -> FEELMonthsDuration? {
        months?.rounded(toScale: 0, rule: .down)?.integerValue.map(FEELMonthsDuration.init(totalMonths:))
    }
}
