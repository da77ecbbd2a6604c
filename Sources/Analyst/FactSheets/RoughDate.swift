package import RuleEngine

/// A day as people know it: the day itself, or only its month or its year.
///
///     RoughDate("2022-07")   // some day in July 2022
package struct RoughDate: Hashable, Sendable, LosslessStringConvertible {
    /// The earliest day that it can be.
    package let first: FEELDate
    /// The latest day that it can be.
    package let last: FEELDate
    /// As it is written.
    package let description: String

    /// Reads `2022`, `2022-07` and `2022-07-01`; `nil` for any other text and for years outside 1...9999.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let ends: (first: FEELDate?, last: FEELDate?)
        switch parts.count {
        case 1: ends = (FEELDate("\(text)-01-01"), FEELDate("\(text)-12-31"))
        case 2: ends = (FEELDate("\(text)-01"), Self.lastDay(ofMonth: text))
        default: ends = (FEELDate(text), FEELDate(text))
        }
        guard let first = ends.first, let last = ends.last, (1...9999).contains(first.year) else { return nil }
        (self.first, self.last, description) = (first, last, text)
    }

    /// The day itself is known.
    package var isDay: Bool { first == last }

    /// "1 juli 2022", "juli 2022" or "2022".
    package func text(in language: Language) -> String {
        switch description.split(separator: "-").count {
        case 1: description
        case 2: DateText.month(of: first, in: language)
        default: DateText.text(of: first, in: language)
        }
    }

    private static func lastDay(ofMonth month: String) -> FEELDate? {
        (28...31).reversed().lazy.compactMap { FEELDate("\(month)-\($0)") }.first
    }
}

/// From when until when something runs, both included, as far as that is known.
package struct RoughPeriod: Hashable, Sendable {
    package let from: RoughDate?
    /// A month or a year is meant to its end.
    package let until: RoughDate?

    /// What a day is to the period.
    package enum Standing: Hashable, Sendable {
        /// It has not begun.
        case ahead
        /// It begins in the month or year of that day; perhaps it has.
        case beginning
        case running
        case ended
    }

    package func standing(on day: FEELDate) -> Standing {
        if let from, day < from.first { return .ahead }
        if let until, day > until.last { return .ended }
        if let from, day < from.last { return .beginning }
        return .running
    }
}
