import RuleEngine

/// What is chosen for an area from what its session finds: main challenges and a package, with what they rest on.
///
/// The choices are advice: computed after the rules, on what is found, with weights from the rules' parameters.
package struct AreaChoices: Sendable {
    /// The problems that are found, in the order of their vocabulary.
    package let problems: [FoundProblem]
    package let challenges: ChallengeChoice
    package let package: PackageChoice
    /// Whether the rules have all weights on the day; without them nothing is chosen well.
    package let hasWeights: Bool

    package init(_ area: AreaSession) {
        let parameters = ChoiceParameters(area.ruleBase, on: area.date)
        problems = FoundProblem.all(of: area)
        challenges = ChallengeChoice(area, problems, parameters)
        // An estimate alone asks a question and carries no measure.
        package = PackageChoice(
            area, InterventionOption.all(of: area), problems.filter(\.isGrounded), challenges, parameters)
        hasWeights = parameters.isComplete
        let (main, sheet) = (challenges.main, area.sheet)
        let ranked = problems.enumerated().map { place, problem in
            (place: place, points: problem.points(among: main, sheet, parameters), problem: problem)
        }
        heaviest = ranked.sorted { left, right in
            (right.points, right.problem.distance ?? -1, left.place)
                < (left.points, left.problem.distance ?? -1, right.place)
        }.map(\.problem)
    }

    /// The problems to tell first: those with most points, and of equals those whose figure is farthest out.
    package let heaviest: [FoundProblem]
}
