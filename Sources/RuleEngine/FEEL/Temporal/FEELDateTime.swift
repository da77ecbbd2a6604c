/// A day and a time of that day (DMN 1.5, 10.3.2.3.6), local or with a zone.
///
/// `==` is identity, that of FEEL's `is()`: the same clock in the same zone. See `isEqual(to:timeZones:)`.
public struct FEELDateTime: Hashable, Sendable {
    /// The day.
    public let date: FEELDate
    /// The time of that day, with its zone.
    public let time: FEELTime

    /// A time on a day.
    public init(date: FEELDate, time: FEELTime) {
        self.date = date
        self.time = time
    }

    /// Local midnight, which is what FEEL's `date and time("2018-12-08")` gives.
    package init(_ date: FEELDate) {
        self.init(date: date, time: .midnight)
    }

    package var year: Int { date.year }
    package var month: Int { date.month }
    package var day: Int { date.day }
    /// Monday is 1, Sunday 7.
    package var weekday: Int { date.weekday }
    package var hour: Int { time.hour }
    package var minute: Int { time.minute }
    package var second: Int { time.second }
    package var zone: FEELZone { time.zone }
    /// The name of the zone, where one is given.
    package var timezone: String? { time.timezone }

    /// The distance from UTC.
    ///
    /// - Returns: `nil` for a local time, and for a named zone that the rules do not know.
    package func timeOffset(timeZones: (any TimeZoneRules)? = nil) -> FEELDaysDuration? {
        guard let offset = offsetSeconds(timeZones: timeZones) else { return nil }
        return FEELDaysDuration(wholeSeconds: offset, nanoseconds: 0)
    }

    func offsetSeconds(timeZones: (any TimeZoneRules)?) -> Int? {
        switch zone {
        case .none: nil
        case .offset(let offset): Int(offset)
        case .named(let name): timeZones?.offset(ofZone: name, atLocal: self)
        }
    }
}

extension FEELDateTime: LosslessStringConvertible {
    /// Reads a date, `T` and a time: `2020-03-31T10:00:00Z`. `24:00:00` is the first moment of the next day.
    ///
    /// - Returns: `nil` for any other text, a date alone among them. The existence of a named zone is not checked.
    public init?(_ text: String) {
        var reader = TemporalReader(text)
        guard let date = FEELDate(from: &reader), reader.take("T"),
            let (time, endsDay) = FEELTime.read(from: &reader)
        else { return nil }
        guard endsDay else {
            self.init(date: date, time: time)
            return
        }
        guard let next = FEELDate(daysSinceEpoch: date.daysSinceEpoch + 1) else { return nil }
        self.init(date: next, time: time)
    }

    /// As FEEL writes it: `2020-03-31T10:00:00Z`.
    public var description: String { date.description + "T" + time.description }
}
