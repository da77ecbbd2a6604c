package import RuleEngine

extension FactSheet {
    /// The answers that were given on or before a day; those without a date are among them. Questions that were put off
    /// have no answer.
    package func answers(until day: FEELDate) -> [Answer] {
        answers.filter { !$0.isLater(than: day) && $0.value != .skipped }
    }

    /// The answers that were given after a day.
    package func answers(after day: FEELDate) -> [Answer] {
        answers.filter { $0.isLater(than: day) && $0.value != .skipped }
    }

    /// The questions that were put off by a day and not answered since, in the order of the file.
    package func putOff(on day: FEELDate) -> [Answer] {
        let answered = Set(answers(until: day).map(\.slot))
        return answers.filter { $0.value == .skipped && !$0.isLater(than: day) && !answered.contains($0.slot) }
    }

    /// The answers that count on a day, in the order of the file: of each question to each group those of the latest day on
    /// which it was answered, up to that day. Answers without a date count where none has a date.
    package func countedAnswers(on day: FEELDate) -> [Answer] {
        let given = answers(until: day)
        var latest: [RecordSchema.Slot: FEELDate] = [:]
        for answer in given {
            guard let date = answer.date else { continue }
            latest[answer.slot] = max(latest[answer.slot] ?? date, date)
        }
        return given.filter { latest[$0.slot] == $0.date }
    }

    /// The answers that another one of a later day has taken the place of.
    package func replacedAnswers(on day: FEELDate) -> [Answer] {
        let counted = countedAnswers(on: day)
        return answers(until: day).filter { !counted.contains($0) }
    }
}

extension Answer {
    fileprivate func isLater(than day: FEELDate) -> Bool { date.map { $0 > day } ?? false }
}
