package import RuleEngine

/// An intervention that fits the area, with what a choice asks of it.
package struct InterventionOption: Sendable {
    package let code: String
    package let domain: String
    /// What it changes: physical, social, economic, safety.
    package let kind: String
    package let horizon: String
    package let evidence: String
    /// The problems that are found and that it works on.
    package let problems: [String]
    /// The instruments that are found for it.
    package let instruments: [String]
    /// Conditions of which is known that they are not met: to be solved first.
    package let obstacles: [String]
    /// Conditions of which nothing is known: to be looked into first.
    package let unchecked: [String]
    /// Features of the area that favour it.
    package let features: [String]
    /// Who takes the first step, which one, and what it costs and asks beside the others; `nil` where the rules do not say.
    package let firstStep: FirstStep?

    /// How an intervention begins.
    package struct FirstStep: Sendable {
        package let text: LocalizedText
        package let holder: String?
        package let costClass: String?
        /// How much of the people who carry it is asked at once.
        package let load: Int
    }

    /// Those that fit and work on something that is found, in the order of the vocabulary.
    package static func all(of area: AreaSession) -> [InterventionOption] {
        let session = area.session
        let problems = session.codes(of: session.certainFacts(of: TemplateName.problem))
        let features = session.codes(of: session.certainFacts(of: TemplateName.feature))
        let instruments = session.certainFacts(of: TemplateName.instrument)
        let conditions = session.facts(of: TemplateName.unmetCondition).map(\.fact).filter { !$0.isAnonymous }
        return session.certainFacts(of: TemplateName.intervention).compactMap { fact in
            guard let code = session.finding(fact).key.first,
                let term = area.ruleBase.vocabulary(VocabularyName.interventions)?[code]
            else { return nil }
            let worksOn = session.certainMembers(of: "works_on", in: fact).filter { problems.contains($0) }
            guard !worksOn.isEmpty else { return nil }
            func conditionCodes(certain: Bool) -> [String] {
                conditions.filter { $0.isCertain == certain }.map { session.finding($0).key }
                    .filter { $0.first == code }.compactMap(\.last)
            }
            return InterventionOption(
                code: code, domain: term.string("domain") ?? "", kind: term.string("kind") ?? "",
                horizon: term.string("horizon") ?? "", evidence: term.string("evidence") ?? "", problems: worksOn,
                instruments: instruments.filter { session.certainMembers(of: "interventions", in: $0).contains(code) }
                    .compactMap { session.finding($0).key.first },
                obstacles: conditionCodes(certain: true), unchecked: conditionCodes(certain: false),
                features: features.filter { feature in
                    let favours = area.ruleBase.vocabulary(VocabularyName.features)?[feature]?.codes("favours") ?? []
                    return favours.contains(code)
                }, firstStep: firstStep(of: code, in: area.ruleBase))
        }
    }

    private static func firstStep(of code: String, in ruleBase: RuleBase) -> FirstStep? {
        guard let term = ruleBase.vocabulary(VocabularyName.firstSteps)?[code] else { return nil }
        var load = 1
        if case .number(let number)? = term.value("load") { load = number.integerValue ?? 1 }
        return FirstStep(
            text: term.title, holder: term.string("holder"), costClass: term.string("cost_class"), load: load)
    }

    /// When its effect can be seen.
    package enum Period: Int, CaseIterable, Sendable { case firstYear, nextYears, longRun }

    /// By its horizon; not in the first year while something must be solved first.
    package var period: Period {
        switch horizon {
        case "short": obstacles.isEmpty ? .firstYear : .nextYears
        case "mid": .nextYears
        default: .longRun
        }
    }
}
