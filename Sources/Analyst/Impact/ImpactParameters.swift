package import RuleEngine

/// How costs and benefits are made comparable, on a day: the rate of discount, prices, what evidence is worth.
package struct ImpactParameters: Sendable {
    /// The parameters that are read.
    package enum Name: String, CaseIterable, Sendable {
        /// In percent a year, real.
        case rate = "disconto"
        /// Consumer prices, by the first day of each year.
        case priceIndex = "prijsindex"
        /// So many years are looked ahead.
        case horizon = "horizon_jaren"
        case draws = "aantal_trekkingen"
        case seed = "startgetal"
    }

    /// In percent a year.
    package let rate: FEELNumber
    /// The rate that held before, to see what it matters.
    package let formerRate: FEELNumber?
    /// Amounts are told in the prices of this year.
    package let baseYear: Int?
    package let horizon: Int
    package let draws: Int
    package let seed: UInt64
    /// By grade of evidence, what is left of an effect.
    let evidence: [String: Spread]
    /// By year.
    let indices: [Int: FEELNumber]
    /// Numbers of the rules on the day, by name.
    let values: [String: FEELNumber]

    /// What is left of an effect with so much evidence; `nil` where no money is put on it.
    package func effect(of grade: String) -> Spread? { evidence[grade] }

    /// A share of the rules, in percent.
    package func share(_ name: String) -> Spread? {
        guard let central = values[name] else { return nil }
        return Spread(low: values["\(name)_laag"] ?? central, central: central, high: values["\(name)_hoog"] ?? central)
    }

    /// An amount in the prices of the base year; `nil` where there is no index for its year.
    package func inBasePrices(_ amount: Spread, of year: Int?) -> Spread? {
        guard let year, let baseYear, let from = indices[year], let to = indices[baseYear], !from.isZero,
            let factor = to.divided(by: from)
        else { return nil }
        return amount * factor
    }

    /// What a euro of a year is worth now: the first year counts whole.
    package func worth(of year: Int, at rate: FEELNumber) -> FEELNumber {
        guard let step = FEELNumber.one.divided(by: .one + (rate.divided(by: 100) ?? .zero)) else { return .zero }
        return (1..<max(year, 1)).reduce(.one) { left, _ in left * step }
    }
}

// MARK: - Reading

extension ImpactParameters {
    /// `nil` where the rules do not say how on the day.
    package init?(_ ruleBase: RuleBase, on date: FEELDate) {
        func parameter(_ name: String) -> Parameter? { ruleBase.parameters.first { $0.name == name } }
        values = Dictionary(
            ruleBase.parameters.compactMap { parameter in
                parameter.value(on: date).flatMap(Self.number).map { (parameter.name, $0) }
            }, uniquingKeysWith: { first, _ in first })
        guard let rate = values[Name.rate.rawValue], let horizon = values[Name.horizon.rawValue]?.integerValue,
            (1...Self.longest).contains(horizon)
        else { return nil }
        self.rate = rate
        self.horizon = horizon
        let rates = parameter(Name.rate.rawValue)?.values.filter { $0.from.ordering(to: date) != .greater } ?? []
        formerRate = rates.dropLast().last.flatMap { Self.number($0.value) }
        indices = Dictionary(
            (parameter(Name.priceIndex.rawValue)?.values ?? []).compactMap { entry in
                Self.number(entry.value).map { (entry.from.year, $0) }
            }, uniquingKeysWith: { first, _ in first })
        baseYear = indices.keys.filter { $0 < date.year }.max()
        draws = min(max(values[Name.draws.rawValue]?.integerValue ?? 0, 0), Self.mostDraws)
        seed = UInt64(clamping: values[Name.seed.rawValue]?.integerValue ?? 0)
        evidence = Dictionary(
            (ruleBase.vocabulary(VocabularyName.effectRanges)?.codes ?? []).compactMap { term in
                Spread(term, "").map { (term.code, $0) }
            }, uniquingKeysWith: { first, _ in first })
    }

    private static let longest = 200
    private static let mostDraws = 100_000

    private static func number(_ value: FEELValue) -> FEELNumber? {
        if case .number(let number) = value { number } else { nil }
    }
}
