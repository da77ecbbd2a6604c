package import RuleEngine

/// A run of rules on one area, rule by rule in the order in which they are decided: which one concludes something, with what,
/// and what stands in the way of the others.
///
///     let steps = RuleSteps(area.session)
///     for step in steps.all { print(step.rule.name, step.outcome) }
package struct RuleSteps: Sendable {
    package enum Outcome: String, CaseIterable, Sendable {
        /// It surely concludes something.
        case fired
        /// It may conclude something; that waits for what is not known.
        case open
        /// It concludes nothing.
        case silent
        /// It does not hold on the day.
        case notInForce = "not-in-force"
    }

    package struct Step: Sendable {
        /// Counted from 1.
        package let number: Int
        package let rule: Rule
        package let outcome: Outcome
        /// What it concludes, or may.
        package let findings: [FindingID]
        /// The place of the rule among the rules.
        let index: Int
        let justifications: [Justification]
    }

    package let all: [Step]
    package let session: Session

    package init(_ session: Session) {
        self.session = session
        let base = session.ruleBase
        var found: [Int: [(finding: FindingID, justification: Justification)]] = [:]
        for template in base.templates {
            for (_, fact) in session.facts(of: template.name) {
                let finding = session.finding(fact)
                for justification in fact.justifications {
                    found[justification.rule, default: []].append((finding, justification))
                }
            }
        }
        let order = base.strata.flatMap { $0.sorted() }
        let known = Set(order)
        let rules = order + base.rules.indices.filter { !known.contains($0) }
        all = rules.enumerated().map { number, index in
            let rule = base.rules[index]
            let own = found[index] ?? []
            let outcome: Outcome =
                own.contains { $0.justification.isCertain }
                ? .fired
                : !own.isEmpty ? .open : rule.validity.contains(session.inputs.date) ? .silent : .notInForce
            var seen: Set<FindingID> = []
            return Step(
                number: number + 1, rule: rule, outcome: outcome,
                findings: own.map(\.finding).filter { seen.insert($0).inserted }, index: index,
                justifications: own.map(\.justification))
        }
    }

    /// The step of a rule.
    package func step(ofRule name: String) -> Step? { all.first { $0.rule.name == name } }

    package func count(_ outcome: Outcome) -> Int { all.count { $0.outcome == outcome } }

    /// A way in which a rule concludes something, or nearly does.
    package struct Way: Sendable {
        /// In the order of the rule.
        package let conditions: [Explanation.Condition]
        /// The rule's own sentence sees these; `nil` where the rule concludes nothing.
        package let step: Explanation.Step?
        package var isCertain: Bool { step?.isCertain == true }
    }

    /// The ways in which the rule concludes something, those that hold first; of a rule that concludes nothing the way that
    /// comes nearest, if any does.
    ///
    /// - Parameter most: so many ways are told.
    package func ways(of step: Step, most: Int) -> [Way] {
        guard step.justifications.isEmpty else {
            let sorted = step.justifications.filter(\.isCertain) + step.justifications.filter { !$0.isCertain }
            return sorted.prefix(most).map { justification in
                let step = session.step(justification)
                return Way(conditions: step.conditions, step: step)
            }
        }
        guard let miss = session.nearMiss(ofRule: step.index) else { return [] }
        return [Way(conditions: miss.conditions.map(\.explanation), step: nil)]
    }

    /// How many ways there are.
    package func wayCount(of step: Step) -> Int { step.justifications.count }
}

// MARK: - Wordings

extension RuleSteps.Outcome {
    package var title: LocalizedText {
        switch self {
        case .fired: LocalizedText(nl: "stelde iets vast", en: "concluded something")
        case .open: LocalizedText(nl: "kan iets vaststellen", en: "may conclude something")
        case .silent: LocalizedText(nl: "bleef stil", en: "stayed silent")
        case .notInForce: LocalizedText(nl: "geldt niet op deze dag", en: "does not hold on this day")
        }
    }
}
