import RuleEngine

/// Which groups nobody recorded an answer of.
struct VoicesMaker: ExerciseMaker {
    func options(
        of definition: ExerciseDefinition, in world: CaseWorld, on area: AreaSession
    ) throws(BadInput) -> [ExerciseOption] {
        let heard = area.sheet.heardPerspectives(in: area.ruleBase, on: area.date)
        return area.ruleBase.codes(of: VocabularyName.perspectives).filter { $0.code != SheetContext.registered }
            .map { term in
                let isHeard = heard.contains(term.code)
                return ExerciseOption(
                    code: term.code, title: term.title, words: [term.text("explanation")].compactMap { $0 },
                    verdict: isHeard ? .wrong : .expected, because: [isHeard ? .heard : .unheard])
            }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let heard = LocalizedText(
        nl: "Deze groep komt in de tekst aan het woord.", en: "This group speaks in the text.")
    fileprivate static let unheard = LocalizedText(
        nl: "Van deze groep staat nergens een antwoord.", en: "There is no answer of this group anywhere.")
}
