import RuleEngine

extension TrainerDecision {
    /// `exercise=points` or `exercise:criterion=points`; `nil` for what is neither, or names what is not there.
    package init?(written text: String, reason: String, in prepared: PreparedCase) {
        guard let sign = text.lastIndex(of: "="),
            let points = NumberReading.points(String(text[text.index(after: sign)...]))
        else { return nil }
        let names = text[..<sign].split(separator: ":", maxSplits: 1).map(String.init)
        guard let name = names.first, let exercise = prepared.exercise(name) else { return nil }
        let criterion = names.count > 1 ? names[1] : nil
        guard criterion != nil || !exercise.isMarkedByTrainer else { return nil }
        if let criterion, !exercise.definition.rubric.contains(where: { $0.id.value == criterion }) { return nil }
        self.init(exercise: name, criterion: criterion, points: points, reason: reason)
    }
}

extension NumberReading {
    /// Points as somebody types them, with a decimal comma or point; `nil` for what is no number from 0 to 100.
    package static func points(_ text: String) -> Points? {
        guard let number = FEELNumber(text.replacing(",", with: ".")), number >= .zero, number <= FEELNumber(100),
            let hundredths = number.multiplied(by: 100)?.rounded(toScale: 0, rule: .halfEven)?.integerValue
        else { return nil }
        return Points(hundredths: hundredths)
    }
}
