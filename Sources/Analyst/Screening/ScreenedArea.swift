import RuleEngine

/// What the rules of a screening say of one area.
struct ScreenedArea: Sendable {
    /// A problem in the figures of the area.
    struct Problem: Hashable, Sendable {
        let code: String
        /// Found; otherwise a missing figure decides.
        let isFound: Bool
        let severity: NumberBounds
    }

    let region: RegionCode
    let name: String
    let municipality: String
    let residents: FEELNumber?
    /// Codes of the domains of which a figure is known.
    let knownDomains: [String]
    /// Codes of the domains with a clear problem.
    let domains: [String]
    /// In the order of the vocabulary.
    let problems: [Problem]
    /// The severity of all clear problems together; `nil` where the rules tell no number.
    let severity: NumberBounds?
    /// By this number areas are ordered, the higher the heavier; `nil` where the rules tell no number.
    let score: NumberBounds?
    /// Code of the lightest band that is possible.
    let band: String
    /// Codes of cautions.
    let flags: [String]
    /// Codes of the reasons why the area gets no place; empty when it gets one.
    let reasons: [String]
    /// Codes of the indicators that the tables have, but not of this area.
    let missing: [String]

    /// The number by which the area takes part in the order; `nil` when it does not.
    var rankedScore: NumberBounds? { reasons.isEmpty ? score : nil }
}

/// A number that is known, or the numbers between which it lies.
struct NumberBounds: Hashable, Sendable {
    let low: FEELNumber
    let high: FEELNumber

    init(low: FEELNumber, high: FEELNumber) {
        self.low = low
        self.high = high
    }

    /// - Returns: `nil` for what is no number, or without a bound.
    init?(_ set: ValueSet) {
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
    var text: String { low == high ? low.description : "\(low)-\(high)" }
}
