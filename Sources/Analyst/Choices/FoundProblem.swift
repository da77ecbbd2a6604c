package import RuleEngine

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
            voice.ranking.firstIndex { $0.value == code }
                .map { max(parameters[.ranking] - $0 * parameters[.rankingStep], 0) }
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

/// A figure of the area with what it is compared with.
package struct FoundFigure: Sendable {
    package let indicator: String
    package let value: FEELNumber
    package let figure: FactSheet.Figure
    package let source: FactSheet.Source?
    /// Which side is better; `nil` where neither is.
    package let higherIsBetter: Bool?

    /// `nil` where the figure is not known.
    init?(_ figure: FactSheet.Figure, _ source: FactSheet.Source?, in ruleBase: RuleBase) {
        guard case .known(let value) = figure.reading else { return nil }
        self.value = value
        self.figure = figure
        self.source = source
        indicator = figure.indicator
        switch ruleBase.vocabulary(ruleBase.record.vocabulary)?[figure.indicator]?.string("direction") {
        case "higher": higherIsBetter = true
        case "lower": higherIsBetter = false
        default: higherIsBetter = nil
        }
    }

    /// Counted or asked, not estimated by a model.
    package var isMeasured: Bool { figure.kind == "count" || figure.kind == "survey" }

    /// How far out on the worse side, 0 to 100: the share of the country's areas that do better, where the sheet has the
    /// percentile; else how much worse than the country, at most twice as bad.
    package var distance: Int? {
        guard let higherIsBetter else { return nil }
        if let percentile = figure.percentile {
            let share = higherIsBetter ? FEELNumber(100).subtracting(percentile) : percentile
            return share.flatMap { $0.rounded(toScale: 0, rule: .halfEven)?.integerValue }
        }
        guard let country = figure.country, country > 0, value > 0 else { return nil }
        let ratio = higherIsBetter ? country.divided(by: value) : value.divided(by: country)
        guard let excess = ratio?.subtracting(1)?.multiplied(by: 100) else { return nil }
        return excess.rounded(toScale: 0, rule: .halfEven)?.integerValue.map { min(max($0, 0), 100) }
    }
}
