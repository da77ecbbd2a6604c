package import RuleEngine

extension AnswerChange {
    /// The answer that stands at a question: of its answers up to a day the one that counts, else the one that says it was
    /// put off.
    ///
    /// - Parameters:
    ///   - day: `nil` for answers of all days.
    ///   - answers: of an area, in the order of the sheet.
    package static func standing(at question: QuestionID, on day: FEELDate?, in answers: [Answer]) -> Answer? {
        let given = answers.filter { given in
            guard QuestionID(given) == question else { return false }
            guard let day, let date = given.date else { return true }
            return date <= day
        }
        let real = given.filter { $0.value != .skipped }
        let latest = real.compactMap(\.date).max()
        return real.last { $0.date == latest } ?? given.last
    }

    /// The answer that stands where this change goes, up to its day. Where the change has no day, or takes an answer back,
    /// answers of all days count.
    package func standing(in answers: [Answer]) -> Answer? {
        let day = answer?.date.map { max($0, expected?.date ?? $0) }
        return Self.standing(at: question, on: day, in: answers)
    }

    /// Whether somebody else changed the answer since the person saw it.
    package func isConflict(in answers: [Answer]) -> Bool { standing(in: answers) != expected }
}
