package import RuleEngine

/// The interventions of a choice together: what they cost and bring in all, with nothing counted twice.
///
/// Only interventions of which is known how many units they reach count in a total, and only those with both sides priced are
/// weighed: a cost without a priced gain is told beside the balance, never in it.
package struct ImpactModel: Sendable {
    /// All interventions of the choice, with the items that count.
    package let lines: [ImpactLine]
    /// Items left aside, because another of their group counts.
    package let leftAside: [ImpactItem]
    /// By figure of the area, how many units there are at most.
    private let caps: [String: FEELNumber]
    private let parameters: ImpactParameters

    init(_ lines: [ImpactLine], caps: [String: FEELNumber], _ parameters: ImpactParameters) {
        var seen: Set<String> = []
        let double = lines.flatMap(\.flows).filter { flow in
            flow.item.group.map { !seen.insert($0).inserted } ?? false
        }.map(\.item)
        let codes = Set(double.map(\.code))
        self.lines = lines.map { $0.without(codes) }
        leftAside = double
        self.caps = caps
        self.parameters = parameters
    }

    /// Both sides are priced and it is known how many units are reached.
    package var weighed: [ImpactLine] { lines.filter { $0.isPriced && $0.reach.count != nil } }

    /// Costs of which the gains are not priced.
    package var onlyCosts: [ImpactLine] {
        lines.filter { $0.reach.count != nil && $0.costs != nil && $0.benefits == nil }
    }

    // MARK: In all

    /// Money of one item in one period, worth now, rounded once to hundreds so that all sums agree.
    package struct Entry: Sendable {
        package let item: ImpactItem
        package let period: ImpactPeriod
        /// Without a sign.
        package let value: Spread
    }

    package func entries(_ lines: [ImpactLine]) -> [Entry] {
        let scales = scales { $0.reach.count?.central ?? .zero }
        return lines.flatMap { line -> [Entry] in
            guard let reach = line.reach.count?.central else { return [] }
            return line.flows.flatMap { flow -> [Entry] in
                let units = reach * (flow.item.cap.flatMap { scales[$0] } ?? .one)
                return ImpactPeriod.allCases.compactMap { period in
                    guard let factor = flow.factors[period], !factor.isZero else { return nil }
                    let value = (flow.amount * flow.effect * (factor * units)).rounded(toScale: Self.hundreds)
                    return Entry(item: flow.item, period: period, value: value)
                }
            }
        }
    }

    private static let hundreds = -2

    /// By figure, the share of the units that can have an effect that others have too: no more than there are.
    private func scales(_ reach: (ImpactLine) -> FEELNumber) -> [String: FEELNumber] {
        caps.reduce(into: [:]) { result, cap in
            let sum = lines.filter { $0.flows.contains { $0.item.cap == cap.key } }
                .reduce(FEELNumber.zero) { $0 + reach($1) }
            if sum > cap.value, let scale = cap.value.divided(by: sum) { result[cap.key] = scale }
        }
    }

    /// What the balance is for some choice of values within their ranges, not rounded.
    private func balance(
        former: Bool = false, _ pick: (_ key: String, _ range: Spread) -> FEELNumber
    ) -> FEELNumber {
        func reach(_ line: ImpactLine) -> FEELNumber { line.reach.count.map { pick(line.reachKey, $0) } ?? .zero }
        let scales = scales(reach)
        return weighed.reduce(.zero) { sum, line in
            let units = reach(line)
            return line.flows.reduce(sum) { sum, flow in
                let factor = (former ? flow.formerFactor : nil) ?? flow.factor
                let value = pick(flow.amountKey, flow.amount) * pick(flow.effectKey, flow.effect) * factor * units
                return sum + flow.sign * value * (flow.item.cap.flatMap { scales[$0] } ?? .one)
            }
        }
    }

    // MARK: What matters

    /// A range, and what the balance is at its two ends with all else at its likely value.
    package struct Swing: Sendable {
        package enum Subject: Sendable {
            case reach(String), amount(ImpactItem), effect(ImpactItem)
        }

        package let subject: Subject
        package let atLow: FEELNumber
        package let atHigh: FEELNumber
        package var width: FEELNumber { (atHigh - atLow).magnitude }
    }

    /// The ranges that move the balance most, the widest first.
    package var swings: [Swing] {
        var seen: Set<String> = []
        let subjects = weighed.flatMap { line -> [(String, Swing.Subject)] in
            var own: [(String, Swing.Subject)] = []
            if line.reach.count?.isExact == false { own.append((line.reachKey, .reach(line.intervention))) }
            for flow in line.flows where !flow.sign.isZero {
                if !flow.amount.isExact { own.append((flow.amountKey, .amount(flow.item))) }
                if !flow.effect.isExact { own.append((flow.effectKey, .effect(flow.item))) }
            }
            return own.filter { seen.insert($0.0).inserted }
        }
        let swings = subjects.map { key, subject in
            Swing(
                subject: subject, atLow: balance { $0 == key ? $1.low : $1.central }.inHundreds,
                atHigh: balance { $0 == key ? $1.high : $1.central }.inHundreds)
        }
        return swings.enumerated()
            .sorted { ($1.element.width, $0.offset) < ($0.element.width, $1.offset) }.map(\.element)
    }

    /// The balance at the likely values, at the rate that held before.
    package var atFormerRate: FEELNumber? {
        weighed.isEmpty || parameters.formerRate == nil
            ? nil : balance(former: true) { $1.central }.inHundreds
    }

    // MARK: Draws

    /// What the balance was in many draws of all ranges at once.
    package struct Draws: Hashable, Sendable {
        package let count: Int
        /// In how many of them the benefits were larger than the costs.
        package let positive: Int
        /// In one of ten draws the balance was lower; in one of ten higher. In hundreds.
        package let low: FEELNumber
        package let high: FEELNumber
    }

    /// Triangles over low, likely and high, each range drawn by itself; `nil` where nothing is weighed.
    ///
    /// Doubles are used in the draws alone; their results are counted, or rounded once to hundreds.
    ///
    /// - Parameter known: draws of ranges made before, by the name of the range.
    package func draws(_ known: inout [String: [Double]]) -> Draws? {
        let lines = weighed
        let count = parameters.draws
        guard !lines.isEmpty, count > 0 else { return nil }
        func drawn(_ key: String, _ range: Spread) -> [Double] {
            // Two items may share a name and have ranges of their own.
            let name = "\(key) \(range.low) \(range.central) \(range.high)"
            if let values = known[name] { return values }
            let (low, central, high) = (range.low.doubleValue, range.central.doubleValue, range.high.doubleValue)
            var generator = ImpactGenerator(seed: parameters.seed, stream: key)
            let values = (0..<count).map { _ in
                low < high ? generator.triangular(low: low, central: central, high: high) : central
            }
            known[name] = values
            return values
        }
        let reaches = lines.map { line in line.reach.count.map { drawn(line.reachKey, $0) } ?? [] }
        let scales = caps.mapValues(\.doubleValue).reduce(into: [String: [Double]]()) { result, cap in
            let sharing = lines.indices.filter { lines[$0].flows.contains { $0.item.cap == cap.key } }
            guard sharing.count > 1 else { return }
            result[cap.key] = (0..<count).map { draw in
                let sum = sharing.reduce(0) { $0 + reaches[$1][draw] }
                return sum > cap.value ? cap.value / sum : 1
            }
        }
        var totals = Array(repeating: 0.0, count: count)
        for (line, reach) in zip(lines, reaches) {
            for flow in line.flows where !flow.sign.isZero {
                let factor = flow.factor.doubleValue * flow.sign.doubleValue
                let amounts = drawn(flow.amountKey, flow.amount)
                let effects = drawn(flow.effectKey, flow.effect)
                let scale = flow.item.cap.flatMap { scales[$0] }
                for draw in 0..<count {
                    totals[draw] += reach[draw] * amounts[draw] * effects[draw] * factor * (scale?[draw] ?? 1)
                }
            }
        }
        let ordered = totals.sorted()
        func rank(_ tenths: Int) -> FEELNumber {
            let value = ordered[min(count * tenths / 10, count - 1)]
            return (FEELNumber(approximating: value) ?? .zero).inHundreds
        }
        return Draws(count: count, positive: ordered.count { $0 > 0 }, low: rank(1), high: rank(9))
    }
}

extension FEELNumber {
    /// Rounded to hundreds, as all totals are.
    var inHundreds: FEELNumber { rounded(toScale: -2, rule: .halfEven) ?? self }
}
