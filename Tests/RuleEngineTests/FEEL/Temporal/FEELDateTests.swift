import RuleEngine
import TestSupport
import Testing

struct FEELDateTests {
    @Test(arguments: [
        "2020-03-31", "-0044-03-15", "0000-01-01", "0001-12-31", "2024-02-29", "2000-02-29", "-0004-02-29",
        "12020-01-01",
        "999999999-12-31", "-999999999-01-01",
    ])
    func `a date is read and written alike`(text: String) throws {
        #expect(try #require(FEELDate(text)).description == text)
    }

    @Test(arguments: [
        "", "2020", "2020-03", "20-03-31", "998-12-31", "01211-12-31", "+2012-12-02", "2012/12/25", "2012-12-25T",
        "2012-1-25",
        "2012-12-5", "2012-12-25Z", " 2012-12-25", "2017-13-10", "2017-00-10", "2017-12-32", "2017-12-00", "2017-04-31",
        "2023-02-29", "1900-02-29", "-0001-02-29", "1000000000-01-01", "99999999999999999999999-01-01", "--2020-01-01",
    ])
    func `what is no date or no day gives nothing`(text: String) {
        #expect(FEELDate(text) == nil)
    }

    @Test(arguments: [
        ("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017), ("0000-03-01", -719_468), ("2026-01-01", 20_454),
        ("-0001-12-31", -719_529), ("999999999-12-31", 365_241_780_471), ("-999999999-01-01", -365_243_219_162),
    ])
    func `days are counted from 1970`(text: String, days: Int) throws {
        let date = try #require(FEELDate(text))
        #expect(date.daysSinceEpoch == days)
        #expect(FEELDate(daysSinceEpoch: days) == date)
    }

    @Test func `there is no day before the first or after the last`() {
        #expect(FEELDate(daysSinceEpoch: 365_241_780_472) == nil)
        #expect(FEELDate(daysSinceEpoch: -365_243_219_163) == nil)
        #expect(FEELDate(daysSinceEpoch: .max) == nil)
        #expect(FEELDate(daysSinceEpoch: .min) == nil)
    }

    @Test func `four centuries of days follow each other without a gap`() throws {
        var previous = try #require(FEELDate("1799-12-31"))
        for days in previous.daysSinceEpoch + 1...previous.daysSinceEpoch + 146_097 {
            let date = try #require(FEELDate(daysSinceEpoch: days))
            #expect(date.daysSinceEpoch == days)
            #expect(date > previous)
            #expect(date.weekday == previous.weekday % 7 + 1)
            #expect(date.day == 1 ? previous == previous.lastDayOfMonth : date.day == previous.day + 1)
            #expect(date.dayOfYear == (date.month == 1 && date.day == 1 ? 1 : previous.dayOfYear + 1))
            let startsWeek = date.isoWeek != previous.isoWeek
            #expect(startsWeek == (date.weekday == 1))
            previous = date
        }
    }

    @Test(arguments: [
        ("2018-12-10", 1), ("1970-01-01", 4), ("2000-02-29", 2), ("2026-01-04", 7), ("-0044-03-15", 4),
        ("0000-01-01", 6),
    ])
    func `monday is the first day of the week`(text: String, weekday: Int) throws {
        #expect(try #require(FEELDate(text)).weekday == weekday)
    }

    @Test(arguments: [
        ("2019-12-31", 365), ("2020-12-31", 366), ("2019-09-17", 260), ("2020-03-01", 61), ("1900-12-31", 365),
        ("2000-12-31", 366),
    ])
    func `the day of the year counts the leap day`(text: String, day: Int) throws {
        #expect(try #require(FEELDate(text)).dayOfYear == day)
    }

    // From the table in ISO 8601:2004, 3.2.2, and its neighbours.
    @Test(arguments: [
        ("2005-01-01", 2004, 53), ("2005-01-02", 2004, 53), ("2005-12-31", 2005, 52), ("2007-01-01", 2007, 1),
        ("2008-12-29", 2009, 1), ("2009-12-31", 2009, 53), ("2010-01-03", 2009, 53), ("2010-01-04", 2010, 1),
        ("2019-09-17", 2019, 38),
    ])
    func `the ISO week belongs to the year of its thursday`(text: String, year: Int, week: Int) throws {
        #expect(try #require(FEELDate(text)).isoWeek == (year, week))
    }

    @Test(arguments: [
        ("2021-01-31", "P1M", "2021-02-28"), ("2020-01-31", "P1M", "2020-02-29"), ("2020-02-29", "P1Y", "2021-02-28"),
        ("2020-02-29", "P4Y", "2024-02-29"), ("2021-03-31", "-P1M", "2021-02-28"), ("2021-01-01", "-P1M", "2020-12-01"),
        ("-0001-12-31", "P2M", "0000-02-29"), ("0000-01-15", "-P1M", "-0001-12-15"),
        ("2021-12-15", "P25M", "2024-01-15"),
    ])
    func `months keep the day or end with the month`(start: String, duration: String, end: String) throws {
        let date = try #require(FEELDate(start))
        let months = try #require(FEELMonthsDuration(duration))
        #expect(date.adding(months) == FEELDate(end))
        #expect(date.subtracting(try #require(months.negated)) == FEELDate(end))
    }

    @Test(arguments: [
        ("2021-01-01", "P1D", "2021-01-02"), ("2021-01-01", "PT36H", "2021-01-02"),
        ("2021-01-01", "PT48H", "2021-01-03"),
        ("2021-01-02", "-PT1S", "2021-01-01"), ("2021-01-02", "PT1S", "2021-01-02"),
        ("2021-01-02", "-PT25H", "2020-12-31"),
        ("2021-01-02", "-PT24H", "2021-01-01"), ("2020-03-01", "-PT24H", "2020-02-29"),
        ("2021-01-02", "-PT0.1S", "2021-01-01"),
    ])
    func `hours move a date from its midnight`(start: String, duration: String, end: String) throws {
        let date = try #require(FEELDate(start))
        let time = try #require(FEELDaysDuration(duration))
        #expect(date.adding(time) == FEELDate(end))
        #expect(date.subtracting(try #require(time.negated)) == FEELDate(end))
    }

    @Test func `arithmetic beyond the last day gives nothing`() throws {
        let last = try #require(FEELDate("999999999-12-31"))
        #expect(last.adding(FEELDaysDuration(seconds: 86_399)) == last)
        #expect(last.adding(FEELDaysDuration(seconds: 86_400)) == nil)
        #expect(last.adding(FEELMonthsDuration(totalMonths: 1)) == nil)
        for extreme in [Int.max, .min] {
            #expect(last.adding(FEELDaysDuration(seconds: extreme)) == nil)
            #expect(last.adding(FEELMonthsDuration(totalMonths: extreme)) == nil)
            #expect(last.subtracting(FEELMonthsDuration(totalMonths: extreme)) == nil)
        }
    }

    @Test func `the difference of dates is a number of days`() throws {
        let date = try #require(FEELDate("2021-01-02"))
        #expect(date.duration(since: try #require(FEELDate("1995-01-01"))).description == "P9498D")
        #expect(date.duration(since: try #require(FEELDate("2021-01-03"))).description == "-P1D")
        #expect(date.duration(since: date) == .zero)
    }

    @Test(arguments: [
        ("2011-12-22", "2013-08-24", "P1Y8M"), ("2013-08-24", "2011-12-22", "-P1Y8M"),
        ("2021-01-31", "2021-02-28", "P0M"),
        ("2021-02-28", "2021-01-31", "P0M"), ("2021-01-31", "2021-03-01", "P1M"), ("2021-01-15", "2021-02-15", "P1M"),
        ("2021-01-15", "2021-02-14", "P0M"), ("2020-02-29", "2021-02-28", "P11M"), ("2020-02-29", "2021-03-01", "P1Y"),
        ("2020-05-01", "2020-05-31", "P0M"), ("-0001-06-01", "0001-06-01", "P2Y"),
    ])
    func `years and months count whole months`(start: String, end: String, expected: String) throws {
        let months = FEELMonthsDuration.yearsAndMonths(
            from: try #require(FEELDate(start)), to: try #require(FEELDate(end)))
        #expect(months.description == expected)
    }

    @Test func `going as many months as lie between two dates never overshoots`() throws {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<5_000 {
            let start = try #require(FEELDate(daysSinceEpoch: .random(in: -40_000...40_000, using: &generator)))
            let end = try #require(
                FEELDate(daysSinceEpoch: start.daysSinceEpoch + .random(in: 0...5_000, using: &generator)))
            let months = FEELMonthsDuration.yearsAndMonths(from: start, to: end)
            #expect(try #require(start.adding(months)) <= end)
            // One month more overshoots, or is cut to the end of a shorter month.
            let next = try #require(months.adding(FEELMonthsDuration(totalMonths: 1)))
            let beyond = try #require(start.adding(next))
            #expect(beyond > end || beyond.day < start.day)
        }
    }
}
