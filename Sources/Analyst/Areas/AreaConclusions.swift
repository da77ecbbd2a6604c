package import RuleEngine

/// What an area's session says beyond single facts, worked out once, before anything is laid out: who was not heard, what
/// open conclusions wait for, what was dropped, and how the parts of the area differ.
package struct AreaConclusions: Sendable {
    /// What one part of the area shows under the same rules.
    package struct Part: Sendable {
        package let part: FactSheet.Part
        /// Codes of the problems that are found, in the order of their vocabulary.
        package let problems: [String]
        /// How many problems are open.
        package let openProblems: Int
        /// Codes of the problems that are found here and not in the area as a whole.
        package let hiddenProblems: [String]
        /// Codes of the interventions that fit here and not in the area as a whole, the heaviest first.
        package let extraInterventions: [String]
    }

    /// Groups of people that nobody recorded an answer of.
    package let unheard: [Vocabulary.Term]
    /// Nobody was heard.
    package let isProvisional: Bool
    /// What each open fact waits for.
    package let awaited: AwaitedInputs
    /// The unknown inputs that can be asked for; those that most open conclusions wait for first.
    package let waiting: [WaitingInput]
    /// Interventions that were considered and do not fit.
    package let dropped: [FindingID]
    /// The parts that have figures of their own; none where the area has at most one.
    package let parts: [Part]

    package init(_ area: AreaSession) {
        let voices = area.ruleBase.codes(of: VocabularyName.perspectives).filter { $0.code != SheetContext.registered }
        let heard = area.sheet.heardPerspectives(in: area.ruleBase, on: area.date)
        unheard = voices.filter { !heard.contains($0.code) }
        isProvisional = unheard.count == voices.count
        awaited = AwaitedInputs(area.session)
        waiting = WaitingInput.all(of: area, awaited)
        dropped = area.session.certainFacts(of: TemplateName.candidate).compactMap { fact in
            let id = FindingID(template: TemplateName.intervention, key: area.session.finding(fact).key)
            return area.session.state(of: id) == .refuted ? id : nil
        }
        parts = Self.parts(area)
    }

    // MARK: Parts

    private static func parts(_ area: AreaSession) -> [Part] {
        let parts = area.sheet.parts.filter { !$0.figures.isEmpty }
        guard parts.count > 1 else { return [] }
        let problems = area.session.codes(of: area.session.certainFacts(of: TemplateName.problem))
        let interventions = area.session.codes(of: area.session.certainFacts(of: TemplateName.intervention))
        return area.map(parts) { part, session in
            let found = session.codes(of: session.certainFacts(of: TemplateName.problem))
            let fitting = session.codes(of: session.heaviestFirst(session.certainFacts(of: TemplateName.intervention)))
            return Part(
                part: part, problems: found,
                openProblems: session.facts(of: TemplateName.problem).count { !$0.fact.isCertain },
                hiddenProblems: found.filter { !problems.contains($0) },
                extraInterventions: fitting.filter { !interventions.contains($0) })
        }
    }
}

extension RuleBase {
    /// The codes of a vocabulary in its order; none where the rules do not have it.
    package func codes(of vocabulary: String) -> [Vocabulary.Term] { self.vocabulary(vocabulary)?.codes ?? [] }
}
