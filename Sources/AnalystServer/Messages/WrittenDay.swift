package import RuleEngine

/// A day as people type it.
package enum WrittenDay {
    /// Reads `2020-03-31` and `31-3-2020`, also with points or strokes; `nil` where it is no day that exists.
    package static func day(_ text: String) -> FEELDate? {
        if let day = FEELDate(text) { return day }
        let parts = text.split(whereSeparator: { "-./ ".contains($0) }).map { Int($0) }
        guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2],
            (1000...9999).contains(year)
        else { return nil }
        return FEELDate(year: year, month: month, day: day)
    }

    /// So many days later.
    package static func day(_ count: Int, after start: FEELDate) -> FEELDate {
        var day = start
        for _ in 0..<max(count, 0) {
            day =
                FEELDate(year: day.year, month: day.month, day: day.day + 1)
                ?? FEELDate(year: day.year, month: day.month + 1, day: 1) ?? FEELDate(
                    year: day.year + 1, month: 1, day: 1)
                ?? day
        }
        return day
    }
}
