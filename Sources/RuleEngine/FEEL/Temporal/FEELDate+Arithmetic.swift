extension FEELDate {
    /// Moves by months. A day that the month lacks becomes its last day: a month after 31 January is 28 or 29 February.
    ///
    /// - Returns: `nil` outside the range of years.
    package func adding(_ duration: FEELMonthsDuration) -> FEELDate? {
        let (months, overflow) = (year * 12 + month - 1).addingReportingOverflow(duration.totalMonths)
        guard !overflow else { return nil }
        let year = months.floored(dividedBy: 12)
        let month = months.floored(modulo: 12) + 1
        guard Self.years.contains(year) else { return nil }
        return FEELDate(
            knownYear: year, month: month, day: min(day, Self.dayCount(ofMonth: month, year: year)))
    }

    package func subtracting(_ duration: FEELMonthsDuration) -> FEELDate? {
        duration.negated.flatMap(adding)
    }

    /// The day of the moment that lies so long after the date's midnight: 47 hours on is the next day, one second
    /// back the day before.
    ///
    /// - Returns: `nil` outside the range of years.
    package func adding(_ duration: FEELDaysDuration) -> FEELDate? {
        let days = duration.wholeSeconds.floored(dividedBy: FEELTime.secondsPerDay)
        return FEELDate(daysSinceEpoch: daysSinceEpoch + days)
    }

    package func subtracting(_ duration: FEELDaysDuration) -> FEELDate? {
        duration.negated.flatMap(adding)
    }

    /// The time from another day's midnight to this one's; negative when the other day is later.
    package func duration(since other: FEELDate) -> FEELDaysDuration {
        FEELDaysDuration(
            wholeSeconds: (daysSinceEpoch - other.daysSinceEpoch) * FEELTime.secondsPerDay, nanoseconds: 0)
    }

    /// The date as FEEL sees it beside a date and time: midnight in UTC (DMN 1.5, 10.3.2.3.6).
    package var midnightUTC: FEELDateTime {
        FEELDateTime(date: self, time: .midnight.with(zone: .utc))
    }
}
