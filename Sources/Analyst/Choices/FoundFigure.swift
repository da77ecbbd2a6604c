package import RuleEngine

/// A figure of the area with what it is compared with.
package struct FoundFigure: Sendable {
    package let indicator: String
    package let value: FEELNumber
    package let figure: FactSheet.Figure
    package let source: FactSheet.Source?
    /// Which side is better; `nil` where neither is.
    package let higherIsBetter: Bool?

    /// `nil` where the figure is not known.
    init?(_ figure: FactSheet.Figure, _ source: FactSheet.Source?, in ruleBase: RuleBase) {
        guard case .known(let value) = figure.reading else { return nil }
        self.value = value
        self.figure = figure
        self.source = source
        indicator = figure.indicator
        switch ruleBase.vocabulary(ruleBase.record.vocabulary)?[figure.indicator]?.string("direction") {
        case "higher": higherIsBetter = true
        case "lower": higherIsBetter = false
        default: higherIsBetter = nil
        }
    }

    /// Counted or asked, not estimated by a model.
    package var isMeasured: Bool { figure.kind == "count" || figure.kind == "survey" }

    /// How far out on the worse side, 0 to 100: the share of the country's areas that do better, where the sheet has the
    /// percentile; else how much worse than the country, at most twice as bad.
    package var distance: Int? {
        guard let higherIsBetter else { return nil }
        if let percentile = figure.percentile {
            let share = higherIsBetter ? FEELNumber(100).subtracting(percentile) : percentile
            return share.flatMap { $0.rounded(toScale: 0, rule: .halfEven)?.integerValue }
        }
        guard let country = figure.country, country > 0, value > 0 else { return nil }
        let ratio = higherIsBetter ? country.divided(by: value) : value.divided(by: country)
        guard let excess = ratio?.subtracting(1)?.multiplied(by: 100) else { return nil }
        return excess.rounded(toScale: 0, rule: .halfEven)?.integerValue.map { min(max($0, 0), 100) }
    }
}
