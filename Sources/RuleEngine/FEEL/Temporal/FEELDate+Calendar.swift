extension FEELDate {
    /// Monday is 1, Sunday 7.
    package var weekday: Int {
        // 1970-01-01 was a Thursday.
        (daysSinceEpoch + 3).floored(modulo: 7) + 1
    }

    /// 1 for the first of January.
    package var dayOfYear: Int {
        daysSinceEpoch - FEELDate(knownYear: year, month: 1, day: 1).daysSinceEpoch + 1
    }

    /// The week of ISO 8601: it starts on Monday, and week 1 holds the first Thursday of the year.
    ///
    /// - Returns: the year that the week counts in, which near New Year can differ from that of the date, and a
    ///   number in 1...53.
    package var isoWeek: (year: Int, week: Int) {
        // The week of a day is that of its Thursday.
        let thursday = daysSinceEpoch + 4 - weekday
        let year = Self.civil(fromDaysSinceEpoch: thursday).year
        let newYear = Self.daysSinceEpoch(year: year, month: 1, day: 1)
        return (year, (thursday - newYear) / 7 + 1)
    }

    /// The same month's last day.
    package var lastDayOfMonth: FEELDate {
        FEELDate(
            knownYear: year, month: month, day: Self.dayCount(ofMonth: month, year: year))
    }

    package var isInLeapYear: Bool { Self.isLeap(year) }

    /// Days after 1970-01-01; negative before it.
    package var daysSinceEpoch: Int {
        Self.daysSinceEpoch(year: year, month: month, day: day)
    }

    /// - Returns: `nil` outside the range of years.
    package init?(daysSinceEpoch days: Int) {
        guard days.magnitude < 400_000_000_000 else { return nil }
        let (year, month, day) = Self.civil(fromDaysSinceEpoch: days)
        guard Self.years.contains(year) else { return nil }
        self.init(knownYear: year, month: month, day: day)
    }

    static func dayCount(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }

    // Both conversions: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013), days_from_civil and
    // civil_from_days. Years begin in March there, so that the leap day comes last; 400 years are one era.

    private static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
        let marchYear = month <= 2 ? year - 1 : year
        let era = marchYear.floored(dividedBy: 400)
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * daysPerEra + dayOfEra - daysBeforeEpoch
    }

    private static func civil(fromDaysSinceEpoch days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + daysBeforeEpoch
        let era = shifted.floored(dividedBy: daysPerEra)
        let dayOfEra = shifted - era * daysPerEra
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400
        return (month <= 2 ? year + 1 : year, month, day)
    }

    private static let daysPerEra = 146_097
    /// From 0000-03-01 to 1970-01-01.
    private static let daysBeforeEpoch = 719_468
}

extension Int {
    /// The quotient rounded towards negative infinity.
    func floored(dividedBy divisor: Int) -> Int {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }

    /// The remainder that goes with `floored(dividedBy:)`: from 0 up to `divisor`.
    func floored(modulo divisor: Int) -> Int {
        let remainder = self % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }
}
