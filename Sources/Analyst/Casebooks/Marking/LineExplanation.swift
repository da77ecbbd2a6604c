package import RuleEngine

/// Why a line is marked as it is: where the text says so, what the rule says, how that compares with the trainee's reasons,
/// and what to think about.
package struct LineExplanation: Sendable {
    /// A reason that the trainee gave, and whether the rule rests on it.
    package struct Compared: Sendable {
        package let title: LocalizedText
        package let isUsed: Bool
    }

    /// Where to read again.
    package let passages: [CasebookCase.Passage]
    /// The steps of the rule, and the trainer's note.
    package let reasons: [LocalizedText]
    package let thresholds: [LocalizedText]
    package let compared: [Compared]
    /// Signs that the rule rests on and that the trainee did not name.
    package let unnamed: [LocalizedText]
    package let question: LocalizedText

    init(_ line: Mark.Line, _ code: String, of exercise: Exercise, in prepared: PreparedCase, pick: Pick?) {
        let world = prepared.world
        let option = exercise[code]
        let derivation = option?.finding.map { Derivation(of: $0, in: world.model.session) }
        let departure = exercise.departure(at: code)
        let told = world.toldSlots
        let signs = (derivation?.signs ?? []).filter { told.contains($0) }
        let cited = departure?.passages.map(\.value) ?? []
        let telling = world.passages(telling: signs).map(\.id.value)
        passages = prepared.case.passages.filter { cited.contains($0.id.value) || telling.contains($0.id.value) }
        var seen: Set<LocalizedText> = []
        reasons = ((departure.map { [$0.reason] } ?? []) + (option?.because ?? []) + (derivation?.reasons ?? []))
            .filter { seen.insert($0).inserted }
        thresholds = derivation?.thresholds ?? []
        let naming = Naming(prepared.ruleBase)
        let findings = (derivation?.findings ?? []).flatMap { [$0.key.joined(separator: ">")] + $0.key }
        var named: Set<RecordSchema.Slot> = []
        compared = (pick?.reasons ?? []).map { reason in
            if let passage = prepared.case.passage(reason) {
                let slots = CaseWorld.slots(passage)
                named.formUnion(slots)
                return Compared(
                    title: .passage(reason),
                    isUsed: cited.contains(reason) || slots.contains { signs.contains($0) })
            }
            if let slot = told.first(where: { $0.path == reason }) {
                named.insert(slot)
                return Compared(
                    title: LocalizedText { naming.title(of: slot, in: $0) }, isUsed: signs.contains(slot))
            }
            let title = prepared.exercises.compactMap { $0[reason]?.title }.first
            return Compared(title: title ?? LocalizedText(verbatim: reason), isUsed: findings.contains(reason))
        }
        unnamed =
            pick?.reasons.isEmpty ?? true
            ? [] : signs.filter { !named.contains($0) }.map { slot in LocalizedText { naming.title(of: slot, in: $0) } }
        question =
            exercise.definition.thoughts.first { $0.name.value == code }?.value
            ?? .question(line.verdict, hasPassage: !passages.isEmpty)
    }
}

extension PreparedCase {
    /// Why a line of a mark is as it is; `nil` for lines about an exercise as a whole.
    package func explanation(of line: Mark.Line, in exercise: Exercise, answered answer: ExerciseAnswer)
        -> LineExplanation?
    {
        guard let code = line.code, !exercise.isMarkedByTrainer else { return nil }
        return LineExplanation(
            line, code, of: exercise, in: self, pick: answer.picks.first { $0.code == code })
    }
}

// MARK: - Wordings

extension LocalizedText {
    static func passage(_ id: String) -> LocalizedText {
        LocalizedText(nl: "passage ‘\(id)’", en: "passage ‘\(id)’")
    }

    fileprivate static func question(_ verdict: Mark.Verdict, hasPassage: Bool) -> LocalizedText {
        switch verdict {
        case .missed where !hasPassage:
            LocalizedText(
                nl: "Wat ontbreekt er nog in uw antwoord, en waaraan ziet u dat?",
                en: "What is still missing in your answer, and by what do you see it?")
        case .missed:
            LocalizedText(
                nl: "Wat staat in deze passage dat u nog niet hebt gebruikt?",
                en: "What does this passage say that you have not used yet?")
        case .tooMany:
            LocalizedText(
                nl: "Waaraan zou u dit in de tekst moeten zien, en staat dat er?",
                en: "By what in the text would you see this, and does it stand there?")
        case .notSettled:
            LocalizedText(
                nl: "Welk gegeven zou dit beslissen, en hebt u dat?",
                en: "Which fact would decide this, and do you have it?")
        case .defensible:
            LocalizedText(
                nl: "Wat zou iemand zeggen die het anders ziet?", en: "What would somebody say who sees it otherwise?")
        default:
            LocalizedText(
                nl: "Welk gegeven zou u van gedachten doen veranderen?", en: "Which fact would change your mind?")
        }
    }
}
