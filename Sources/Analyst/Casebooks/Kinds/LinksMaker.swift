import RuleEngine

/// Which problem makes which other one heavier. A link that skips a step earns half of one.
struct LinksMaker: ExerciseMaker {
    func options(
        of definition: ExerciseDefinition, in world: CaseWorld, on area: AreaSession
    ) throws(BadInput) -> [ExerciseOption] {
        let problems = try definition.limited(area.foundProblems)
        return problems.flatMap { from in
            problems.filter { $0.code != from.code }.map { to in
                let finding = FindingID(template: TemplateName.link, key: [from.code, to.code])
                return ExerciseOption(
                    code: "\(from.code)>\(to.code)", title: .arrow(from.title, to.title), group: from.title,
                    verdict: verdict(from.code, to.code, area), finding: finding)
            }
        }
    }

    private func verdict(_ from: String, _ to: String, _ area: AreaSession) -> ExerciseOption.Verdict {
        let direct = area.verdict(on: FindingID(template: TemplateName.link, key: [from, to]))
        guard direct == .wrong else { return direct }
        let indirect = FindingID(template: TemplateName.reaches, key: [from, to])
        return area.session.state(of: indirect) == .found ? .partly(Self.skippedStep, .skipped) : .wrong
    }

    private static let skippedStep = 50
}

// MARK: - Wordings

extension LocalizedText {
    static func arrow(_ from: LocalizedText, _ to: LocalizedText) -> LocalizedText {
        LocalizedText(nl: "\(from.nl) → \(to.nl)", en: "\(from.en) → \(to.en)")
    }

    fileprivate static let skipped = LocalizedText(
        nl: "Het een werkt door in het ander, maar via een stap ertussen.",
        en: "The one leads to the other, but by way of a step in between.")
}
