/// A length of time in days, hours, minutes and seconds (DMN 1.5, 10.3.2.3.7), to the nanosecond.
///
/// A day is 24 hours, so that `P1D` and `PT24H` are one duration. The range is that of 64-bit seconds.
public struct FEELDaysDuration: Hashable, Sendable {
    /// Rounded towards negative infinity.
    let wholeSeconds: Int
    /// What is to be added to `wholeSeconds`, in nanoseconds; 0..<1,000,000,000.
    private let storedFraction: Int32

    var fraction: Int { Int(storedFraction) }

    package static let zero = FEELDaysDuration(wholeSeconds: 0, nanoseconds: 0)

    /// - Precondition: the sum fits in 64-bit seconds.
    init(wholeSeconds: Int, nanoseconds: Int) {
        let carry = nanoseconds.floored(dividedBy: 1_000_000_000)
        self.wholeSeconds = wholeSeconds + carry
        storedFraction = Int32(nanoseconds - carry * 1_000_000_000)
    }

    /// - Parameter seconds: negative for a duration back in time.
    public init(seconds: Int) {
        self.init(wholeSeconds: seconds, nanoseconds: 0)
    }

    /// - Returns: `nil` outside the range.
    package init?(totalNanoseconds: Int128) {
        let (quotient, remainder) = totalNanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
        guard let seconds = Int(exactly: remainder < 0 ? quotient - 1 : quotient) else { return nil }
        self.init(
            wholeSeconds: seconds, nanoseconds: Int(remainder < 0 ? remainder + 1_000_000_000 : remainder))
    }

    package var totalNanoseconds: Int128 { Int128(wholeSeconds) * 1_000_000_000 + Int128(fraction) }

    /// The length in seconds, with the fraction.
    public var totalSeconds: FEELNumber {
        FEELNumber(coefficient: totalNanoseconds, exponent: -9).reducedFraction
    }

    // The parts of the normal form. All have the sign of the duration: -1 day and -2 hours for `-P1DT2H`.

    package var days: Int { Int(totalNanoseconds / 86_400_000_000_000) }
    /// -23...23
    package var hours: Int { Int(totalNanoseconds / 3_600_000_000_000 % 24) }
    /// -59...59
    package var minutes: Int { Int(totalNanoseconds / 60_000_000_000 % 60) }
    /// -59...59, without the fraction.
    package var seconds: Int { Int(totalNanoseconds / 1_000_000_000 % 60) }
    /// The seconds with their fraction.
    package var fractionalSeconds: FEELNumber {
        FEELNumber(small: Int64(totalNanoseconds % 60_000_000_000), exponent: -9).reducedFraction
    }
    /// The fraction of the second.
    package var nanoseconds: Int { Int(totalNanoseconds % 1_000_000_000) }

    package var isNegative: Bool { wholeSeconds < 0 }
}

extension FEELDaysDuration: LosslessStringConvertible {
    /// Reads `P1DT2H3.5S`, `-PT36H`: any of the parts in that order, at least one, and one after `T`.
    ///
    /// - Returns: `nil` for any other text and for a duration outside the range. Digits below the nanosecond are cut off.
    public init?(_ text: String) {
        var reader = TemporalReader(text)
        let isNegative = reader.take("-")
        guard reader.take("P"), let total = Self.readParts(from: &reader), reader.isAtEnd else { return nil }
        self.init(totalNanoseconds: isNegative ? -total : total)
    }

    private static func readParts(from reader: inout TemporalReader) -> Int128? {
        var seconds: Int128 = 0
        if !reader.take("T") {
            guard let days = reader.takeNumber(), reader.take("D") else { return nil }
            seconds = Int128(days.value) * 86_400
            if reader.isAtEnd { return seconds * 1_000_000_000 }
            guard reader.take("T") else { return nil }
        }
        var units: [(letter: Unicode.Scalar, seconds: Int128)] = [("H", 3600), ("M", 60), ("S", 1)]
        repeat {
            guard let amount = reader.takeNumber() else { return nil }
            if reader.take(".") {
                guard let fraction = reader.takeFraction(), reader.take("S") else { return nil }
                return (seconds + Int128(amount.value)) * 1_000_000_000 + Int128(fraction)
            }
            while let unit = units.first, !reader.take(unit.letter) { units.removeFirst() }
            guard let unit = units.first else { return nil }
            units.removeFirst()
            seconds += Int128(amount.value) * unit.seconds
        } while !reader.isAtEnd
        return seconds * 1_000_000_000
    }

    /// The normal form: `P1DT2H3.5S`, `PT0S` for nothing.
    public var description: String {
        guard totalNanoseconds != 0 else { return "PT0S" }
        var time = ""
        if hours != 0 { time += "\(hours.magnitude)H" }
        if minutes != 0 { time += "\(minutes.magnitude)M" }
        if seconds != 0 || nanoseconds != 0 {
            time += "\(seconds.magnitude)\(Int(nanoseconds.magnitude).fractionText)S"
        }
        return (isNegative ? "-P" : "P") + (days == 0 ? "" : "\(days.magnitude)D") + (time.isEmpty ? "" : "T" + time)
    }
}

extension FEELDaysDuration: Comparable {
    /// The shorter one is less; one back in time is less than none.
    public static func < (left: FEELDaysDuration, right: FEELDaysDuration) -> Bool {
        (left.wholeSeconds, left.fraction) < (right.wholeSeconds, right.fraction)
    }
}
