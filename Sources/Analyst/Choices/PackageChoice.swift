import RuleEngine

/// A package: which of the fitting interventions go together best, within the means, and why each other one was left out.
///
/// Chosen after the rules, on what is found, exactly (`PackageProblem`), by weights that are parameters of the rules. It is
/// advice, no finding.
package struct PackageChoice: Sendable {
    /// An intervention of the package.
    package struct Step: Sendable {
        package let option: InterventionOption
        /// Others of the package that it reinforces.
        package let reinforces: [String]
        /// What the problems that it works on count together.
        package let weight: Int
    }

    /// What runs already and goes on.
    package struct Running: Sendable {
        package let effort: FactSheet.Effort
        /// The problems that are found and that it works on.
        package let problems: [String]
    }

    /// A fitting intervention that is not in the package.
    package struct LeftOut: Sendable {
        package let option: InterventionOption
        package let reason: Reason
    }

    package enum Reason: Hashable, Sendable {
        /// It cannot go together with one that was chosen.
        case clashes(with: [String])
        /// It asks more money or people than there are.
        case beyondMeans
        /// What it works on is worked on already; it would add less than it asks of attention.
        case addsLittle
        /// With it these would have to go, and the whole would be worth less.
        case replaces([String], loss: Int)
    }

    /// Another good package that leans to some kinds of change.
    package struct Variant: Sendable {
        /// Code of the vocabulary of variants.
        package let code: String
        package let steps: [String]
        /// What it has that the package has not.
        package let added: [String]
        package let dropped: [String]
    }

    /// In order of period, then of the vocabulary.
    package let steps: [Step]
    package let running: [Running]
    package let leftOut: [LeftOut]
    /// Problems, among those that are weighed, on which neither package nor running efforts work.
    package let untouched: [String]
    package let variants: [Variant]

    package var isEmpty: Bool { steps.isEmpty }

    /// Where to begin: the steps that work on most, one of each domain before a second of any.
    package var firstSteps: [Step] {
        let heaviest = steps.enumerated().sorted { left, right in
            (right.element.weight, left.offset) < (left.element.weight, right.offset)
        }.map(\.element)
        var counts: [String: Int] = [:]
        return heaviest.enumerated().map { place, step -> (round: Int, place: Int, step: Step) in
            counts[step.option.domain, default: 0] += 1
            return (counts[step.option.domain, default: 0], place, step)
        }.sorted { ($0.round, $0.place) < ($1.round, $1.place) }.map(\.step)
    }

    package init(
        _ area: AreaSession, _ options: [InterventionOption], _ problems: [FoundProblem], _ challenges: ChallengeChoice,
        _ parameters: ChoiceParameters
    ) {
        running = Self.running(area, problems)
        let started = Set(running.compactMap(\.effort.intervention))
        let codesOfProblems = Set(problems.map(\.code))
        let choice = PackageModel(
            options: options.filter { option in
                !started.contains(option.code) && option.problems.contains { codesOfProblems.contains($0) }
            },
            problems: problems, main: challenges.main, running: Set(running.flatMap(\.problems)), sheet: area.sheet,
            ruleBase: area.ruleBase, parameters)
        let best = choice.problem.best() ?? PackageProblem.Solution(items: [], value: 0)
        let chosen = best.items.map { choice.options[$0] }
        let codes = Set(chosen.map(\.code))
        steps = chosen.enumerated().sorted { left, right in
            (left.element.period.rawValue, left.offset) < (right.element.period.rawValue, right.offset)
        }.map { _, option in
            Step(
                option: option, reinforces: choice.bonded(with: option.code).filter { codes.contains($0) },
                weight: choice.weight(of: option))
        }
        leftOut = choice.options.indices.filter { !best.items.contains($0) }.map { item in
            LeftOut(option: choice.options[item], reason: choice.reason(for: item, against: best))
        }
        let touched = Set(chosen.flatMap(\.problems) + running.flatMap(\.problems))
        untouched = problems.map(\.code).filter { !touched.contains($0) }
        variants = choice.variants(beside: best)
    }

    private static func running(_ area: AreaSession, _ problems: [FoundProblem]) -> [Running] {
        let interventions = area.ruleBase.vocabulary(VocabularyName.interventions)
        return area.sheet.efforts.filter { $0.status(on: area.date) == FactSheet.Effort.running }.map { effort in
            let worksOn = effort.intervention.flatMap { interventions?[$0]?.codes("works_on") } ?? []
            return Running(effort: effort, problems: problems.map(\.code).filter { worksOn.contains($0) })
        }
    }
}
