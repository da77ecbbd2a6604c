package import RuleEngine

/// A mark as text for a trainee, or as JSON for a program.
///
/// Until the model may be seen, what was missed is not named: the passage says where to look, and the question what to
/// think about.
package struct MarkReport {
    package let mark: Mark
    package let prepared: PreparedCase
    package let answers: CaseAnswers
    package let language: Language
    /// The model stands with it: after the last attempt, or by the trainer.
    package let showsModel: Bool

    package init(
        mark: Mark, prepared: PreparedCase, answers: CaseAnswers, language: Language, showsModel: Bool
    ) {
        self.mark = mark
        self.prepared = prepared
        self.answers = answers
        self.language = language
        self.showsModel = showsModel
    }

    /// One line of a mark as a reader may see it.
    package struct ShownLine: Sendable {
        package let verdict: Mark.Verdict
        package let title: String
        package let points: Points
        package let details: [String]
    }

    /// The lines of a part as they may be shown: with what explains them.
    package func lines(of part: Mark.Part) -> [ShownLine] {
        guard let exercise = prepared.exercise(part.exercise) else { return [] }
        let answer = answers.exercises[part.exercise] ?? ExerciseAnswer()
        return part.lines.map { line in
            let isHidden = line.verdict == .missed && !showsModel
            let explanation = prepared.explanation(of: line, in: exercise, answered: answer)
            var details: [String] = []
            if line.verdict != .found || !(explanation?.compared.isEmpty ?? true) {
                if let note = line.note { details.append(note[language]) }
                if line.isDivided { details.append(LocalizedText.divided[language]) }
                if let explanation { details += self.details(explanation, line.verdict, isHidden: isHidden) }
            }
            return ShownLine(
                verdict: line.verdict, title: isHidden ? LocalizedText.unnamed[language] : line.title[language],
                points: line.points, details: details)
        }
    }

    private func details(
        _ explanation: LineExplanation, _ verdict: Mark.Verdict, isHidden: Bool
    ) -> [String] {
        var details: [String] = []
        if !explanation.passages.isEmpty {
            let names = explanation.passages.map { "‘\($0.id.value)’" }
            details.append(LocalizedText.readAgain(names, language))
        }
        if !isHidden {
            details += explanation.reasons.map { LocalizedText.because[language] + " " + $0[language] }
            if showsModel {
                details += explanation.thresholds.map { LocalizedText.threshold[language] + " " + $0[language] }
            }
            details += explanation.compared.map { compared in
                (compared.isUsed ? LocalizedText.used : .unused)[language] + " " + compared.title[language]
            }
            if !explanation.unnamed.isEmpty {
                let names = ValueText(language).list(explanation.unnamed.map { $0[language] })
                details.append(LocalizedText.alsoRests[language] + " " + names)
            }
        }
        if verdict != .found { details.append(LocalizedText.think[language] + " " + explanation.question[language]) }
        return details
    }

    /// What an exercise should have been by a standard: titles in the order of the list.
    package func model(_ exercise: Exercise, _ standard: ExerciseDefinition.Standard) -> [String] {
        if standard == .panel, exercise.panelSize == 0 { return [] }
        return exercise.modelPicks(standard).compactMap { exercise[$0]?.title[language] }
    }

    /// Where the trainer decides otherwise than the engine, with the reason.
    package func departures(_ exercise: Exercise) -> [String] {
        exercise.definition.departures.compactMap { departure in
            exercise[departure.line.value].map { option in
                "\(option.title[language]): \(departure.verdict.title[language]). \(departure.reason[language])"
            }
        }
    }

    /// Part by part, line by line, with the reason below each difference; then the total, and the model last.
    package func text() -> String {
        var lines: [String] = [prepared.case.title[language]]
        for part in mark.parts {
            lines += ["", "\(part.title[language]): \(LocalizedText.of(part.points, part.maximum)[language])"]
            for line in self.lines(of: part) {
                lines.append("  \(line.verdict.title[language]): \(line.title) (\(line.points.text(in: language)))")
                lines += line.details.map { "    \($0)" }
            }
        }
        lines += ["", LocalizedText.total(mark.points, passMark: mark.passMark)[language], result[language]]
        if showsModel { lines += modelText }
        return lines.joined(separator: "\n") + "\n"
    }

    package var result: LocalizedText {
        if mark.isPass { return .pass }
        if mark.isWaiting { return .waiting }
        return showsModel ? .fail : .again(prepared.book.attempts - answers.attempts)
    }

    private var modelText: [String] {
        var lines = ["", LocalizedText.model[language]]
        for exercise in prepared.exercises where !exercise.isMarkedByTrainer {
            lines += ["", "  \(exercise.title[language])"]
            for standard in ExerciseDefinition.Standard.allCases {
                let titles = model(exercise, standard)
                let text =
                    standard == .panel && exercise.panelSize == 0
                    ? LocalizedText.noPanel[language]
                    : titles.isEmpty ? LocalizedText.none[language] : titles.joined(separator: "; ")
                lines.append("    \(standard.title[language]): \(text)")
            }
            lines += departures(exercise).map { "    \(LocalizedText.departs[language]) \($0)" }
        }
        return lines
    }

    /// One object; keys in alphabetical order.
    package func json() -> String {
        var members: [(name: String, value: JSONText)] = [
            ("attempts", .number("\(answers.attempts)")), ("case", .string(prepared.case.id)),
            ("casebook", .string(prepared.book.id)), ("maximum", mark.maximum.json),
        ]
        if showsModel { members.append(("model", .object(prepared.exercises.map { ($0.id, modelJSON($0)) }))) }
        members += [
            ("parts", .array(mark.parts.map(json))), ("pass", .bool(mark.isPass)), ("passMark", mark.passMark.json),
            ("points", mark.points.json), ("schema", .string("analyst/mark")), ("version", .number("2")),
            ("waiting", .bool(mark.isWaiting)),
        ]
        return JSONText.object(members).text + "\n"
    }

    private func modelJSON(_ exercise: Exercise) -> JSONText {
        .object(
            ExerciseDefinition.Standard.allCases.map { standard in
                let codes = standard == .panel && exercise.panelSize == 0 ? [] : exercise.modelPicks(standard)
                return (standard.rawValue, .array(codes.map { .string($0) }))
            })
    }

    private func json(_ part: Mark.Part) -> JSONText {
        let shown = lines(of: part)
        return .object([
            ("exercise", .string(part.exercise)),
            ("lines", .array(zip(part.lines, shown).map { json($0, $1) })),
            ("maximum", part.maximum.json),
            ("points", part.points.json),
        ])
    }

    private func json(_ line: Mark.Line, _ shown: ShownLine) -> JSONText {
        let isHidden = line.verdict == .missed && !showsModel
        let code = isHidden ? nil : line.code
        return .object(
            (code.map { [("code", .string($0))] } ?? []) + [
                ("details", .array(shown.details.map { .string($0) })),
                ("points", line.points.json),
                ("title", .string(shown.title)),
                ("verdict", .string(line.verdict.rawValue)),
            ])
    }
}

// MARK: - Wordings

extension ExerciseDefinition.Standard {
    package var title: LocalizedText {
        switch self {
        case .engine: LocalizedText(nl: "de regels", en: "the rules")
        case .trainer: LocalizedText(nl: "de trainer", en: "the trainer")
        case .panel: LocalizedText(nl: "het panel", en: "the panel")
        }
    }
}

extension ExerciseDefinition.Departure.Verdict {
    package var title: LocalizedText {
        switch self {
        case .expected: LocalizedText(nl: "hoort erbij", en: "belongs to it")
        case .defensible: LocalizedText(nl: "te verdedigen", en: "can be defended")
        case .wrong: LocalizedText(nl: "hoort er niet bij", en: "does not belong to it")
        }
    }
}

extension LocalizedText {
    fileprivate static let because = LocalizedText(nl: "want:", en: "because:")
    fileprivate static let threshold = LocalizedText(nl: "grens:", en: "threshold:")
    fileprivate static let used = LocalizedText(
        nl: "uw reden, en ook die van de regel:", en: "your reason, and that of the rule too:")
    fileprivate static let unused = LocalizedText(
        nl: "uw reden, maar de regel gebruikt hem niet:", en: "your reason, but the rule does not use it:")
    fileprivate static let alsoRests = LocalizedText(nl: "de regel steunt ook op:", en: "the rule also rests on:")
    fileprivate static let think = LocalizedText(nl: "Denk na:", en: "Think:")
    fileprivate static let unnamed = LocalizedText(nl: "nog iets", en: "something more")
    fileprivate static let divided = LocalizedText(
        nl: "Het panel is het hierover niet eens: bespreek het.", en: "The panel does not agree on this: talk about it."
    )
    fileprivate static let model = LocalizedText(nl: "Het model", en: "The model")
    fileprivate static let none = LocalizedText(nl: "niets", en: "nothing")
    fileprivate static let noPanel = LocalizedText(nl: "er is geen panel", en: "there is no panel")
    fileprivate static let departs = LocalizedText(nl: "de trainer wijkt af:", en: "the trainer departs:")
    fileprivate static let pass = LocalizedText(nl: "U bent geslaagd.", en: "You have passed.")
    fileprivate static let fail = LocalizedText(nl: "U bent niet geslaagd.", en: "You have not passed.")
    fileprivate static let waiting = LocalizedText(
        nl: "De trainer moet nog een deel nakijken.", en: "The trainer has yet to mark a part.")

    fileprivate static func again(_ left: Int) -> LocalizedText {
        LocalizedText(
            nl: "U bent nog niet geslaagd. U mag het nog \(max(left, 0)) keer proberen.",
            en: "You have not passed yet. You may try \(max(left, 0)) more \(left == 1 ? "time" : "times").")
    }

    fileprivate static func readAgain(_ names: [String], _ language: Language) -> String {
        let list = ValueText(language).list(names)
        return language == .nl
            ? "lees nog eens: passage \(list)" : "read again: passage \(list)"
    }

    fileprivate static func of(_ points: Points, _ maximum: Points) -> LocalizedText {
        LocalizedText(
            nl: "\(points.text(in: .nl)) van \(maximum.text(in: .nl)) punten",
            en: "\(points.text(in: .en)) of \(maximum.text(in: .en)) points")
    }

    fileprivate static func total(_ points: Points, passMark: Points) -> LocalizedText {
        LocalizedText(
            nl: "Totaal: \(points.text(in: .nl)) van 100 punten. De grens is \(passMark.text(in: .nl)).",
            en: "Total: \(points.text(in: .en)) of 100 points. The pass mark is \(passMark.text(in: .en)).")
    }
}
