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
    /// The unknown inputs with the open conclusions that wait for each; those that most wait for first.
    ///
    /// Only conclusions of the leading parts count: what follows from them would count twice. Left out is what nobody can
    /// give on the day of the analysis.
    package let waiting: [(input: InputID, conclusions: [FindingID])]
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
        waiting = Self.waiting(area, awaited)
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

    // MARK: What open conclusions wait for

    private static func waiting(
        _ area: AreaSession, _ awaited: AwaitedInputs
    ) -> [(input: InputID, conclusions: [FindingID])] {
        let session = area.session
        let leading = area.rules.report.leadingTemplates
        var conclusions: [InputID: [FindingID]] = [:]
        for fact in session.facts
        where !fact.isCertain && leading.contains(area.ruleBase.templates[fact.template].name) {
            let finding = session.finding(fact)
            for input in awaited[fact] { conclusions[input, default: []].append(finding) }
        }
        return withoutBenchmarks(conclusions, session).filter { canBeAsked($0.key, area) }.sorted { left, right in
            left.value.count == right.value.count ? left.key < right.key : left.value.count > right.value.count
        }.map { (input: $0.key, conclusions: $0.value) }
    }

    /// A figure of the city or the country comes along with that of the area: where both are unknown they are one question.
    private static func withoutBenchmarks(
        _ conclusions: [InputID: [FindingID]], _ session: Session
    ) -> [InputID: [FindingID]] {
        var own: [String: InputID] = [:]
        for input in conclusions.keys {
            if case .slot(let slot) = session.reference(input), slot.context == nil { own[slot.name] = input }
        }
        var result = conclusions
        for input in conclusions.keys.sorted() {
            guard case .slot(let slot) = session.reference(input), slot.context != nil,
                session.ruleBase.isFigure(slot), let figure = own[slot.name]
            else { continue }
            let known = Set(result[figure] ?? [])
            result[figure, default: []] += (conclusions[input] ?? []).filter { !known.contains($0) }
            result[input] = nil
        }
        return result
    }

    /// Not a figure that was published after the day of the analysis, nor one of an indicator that did not exist yet, nor
    /// a parameter that has no value yet.
    private static func canBeAsked(_ input: InputID, _ area: AreaSession) -> Bool {
        if case .parameter = area.session.reference(input) { return false }
        guard case .slot(let slot) = area.session.reference(input), area.ruleBase.isFigure(slot) else { return true }
        switch area.omissions[slot.name] {
        case .later?, .future?: return false
        case .missing?, .tooOld?, .lowCoverage?, nil: break
        }
        return Naming(area.ruleBase).code(of: slot)?.validity.contains(area.date) ?? true
    }
}

extension RuleBase {
    /// The codes of a vocabulary in its order; none where the rules do not have it.
    package func codes(of vocabulary: String) -> [Vocabulary.Term] { self.vocabulary(vocabulary)?.codes ?? [] }
}
