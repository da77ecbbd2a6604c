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
    /// - Returns: `nil` when the two cannot be compared, and when one has a zone and the other none.
    package func duration(since other: FEELTime) -> FEELDaysDuration? {
        guard isComparable(to: other), (zone == .none) == (other.zone == .none) else { return nil }
        return FEELDaysDuration(
            wholeSeconds: secondInUTC - other.secondInUTC, nanoseconds: nanosecond - other.nanosecond)
    }

    /// Two local times are comparable, two with offsets, and two in the same named zone; a local time takes the zone of
    /// the other (DMN 1.5, table 54). A time in a named zone has no place on the line of UTC, because its offset depends
    /// on the day.
    package func isComparable(to other: FEELTime) -> Bool {
        switch (zone, other.zone) {
        case (.none, _), (_, .none), (.offset, .offset): true
        case (.named(let left), .named(let right)): left == right
        default: false
        }
    }

    /// Earlier or later on the same day by whole seconds, as `=` takes them, or `nil` when the two cannot be compared.
    package func ordering(to other: FEELTime) -> FEELOrdering? {
        guard isComparable(to: other) else { return nil }
        let isLocal = zone == .none || other.zone == .none
        return isLocal
            ? FEELOrdering(secondOfDay, other.secondOfDay) : FEELOrdering(secondInUTC, other.secondInUTC)
    }

    /// Equality as `=` sees it (DMN 1.5, table 54): the same second, fractions left aside.
    ///
    /// - Returns: `nil` when the two cannot be compared.
    package func isEqual(to other: FEELTime) -> Bool? {
        ordering(to: other).map { $0 == .equal }
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
