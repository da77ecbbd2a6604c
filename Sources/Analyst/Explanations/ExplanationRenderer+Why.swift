package import RuleEngine

// Why a finding is there: down to figures with table and year, and to the findings in publications.

extension ExplanationRenderer {
    /// - Parameter finding: any finding; of a refuted one the rules that come nearest are told.
    package func why(_ finding: FindingID) -> [String] {
        var shown: Set<FindingID> = []
        return lines(finding, indent: 0, level: depth.levels, &shown)
    }

    private func lines(_ id: FindingID, indent: Int, level: Int, _ shown: inout Set<FindingID>) -> [String] {
        guard let fact = session.fact(id)?.fact else { return [head(id, indent)] + missing(id, indent: indent + 1) }
        guard shown.insert(id).inserted else { return [head(id, indent) + explainedAbove] }
        let finding = findings.finding(fact, showing: depth.showsEachWay ? .all : .eachRule)
        let pad = pad(indent + 1)
        var lines = [head(id, indent)]
        for (name, value) in finding.properties { lines.append("\(pad)\(name): \(value)") }
        for sentence in finding.because.prefix(depth.most ?? .max) { lines.append(pad + sentence) }
        if let reason = finding.overruled {
            lines.append(
                pad + word("Iemand besloot dit, met als reden: ", "A person decided this, for the reason: ") + reason)
        }
        let (grounds, rest) = depth.split(finding.grounds)
        for ground in grounds {
            lines += self.lines(ground, pad)
            lines += behind(ground, indent: indent + 2, level: level, &shown)
        }
        if rest > 0 { lines.append(pad + moreRules(rest)) }
        return lines + waits(fact, indent + 1)
    }

    /// What an open finding waits for; nothing for another.
    func waits(_ fact: Fact, _ indent: Int) -> [String] {
        let (inputs, rest) = depth.split(findings.awaitedInputs(of: fact))
        guard !inputs.isEmpty else { return [] }
        let names = inputs.map { naming.title(of: $0, in: language) }
        let more = rest > 0 ? [word("en nog \(rest)", "and \(rest) more")] : []
        return [pad(indent) + word("Wacht op: ", "Waits for: ") + (names + more).joined(separator: "; ")]
    }

    private func lines(_ ground: AnalysisDocument.Ground, _ pad: String) -> [String] {
        // Rules without a vocabulary of strengths have none to tell.
        let strength = session.ruleBase.vocabulary(VocabularyName.ruleStrengths) == nil ? "" : "; \(ground.strength)"
        var lines = [pad + word("Regel ", "Rule ") + "‘\(ground.ruleTitle)’ (\(ground.rule))\(strength)"]
        for condition in ground.conditions {
            lines += self.lines(condition.text, condition.state, condition.notes, pad + "  ")
        }
        for figure in ground.figures { lines.append("\(pad)    \(figureOrVoice)\(figure)") }
        for parameter in ground.judgements {
            lines.append(pad + word("    grens: ", "    threshold: ") + parameter)
        }
        for source in ground.sources { lines.append(pad + word("  Bron: ", "  Source: ") + source) }
        return lines
    }

    /// The findings that a ground rests on, and in turn why these are there.
    private func behind(
        _ ground: AnalysisDocument.Ground, indent: Int, level: Int, _ shown: inout Set<FindingID>
    ) -> [String] {
        guard !ground.findings.isEmpty else { return [] }
        guard level > 0 else {
            let count = ground.findings.count { !shown.contains($0) }
            return count == 0 ? [] : [pad(indent) + moreBehind(count)]
        }
        // What is certain says more than what may be.
        let certain = ground.findings.filter { session.state(of: $0) == .found }
        let (explained, rest) = depth.split(certain + ground.findings.filter { session.state(of: $0) != .found })
        var lines: [String] = []
        for other in explained { lines += self.lines(other, indent: indent, level: level - 1, &shown) }
        return rest == 0 ? lines : lines + [pad(indent) + moreBehind(rest)]
    }

    private func moreRules(_ count: Int) -> String {
        count == 1
            ? word("En nog 1 regel.", "And 1 more rule.")
            : word("En nog \(count) regels.", "And \(count) more rules.")
    }
}
