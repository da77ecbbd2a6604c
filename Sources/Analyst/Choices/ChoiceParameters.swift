package import RuleEngine

/// The weights and limits by which main challenges and a package are chosen: parameters of the rules, on a day.
///
/// The choice is made after the rules, on what is found (it is advice, no finding); how much each thing counts is for who
/// writes the rules to say, with a reason.
package struct ChoiceParameters: Sendable {
    /// The parameters that the choice reads.
    package enum Name: String, CaseIterable, Sendable {
        /// At most so many main challenges.
        case mostChallenges = "maximum_kernopgaven"
        /// For a challenge whose first figure is the worst of the country; less in proportion.
        case distance = "punten_afstand"
        /// For what a group ranks first.
        case ranking = "punten_rangorde"
        /// Each next place of a ranking counts so much less.
        case rankingStep = "punten_rangorde_stap"
        /// For each step of degree above the least in which a group finds something bad.
        case degree = "punten_graad"

        /// At most so many interventions in a package.
        case mostInterventions = "maximum_interventies"
        /// At most so many of one domain.
        case mostOfDomain = "maximum_per_domein"
        /// For each step of severity of a problem that is worked on.
        case severity = "punten_ernst"
        /// For a problem of a main challenge.
        case mainChallenge = "punten_kernopgave"
        /// For each domain in which something is done.
        case domain = "punten_domein"
        /// For each kind of change: physical, social, economic, safety.
        case kind = "punten_soort"
        /// For an intervention that a feature of the area favours.
        case favoured = "punten_kenmerk"
        /// For two interventions that reinforce each other.
        case bond = "punten_versterking"
        /// What one more intervention must add to be worth the attention.
        case attention = "punten_aandacht"
        /// Lost for each condition of which is known that it is not met.
        case obstacle = "punten_belemmering"
        /// What a problem still counts, in percent, where something runs that works on it.
        case runningShare = "deel_bij_lopende_inzet"
        /// For each intervention of a kind that a variant leans towards.
        case variant = "punten_variant"
    }

    private let values: [String: Int]

    package init(_ ruleBase: RuleBase, on date: FEELDate) {
        values = Dictionary(
            ruleBase.parameters.compactMap { parameter in
                guard case .number(let number)? = parameter.value(on: date), let whole = number.integerValue else {
                    return nil
                }
                return (parameter.name, whole)
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Zero where the rules have none on the day: then it does not count.
    package subscript(name: Name) -> Int { values[name.rawValue] ?? 0 }

    /// For what a group says is the matter.
    package func voice(_ perspective: String) -> Int { values[Self.voicePrefix + perspective] ?? 0 }

    /// For an intervention with so much evidence; below zero where the evidence is against it.
    package func evidence(_ grade: String) -> Int { values[Self.evidencePrefix + grade] ?? 0 }

    /// For a place in a group's ranking, counted from 0.
    package func ranked(at place: Int) -> Int { max(self[.ranking] - place * self[.rankingStep], 0) }

    /// Whether the rules say how to choose.
    package var isComplete: Bool { Name.allCases.allSatisfy { values[$0.rawValue] != nil } }

    package static let voicePrefix = "punten_stem_"
    package static let evidencePrefix = "punten_onderbouwing_"
}
