import RuleEngine

/// The places of numbers of which some are only known between bounds; the highest has place 1, equal ones share a place.
///
/// The place is that of what is found: the lower bounds. It could be anything between two others: the best place when the
/// area has its higher bound and all others their lower one, the worst the other way round.
package struct ScreeningPlaces: Sendable {
    package struct Place: Hashable, Sendable {
        package let rank: Int
        /// The best place that is possible.
        package let low: Int
        /// The worst place that is possible.
        package let high: Int
    }

    private let lows: [FEELNumber]
    private let highs: [FEELNumber]

    /// - Parameter numbers: of all that take part.
    package init(_ numbers: [NumberBounds]) {
        lows = numbers.map(\.low).sorted()
        highs = numbers.map(\.high).sorted()
    }

    /// The place of one that takes part.
    package func place(of number: NumberBounds) -> Place {
        // Its own higher bound is no other's.
        let own = number.high > number.low ? 1 : 0
        return Place(
            rank: 1 + Self.count(in: lows, above: number.low), low: 1 + Self.count(in: lows, above: number.high),
            high: 1 + Self.count(in: highs, above: number.low) - own)
    }

    private static func count(in sorted: [FEELNumber], above number: FEELNumber) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if number < sorted[middle] { high = middle } else { low = middle + 1 }
        }
        return sorted.count - low
    }
}
