import Analyst
import Foundation
import RuleEngine

/// The time zone database of the system. Only the edge of the product reads it.
struct SystemTimeZones: TimeZoneRules {
    func isKnown(zone: String) -> Bool { TimeZone(identifier: zone) != nil }

    func offset(ofZone zone: String, atLocal moment: FEELDateTime) -> Int? {
        guard let zone = TimeZone(identifier: zone) else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let parts = DateComponents(
            year: moment.year, month: moment.month, day: moment.day,
            hour: moment.hour, minute: moment.minute, second: moment.second)
        return calendar.date(from: parts).map { zone.secondsFromGMT(for: $0) }
    }
}
