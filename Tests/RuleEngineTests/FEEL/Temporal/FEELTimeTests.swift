import RuleEngine
import Testing

struct FEELTimeTests {
    @Test(arguments: [
        ("01:02:03", "01:02:03"), ("00:00:00", "00:00:00"), ("24:00:00", "00:00:00"), ("24:00:00.000Z", "00:00:00Z"),
        ("11:22:33.444", "11:22:33.444"), ("11:22:33.123456789", "11:22:33.123456789"), ("10:30:00.0000", "10:30:00"),
        ("10:30:00.50", "10:30:00.5"), ("10:30:00.1234567899", "10:30:00.123456789"), ("10:30:00.05Z", "10:30:00.05Z"),
        ("23:59:00Z", "23:59:00Z"), ("13:20:00+02:00", "13:20:00+02:00"), ("13:20:00-05:00", "13:20:00-05:00"),
        ("11:22:33-00:00", "11:22:33Z"), ("11:22:33+00:00", "11:22:33Z"), ("11:59:45+02:45:55", "11:59:45+02:45:55"),
        ("11:59:45-02:45:55", "11:59:45-02:45:55"), ("11:59:45+14:00", "11:59:45+14:00"),
        ("00:01:00@Etc/UTC", "00:01:00@Etc/UTC"),
        ("00:01:00@America/Port-au-Prince", "00:01:00@America/Port-au-Prince"),
        ("00:01:00@Etc/GMT+10", "00:01:00@Etc/GMT+10"),
    ])
    func `a time is read and written in normal form`(text: String, written: String) throws {
        #expect(try #require(FEELTime(text)).description == written)
        #expect(FEELTime(written) == FEELTime(text))
    }

    @Test(arguments: [
        "", "23:59:60", "24:00:01", "24:01:00", "24:00:00.1", "25:00:00", "00:60:00", "00:00:61", "7:00:00", "07:1:00",
        "07:01:2", "7:20",
        "07:2", "07:20", "11:30:00T", "T11:30:00", "10:30:00.", "10:30:00,5", "13:20:00+19:00", "13:20:00-19:00",
        "13:20:00+14:00:01",
        "13:20:00+5:00", "13:20:00+5", "13:20:00+05", "13:20:00+05:60", "13:20:00+02:00@Europe/Paris", "13:20:00@",
        "13:20:00@1/x",
        "13:20:00@Europe/", "13:20:00@Europe Paris", "13:20:00z", "13:20:00ZZ", "13:20:00Z ",
    ])
    func `what is no time gives nothing`(text: String) {
        #expect(FEELTime(text) == nil)
    }

    @Test func `a time has parts`() throws {
        let time = try #require(FEELTime("10:20:30.25-05:30"))
        #expect((time.hour, time.minute, time.second, time.nanosecond) == (10, 20, 30, 250_000_000))
        #expect(time.fractionalSecond.description == "30.25")
        #expect(time.timeOffset?.description == "-PT5H30M")
        #expect(time.timezone == nil)
        let named = try #require(FEELTime("10:20:30@Europe/Amsterdam"))
        #expect(named.timezone == "Europe/Amsterdam")
        #expect(named.timeOffset == nil)
        #expect(named.fractionalSecond.description == "30")
        #expect(FEELTime.midnight.timeOffset == nil)
    }

    @Test func `parts outside their range make no time`() {
        #expect(FEELTime(hour: 23, minute: 59, second: 59, nanosecond: 999_999_999) != nil)
        #expect(FEELTime(hour: 24, minute: 0, second: 0) == nil)
        #expect(FEELTime(hour: -1, minute: 0, second: 0) == nil)
        #expect(FEELTime(hour: 0, minute: 60, second: 0) == nil)
        #expect(FEELTime(hour: 0, minute: 0, second: 60) == nil)
        #expect(FEELTime(hour: 0, minute: 0, second: 0, nanosecond: 1_000_000_000) == nil)
        #expect(FEELZone(offsetSeconds: 50_400) == .offset(50_400))
        #expect(FEELZone(offsetSeconds: -50_401) == nil)
        #expect(FEELZone(offsetSeconds: .min) == nil)
    }

    @Test(arguments: [
        ("10:15:00", "PT1H", "11:15:00"), ("10:15:00", "P1D", "10:15:00"),
        ("10:15:00+11:00", "P1DT1S", "10:15:01+11:00"),
        ("23:30:00", "PT1H", "00:30:00"), ("00:30:00", "-PT1H", "23:30:00"),
        ("10:15:00@Australia/Melbourne", "-PT1H", "09:15:00@Australia/Melbourne"),
        ("23:59:59.9", "PT0.1S", "00:00:00"), ("00:00:00", "-PT0.1S", "23:59:59.9"),
    ])
    func `adding a duration turns the clock`(start: String, duration: String, end: String) throws {
        let time = try #require(FEELTime(start))
        let length = try #require(FEELDaysDuration(duration))
        #expect(time.adding(length) == FEELTime(end))
        #expect(time.subtracting(try #require(length.negated)) == FEELTime(end))
        #expect(time.adding(length).subtracting(length) == time)
    }

    @Test func `the longest durations turn the clock too`() throws {
        let time = try #require(FEELTime("10:15:00.5"))
        for extreme in [Int.max, .min] {
            let duration = FEELDaysDuration(seconds: extreme)
            #expect(time.adding(duration).subtracting(duration) == time)
        }
    }

    @Test(arguments: [
        ("10:10:10", "09:10:10", "PT1H"), ("10:10:10", "11:10:10", "-PT1H"),
        ("10:10:10+11:00", "11:10:10+11:00", "-PT1H"),
        ("10:10:10+01:00", "09:10:10Z", "PT0S"),
        ("10:10:10@Australia/Melbourne", "09:10:10@Australia/Melbourne", "PT1H"),
        ("10:10:10.25", "10:10:10.5", "-PT0.25S"), ("00:00:00+10:00", "00:00:00-10:00", "-PT20H"),
    ])
    func `the difference of times`(end: String, start: String, expected: String) throws {
        let duration = try #require(FEELTime(end)).duration(since: try #require(FEELTime(start)))
        #expect(duration?.description == expected)
    }

    @Test(arguments: [
        ("10:00:00", "10:00:01", FEELOrdering.less), ("10:00:00Z", "11:00:00+01:00", .equal),
        ("10:00:00.2", "10:00:00.1", .equal), ("10:00:00", "10:00:00Z", .equal),
        ("10:00:00+01:00", "10:00:01", .less), ("10:00:00", "09:00:00@Europe/Paris", .greater),
        ("12:00:00+02:00", "11:00:00Z", .less), ("10:00:00@Europe/Paris", "10:00:00@Europe/Paris", .equal),
    ])
    func `comparable times are ordered`(left: String, right: String, expected: FEELOrdering) throws {
        #expect(try #require(FEELTime(left)).ordering(to: try #require(FEELTime(right))) == expected)
    }

    @Test(arguments: [
        ("10:00:00@Europe/Paris", "10:00:00+01:00"), ("10:00:00@Europe/Paris", "10:00:00@Asia/Dhaka"),
    ])
    func `times of which only one has a place on the line of UTC do not compare`(left: String, right: String) throws {
        let time = try #require(FEELTime(left))
        let other = try #require(FEELTime(right))
        #expect(!time.isComparable(to: other))
        #expect(time.ordering(to: other) == nil)
        #expect(time.isEqual(to: other) == nil)
        #expect(time.duration(since: other) == nil)
    }

    @Test func `equality of FEEL leaves the fraction aside and identity does not`() throws {
        let time = try #require(FEELTime("10:30:00.0001"))
        let other = try #require(FEELTime("10:30:00.0002"))
        #expect(time.isEqual(to: other) == true)
        #expect(time != other)
        #expect(time.isEqual(to: try #require(FEELTime("10:30:01"))) == false)
        let moved = try #require(FEELTime("11:30:00Z"))
        let same = try #require(FEELTime("10:30:00-01:00"))
        #expect(moved.isEqual(to: same) == true)
        #expect(moved != same)
    }
}
