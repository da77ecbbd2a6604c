import Foundation
import RuleEngine

/// The clock of this machine: its moment, and its day on the calendar of its own time zone. Only here the clock is read.
enum LocalDay {
    /// Today.
    static var today: FEELDate? { day(at: Date(), in: .current) }

    /// This moment, with the distance to UTC at this place.
    static var now: FEELDateTime? { moment(Date(), in: .current) }

    /// The day that a calendar on the wall shows.
    static func day(at moment: Date, in zone: TimeZone) -> FEELDate? {
        let seconds = moment.timeIntervalSince1970 + Double(zone.secondsFromGMT(for: moment))
        return FEELDate(daysSinceEpoch: Int((seconds / 86_400).rounded(.down)))
    }

    static func moment(_ moment: Date, in zone: TimeZone) -> FEELDateTime? {
        FEELDateTime(moment.formatted(Date.ISO8601FormatStyle(timeZoneSeparator: .colon, timeZone: zone)))
    }

    /// A day as a user writes it in an option: of a year from 1 to 9999, so that years have four digits.
    static func day(written text: String) -> FEELDate? {
        FEELDate(text).flatMap { (1...9999).contains($0.year) ? $0 : nil }
    }
}
