import RuleEngine

/// Mistakes in an analysis that the engine made and then spoiled. The right line with another mistake earns half of one.
struct MistakesMaker: ExerciseMaker {
    func options(
        of definition: ExerciseDefinition, in world: CaseWorld, on area: AreaSession
    ) throws(BadInput) -> [ExerciseOption] {
        let analysis = FlawedAnalysis(area, mistakes: definition.mistakes)
        guard analysis.lines.contains(where: { $0.flaw != nil }) else {
            throw BadInput([.nothingToSpoil(definition.id)])
        }
        return analysis.lines.enumerated().flatMap { number, line in
            FlawedAnalysis.Flaw.allCases.map { flaw in
                let code = Self.code(number)
                let verdict: ExerciseOption.Verdict =
                    line.flaw == flaw ? .expected : line.flaw == nil ? .wrong : .partly(50, .otherFlaw)
                return ExerciseOption(
                    code: "\(code)=\(flaw.rawValue)", title: .flaw(flaw.title, line: number + 1, line.text),
                    group: LocalizedText { "\(number + 1). \(line.text[$0])" }, choice: code, verdict: verdict,
                    finding: line.finding, because: [line.truth])
            }
        }
    }

    func material(of definition: ExerciseDefinition, in world: CaseWorld) -> [ExerciseMaterial] {
        FlawedAnalysis(world.model, mistakes: definition.mistakes).lines.enumerated().map { number, line in
            ExerciseMaterial(code: Self.code(number), text: line.text)
        }
    }

    private static func code(_ number: Int) -> String { "r\(number + 1)" }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let otherFlaw = LocalizedText(
        nl: "Deze regel is fout, maar er is iets anders mee.",
        en: "This line is wrong, but something else is the matter.")

    fileprivate static func flaw(_ title: LocalizedText, line: Int, _ text: LocalizedText) -> LocalizedText {
        LocalizedText(nl: "regel \(line): \(title.nl)", en: "line \(line): \(title.en)")
    }
}

extension Diagnostic {
    fileprivate static func nothingToSpoil(_ id: Located<String>) -> Diagnostic {
        Diagnostic(
            code: "casebook/nothing-to-spoil",
            message: LocalizedText(
                nl: "oefening ‘\(id.value)’: er staat te weinig vast om een analyse met fouten te maken",
                en: "exercise ‘\(id.value)’: too little is certain to make an analysis with mistakes"),
            at: id.span,
            hint: LocalizedText(nl: "vertel meer cijfers in de passages", en: "tell more figures in the passages"))
    }
}
