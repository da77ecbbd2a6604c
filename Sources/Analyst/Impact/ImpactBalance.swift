package import RuleEngine

/// Costs and benefits of a choice against going on as now, and who pays and gains.
package struct ImpactBalance: Sendable {
    package let model: ImpactModel
    /// Of what is weighed, worth now.
    package let costs: Spread
    package let benefits: Spread
    /// Costs of which the gains are not priced; not in the balance.
    package let otherCosts: Spread
    package let parties: [Party]
    package let draws: ImpactModel.Draws?

    /// The cautious, the likely and the favourable balance: high costs with low benefits, and so on.
    package var net: Spread {
        Spread(
            low: benefits.low - costs.high, central: benefits.central - costs.central, high: benefits.high - costs.low)
    }

    /// What one party pays and gains.
    package struct Party: Sendable {
        package let code: String
        /// At the likely values, by period; paid is below zero.
        package let periods: [ImpactPeriod: FEELNumber]
        /// Costs of which the gains are not priced, below zero.
        package let beside: FEELNumber
        package var total: FEELNumber { ImpactPeriod.allCases.reduce(.zero) { $0 + (periods[$1] ?? .zero) } }
    }

    /// - Parameters:
    ///   - order: the parties in the order in which they are told.
    ///   - known: draws made before, so that choices with the same intervention are compared on the same draws.
    init(_ model: ImpactModel, parties order: [String], _ known: inout [String: [Double]]) {
        self.model = model
        let entries = model.entries(model.weighed)
        let others = model.entries(model.onlyCosts)
        func sum(_ entries: [ImpactModel.Entry], _ kind: ImpactItem.Kind) -> Spread {
            entries.filter { $0.item.kind == kind }.reduce(.zero) { $0 + $1.value }
        }
        costs = sum(entries, .cost)
        let (gains, losses) = (sum(entries, .benefit), sum(entries, .displacement))
        benefits = Spread(
            low: gains.low - losses.high, central: gains.central - losses.central, high: gains.high - losses.low)
        otherCosts = sum(others, .cost)
        parties = order.compactMap { party in
            let periods = Dictionary(
                uniqueKeysWithValues: ImpactPeriod.allCases.map { period in
                    (period, Self.flow(entries.filter { $0.period == period }, of: party))
                })
            let beside = Self.flow(others.filter { $0.item.kind == .cost }, of: party)
            guard periods.values.contains(where: { !$0.isZero }) || !beside.isZero else { return nil }
            return Party(code: party, periods: periods, beside: beside)
        }
        draws = model.draws(&known)
    }

    private static func flow(_ entries: [ImpactModel.Entry], of party: String) -> FEELNumber {
        entries.reduce(.zero) { sum, entry in
            let (item, value) = (entry.item, entry.value.central)
            return sum + (item.gainer == party ? value : .zero) - (item.bearer == party ? value : .zero)
        }
    }
}
