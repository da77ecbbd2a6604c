import RuleEngine

extension AnswerChange {
    /// The answer that stands where this change goes: of the question's answers up to the day of the change the one that
    /// counts, else the one that says it was put off. Where the change has no day, or takes an answer back, all count.
    ///
    /// - Parameter answers: answers of an area, in the order of the sheet.
    package func standing(in answers: [Answer]) -> Answer? {
        let day = answer?.date.map { max($0, expected?.date ?? $0) }
        let given = answers.filter { given in
            guard QuestionID(given) == question else { return false }
            guard let day, let date = given.date else { return true }
            return date <= day
        }
        let real = given.filter { $0.value != .skipped }
        let latest = real.compactMap(\.date).max()
        return real.last { $0.date == latest } ?? given.last
    }

    /// Whether somebody else changed the answer since the person saw it.
    package func isConflict(in answers: [Answer]) -> Bool { standing(in: answers) != expected }
}
