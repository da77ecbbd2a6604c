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
        let nanosecond = nanoseconds % 1_000_000_000
        guard !overflow, let moved = FEELDateTime(localSeconds: seconds, nanosecond: nanosecond, zone: zone) else {
            return nil
        }
        guard case .named = zone, let offset = offsetSeconds(timeZones: timeZones) else { return moved }
        return moved.shown(at: seconds - offset, by: timeZones)
    }

    /// What the clocks of the zone show at a moment in UTC that lies near what they show here (DMN 1.5, table 57).
    ///
    /// Of the offsets of the day before and the day after, that one counts that the rules give back for what it shows.
    /// In the hour that clocks repeat, neither does the second time, which is the later offset's.
    private func shown(at instant: Int, by timeZones: (any TimeZoneRules)?) -> FEELDateTime? {
        func offset(days: Int) -> Int? {
            FEELDateTime(localSeconds: localSeconds + days * FEELTime.secondsPerDay, nanosecond: 0, zone: zone)?
                .offsetSeconds(timeZones: timeZones)
        }
        let offsets = [offset(days: 1), offset(days: -1), offsetSeconds(timeZones: timeZones)].compactMap(\.self)
        let shown = offsets.map { offset in
            (offset, FEELDateTime(localSeconds: instant + offset, nanosecond: time.nanosecond, zone: zone))
        }
        return shown.first { $0.1?.offsetSeconds(timeZones: timeZones) == $0.0 }?.1 ?? shown.first?.1 ?? self
    }

    package func subtracting(
        _ duration: FEELDaysDuration, timeZones: (any TimeZoneRules)? = nil
    ) -> FEELDateTime? {
        duration.negated.flatMap { adding($0, timeZones: timeZones) }
    }

    /// The time from another moment to this one; negative when the other is later.
    ///
    /// - Returns: `nil` when the two have no place on one line; a local time takes no zone here.
    package func duration(
        since other: FEELDateTime, timeZones: (any TimeZoneRules)? = nil
    ) -> FEELDaysDuration? {
        guard let (left, right) = commonSeconds(with: other, timeZones: timeZones) else { return nil }
        return FEELDaysDuration(
            wholeSeconds: left - right, nanoseconds: time.nanosecond - other.time.nanosecond)
    }

    /// Both are local, or both have a place on the line of UTC: a local one takes the zone of the other (DMN 1.5, table
    /// 54). Without rules for their zones, two moments in the same named zone compare by their clocks.
    package func isComparable(
        to other: FEELDateTime, timeZones: (any TimeZoneRules)? = nil
    ) -> Bool {
        comparedSeconds(with: other, timeZones: timeZones) != nil
    }

    /// Earlier or later by whole seconds, as `=` takes them, or `nil` when the two cannot be compared.
    package func ordering(
        to other: FEELDateTime, timeZones: (any TimeZoneRules)? = nil
    ) -> FEELOrdering? {
        guard let (left, right) = comparedSeconds(with: other, timeZones: timeZones) else { return nil }
        return FEELOrdering(left, right)
    }

    /// Equality as `=` sees it (DMN 1.5, table 54): the same second on the line of UTC, fractions left aside.
    ///
    /// - Returns: `nil` when the two cannot be compared.
    package func isEqual(
        to other: FEELDateTime, timeZones: (any TimeZoneRules)? = nil
    ) -> Bool? {
        ordering(to: other, timeZones: timeZones).map { $0 == .equal }
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

    /// The same, where a local time takes the zone of the other.
    private func comparedSeconds(with other: FEELDateTime, timeZones: (any TimeZoneRules)?) -> (Int, Int)? {
        if zone == .none { return with(zone: other.zone).commonSeconds(with: other, timeZones: timeZones) }
        return commonSeconds(with: other.zone == .none ? other.with(zone: zone) : other, timeZones: timeZones)
    }

    private func with(zone: FEELZone) -> FEELDateTime { FEELDateTime(date: date, time: time.with(zone: zone)) }

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
