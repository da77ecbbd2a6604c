package import RuleEngine

/// A number that is not known exactly: a low, a likely and a high value.
package struct Spread: Hashable, Sendable {
    package let low: FEELNumber
    package let central: FEELNumber
    package let high: FEELNumber

    /// The three are put in order, so that a range is never upside down.
    package init(low: FEELNumber, central: FEELNumber, high: FEELNumber) {
        let ordered = [low, central, high].sorted()
        (self.low, self.central, self.high) = (ordered[0], ordered[1], ordered[2])
    }

    package init(_ exact: FEELNumber) { (low, central, high) = (exact, exact, exact) }

    package static let zero = Spread(.zero)

    package var isExact: Bool { low == high }

    package static func + (left: Spread, right: Spread) -> Spread {
        Spread(low: left.low + right.low, central: left.central + right.central, high: left.high + right.high)
    }

    package static func * (left: Spread, right: FEELNumber) -> Spread {
        Spread(low: left.low * right, central: left.central * right, high: left.high * right)
    }

    /// All that the product of the two can be.
    package static func * (left: Spread, right: Spread) -> Spread {
        let corners = [left.low * right.low, left.low * right.high, left.high * right.low, left.high * right.high]
        return Spread(
            low: corners.min() ?? .zero, central: left.central * right.central, high: corners.max() ?? .zero)
    }

    /// With nothing above a limit.
    package func capped(at limit: FEELNumber) -> Spread {
        Spread(low: min(low, limit), central: min(central, limit), high: min(high, limit))
    }

    package func rounded(toScale scale: Int) -> Spread {
        func round(_ number: FEELNumber) -> FEELNumber { number.rounded(toScale: scale, rule: .halfEven) ?? number }
        return Spread(low: round(low), central: round(central), high: round(high))
    }
}
