package import RuleEngine

/// What the rules of a screening say of one area.
package struct ScreenedArea: Sendable {
    /// A problem in the figures of the area.
    package struct Problem: Hashable, Sendable {
        package let code: String
        /// Found; otherwise a missing figure decides.
        package let isFound: Bool
        package let severity: NumberBounds
    }

    package let region: RegionCode
    package let name: String
    package let municipality: String
    package let residents: FEELNumber?
    /// Codes of the domains of which a figure is known.
    package let knownDomains: [String]
    /// Codes of the domains with a clear problem.
    package let domains: [String]
    /// In the order of the vocabulary.
    package let problems: [Problem]
    /// The severity of all clear problems together; `nil` where the rules tell no number.
    package let severity: NumberBounds?
    /// By this number areas are ordered, the higher the heavier; `nil` where the rules tell no number.
    package let score: NumberBounds?
    /// Code of the lightest band that is possible.
    package let band: String
    /// Codes of cautions.
    package let flags: [String]
    /// Codes of the reasons why the area gets no place; empty when it gets one.
    package let reasons: [String]
    /// Codes of the indicators that the tables have, but not of this area.
    package let missing: [String]

    /// The number by which the area takes part in the order; `nil` when it does not.
    package var rankedScore: NumberBounds? { reasons.isEmpty ? score : nil }
}

/// A number that is known, or the numbers between which it lies.
package struct NumberBounds: Hashable, Sendable {
    package let low: FEELNumber
    package let high: FEELNumber

    package init(low: FEELNumber, high: FEELNumber) {
        self.low = low
        self.high = high
    }

    /// - Returns: `nil` for what is no number, or without a bound.
    package init?(_ set: ValueSet) {
        switch set {
        case .exactly(.number(let number)): self.init(low: number, high: number)
        case .oneOf(let values):
            let numbers = values.compactMap { if case .number(let number) = $0 { number } else { nil } }
            guard numbers.count == values.count, let low = numbers.min(), let high = numbers.max() else { return nil }
            self.init(low: low, high: high)
        case .numbers(let interval, orNull: false):
            guard let low = interval.low, let high = interval.high else { return nil }
            self.init(low: low, high: high)
        case .exactly, .numbers, .list, .context, .anything: return nil
        }
    }

    /// `2`, or `2-3`.
    package var text: String { low == high ? low.description : "\(low)-\(high)" }
}
