/// A length of time in years and months (DMN 1.5, 10.3.2.3.8). A year is twelve months.
public struct FEELMonthsDuration: Hashable, Sendable {
    /// Negative for a duration back in time.
    public let totalMonths: Int

    package static let zero = FEELMonthsDuration(totalMonths: 0)

    /// - Parameter totalMonths: negative for a duration back in time.
    public init(totalMonths: Int) { self.totalMonths = totalMonths }

    /// The whole years; with the sign of the duration.
    package var years: Int { totalMonths / 12 }

    /// The months beyond the whole years, -11...11; with the sign of the duration.
    package var months: Int { totalMonths % 12 }

    package var isNegative: Bool { totalMonths < 0 }
}

extension FEELMonthsDuration: LosslessStringConvertible {
    /// Reads `P2Y3M`, `-P14M`.
    ///
    /// - Returns: `nil` for any other text and for a duration outside the range of 64-bit months.
    public init?(_ text: String) {
        var reader = TemporalReader(text)
        let isNegative = reader.take("-")
        guard reader.take("P"), let first = reader.takeNumber() else { return nil }
        var total = Int128(first.value)
        if reader.take("Y") {
            total *= 12
            if !reader.isAtEnd {
                guard let months = reader.takeNumber(), reader.take("M") else { return nil }
                total += Int128(months.value)
            }
        } else if !reader.take("M") {
            return nil
        }
        guard reader.isAtEnd, let months = Int(exactly: isNegative ? -total : total) else { return nil }
        self.init(totalMonths: months)
    }

    /// The normal form: `P2Y3M`, `P1Y`, `P0M` for nothing.
    public var description: String {
        guard totalMonths != 0 else { return "P0M" }
        return (isNegative ? "-P" : "P") + (years == 0 ? "" : "\(years.magnitude)Y")
            + (months == 0 ? "" : "\(months.magnitude)M")
    }
}

extension FEELMonthsDuration: Comparable {
    /// The shorter one is less; one back in time is less than none.
    public static func < (left: FEELMonthsDuration, right: FEELMonthsDuration) -> Bool {
        left.totalMonths < right.totalMonths
    }
}
