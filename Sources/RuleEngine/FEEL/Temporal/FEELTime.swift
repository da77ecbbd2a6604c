/// A time of the day (DMN 1.5, 10.3.2.3.4), to the nanosecond, local or with a zone.
///
/// `==` is identity, that of FEEL's `is()`: `10:00:00Z` differs from `11:00:00+01:00`. See `isEqual(to:)`.
public struct FEELTime: Hashable, Sendable {
    /// 0..<86,400
    let secondOfDay: Int32
    private let storedNanosecond: Int32
    package let zone: FEELZone

    /// 0...23
    public var hour: Int { Int(secondOfDay) / 3600 }
    /// 0...59
    public var minute: Int { Int(secondOfDay) / 60 % 60 }
    /// 0...59, without the fraction.
    public var second: Int { Int(secondOfDay) % 60 }
    /// The fraction of the second, 0..<1,000,000,000.
    public var nanosecond: Int { Int(storedNanosecond) }

    /// The second with its fraction.
    package var fractionalSecond: FEELNumber {
        FEELNumber(small: Int64(second) * 1_000_000_000 + Int64(nanosecond), exponent: -9).reducedFraction
    }

    /// The distance from UTC, `nil` for a local time and for a named zone, which has no single one.
    package var timeOffset: FEELDaysDuration? {
        guard case .offset(let seconds) = zone else { return nil }
        return FEELDaysDuration(wholeSeconds: Int(seconds), nanoseconds: 0)
    }

    /// The name of the zone, where one is given.
    package var timezone: String? {
        guard case .named(let name) = zone else { return nil }
        return name
    }

    package static let midnight = FEELTime(secondOfDay: 0, nanosecond: 0, zone: .none)

    static let secondsPerDay = 86_400

    /// - Returns: `nil` when a part is outside its range.
    package init?(hour: Int, minute: Int, second: Int, nanosecond: Int = 0, zone: FEELZone = .none) {
        guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second),
            (0..<1_000_000_000).contains(nanosecond)
        else { return nil }
        self.init(
            secondOfDay: hour * 3600 + minute * 60 + second, nanosecond: nanosecond, zone: zone)
    }

    /// - Precondition: the parts lie in their ranges.
    init(secondOfDay: Int, nanosecond: Int, zone: FEELZone) {
        self.secondOfDay = Int32(secondOfDay)
        storedNanosecond = Int32(nanosecond)
        self.zone = zone
    }

    /// What the same clock shows, with another zone or none; no conversion.
    package func with(zone: FEELZone) -> FEELTime {
        FEELTime(secondOfDay: Int(secondOfDay), nanosecond: nanosecond, zone: zone)
    }
}

extension FEELTime: LosslessStringConvertible {
    /// Reads `10:20:30`, `10:20:30.5+01:00`, `10:20:30Z`, `10:20:30@Europe/Amsterdam`.
    ///
    /// `24:00:00` is midnight (XML Schema 1.1 part 2, 3.3.8). Digits below the nanosecond are cut off.
    /// - Returns: `nil` for any other text. The existence of a named zone is not checked here.
    public init?(_ text: String) {
        var reader = TemporalReader(text)
        guard let (time, _) = Self.read(from: &reader) else { return nil }
        self = time
    }

    /// Reads a time up to the end of the text; `endsDay` tells `24:00:00` from `00:00:00`.
    static func read(from reader: inout TemporalReader) -> (time: FEELTime, endsDay: Bool)? {
        guard let hour = reader.takeTwoDigits(), reader.take(":"),
            let minute = reader.takeTwoDigits(), reader.take(":"),
            let second = reader.takeTwoDigits()
        else { return nil }
        var nanosecond = 0
        if reader.take(".") {
            guard let fraction = reader.takeFraction() else { return nil }
            nanosecond = fraction
        }
        guard let zone = FEELZone(from: &reader), reader.isAtEnd else { return nil }
        if hour == 24 {
            guard minute == 0, second == 0, nanosecond == 0 else { return nil }
            return (FEELTime.midnight.with(zone: zone), true)
        }
        return FEELTime(
            hour: hour, minute: minute, second: second, nanosecond: nanosecond, zone: zone
        ).map { ($0, false) }
    }

    /// As FEEL writes it: `10:20:30.5+01:00`.
    public var description: String {
        hour.padded(to: 2) + ":" + minute.padded(to: 2) + ":" + second.padded(to: 2)
            + nanosecond.fractionText + zone.description
    }
}
