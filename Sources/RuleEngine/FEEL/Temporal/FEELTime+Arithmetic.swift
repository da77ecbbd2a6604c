extension FEELTime {
    /// Turns the clock; after 23:59:59 comes 00:00:00. The zone stays.
    package func adding(_ duration: FEELDaysDuration) -> FEELTime {
        turned(
            bySeconds: duration.wholeSeconds.floored(modulo: Self.secondsPerDay),
            nanoseconds: duration.fraction)
    }

    /// Turns the clock back; before 00:00:00 comes 23:59:59. The zone stays.
    package func subtracting(_ duration: FEELDaysDuration) -> FEELTime {
        turned(
            bySeconds: -duration.wholeSeconds.floored(modulo: Self.secondsPerDay),
            nanoseconds: -duration.fraction)
    }

    /// The time from another time of the same day to this one; with offsets, that between the moments in UTC.
    ///
    /// - Returns: `nil` when the two cannot be compared, see `isComparable(to:)`.
    package func duration(since other: FEELTime) -> FEELDaysDuration? {
        guard isComparable(to: other) else { return nil }
        return FEELDaysDuration(
            wholeSeconds: secondInUTC - other.secondInUTC, nanoseconds: nanosecond - other.nanosecond)
    }

    /// Two local times are comparable, two with offsets, and two in the same named zone. A time in a named zone has
    /// no place on the line of UTC, because its offset depends on the day.
    package func isComparable(to other: FEELTime) -> Bool {
        switch (zone, other.zone) {
        case (.none, .none), (.offset, .offset): true
        case (.named(let left), .named(let right)): left == right
        default: false
        }
    }

    /// Earlier or later on the same day, or `nil` when the two cannot be compared.
    package func ordering(to other: FEELTime) -> FEELOrdering? {
        guard isComparable(to: other) else { return nil }
        guard secondInUTC == other.secondInUTC else {
            return FEELOrdering(secondInUTC, other.secondInUTC)
        }
        return FEELOrdering(nanosecond, other.nanosecond)
    }

    /// Equality as `=` sees it (DMN 1.5, table 54): the same second, fractions left aside.
    ///
    /// - Returns: `nil` when the two cannot be compared.
    package func isEqual(to other: FEELTime) -> Bool? {
        isComparable(to: other) ? secondInUTC == other.secondInUTC : nil
    }

    /// Second of the day in UTC, which can lie on the day before or after; for other zones, as the clock shows it.
    private var secondInUTC: Int {
        guard case .offset(let offset) = zone else { return Int(secondOfDay) }
        return Int(secondOfDay) - Int(offset)
    }

    private func turned(bySeconds seconds: Int, nanoseconds: Int) -> FEELTime {
        let sum = nanosecond + nanoseconds
        let carry = sum.floored(dividedBy: 1_000_000_000)
        return FEELTime(
            secondOfDay: (Int(secondOfDay) + seconds + carry).floored(modulo: Self.secondsPerDay),
            nanosecond: sum - carry * 1_000_000_000, zone: zone)
    }
}
