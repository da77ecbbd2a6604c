/// Functions that make dates, times and durations, and ask about them.
extension Builtin {
    static let temporal: [Builtin] = [
        Builtin(
            "date",
            documentation: .init(
                nl: "Maakt een datum van een tekst, van een datum met tijd, of van jaar, maand en dag.",
                en: "Makes a date of a text, of a date and time, or of year, month and day.",
                right: #"date(2012, 12, 25) = date("2012-12-25")"#,
                wrong: "date(2021, 2, 29)"),
            wordings: [
                .value(nl: "de datum van {0}", en: "the date of {0}"),
                .value(
                    nl: "de datum met jaar {0}, maand {1} en dag {2}", en: "the date of year {0}, month {1} and day {2}"
                ),
            ],
            signatures: [
                Signature([.init("from", .any)]),
                Signature([.init("year", .number), .init("month", .number), .init("day", .number)]),
            ], result: .always(.date)
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
            documentation: .init(
                nl: "Maakt een tijd van een tekst, van een datum met tijd, of van uur, minuut en seconde.",
                en: "Makes a time of a text, of a date and time, or of hour, minute and second.",
                right: #"time(23, 59, 0) = time("23:59:00")"#,
                wrong: "time(25, 0, 0)"),
            wordings: [
                .value(nl: "de tijd van {0}", en: "the time of {0}"),
                .value(
                    nl: "de tijd met uur {0}, minuut {1} en seconde {2}",
                    en: "the time of hour {0}, minute {1} and second {2}"),
                .value(
                    nl: "de tijd met uur {0}, minuut {1} en seconde {2}, op {3} van UTC",
                    en: "the time of hour {0}, minute {1} and second {2}, at {3} from UTC"),
            ],
            signatures: [
                Signature([.init("from", .any)]),
                Signature([
                    .init("hour", .number), .init("minute", .number), .init("second", .number),
                    .init("offset", .daysDuration, optional: true),
                ]),
            ],
            result: .always(.time),
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
            documentation: .init(
                nl: "Maakt een datum met tijd van een tekst, of van een datum en een tijd.",
                en: "Makes a date and time of a text, or of a date and a time.",
                right: #"date and time(@"2012-12-24", @"23:59:00") = date and time("2012-12-24T23:59:00")"#,
                wrong: #"date and time("2012-12-24T25:00:00")"#),
            wordings: [
                .value(nl: "de datum met tijd van {0}", en: "the date and time of {0}"),
                .value(nl: "de datum {0} met de tijd {1}", en: "the date {0} with the time {1}"),
            ],
            signatures: [
                Signature([.init("from", .any)]),
                Signature([.init("date", .date), .init("time", .time)]),
            ],
            result: .always(.dateTime),
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
        Builtin(
            "duration",
            documentation: .init(
                nl: "Leest een duur uit een tekst.",
                en: "Reads a duration from a text.",
                right: #"duration("P2Y2M") = @"P2Y2M""#,
                wrong: #"duration("2 jaar")"#),
            wordings: [
                .value(nl: "de duur die geschreven is als {0}", en: "the duration that is written as {0}")
            ], [.init("from", .any)], result: .always(FEELType.daysDuration.union(.monthsDuration))
        ) { values in
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
        Builtin(
            "years and months duration",
            documentation: .init(
                nl: "Geeft de hele maanden tussen twee datums.",
                en: "Gives the whole months between two dates.",
                right: #"years and months duration(@"2011-12-22", @"2013-08-24") = @"P1Y8M""#,
                wrong: #"years and months duration(@"2011-12-22", 2013)"#),
            wordings: [
                .value(nl: "de hele maanden van {0} tot {1}", en: "the whole months from {0} to {1}")
            ], [.init("from", .date), .init("to", .date)], result: .always(.monthsDuration)
        ) { values in
            guard let from = datePart(values[0]), let to = datePart(values[1]) else { return .value(.null) }
            return .value(.monthsDuration(.yearsAndMonths(from: from, to: to)))
        },
        Builtin(
            "now",
            documentation: .init(
                nl: "Geeft de datum en tijd van de zitting.",
                en: "Gives the date and time of the session.",
                right: #"now() >= date and time("2020-01-01T00:00:00")"#,
                wrong: "now(1)"),
            wordings: [
                .value(nl: "dit moment", en: "this moment")
            ], [], result: .always(.dateTime),
            .reading { _, evaluator in .value(evaluator.now.map(FEELValue.dateTime) ?? .null) }),
        Builtin(
            "today",
            documentation: .init(
                nl: "Geeft de datum van de zitting.",
                en: "Gives the date of the session.",
                right: #"today() >= @"2020-01-01""#,
                wrong: "today(1)"),
            wordings: [
                .value(nl: "vandaag", en: "today")
            ], [], result: .always(.date),
            .reading { _, evaluator in .value(evaluator.now.map { .date($0.date) } ?? .null) }),
        calendar(
            "day of year",
            documentation: .init(
                nl: "Geeft het nummer van de dag in het jaar.",
                en: "Gives the number of the day in the year.",
                right: #"day of year(@"2019-09-17") = 260"#,
                wrong: #"day of year("2019-09-17")"#),
            wordings: [
                .value(nl: "het nummer van de dag in het jaar van {0}", en: "the number of the day in the year of {0}")
            ], result: .number
        ) { .number(FEELNumber($0.dayOfYear)) },
        calendar(
            "week of year",
            documentation: .init(
                nl: "Geeft het nummer van de week, naar ISO 8601.",
                en: "Gives the number of the week, by ISO 8601.",
                right: #"week of year(@"2005-01-01") = 53"#,
                wrong: #"week of year("2005-01-01")"#),
            wordings: [
                .value(nl: "het weeknummer van {0}", en: "the week number of {0}")
            ], result: .number
        ) { .number(FEELNumber($0.isoWeek.week)) },
        calendar(
            "day of week",
            documentation: .init(
                nl: "Geeft de Engelse naam van de dag.",
                en: "Gives the English name of the day.",
                right: #"day of week(@"2019-09-17") = "Tuesday""#,
                wrong: #"day of week("2019-09-17")"#),
            wordings: [
                .value(nl: "de naam van de dag van {0}", en: "the name of the day of {0}")
            ], result: .always(.strings(weekdays))
        ) { .string(weekdays[$0.weekday - 1]) },
        calendar(
            "month of year",
            documentation: .init(
                nl: "Geeft de Engelse naam van de maand.",
                en: "Gives the English name of the month.",
                right: #"month of year(@"2019-09-17") = "September""#,
                wrong: #"month of year("2019-09-17")"#),
            wordings: [
                .value(nl: "de naam van de maand van {0}", en: "the name of the month of {0}")
            ], result: .always(.strings(months))
        ) { .string(months[$0.month - 1]) },
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
        _ name: String, documentation: Documentation, wordings: [CallWording], result: Result = .anything,
        _ body: @escaping @Sendable (FEELDate) -> FEELValue
    ) -> Builtin {
        Builtin(
            name, documentation: documentation, wordings: wordings, [Parameter("date", .date)], result: result
        ) { values in
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
