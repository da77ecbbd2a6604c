package import RuleEngine

/// An item that is priced: its amount in base prices, how often it comes, and what its years are worth now.
package struct ImpactFlow: Sendable {
    package let item: ImpactItem
    /// In the prices of the base year, where these could be reckoned.
    package let amount: Spread
    package let effect: Spread
    /// What a euro of it is worth now, by period; at the rate of the day.
    package let factors: [ImpactPeriod: FEELNumber]
    /// The same of all periods together, at the rate that held before.
    package let formerFactor: FEELNumber?

    /// `nil` for what is not priced.
    init?(_ item: ImpactItem, evidence: String, _ parameters: ImpactParameters) {
        guard item.kind != .memo, let amount = item.amount else { return nil }
        let effect: Spread? =
            switch item.kind {
            case .cost, .transfer, .memo: item.effect ?? Spread(.one)
            case .benefit, .displacement: item.effect ?? parameters.effect(of: evidence)
            }
        guard let effect else { return nil }
        self.item = item
        self.amount = parameters.inBasePrices(amount, of: item.priceYear) ?? amount
        self.effect = effect
        func factor(_ years: ClosedRange<Int>, _ rate: FEELNumber) -> FEELNumber {
            years.reduce(.zero) { $0 + item.share(in: $1) * parameters.worth(of: $1, at: rate) }
        }
        factors = Dictionary(
            uniqueKeysWithValues: ImpactPeriod.all(within: parameters.horizon).map { period, years in
                (period, factor(years, parameters.rate))
            })
        formerFactor = parameters.formerRate.map { factor(1...parameters.horizon, $0) }
    }

    package var factor: FEELNumber { ImpactPeriod.allCases.reduce(.zero) { $0 + (factors[$1] ?? .zero) } }

    /// What one unit brings or costs, worth now; never with a sign.
    package var perUnit: Spread { amount * effect * factor }

    /// 1 for what is gained, -1 for what is paid, 0 for what cancels.
    package var sign: FEELNumber {
        switch item.kind {
        case .cost, .displacement: -1
        case .benefit: 1
        case .transfer, .memo: 0
        }
    }

    /// The names of its ranges.
    var amountKey: String { "\(item.code)/amount" }
    var effectKey: String { "\(item.draw ?? item.code)/effect" }
}

/// When money flows.
package enum ImpactPeriod: Int, CaseIterable, Sendable {
    case firstYear, nextYears, longRun

    /// The periods with their years, as far as the horizon goes.
    static func all(within horizon: Int) -> [(ImpactPeriod, ClosedRange<Int>)] {
        [(.firstYear, 1, 1), (.nextYears, 2, 4), (.longRun, 5, horizon)].compactMap { period, first, last in
            let last = min(last, horizon)
            return first <= last ? (period, first...last) : nil
        }
    }
}
