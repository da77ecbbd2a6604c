package import RuleEngine

/// What a table says about one region: a number, or why there is none.
package enum Reading: Hashable, Sendable {
    case known(FEELNumber)
    case unknown(MissingReason)

    package var number: FEELNumber? {
        if case .known(let number) = self { number } else { nil }
    }
}

/// Why a figure is not known. Missing is never zero.
package enum MissingReason: String, CaseIterable, Sendable {
    /// The region changed between the table and the area's own year.
    case boundariesChanged = "boundaries-changed"
    /// The table has no such region, level or column, or the column is empty throughout.
    case notPublished = "not-published"
    /// The publisher withholds this one figure, usually for small numbers.
    case suppressed
    /// No such figure exists for an area of several parts (a median).
    case notMeasured = "not-measured"
}
