extension FEELDateTime {
    /// Moves by months; the clock and its zone stay. A day that the month lacks becomes its last day.
    ///
    /// - Returns: `nil` outside the range of years.
    package func adding(_ duration: FEELMonthsDuration) -> FEELDateTime? {
        date.adding(duration).map { FEELDateTime(date: $0, time: time) }
    }

    package func subtracting(_ duration: FEELMonthsDuration) -> FEELDateTime? {
        duration.negated.flatMap(adding)
    }

    /// The moment that much time later, shown in the same zone.
    ///
    /// In a named zone of which the rules are known, time that the clocks skip or repeat is accounted for: the
    /// night that summer time begins, a day of 24 hours takes 10:00 to 11:00.
    /// - Returns: `nil` outside the range of years.
    package func adding(
        _ duration: FEELDaysDuration, timeZones: (any TimeZoneRules)? = nil
    ) -> FEELDateTime? {
        let nanoseconds = time.nanosecond + duration.fraction
        let (seconds, overflow) = (localSeconds + nanoseconds / 1_000_000_000)
            .addingReportingOverflow(duration.wholeSeconds)
        guard !overflow,
            let moved = FEELDateTime(
                localSeconds: seconds, nanosecond: nanoseconds % 1_000_000_000, zone: zone)
        else { return nil }
        guard case .named = zone, let before = offsetSeconds(timeZones: timeZones),
            let after = moved.offsetSeconds(timeZones: timeZones), before != after
        else { return moved }
        return FEELDateTime(
            localSeconds: seconds + after - before, nanosecond: moved.time.nanosecond, zone: zone)
    }

    package func subtracting(
        _ duration: FEELDaysDuration, timeZones: (any TimeZoneRules)? = nil
    ) -> FEELDateTime? {
        duration.negated.flatMap { adding($0, timeZones: timeZones) }
    }

    /// The time from another moment to this one; negative when the other is later.
    ///
    /// - Returns: `nil` when the two cannot be compared, see `isComparable(to:timeZones:)`.
    package func duration(
        since other: FEELDateTime, timeZones: (any TimeZoneRules)? = nil
    ) -> FEELDaysDuration? {
        guard let (left, right) = commonSeconds(with: other, timeZones: timeZones) else { return nil }
        return FEELDaysDuration(
            wholeSeconds: left - right, nanoseconds: time.nanosecond - other.time.nanosecond)
    }

    /// Both are local, or both have a place on the line of UTC. Without rules for their zones, two moments in the
    /// same named zone compare by their clocks.
    package func isComparable(
        to other: FEELDateTime, timeZones: (any TimeZoneRules)? = nil
    ) -> Bool {
        commonSeconds(with: other, timeZones: timeZones) != nil
    }

    /// Earlier or later, or `nil` when the two cannot be compared.
    package func ordering(
        to other: FEELDateTime, timeZones: (any TimeZoneRules)? = nil
    ) -> FEELOrdering? {
        guard let (left, right) = commonSeconds(with: other, timeZones: timeZones) else { return nil }
        guard left == right else { return FEELOrdering(left, right) }
        return FEELOrdering(time.nanosecond, other.time.nanosecond)
    }

    /// Equality as `=` sees it (DMN 1.5, table 54): the same second on the line of UTC, fractions left aside.
    ///
    /// - Returns: `nil` when the two cannot be compared.
    package func isEqual(
        to other: FEELDateTime, timeZones: (any TimeZoneRules)? = nil
    ) -> Bool? {
        commonSeconds(with: other, timeZones: timeZones).map { $0 == $1 }
    }

    /// Seconds from the start of 1970 to what the clock shows.
    private var localSeconds: Int {
        date.daysSinceEpoch * FEELTime.secondsPerDay + Int(time.secondOfDay)
    }

    private init?(localSeconds: Int, nanosecond: Int, zone: FEELZone) {
        let days = localSeconds.floored(dividedBy: FEELTime.secondsPerDay)
        guard let date = FEELDate(daysSinceEpoch: days) else { return nil }
        self.init(
            date: date,
            time: FEELTime(
                secondOfDay: localSeconds - days * FEELTime.secondsPerDay, nanosecond: nanosecond,
                zone: zone))
    }

    /// Both moments in seconds on one line, if there is one.
    private func commonSeconds(
        with other: FEELDateTime, timeZones: (any TimeZoneRules)?
    ) -> (Int, Int)? {
        if zone == .none, other.zone == .none { return (localSeconds, other.localSeconds) }
        if let offset = offsetSeconds(timeZones: timeZones),
            let otherOffset = other.offsetSeconds(timeZones: timeZones)
        {
            return (localSeconds - offset, other.localSeconds - otherOffset)
        }
        return zone == other.zone ? (localSeconds, other.localSeconds) : nil
    }
}
