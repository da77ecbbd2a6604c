import Foundation
import RuleEngine
import Testing

@testable import AnalystTool

/// The day of an analysis is the one that the calendar on the wall shows.
@Suite struct LocalDayTests {
    /// Half an hour before the year 2027 begins in London.
    private static let moment = Date(timeIntervalSince1970: 1_798_759_800)

    @Test(arguments: [
        ("Europe/Amsterdam", "2027-01-01", "2027-01-01T00:30:00+01:00"),
        ("Europe/London", "2026-12-31", "2026-12-31T23:30:00Z"),
        ("Pacific/Kiritimati", "2027-01-01", "2027-01-01T13:30:00+14:00"),
        ("America/New_York", "2026-12-31", "2026-12-31T18:30:00-05:00"),
    ])
    func `the day and the moment are those of the time zone`(name: String, day: String, moment: String) throws {
        let zone = try #require(TimeZone(identifier: name))
        #expect(LocalDay.day(at: Self.moment, in: zone)?.description == day)
        #expect(LocalDay.moment(Self.moment, in: zone)?.description == moment)
    }

    @Test func `a moment before 1970 is on the day that had begun`() throws {
        let zone = try #require(TimeZone(secondsFromGMT: 0))
        #expect(LocalDay.day(at: Date(timeIntervalSince1970: -1), in: zone)?.description == "1969-12-31")
    }

    /// These places are 26 hours apart, so that it is never the same day in both.
    @Test func `the program uses the time zone of its environment`() throws {
        let days = try ["Pacific/Kiritimati", "Etc/GMT+12"].map { zone in
            try CommandLineTests.run(URL(filePath: "/usr/bin/env"), ["TZ=\(zone)", Self.program(), "feel", "today()"])
                .output
        }
        #expect(days[0] != days[1])
        let sheets = try ["Pacific/Kiritimati", "Etc/GMT+12"].map { zone in
            try CommandLineTests.run(
                URL(filePath: "/usr/bin/env"),
                ["TZ=\(zone)", Self.program(), "compare", CommandLineTests.sheet, CommandLineTests.sheet]
            ).output.split(separator: "\n").first
        }
        #expect(sheets[0] != nil)
        #expect(sheets[0] != sheets[1])
    }

    @Test(arguments: ["999999999-01-01", "0000-01-01", "2021-02-30", "1-1-2021"])
    func `a day that no analysis can have is refused`(day: String) throws {
        let outcome = try CommandLineTests.analyst(["analyse", CommandLineTests.sheet, "--date", day])
        #expect(outcome.code == 2 || outcome.code == 64)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("--date"))
    }

    private static func program() throws -> String { try CommandLineTests.program().path }
}
