package import RuleEngine

/// One thing that an intervention costs or brings, for one unit that it reaches, as the vocabulary of items has it.
package struct ImpactItem: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case cost, benefit
        /// What one pays the other gains.
        case transfer
        /// What gets worse elsewhere.
        case displacement
        /// Not priced: named with a sign.
        case memo
    }

    package let code: String
    package let title: LocalizedText
    package let intervention: String
    package let kind: Kind
    /// Who pays or loses.
    package let bearer: String?
    package let gainer: String?
    /// For one unit, in a year in which it runs, where the effect is there.
    package let amount: Spread?
    /// In whose prices the amount is; `nil` where the source names none.
    package let priceYear: Int?
    /// How often the amount comes for one unit; `nil` where the source has no range of its own.
    package let effect: Spread?
    /// The first and the last year in which it runs, counted from 1.
    package let years: ClosedRange<Int>
    /// What is lost of it each year, in percent.
    package let fading: FEELNumber
    /// How good the source is: code of the vocabulary of qualities.
    package let quality: String?
    /// Whether what is not priced is good or bad.
    package let isGood: Bool
    /// What of it is judgement, or why it is not priced.
    package let remark: LocalizedText?
    /// The finding that it rests on, by its id.
    package let source: String?
    /// Items with the same name are high or low together.
    package let draw: String?
    /// Of items in one group at most one counts: they are the same gain seen twice.
    package let group: String?
    /// No more units have it than this figure of the area.
    package let cap: String?

    /// What is left of it in a year, as a share; nothing in years in which it does not run.
    package func share(in year: Int) -> FEELNumber {
        guard years.contains(year) else { return .zero }
        let kept = (FEELNumber(100) - fading).divided(by: 100) ?? .one
        return (years.lowerBound..<year).reduce(.one) { left, _ in left * kept }
    }
}

// MARK: - Reading

extension ImpactItem {
    /// The items of the rules, in their order.
    package static func all(_ ruleBase: RuleBase) -> [ImpactItem] {
        (ruleBase.vocabulary(VocabularyName.impactItems)?.codes ?? []).compactMap { ImpactItem($0) }
    }

    private init?(_ term: Vocabulary.Term) {
        guard let intervention = term.string("intervention"), let kind = Kind(rawValue: term.string("kind") ?? "")
        else { return nil }
        code = term.code
        title = term.title
        self.intervention = intervention
        self.kind = kind
        bearer = term.string("bearer")
        gainer = term.string("gainer")
        amount = Spread(term, "")
        priceYear = term.decimal("price_year")?.integerValue
        effect = Spread(term, "effect_")
        let first = max(term.decimal("first_year")?.integerValue ?? 1, 1)
        years = first...max(term.decimal("last_year")?.integerValue ?? first, first)
        fading = min(max(term.decimal("fading") ?? .zero, .zero), 100)
        quality = term.string("quality")
        isGood = term.value("good") == .boolean(true)
        remark = term.text("remark")
        source = term.string("source")
        draw = term.string("draw")
        group = term.string("group")
        cap = term.string("cap")
    }
}

extension Spread {
    /// From `low`, `central` and `high` behind a prefix; without the outer ones all three are the same.
    init?(_ term: Vocabulary.Term, _ prefix: String) {
        guard let central = term.decimal("\(prefix)central") else { return nil }
        self.init(
            low: term.decimal("\(prefix)low") ?? central, central: central,
            high: term.decimal("\(prefix)high") ?? central)
    }
}

extension Vocabulary.Term {
    /// A number that is fixed for the code.
    func decimal(_ attribute: String) -> FEELNumber? {
        if case .number(let number)? = value(attribute) { number } else { nil }
    }
}
