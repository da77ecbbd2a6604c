/// A day in the proleptic Gregorian calendar (DMN 1.5, 10.3.2.3.5), without a time zone.
///
/// Years run from -999,999,999 to 999,999,999. As in ISO 8601 there is a year 0, the year before year 1.
public struct FEELDate: Hashable, Sendable {
    private let storedYear: Int32
    private let storedMonth: UInt8
    private let storedDay: UInt8

    /// -999,999,999...999,999,999
    public var year: Int { Int(storedYear) }
    /// 1...12
    public var month: Int { Int(storedMonth) }
    /// 1...31
    public var day: Int { Int(storedDay) }

    static let years = -999_999_999...999_999_999

    /// - Returns: `nil` when the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard Self.years.contains(year), (1...12).contains(month), day >= 1,
            day <= Self.dayCount(ofMonth: month, year: year)
        else { return nil }
        self.init(knownYear: year, month: month, day: day)
    }

    /// - Precondition: the calendar has that day.
    init(knownYear year: Int, month: Int, day: Int) {
        storedYear = Int32(year)
        storedMonth = UInt8(month)
        storedDay = UInt8(day)
    }
}

extension FEELDate: LosslessStringConvertible {
    /// Reads `2020-03-31` or `-0044-03-15`: a year of four digits, or more if it needs them.
    ///
    /// - Returns: `nil` for any other text and for days that do not exist.
    public init?(_ text: String) {
        var reader = TemporalReader(text)
        self.init(from: &reader)
        guard reader.isAtEnd else { return nil }
    }

    init?(from reader: inout TemporalReader) {
        let isNegative = reader.take("-")
        let startsWithZero = reader.next == UInt8(ascii: "0")
        guard let year = reader.takeNumber(), year.digits >= 4,
            year.digits == 4 || !startsWithZero,
            reader.take("-"), let month = reader.takeTwoDigits(),
            reader.take("-"), let day = reader.takeTwoDigits(), !isNegative || year.value > 0
        else { return nil }
        self.init(year: isNegative ? -year.value : year.value, month: month, day: day)
    }

    /// As FEEL writes it: `2020-03-31`.
    public var description: String {
        year.padded(to: 4) + "-" + month.padded(to: 2) + "-" + day.padded(to: 2)
    }
}

extension FEELDate: Comparable {
    /// The earlier day is less.
    public static func < (left: FEELDate, right: FEELDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// How the days stand to each other; two days always do.
    package func ordering(to other: FEELDate) -> FEELOrdering { FEELOrdering(self, other) }
}
