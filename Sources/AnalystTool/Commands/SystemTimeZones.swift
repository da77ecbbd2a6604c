import Analyst
import Foundation
import RuleEngine

/// The time zone database of the system. Only the edge of the product reads it.
struct SystemTimeZones: TimeZoneRules {
    func isKnown(zone: String) -> Bool { TimeZone(identifier: zone) != nil }

    /// Compares the offsets of the day before and the day after: the clocks change at most once in between.
    func offset(ofZone zone: String, atLocal moment: FEELDateTime) -> Int? {
        guard let zone = TimeZone(identifier: zone), let local = Self.secondsAsUTC(moment) else { return nil }
        let before = zone.secondsFromGMT(for: Date(timeIntervalSince1970: local - 86_400))
        let after = zone.secondsFromGMT(for: Date(timeIntervalSince1970: local + 86_400))
        for offset in [before, after] {
            let instant = Date(timeIntervalSince1970: local - Double(offset))
            if zone.secondsFromGMT(for: instant) == offset { return offset }
        }
        return before
    }

    private static func secondsAsUTC(_ moment: FEELDateTime) -> Double? {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = DateComponents(
            year: moment.year, month: moment.month, day: moment.day,
            hour: moment.hour, minute: moment.minute, second: moment.second)
        return calendar.date(from: parts)?.timeIntervalSince1970
    }
}
