/// Arithmetic with dates, times and durations (DMN 1.5, tables 55 to 58), and their properties.
///
/// The functions give `nil` where the operator does not apply to the operands at all.
extension FEELOperators {
    static func temporalSum(
        _ left: FEELValue, _ right: FEELValue, timeZones: (any TimeZoneRules)?
    ) -> FEELComputation? {
        switch (left, right) {
        case (.date(let date), .daysDuration(let duration)), (.daysDuration(let duration), .date(let date)):
            result(date.adding(duration).map(FEELValue.date))
        case (.date(let date), .monthsDuration(let duration)), (.monthsDuration(let duration), .date(let date)):
            result(date.adding(duration).map(FEELValue.date))
        case (.time(let time), .daysDuration(let duration)), (.daysDuration(let duration), .time(let time)):
            .value(.time(time.adding(duration)))
        case (.dateTime(let moment), .daysDuration(let duration)), (.daysDuration(let duration), .dateTime(let moment)):
            result(moment.adding(duration, timeZones: timeZones).map(FEELValue.dateTime))
        case (.dateTime(let moment), .monthsDuration(let duration)),
            (.monthsDuration(let duration), .dateTime(let moment)):
            result(moment.adding(duration).map(FEELValue.dateTime))
        case (.daysDuration(let one), .daysDuration(let two)):
            result(one.adding(two).map(FEELValue.daysDuration))
        case (.monthsDuration(let one), .monthsDuration(let two)):
            result(one.adding(two).map(FEELValue.monthsDuration))
        default: nil
        }
    }

    static func temporalDifference(
        _ left: FEELValue, _ right: FEELValue, timeZones: (any TimeZoneRules)?
    ) -> FEELComputation? {
        switch (left, right) {
        case (.date(let one), .date(let two)):
            .value(.daysDuration(one.duration(since: two)))
        case (.date(let one), .dateTime(let two)):
            result(one.midnightUTC.duration(since: two, timeZones: timeZones).map(FEELValue.daysDuration))
        case (.dateTime(let one), .date(let two)):
            result(one.duration(since: two.midnightUTC, timeZones: timeZones).map(FEELValue.daysDuration))
        case (.dateTime(let one), .dateTime(let two)):
            result(one.duration(since: two, timeZones: timeZones).map(FEELValue.daysDuration))
        case (.time(let one), .time(let two)):
            result(one.duration(since: two).map(FEELValue.daysDuration))
        case (.date(let date), .daysDuration(let duration)):
            result(date.subtracting(duration).map(FEELValue.date))
        case (.date(let date), .monthsDuration(let duration)):
            result(date.subtracting(duration).map(FEELValue.date))
        case (.time(let time), .daysDuration(let duration)):
            .value(.time(time.subtracting(duration)))
        case (.dateTime(let moment), .daysDuration(let duration)):
            result(moment.subtracting(duration, timeZones: timeZones).map(FEELValue.dateTime))
        case (.dateTime(let moment), .monthsDuration(let duration)):
            result(moment.subtracting(duration).map(FEELValue.dateTime))
        case (.daysDuration(let one), .daysDuration(let two)):
            result(one.subtracting(two).map(FEELValue.daysDuration))
        case (.monthsDuration(let one), .monthsDuration(let two)):
            result(one.subtracting(two).map(FEELValue.monthsDuration))
        default: nil
        }
    }

    static func temporalProduct(_ left: FEELValue, _ right: FEELValue) -> FEELComputation? {
        switch (left, right) {
        case (.daysDuration(let duration), .number(let factor)), (.number(let factor), .daysDuration(let duration)):
            result(duration.multiplied(by: factor).map(FEELValue.daysDuration))
        case (.monthsDuration(let duration), .number(let factor)),
            (.number(let factor), .monthsDuration(let duration)):
            result(duration.multiplied(by: factor).map(FEELValue.monthsDuration))
        default: nil
        }
    }

    static func temporalQuotient(_ left: FEELValue, _ right: FEELValue) -> FEELComputation? {
        switch (left, right) {
        case (.daysDuration(let duration), .number(let divisor)):
            result(duration.divided(by: divisor).map(FEELValue.daysDuration))
        case (.monthsDuration(let duration), .number(let divisor)):
            result(duration.divided(by: divisor).map(FEELValue.monthsDuration))
        case (.daysDuration(let one), .daysDuration(let two)):
            result(one.divided(by: two).map(FEELValue.number))
        case (.monthsDuration(let one), .monthsDuration(let two)):
            result(one.divided(by: two).map(FEELValue.number))
        default: nil
        }
    }

    private static func result(_ value: FEELValue?) -> FEELComputation {
        value.map { .value($0) } ?? .fault(.outOfRange, .noTemporalResult)
    }

    /// `value.year` and the like; `nil` when the value has no such property, null when it has but says nothing of it.
    static func temporalProperty(_ name: String, of value: FEELValue) -> FEELValue? {
        switch value {
        case .date(let date): property(name, of: date)
        case .time(let time): property(name, of: time, offset: time.timeOffset)
        case .dateTime(let moment):
            property(name, of: moment.date) ?? property(name, of: moment.time, offset: moment.timeOffset())
        case .daysDuration(let duration):
            switch name {
            case "days": whole(duration.days)
            case "hours": whole(duration.hours)
            case "minutes": whole(duration.minutes)
            case "seconds": .number(duration.fractionalSeconds)
            default: nil
            }
        case .monthsDuration(let duration):
            switch name {
            case "years": whole(duration.years)
            case "months": whole(duration.months)
            default: nil
            }
        default: nil
        }
    }

    private static func property(_ name: String, of date: FEELDate) -> FEELValue? {
        switch name {
        case "year": whole(date.year)
        case "month": whole(date.month)
        case "day": whole(date.day)
        case "weekday": whole(date.weekday)
        default: nil
        }
    }

    private static func property(
        _ name: String, of time: FEELTime, offset: FEELDaysDuration?
    ) -> FEELValue? {
        switch name {
        case "hour": whole(time.hour)
        case "minute": whole(time.minute)
        case "second": .number(time.fractionalSecond)
        case "time offset": offset.map(FEELValue.daysDuration) ?? .null
        case "timezone": time.timezone.map(FEELValue.string) ?? .null
        default: nil
        }
    }

    private static func whole(_ value: Int) -> FEELValue { .number(FEELNumber(value)) }

    /// The days from one date to another, up or down.
    static func days(from first: FEELDate, to last: FEELDate, limit: Int) -> FEELComputation {
        let (start, end) = (first.daysSinceEpoch, last.daysSinceEpoch)
        guard (end - start).magnitude < limit else { return .fault(.limit, .tooManyDays(limit)) }
        let days = stride(from: start, through: end, by: start <= end ? 1 : -1)
        return .value(.list(days.compactMap { FEELDate(daysSinceEpoch: $0).map(FEELValue.date) }))
    }
}

extension LocalizedText {
    fileprivate static let noTemporalResult = LocalizedText(
        nl: "Deze datums, tijden of duren geven samen geen uitkomst.",
        en: "These dates, times or durations give no result together.")

    fileprivate static func tooManyDays(_ limit: Int) -> LocalizedText {
        LocalizedText(nl: "Het bereik telt meer dan \(limit) dagen.", en: "The range has more than \(limit) days.")
    }
}
