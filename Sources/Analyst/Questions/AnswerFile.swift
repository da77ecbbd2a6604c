package import RuleEngine

/// A file with answers, as a sheet writes them: a list, alone or behind `answers:`.
package struct AnswerFile: Sendable {
    /// In the order of the file.
    package let answers: [Answer]

    /// - Parameter ruleBase: what the answers must fit.
    /// - Throws: all that is wrong with the file, with line and column.
    package init(_ file: SourceFile, under ruleBase: RuleBase) throws(BadInput) {
        let parsing = YAMLParser.parseSingle(file)
        var diagnostics = parsing.diagnostics
        let root = parsing.root
        let list = root?.mapping?.first { $0.name.value == "answers" }?.value.sequence ?? root?.sequence
        if list == nil, diagnostics.isEmpty { diagnostics.append(.noAnswers(file)) }
        let written = (list ?? []).compactMap { FactSheet.WrittenAnswer.read($0, into: &diagnostics) }
        diagnostics += FactSheet.WrittenAnswer.check(written, against: ruleBase)
        guard diagnostics.isEmpty else { throw BadInput(diagnostics, sources: [file]) }
        answers = written.map(\.answer)
    }

    /// What handing in the answers came to.
    package struct Outcome: Sendable {
        /// The sheet with the answers.
        package let sheet: FactSheet
        /// Questions that still wait, in their order.
        package let missing: [Question]
        /// Answers that no conclusion needs as the sheet stands; they are kept.
        package let unused: [QuestionID]
    }

    /// Keeps the answers, one by one.
    ///
    /// - Parameter day: of answers that have none.
    package func hand(
        _ questionnaire: Questionnaire, to store: some AnswerStore, on day: FEELDate, by author: String?
    ) throws(AnswerFault) -> Outcome {
        var questionnaire = questionnaire
        for answer in answers {
            let id = QuestionID(answer)
            let dated = answer.date == nil ? Answer(to: id, answer.value, on: day, with: AnswerDetails(answer)) : answer
            let change = questionnaire.change(id, to: dated)
            if change.expected != dated { _ = questionnaire.take(try store.record(change, by: author)) }
        }
        var seen: Set<QuestionID> = []
        let given = answers.map { QuestionID($0) }.filter { seen.insert($0).inserted }
        return Outcome(
            sheet: questionnaire.area.sheet, missing: questionnaire.order(),
            unused: given.filter { questionnaire.entry($0)?.answer?.value != .unknown && !questionnaire.isUsed($0) })
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func noAnswers(_ file: SourceFile) -> Diagnostic {
        Diagnostic(
            code: "answers/none",
            message: LocalizedText(
                nl: "\(file.name) heeft geen lijst met antwoorden", en: "\(file.name) has no list of answers"),
            at: nil,
            hint: LocalizedText(
                nl: "schrijf answers: en daaronder een regel per antwoord, zoals in een feitenblad",
                en: "write answers: and below it a line for each answer, as in a fact sheet"))
    }
}
