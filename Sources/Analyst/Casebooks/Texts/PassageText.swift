package import RuleEngine

/// What a passage tells, line by line: its words, its figures with their sources, and what people say.
package struct PassageText: Sendable {
    package let paragraphs: [String]
    /// Each figure with what it is compared with, and its table.
    package let figures: [String]
    /// What groups answer.
    package let voices: [String]
    /// Where the voices come from, or that they are invented; `nil` where nobody speaks.
    package let origin: String?

    package init(_ passage: CasebookCase.Passage, in world: CaseWorld, _ language: Language) {
        paragraphs = passage.text[language].split(separator: "\n\n").map { String($0) }
        let line = FigureLine(world, language)
        figures = passage.figures.compactMap { line.text(of: $0.value) }
        voices = passage.answers.map { world.voice($0.answer, language) }
        origin =
            voices.isEmpty
            ? nil : passage.isInvented ? LocalizedText.invented[language] : passage.source.map { $0[language] }
    }
}

extension CaseWorld {
    /// What a group answers, in a sentence.
    func voice(_ answer: Answer, _ language: Language) -> String {
        let ruleBase = given.ruleBase
        let perspective = ruleBase.vocabulary(VocabularyName.perspectives)?[answer.perspective]?.title[language]
        let question = Naming(ruleBase).code(of: answer.slot)?.title[language] ?? answer.question
        return "\(perspective ?? answer.perspective): \(question): \(AnswerWords.text(of: answer.value)[language])."
    }

    /// The figures that the trainee sees beside the passages.
    package func shownFigures(_ language: Language) -> [String] {
        let line = FigureLine(self, language)
        return given.sheet.figures.compactMap { line.text(of: $0.indicator) }
    }

    /// What is told to somebody who asks for something.
    package func told(by request: CasebookCase.Request, _ language: Language) -> [String] {
        let line = FigureLine(self, language)
        return request.figures.compactMap { line.text(of: $0.value) }
            + request.answers.map { voice($0.answer, language) }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let invented = LocalizedText(
        nl: "Deze stem is verzonnen voor de oefening.", en: "This voice was invented for the exercise.")
}
