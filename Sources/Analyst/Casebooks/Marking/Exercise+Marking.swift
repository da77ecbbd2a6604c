import RuleEngine

extension Exercise {
    /// Marks an answer.
    ///
    /// Expected lines earn, lines that are not so cost (`MarkingKey`); a part is never worth less than zero nor more than
    /// its points. So the model earns all points, picking everything earns nothing, and picking nothing earns nothing where
    /// there is something to find.
    ///
    /// - Parameters:
    ///   - standard: `nil`: the one that the case names.
    ///   - hints: how many hints were read.
    ///   - decisions: what the trainer gives or changes.
    package func mark(
        _ answer: ExerciseAnswer, against standard: ExerciseDefinition.Standard? = nil, hints: Int = 0,
        hintCost: Int = 0, decisions: [TrainerDecision] = []
    ) -> Mark.Part {
        var lines = isMarkedByTrainer ? rubricLines(decisions) : pickedLines(answer, key(standard))
        if hints > 1, hintCost > 0, hints <= definition.hints.count {
            lines.append(
                .init(
                    verdict: .hint, code: nil, title: .hints(hints), points: Points(-(hints - 1) * hintCost)))
        }
        bound(&lines)
        for decision in decisions where decision.criterion == nil {
            let before = lines.map(\.points).reduce(.zero, +)
            // A changed mark stays within what the exercise is worth.
            let after = min(max(decision.points, .zero), maximum)
            lines.append(
                .init(
                    verdict: .overruled, code: nil, title: LocalizedText(verbatim: decision.reason),
                    points: after + -before))
        }
        return Mark.Part(exercise: id, title: title, lines: lines, maximum: maximum)
    }

    private func pickedLines(_ answer: ExerciseAnswer, _ key: MarkingKey) -> [Mark.Line] {
        let picked = Set(answer.picks.map(\.code))
        var lines: [Mark.Line] = []
        if !key.expectsAnything {
            lines.append(.init(verdict: .nothingToFind, code: nil, title: .nothing, points: key.maximum))
        }
        // Of options that exclude each other the missed line is told once, and not beside one that was picked rightly.
        var settled: Set<String> = []
        for option in options where picked.contains(option.code) && key[option.code].standing == .expected {
            if let choice = option.choice { settled.insert(choice) }
        }
        for option in options {
            let entry = key[option.code]
            let isPicked = picked.contains(option.code)
            let verdict: Mark.Verdict
            switch entry.standing {
            case .expected:
                if !isPicked, let choice = option.choice, !settled.insert(choice).inserted { continue }
                verdict = isPicked ? .found : .missed
            case .partly, .neutral: verdict = .defensible
            case .open: verdict = .notSettled
            case .wrong: verdict = .tooMany
            }
            guard isPicked || verdict == .missed else { continue }
            lines.append(
                .init(
                    verdict: verdict, code: option.code, title: option.title,
                    points: isPicked ? Points(hundredths: entry.value) : .zero, note: entry.note,
                    isDivided: entry.isDivided))
        }
        return lines
    }

    private func rubricLines(_ decisions: [TrainerDecision]) -> [Mark.Line] {
        definition.rubric.map { criterion in
            guard let decision = decisions.last(where: { $0.criterion == criterion.id.value }) else {
                return .init(verdict: .waiting, code: criterion.id.value, title: criterion.title, points: .zero)
            }
            return .init(
                verdict: .rubric, code: criterion.id.value, title: criterion.title,
                points: min(max(decision.points, .zero), Points(criterion.points)),
                note: decision.reason.isEmpty ? nil : LocalizedText(verbatim: decision.reason))
        }
    }

    private func bound(_ lines: inout [Mark.Line]) {
        let sum = lines.map(\.points).reduce(.zero, +)
        if sum < .zero { lines.append(.init(verdict: .floor, code: nil, title: .floor, points: -sum)) }
        if sum > maximum {
            lines.append(.init(verdict: .ceiling, code: nil, title: .ceiling, points: maximum + -sum))
        }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let nothing = LocalizedText(
        nl: "Hier is met deze gegevens niets vast te stellen.", en: "With these data nothing can be found here.")
    fileprivate static let floor = LocalizedText(
        nl: "Een oefening telt nooit minder dan nul.", en: "An exercise is never worth less than zero.")
    fileprivate static let ceiling = LocalizedText(
        nl: "Een oefening telt nooit meer dan haar punten.", en: "An exercise is never worth more than its points.")

    fileprivate static func hints(_ count: Int) -> LocalizedText {
        LocalizedText(nl: "\(count) hints gelezen", en: "\(count) hints read")
    }
}
