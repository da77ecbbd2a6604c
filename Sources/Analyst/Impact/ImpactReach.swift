import RuleEngine

/// How many units an intervention reaches here, and how that is known.
package struct ImpactReach: Sendable {
    package enum Origin: Sendable {
        /// The sheet says so.
        case sheet
        /// The intervention is one for the whole area.
        case fixed
        /// A share of a figure of the sheet: the share is judgement.
        case share(of: String)
        /// The sheet says more than there are.
        case cappedSheet(at: String)
    }

    /// Code of the vocabulary of units; `nil` where the rules have none.
    package let unit: String?
    /// `nil` where it is not known.
    package let count: Spread?
    package let origin: Origin?
}

extension ImpactReach {
    init(of intervention: String, in area: AreaSession, _ parameters: ImpactParameters) {
        let scope = area.ruleBase.vocabulary(VocabularyName.impactScope)?[intervention]
        unit = scope?.string("unit")
        let figure = scope?.string("figure")
        let most = figure.flatMap { Self.count($0, in: area) }
        if let written = area.sheet.means?.reach(of: intervention) {
            if let most, let figure, written > most {
                (count, origin) = (Spread(most), .cappedSheet(at: figure))
            } else {
                (count, origin) = (Spread(written), .sheet)
            }
        } else if let fixed = scope?.decimal("count") {
            (count, origin) = (Spread(fixed), .fixed)
        } else if let most, let figure, let share = scope?.string("share").flatMap({ parameters.share($0) }) {
            let units = (share * most * (FEELNumber.one.divided(by: 100) ?? .zero)).rounded(toScale: 0)
            (count, origin) = (units, .share(of: figure))
        } else {
            (count, origin) = (nil, nil)
        }
    }

    /// A count of the sheet that is known on the day.
    static func count(_ indicator: String, in area: AreaSession) -> FEELNumber? {
        guard area.omissions[indicator] == nil, case .known(let value)? = area.sheet.figure(indicator)?.reading,
            !value.isNegative
        else { return nil }
        return value
    }
}
