/// What a time says about its place: nothing, a distance from UTC, or the name of a zone.
package enum FEELZone: Hashable, Sendable {
    /// A local time, anywhere.
    case none
    /// Seconds east of UTC, from -50,400 to 50,400 (14 hours, as XML Schema has it).
    case offset(Int32)
    /// An identifier of the time zone database, as it was written. Whether it exists is for `TimeZoneRules` to say.
    case named(String)

    package static let utc = FEELZone.offset(0)

    /// The largest distance from UTC that can be written, in seconds.
    static let greatestOffset = 14 * 3600

    /// A distance from UTC, or `nil` beyond 14 hours.
    package init?(offsetSeconds: Int) {
        guard offsetSeconds.magnitude <= Self.greatestOffset.magnitude else { return nil }
        self = .offset(Int32(offsetSeconds))
    }

    /// Reads what may stand after a time: nothing, `Z`, `+01:00`, `-02:45:55`, `@Europe/Amsterdam`.
    init?(from reader: inout TemporalReader) {
        if reader.isAtEnd {
            self = .none
        } else if reader.take("Z") {
            self = .utc
        } else if reader.take("@") {
            let name = reader.takeRest()
            guard Self.isIdentifier(name) else { return nil }
            self = .named(name)
        } else {
            let isWest = reader.next == UInt8(ascii: "-")
            guard reader.take("+") || reader.take("-"),
                let hours = reader.takeTwoDigits(), reader.take(":"),
                let minutes = reader.takeTwoDigits(), minutes < 60
            else { return nil }
            var seconds = 0
            if reader.take(":") {
                guard let written = reader.takeTwoDigits(), written < 60 else { return nil }
                seconds = written
            }
            let distance = hours * 3600 + minutes * 60 + seconds
            self.init(offsetSeconds: isWest ? -distance : distance)
        }
    }

    /// Letters, digits, `_`, `-`, `+` and slashes, beginning with a letter.
    private static func isIdentifier(_ name: String) -> Bool {
        func isLetter(_ byte: UInt8) -> Bool {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        }
        guard let first = name.utf8.first, isLetter(first), name.utf8.last != UInt8(ascii: "/") else {
            return false
        }
        return name.utf8.allSatisfy { isLetter($0) || $0.decimalDigit != nil || "_-+/".utf8.contains($0) }
    }
}

extension FEELZone: CustomStringConvertible {
    /// The zone as it stands behind a time.
    package var description: String {
        switch self {
        case .none:
            return ""
        case .offset(0):
            return "Z"
        case .offset(let offset):
            let distance = Int(offset.magnitude)
            let seconds = distance % 60
            return (offset < 0 ? "-" : "+") + (distance / 3600).padded(to: 2) + ":"
                + (distance / 60 % 60).padded(to: 2) + (seconds == 0 ? "" : ":" + seconds.padded(to: 2))
        case .named(let name):
            return "@" + name
        }
    }
}
