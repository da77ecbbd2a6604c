/// Functions of dates, times and durations.
extension BuiltinDocumentation {
    static let temporal: [String: BuiltinDocumentation] = [
        "date": BuiltinDocumentation(
            nl: "Maakt een datum van een tekst, van een datum met tijd, of van jaar, maand en dag.",
            en: "Makes a date of a text, of a date and time, or of year, month and day.",
            right: #"date(2012, 12, 25) = date("2012-12-25")"#,
            wrong: "date(2021, 2, 29)"),
        "time": BuiltinDocumentation(
            nl: "Maakt een tijd van een tekst, van een datum met tijd, of van uur, minuut en seconde.",
            en: "Makes a time of a text, of a date and time, or of hour, minute and second.",
            right: #"time(23, 59, 0) = time("23:59:00")"#,
            wrong: "time(25, 0, 0)"),
        "date and time": BuiltinDocumentation(
            nl: "Maakt een datum met tijd van een tekst, of van een datum en een tijd.",
            en: "Makes a date and time of a text, or of a date and a time.",
            right: #"date and time(@"2012-12-24", @"23:59:00") = date and time("2012-12-24T23:59:00")"#,
            wrong: #"date and time("2012-12-24T25:00:00")"#),
        "duration": BuiltinDocumentation(
            nl: "Leest een duur uit een tekst.",
            en: "Reads a duration from a text.",
            right: #"duration("P2Y2M").months = 2"#,
            wrong: #"duration("2 jaar")"#),
        "years and months duration": BuiltinDocumentation(
            nl: "Geeft de hele maanden tussen twee datums.",
            en: "Gives the whole months between two dates.",
            right: #"years and months duration(@"2011-12-22", @"2013-08-24") = @"P1Y8M""#,
            wrong: #"years and months duration(@"2011-12-22", 2013)"#),
        "now": BuiltinDocumentation(
            nl: "Geeft de datum en tijd van de zitting.",
            en: "Gives the date and time of the session.",
            right: #"now() >= date and time("2020-01-01T00:00:00")"#,
            wrong: "now(1)"),
        "today": BuiltinDocumentation(
            nl: "Geeft de datum van de zitting.",
            en: "Gives the date of the session.",
            right: #"today() >= @"2020-01-01""#,
            wrong: "today(1)"),
        "day of year": BuiltinDocumentation(
            nl: "Geeft het nummer van de dag in het jaar.",
            en: "Gives the number of the day in the year.",
            right: #"day of year(@"2019-09-17") = 260"#,
            wrong: #"day of year("2019-09-17")"#),
        "week of year": BuiltinDocumentation(
            nl: "Geeft het nummer van de week, naar ISO 8601.",
            en: "Gives the number of the week, by ISO 8601.",
            right: #"week of year(@"2005-01-01") = 53"#,
            wrong: #"week of year("2005-01-01")"#),
        "day of week": BuiltinDocumentation(
            nl: "Geeft de Engelse naam van de dag.",
            en: "Gives the English name of the day.",
            right: #"day of week(@"2019-09-17") = "Tuesday""#,
            wrong: #"day of week("2019-09-17")"#),
        "month of year": BuiltinDocumentation(
            nl: "Geeft de Engelse naam van de maand.",
            en: "Gives the English name of the month.",
            right: #"month of year(@"2019-09-17") = "September""#,
            wrong: #"month of year("2019-09-17")"#),
    ]
}
