/// Functions that make dates, times and durations, and ask about them.
extension Builtin {
    static let temporal: [Builtin] = [
        Builtin(
            "date",
            signatures: [
                Signature([.init("from", .any)]),
                Signature([.init("year", .number), .init("month", .number), .init("day", .number)]),
            ]
        ) { values in
            if values.count == 3 { return date(values) }
            return switch values[0] {
            case .date: .value(values[0])
            case .dateTime(let moment): .value(.date(moment.date))
            case .string(let text): read(text, FEELDate(text).map(FEELValue.date))
            default: .fault(.wrongArgument, .notReadable(values[0]))
            }
        },
        Builtin(
            "time",
            [
                Signature([.init("from", .any)]),
                Signature([
                    .init("hour", .number), .init("minute", .number), .init("second", .number),
                    .init("offset", .daysDuration, optional: true),
                ]),
            ],
            result: .anything, lifted: nil,
            .reading { values, evaluator in
                if values.count == 4 { return time(values) }
                return switch values[0] {
                case .time: .value(values[0])
                case .dateTime(let moment): .value(.time(moment.time))
                case .date(let date): .value(.time(date.midnightUTC.time))
                case .string(let text): read(text, FEELTime(text).map(FEELValue.time), evaluator)
                default: .fault(.wrongArgument, .notReadable(values[0]))
                }
            }),
        Builtin(
            "date and time",
            [
                Signature([.init("from", .any)]),
                Signature([.init("date", .date), .init("time", .time)]),
            ],
            result: .anything, lifted: nil,
            .reading { values, evaluator in
                if values.count == 2 {
                    guard let date = datePart(values[0]), case .time(let time) = values[1] else { return .value(.null) }
                    return .value(.dateTime(FEELDateTime(date: date, time: time)))
                }
                return switch values[0] {
                case .dateTime: .value(values[0])
                case .date(let date): .value(.dateTime(FEELDateTime(date)))
                case .string(let text):
                    read(
                        text, (FEELDateTime(text) ?? FEELDate(text).map { FEELDateTime($0) }).map(FEELValue.dateTime),
                        evaluator)
                default: .fault(.wrongArgument, .notReadable(values[0]))
                }
            }),
        Builtin("duration", [.init("from", .any)]) { values in
            switch values[0] {
            case .daysDuration, .monthsDuration: .value(values[0])
            case .string(let text):
                read(
                    text,
                    FEELDaysDuration(text).map(FEELValue.daysDuration)
                        ?? FEELMonthsDuration(text).map(FEELValue.monthsDuration))
            default: .fault(.wrongArgument, .notReadable(values[0]))
            }
        },
        Builtin("years and months duration", [.init("from", .date), .init("to", .date)]) { values in
            guard let from = datePart(values[0]), let to = datePart(values[1]) else { return .value(.null) }
            return .value(.monthsDuration(.yearsAndMonths(from: from, to: to)))
        },
        Builtin(
            "now", [Signature([])], result: .anything, lifted: nil,
            .reading { _, evaluator in .value(evaluator.now.map(FEELValue.dateTime) ?? .null) }),
        Builtin(
            "today", [Signature([])], result: .anything, lifted: nil,
            .reading { _, evaluator in .value(evaluator.now.map { .date($0.date) } ?? .null) }),
        calendar("day of year", result: .number) { .number(FEELNumber($0.dayOfYear)) },
        calendar("week of year", result: .number) { .number(FEELNumber($0.isoWeek.week)) },
        calendar("day of week") { .string(weekdays[$0.weekday - 1]) },
        calendar("month of year") { .string(months[$0.month - 1]) },
    ]

    /// FEEL gives the names of days and months in English.
    static let weekdays = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
    static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]

    private static func calendar(
        _ name: String, result: Result = .anything, _ body: @escaping @Sendable (FEELDate) -> FEELValue
    ) -> Builtin {
        Builtin(name, [Parameter("date", .date)], result: result) { values in
            .value(datePart(values[0]).map(body) ?? .null)
        }
    }

    private static func datePart(_ value: FEELValue) -> FEELDate? {
        switch value {
        case .date(let date): date
        case .dateTime(let moment): moment.date
        default: nil
        }
    }

    private static func read(_ text: String, _ value: FEELValue?) -> FEELComputation {
        value.map { .value($0) } ?? .fault(.invalidLiteral, .notReadable(.string(text)))
    }

    /// The same for a text that may name a time zone.
    private static func read(_ text: String, _ value: FEELValue?, _ evaluator: FEELEvaluator) -> FEELComputation {
        guard let value else { return read(text, nil) }
        return evaluator.inKnownZone(value)
    }

    private static func date(_ parts: [FEELValue]) -> FEELComputation {
        let numbers = parts.compactMap(wholeNumber)
        guard numbers.count == 3, let date = FEELDate(year: numbers[0], month: numbers[1], day: numbers[2]) else {
            return .fault(.outOfRange, .noSuchDate)
        }
        return .value(.date(date))
    }

    private static func time(_ parts: [FEELValue]) -> FEELComputation {
        guard let hour = wholeNumber(parts[0]), let minute = wholeNumber(parts[1]),
            case .number(let seconds) = parts[2],
            let nanoseconds = seconds.multiplied(by: 1_000_000_000)?.floor()?.integerValue, nanoseconds >= 0,
            let zone = zone(parts[3]),
            let time = FEELTime(
                hour: hour, minute: minute, second: nanoseconds / 1_000_000_000,
                nanosecond: nanoseconds % 1_000_000_000, zone: zone)
        else { return .fault(.outOfRange, .noSuchTime) }
        return .value(.time(time))
    }

    private static func zone(_ offset: FEELValue) -> FEELZone? {
        guard case .daysDuration(let duration) = offset else { return FEELZone.none }
        return duration.totalSeconds.integerValue.flatMap { FEELZone(offsetSeconds: $0) }
    }

    private static func wholeNumber(_ value: FEELValue) -> Int? {
        if case .number(let number) = value { number.integerValue } else { nil }
    }
}

extension LocalizedText {
    fileprivate static func notReadable(_ value: FEELValue) -> LocalizedText {
        LocalizedText(
            nl: "\(value.described.nl) is hier niet te lezen als datum, tijd of duur.",
            en: "\(value.described.en) cannot be read here as a date, time or duration.")
    }

    fileprivate static let noSuchDate = LocalizedText(
        nl: "Die datum bestaat niet.", en: "There is no such date.")

    fileprivate static let noSuchTime = LocalizedText(
        nl: "Die tijd bestaat niet.", en: "There is no such time.")
}
