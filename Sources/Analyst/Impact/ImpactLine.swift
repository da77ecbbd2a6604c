package import RuleEngine

/// What one intervention costs and brings here.
package struct ImpactLine: Sendable {
    package let intervention: String
    package let reach: ImpactReach
    /// What is priced.
    package let flows: [ImpactFlow]
    /// What is not.
    package let memos: [ImpactItem]
    private let parameters: ImpactParameters

    init(
        _ intervention: String, _ items: [ImpactItem], evidence: String, reach: ImpactReach,
        _ parameters: ImpactParameters
    ) {
        self.intervention = intervention
        self.reach = reach
        self.parameters = parameters
        flows = items.compactMap { ImpactFlow($0, evidence: evidence, parameters) }
        let priced = Set(flows.map(\.item.code))
        memos = items.filter { !priced.contains($0.code) }
    }

    private init(_ line: ImpactLine, without codes: Set<String>) {
        intervention = line.intervention
        reach = line.reach
        parameters = line.parameters
        flows = line.flows.filter { !codes.contains($0.item.code) }
        memos = line.memos
    }

    /// The same with some items left aside.
    func without(_ codes: Set<String>) -> ImpactLine { ImpactLine(self, without: codes) }

    private func perUnit(_ kinds: Set<ImpactItem.Kind>) -> Spread? {
        let counted = flows.filter { kinds.contains($0.item.kind) }
        return counted.isEmpty ? nil : counted.reduce(.zero) { $0 + $1.perUnit }
    }

    /// For one unit, worth now; `nil` where nothing is priced.
    package var costs: Spread? { perUnit([.cost]) }
    /// For one unit, with what gets worse elsewhere taken off.
    package var benefits: Spread? {
        perUnit([.benefit]).map { gains in
            guard let losses = perUnit([.displacement]) else { return gains }
            return Spread(
                low: gains.low - losses.high, central: gains.central - losses.central, high: gains.high - losses.low)
        }
    }

    /// For one unit, what one pays and another gains.
    package var transfers: Spread? { perUnit([.transfer]) }

    /// Both sides are priced, so that they can be weighed.
    package var isPriced: Bool { costs != nil && benefits != nil }
    package var reachKey: String { "\(intervention)/reach" }

    /// What must be true for the balance to be zero.
    package var breakEven: BreakEven? {
        let cost = costs?.central
        if let cost, let benefits {
            return benefits.central > .zero ? cost.divided(by: benefits.central).map { .timesCentral($0) } : nil
        }
        if let cost {
            for item in memos where item.isGood {
                if let amount = worth(of: item), let share = cost.divided(by: amount) { return .share(share, of: item) }
                if item.amount == nil, let effect = item.effect?.central, effect > .zero,
                    let worth = cost.divided(by: effect)
                {
                    return .worth(worth, of: item)
                }
            }
            return .gain(cost)
        }
        return benefits.map { .mostCost($0.central) }
    }

    /// What one unit of an item that has no effect is worth when it comes in all its years.
    private func worth(of item: ImpactItem) -> FEELNumber? {
        guard let amount = item.amount, item.effect == nil else { return nil }
        let factor = item.years.clamped(to: 1...parameters.horizon)
            .reduce(FEELNumber.zero) { $0 + item.share(in: $1) * parameters.worth(of: $1, at: parameters.rate) }
        let worth = (parameters.inBasePrices(amount, of: item.priceYear) ?? amount).central * factor
        return worth > .zero ? worth : nil
    }
}

/// How much must come true for costs and benefits to be equal, at the likely values.
package enum BreakEven: Sendable {
    /// The benefits must be so many times what they are likely to be.
    case timesCentral(FEELNumber)
    /// So large a share of the units must have what the item is about.
    case share(FEELNumber, of: ImpactItem)
    /// Each time that the item comes true must be worth so much.
    case worth(FEELNumber, of: ImpactItem)
    /// Each unit must bring so much.
    case gain(FEELNumber)
    /// One unit may cost so much.
    case mostCost(FEELNumber)
}
