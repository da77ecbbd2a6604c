import RuleEngine

/// How bad each problem is that is found, from 1 to 4. One step off is neither right nor wrong.
struct SeverityMaker: ExerciseMaker {
    func options(
        of definition: ExerciseDefinition, in world: CaseWorld, on area: AreaSession
    ) throws(BadInput) -> [ExerciseOption] {
        try definition.limited(area.foundProblems).flatMap { term -> [ExerciseOption] in
            let finding = FindingID(template: TemplateName.problem, key: [term.code])
            let possible = Self.levels.filter { level in
                area.session.possibleValues(of: "severity", in: finding)?.contains(.number(FEELNumber(level))) ?? false
            }
            return Self.levels.map { level in
                ExerciseOption(
                    code: "\(term.code)=\(level)", title: .severity(level, of: term.title), group: term.title,
                    choice: term.code, verdict: Self.verdict(on: level, possible), finding: finding)
            }
        }
    }

    static let levels = 1...4

    private static func verdict(on level: Int, _ possible: [Int]) -> ExerciseOption.Verdict {
        if possible.contains(level) { return .expected }
        return possible.contains { abs($0 - level) == 1 } ? .neutral(.oneStep) : .wrong
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static func severity(_ level: Int, of problem: LocalizedText) -> LocalizedText {
        LocalizedText(nl: "\(problem.nl): ernst \(level)", en: "\(problem.en): severity \(level)")
    }

    fileprivate static let oneStep = LocalizedText(
        nl: "Dit scheelt één stap met wat de regels zeggen.", en: "This is one step off what the rules say.")
}
