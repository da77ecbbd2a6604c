import RuleEngine

/// A problem that is found, with the figures and the answers that it rests on.
package struct FoundProblem: Sendable {
    package let code: String
    /// What is certain of it: 1 to 4.
    package let severity: Int
    /// The figures of the area that its rules read: those that were counted or asked before estimates, and of these the
    /// farthest out first.
    package let figures: [FoundFigure]
    /// The answers that its rules read.
    package let answers: [Answer]

    /// The groups that say so.
    package var perspectives: [String] {
        var seen: Set<String> = []
        return answers.map(\.perspective).filter { seen.insert($0).inserted }
    }

    /// Something was counted or asked, or somebody says so; without that it is an estimate, and asks a question first.
    package var isGrounded: Bool { !answers.isEmpty || figures.contains { $0.isMeasured } }

    /// How far out the farthest figure is, in percent; `nil` without figures that have a better side.
    package var distance: Int? { figures.first?.distance }

    /// How heavy it is to choose by: severity, what people say and rank, and whether it belongs to a main challenge.
    package func points(
        among main: [ChallengeChoice.Ranked], _ sheet: FactSheet, _ parameters: ChoiceParameters
    ) -> Int {
        let isMain = main.contains { $0.problems.contains { $0.code == code } }
        let ranked = sheet.voices.compactMap { voice in
            voice.ranking.firstIndex { $0.value == code }.map { parameters.ranked(at: $0) }
        }
        return severity * parameters[.severity] + (isMain ? parameters[.mainChallenge] : 0)
            + perspectives.reduce(0) { $0 + parameters.voice($1) } + ranked.reduce(0, +)
    }

    /// All problems that are found, in the order of their vocabulary.
    package static func all(of area: AreaSession) -> [FoundProblem] {
        let session = area.session
        return session.certainFacts(of: TemplateName.problem).compactMap { fact in
            guard let code = session.finding(fact).key.first else { return nil }
            var figures: [FoundFigure] = []
            var answers: [Answer] = []
            var rules: Set<Int> = []
            for justification in fact.justifications where justification.isCertain {
                guard rules.insert(justification.rule).inserted else { continue }
                for input in session.step(justification).conditions.flatMap(\.inputs) {
                    switch input.origin as? SheetOrigin {
                    case .figure(let figure, let source) where input.slot.context == nil:
                        guard let found = FoundFigure(figure, source, in: area.ruleBase),
                            !figures.contains(where: { $0.indicator == found.indicator })
                        else { continue }
                        figures.append(found)
                    case .answer(let answer) where answer.perspective != SheetContext.registered:
                        if !answers.contains(answer) { answers.append(answer) }
                    default: continue
                    }
                }
            }
            return FoundProblem(
                code: code, severity: session.leastNumber(of: ["severity"], in: fact).integerValue ?? 0,
                figures: figures.enumerated().sorted { left, right in
                    let (first, second) = (left.element, right.element)
                    if first.isMeasured != second.isMeasured { return first.isMeasured }
                    return (second.distance ?? -1, left.offset) < (first.distance ?? -1, right.offset)
                }.map(\.element), answers: answers)
        }
    }
}
