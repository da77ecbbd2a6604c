package import RuleEngine

/// Why a finding is found or open, or why it is not, for any rules: each rule with its conditions in words, down to the
/// findings that they rest on.
package struct ExplanationText {
    package let session: Session
    package let language: Language

    package init(session: Session, language: Language) {
        self.session = session
        self.language = language
    }

    package func text(of finding: FindingID) -> String {
        var shown: Set<FindingID> = []
        return lines(finding, indent: 0, &shown).joined(separator: "\n") + "\n"
    }

    private func lines(_ id: FindingID, indent: Int, _ shown: inout Set<FindingID>) -> [String] {
        let pad = String(repeating: "  ", count: indent)
        let title = Naming(session.ruleBase).title(of: id, in: language)
        let head = "\(pad)\(title) [\(id)]: \(RunWords.state(session.state(of: id))[language])"
        guard shown.insert(id).inserted else { return [head + LocalizedText.explainedAbove[language]] }
        var lines = [head]
        let explanation = session.explanation(of: id)
        if explanation.steps.isEmpty, session.fact(id) == nil {
            lines.append(pad + "  " + LocalizedText.noRule[language])
        }
        let isThere = session.fact(id) != nil
        for step in explanation.steps.prefix(isThere ? .max : Self.nearest) {
            lines.append("\(pad)  \(LocalizedText.rule[language]) ‘\(step.rule.title[language])’ (\(step.rule.name))")
            for condition in step.conditions {
                lines.append(
                    "\(pad)    - \(session.sentence(of: condition, in: language)) [\(word(condition.state)[language])]")
                for note in condition.notes { lines.append("\(pad)      \(note.message[language])") }
                // A fact that comes from outside has no rules behind it.
                guard isThere else { continue }
                for fact in condition.facts.map({ session[$0] }) where !fact.justifications.isEmpty {
                    lines += self.lines(session.finding(fact), indent: indent + 3, &shown)
                }
            }
            if step.isCertain, let because = session.because(step, in: language) {
                lines.append("\(pad)    \(because)")
            }
        }
        if let fact = session.fact(id)?.fact, !fact.isCertain, case let awaited = session.awaitedInputs(of: fact),
            !awaited.isEmpty
        {
            let naming = Naming(session.ruleBase)
            let names = awaited.map { naming.title(of: session.reference($0), in: language) }
            lines.append("\(pad)  \(LocalizedText.waitsFor[language]) \(names.joined(separator: "; "))")
        }
        return lines
    }

    private func word(_ state: ConditionState) -> LocalizedText {
        switch state {
        case .holds: LocalizedText(nl: "klopt", en: "holds")
        case .open: LocalizedText(nl: "nog niet bekend", en: "not yet known")
        case .fails: LocalizedText(nl: "klopt niet", en: "fails")
        case .notReached: LocalizedText(nl: "niet toegekomen", en: "not reached")
        }
    }

    /// How many rules are shown that could conclude what is not there.
    private static let nearest = 3
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let explainedAbove = LocalizedText(nl: "; hierboven uitgelegd", en: "; explained above")
    fileprivate static let noRule = LocalizedText(
        nl: "Geen regel kan dit vaststellen.", en: "No rule can conclude this.")
    fileprivate static let rule = LocalizedText(nl: "Regel", en: "Rule")
    fileprivate static let waitsFor = LocalizedText(nl: "Wacht op:", en: "Waits for:")
}
