import RuleEngine
import Testing

struct FEELDateTimeTests {
    /// Two zones that suffice: winter and summer time of Amsterdam in 2021, and Dhaka without.
    private struct TwoZones: TimeZoneRules {
        func isKnown(zone: String) -> Bool { ["Europe/Amsterdam", "Asia/Dhaka"].contains(zone) }

        func offset(ofZone zone: String, atLocal moment: FEELDateTime) -> Int? {
            switch zone {
            case "Asia/Dhaka": 21_600
            case "Europe/Amsterdam": isSummer(moment) ? 7_200 : 3_600
            default: nil
            }
        }

        private func isSummer(_ moment: FEELDateTime) -> Bool {
            guard let start = FEELDateTime("2021-03-28T02:00:00"), let end = FEELDateTime("2021-10-31T03:00:00"),
                let local = FEELDateTime("\(moment.date)T\(moment.time.with(zone: .none))")
            else { return false }
            return local.ordering(to: start) != .less && local.ordering(to: end) == .less
        }
    }

    @Test(arguments: [
        ("2020-03-31T10:00:00Z", "2020-03-31T10:00:00Z"), ("2018-12-08T10:30:11", "2018-12-08T10:30:11"),
        ("-2021-01-01T10:10:10+11:00", "-2021-01-01T10:10:10+11:00"),
        ("2018-12-08T00:00:00.0001", "2018-12-08T00:00:00.0001"),
        ("2018-12-08T10:30:11@Australia/Melbourne", "2018-12-08T10:30:11@Australia/Melbourne"),
        ("2021-12-31T24:00:00", "2022-01-01T00:00:00"), ("2020-02-28T24:00:00Z", "2020-02-29T00:00:00Z"),
    ])
    func `a date and time is read and written in normal form`(text: String, written: String) throws {
        #expect(try #require(FEELDateTime(text)).description == written)
    }

    @Test(arguments: [
        "", "2018-12-08", "2018-12-08T", "2018-12-08 10:30:11", "2018-12-08t10:30:11", "T10:30:11", "2018-12-08T10:30",
        "2018-02-30T10:30:00",
        "2018-12-08T25:00:00", "2018-12-08T24:00:01", "999999999-12-31T24:00:00", "2012T-12-2511:00:00Z",
        "2018-12-08T10:30:11+19:00",
    ])
    func `what is no date and time gives nothing`(text: String) {
        #expect(FEELDateTime(text) == nil)
    }

    @Test func `a date and time has parts`() throws {
        let moment = try #require(FEELDateTime("2018-12-10T10:30:01+05:00"))
        #expect((moment.year, moment.month, moment.day, moment.weekday) == (2018, 12, 10, 1))
        #expect((moment.hour, moment.minute, moment.second) == (10, 30, 1))
        #expect(moment.timeOffset()?.description == "PT5H")
        let named = try #require(FEELDateTime("2021-07-01T10:00:00@Europe/Amsterdam"))
        #expect(named.timezone == "Europe/Amsterdam")
        #expect(named.timeOffset() == nil)
        #expect(named.timeOffset(timeZones: TwoZones())?.description == "PT2H")
        #expect(FEELDateTime(named.date).description == "2021-07-01T00:00:00")
        #expect(named.date.midnightUTC.description == "2021-07-01T00:00:00Z")
    }

    @Test(arguments: [
        ("2021-01-01T10:10:10", "P1Y", "2022-01-01T10:10:10"),
        ("2021-01-31T10:10:10+11:00", "P1M", "2021-02-28T10:10:10+11:00"),
        ("-2021-01-01T10:10:10@Australia/Melbourne", "-P1M", "-2022-12-01T10:10:10@Australia/Melbourne"),
    ])
    func `months move the date and not the clock`(start: String, duration: String, end: String) throws {
        let moment = try #require(FEELDateTime(start))
        let months = try #require(FEELMonthsDuration(duration))
        #expect(moment.adding(months) == FEELDateTime(end))
        #expect(moment.subtracting(try #require(months.negated)) == FEELDateTime(end))
    }

    @Test(arguments: [
        ("2021-01-12T10:10:10+11:00", "P1DT1H", "2021-01-13T11:10:10+11:00"),
        ("2021-01-01T10:10:10", "-P1D", "2020-12-31T10:10:10"),
        ("2021-01-01T24:00:00", "PT1S", "2021-01-02T00:00:01"), ("2021-01-01T24:00:00", "-PT1S", "2021-01-01T23:59:59"),
        ("-2021-01-01T10:10:10@Australia/Melbourne", "-P1D", "-2022-12-31T10:10:10@Australia/Melbourne"),
        ("2020-02-28T23:59:59.75", "PT0.25S", "2020-02-29T00:00:00"),
        ("1970-01-01T00:00:00", "-PT0.001S", "1969-12-31T23:59:59.999"),
    ])
    func `a length of time moves date and clock`(start: String, duration: String, end: String) throws {
        let moment = try #require(FEELDateTime(start))
        let length = try #require(FEELDaysDuration(duration))
        #expect(moment.adding(length) == FEELDateTime(end))
        #expect(moment.subtracting(try #require(length.negated)) == FEELDateTime(end))
    }

    @Test func `a day of 24 hours across the start of summer time ends an hour later`() throws {
        let moment = try #require(FEELDateTime("2021-03-27T10:00:00@Europe/Amsterdam"))
        let day = FEELDaysDuration(seconds: 86_400)
        #expect(moment.adding(day, timeZones: TwoZones())?.description == "2021-03-28T11:00:00@Europe/Amsterdam")
        #expect(moment.adding(day)?.description == "2021-03-28T10:00:00@Europe/Amsterdam")
        let later = try #require(moment.adding(day, timeZones: TwoZones()))
        #expect(later.duration(since: moment, timeZones: TwoZones()) == day)
        #expect(later.subtracting(day, timeZones: TwoZones()) == moment)
    }

    @Test func `arithmetic beyond the last moment gives nothing`() throws {
        let last = try #require(FEELDateTime("999999999-12-31T23:59:59.999999999Z"))
        #expect(last.adding(FEELDaysDuration(seconds: 1)) == nil)
        for extreme in [Int.max, .min] {
            #expect(last.adding(FEELDaysDuration(seconds: extreme)) == nil)
            #expect(last.subtracting(FEELDaysDuration(seconds: extreme)) == nil)
        }
    }

    @Test(arguments: [
        ("2021-01-02T10:10:10", "2021-01-01T10:10:10", "P1D"),
        ("2021-01-02T10:10:10+01:00", "2021-01-01T10:10:10Z", "PT23H"),
        ("2021-01-02T10:10:10@Europe/Amsterdam", "2021-01-01T10:10:10@Asia/Dhaka", "P1DT5H"),
        ("2021-07-02T10:10:10@Europe/Amsterdam", "2021-07-02T08:10:10Z", "PT0S"),
        ("2021-01-02T10:10:10@Europe/Amsterdam", "1995-01-01T10:10:10@Europe/Amsterdam", "P9498D"),
        ("2021-01-01T00:00:00.25", "2021-01-01T00:00:00.5", "-PT0.25S"),
    ])
    func `the difference of moments`(end: String, start: String, expected: String) throws {
        let duration = try #require(FEELDateTime(end))
            .duration(since: try #require(FEELDateTime(start)), timeZones: TwoZones())
        #expect(duration?.description == expected)
    }

    @Test(arguments: [
        ("2021-01-01T10:00:00", "2021-01-01T10:00:01", FEELOrdering.less),
        ("2002-04-02T12:00:00-01:00", "2002-04-02T17:00:00+04:00", .equal),
        ("2021-01-01T00:00:00Z", "2020-12-31T23:30:00-01:00", .less),
        ("2021-07-01T12:00:00@Europe/Amsterdam", "2021-07-01T10:00:00Z", .equal),
        ("2021-01-01T12:00:00@Europe/Amsterdam", "2021-01-01T10:00:00Z", .greater),
        ("2021-01-01T10:00:00.2", "2021-01-01T10:00:00.1", .equal),
        ("-2021-01-01T10:00:00", "2021-01-01T10:00:00", .less),
    ])
    func `comparable moments are ordered on the line of UTC`(
        left: String, right: String, expected: FEELOrdering
    ) throws {
        let moment = try #require(FEELDateTime(left))
        #expect(moment.ordering(to: try #require(FEELDateTime(right)), timeZones: TwoZones()) == expected)
    }

    @Test(arguments: [
        ("2021-01-01T10:00:00@Mars/Olympus", "2021-01-01T10:00:00Z")
    ])
    func `a moment in an unknown zone has no place on the line of UTC`(left: String, right: String) throws {
        let moment = try #require(FEELDateTime(left))
        let other = try #require(FEELDateTime(right))
        #expect(!moment.isComparable(to: other, timeZones: TwoZones()))
        #expect(moment.isEqual(to: other, timeZones: TwoZones()) == nil)
        #expect(moment.duration(since: other, timeZones: TwoZones()) == nil)
    }

    @Test(arguments: [("2021-01-01T10:00:00", "2021-01-01T10:00:00Z"), ("2021-07-01T10:00:00", "2021-07-01T08:00:00Z")])
    func `a local moment takes the zone of the other to compare, and not to subtract`(left: String, right: String)
        throws
    {
        let (local, other) = (try #require(FEELDateTime(left)), try #require(FEELDateTime(right)))
        let named = try #require(FEELDateTime("2021-07-01T10:00:00@Europe/Amsterdam"))
        #expect(local.isEqual(to: other) == (local.time == other.time.with(zone: .none)))
        #expect(local.duration(since: other) == nil)
        #expect(
            local.ordering(to: named, timeZones: TwoZones()) == FEELOrdering.less || local.isEqual(to: named) == true)
    }

    @Test func `without rules a named zone compares with itself only`() throws {
        let moment = try #require(FEELDateTime("2021-01-01T10:00:00@Europe/Amsterdam"))
        let same = try #require(FEELDateTime("2021-01-01T11:00:00@Europe/Amsterdam"))
        let other = try #require(FEELDateTime("2021-01-01T10:00:00@Asia/Dhaka"))
        #expect(moment.ordering(to: same) == .less)
        #expect(moment.ordering(to: other) == nil)
    }

    @Test func `equality of FEEL leaves the fraction aside and identity does not`() throws {
        let moment = try #require(FEELDateTime("2018-12-08T00:00:00.0001"))
        let other = try #require(FEELDateTime("2018-12-08T00:00:00.0000"))
        #expect(moment.isEqual(to: other) == true)
        #expect(moment != other)
        #expect(moment.ordering(to: other) == .equal)
    }
}
