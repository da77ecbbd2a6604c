package import RuleEngine

// Why a finding is not there, along the whole chain: the rules that come nearest, what fails in each, how far figures are
// away, and for findings that are missing the same again.

extension ExplanationRenderer {
    /// - Parameter finding: any finding; of one that holds that is all that is told.
    package func whyNot(_ finding: FindingID) -> [String] {
        guard session.state(of: finding) != .found else {
            let holds = word(
                "Dit is gevonden: er staat niets in de weg. analyst why zegt waarop het berust.",
                "This is found: nothing stands in the way. analyst why tells what it rests on.")
            return [head(finding, 0), pad(1) + holds]
        }
        return [head(finding, 0)] + missing(finding, indent: 1)
    }

    /// The lines below the name of a finding that is not found.
    package func missing(_ finding: FindingID, indent: Int) -> [String] {
        var lines: [String] = []
        if let validity = session.notInForce(finding) { lines.append(StateWords.notInForce(validity)[language]) }
        if session.isCutShort { lines.append(StateWords.cutShort[language]) }
        var shown: Set<FindingID> = [finding]
        return lines.map { pad(indent) + $0 } + ways(finding, indent, depth.levels, depth.nearest, &shown)
            + (session.fact(finding).map { waits($0.fact, indent) } ?? [])
    }

    /// The lines of one way through a rule, with what is missing behind it.
    package func lines(of miss: NearMiss, indent: Int) -> [String] {
        var shown: Set<FindingID> = []
        return lines(miss, indent, depth.levels, &shown)
    }

    private func ways(
        _ id: FindingID, _ indent: Int, _ level: Int, _ most: Int?, _ shown: inout Set<FindingID>
    ) -> [String] {
        let pad = pad(indent)
        let overrules = session.inputs.overrules
        if let overrule = overrules.first(where: { $0.finding == id && $0.verdict == .rejected }) {
            let head = word("Iemand verwierp dit, met als reden: ", "A person rejected this, for the reason: ")
            return [pad + head + overrule.reason]
        }
        let misses = session.nearMisses(of: id, scale: scale)
        guard !misses.isEmpty else {
            return [pad + word("Geen regel kan dit vaststellen.", "No rule can conclude this.")]
        }
        let nearest = misses.prefix(most ?? .max)
        var lines: [String] = []
        for miss in nearest { lines += self.lines(miss, indent, level, &shown) }
        let rest = misses.count - nearest.count
        guard rest > 0 else { return lines }
        let more =
            rest == 1
            ? word("En nog 1 regel die verder weg is.", "And 1 more rule that is further off.")
            : word("En nog \(rest) regels die verder weg zijn.", "And \(rest) more rules that are further off.")
        return lines + [pad + more]
    }

    private func lines(_ miss: NearMiss, _ indent: Int, _ level: Int, _ shown: inout Set<FindingID>) -> [String] {
        let pad = pad(indent)
        var lines = [
            pad + word("Regel ", "Rule ") + "‘\(miss.rule.title[language])’ (\(miss.rule.qualifiedName))"
                + (miss.isInForce ? "" : word("; geldt niet op deze dag", "; not valid on this day"))
        ]
        for condition in miss.conditions {
            lines += self.lines(condition, pad + "  ")
            guard condition.state == .fails, condition.wantedState == .refuted, let wanted = condition.wanted else {
                continue
            }
            lines += chain(wanted, indent + 2, level, &shown)
        }
        return lines
    }

    /// A missing finding that a condition asks for, and in turn why it is missing.
    private func chain(_ id: FindingID, _ indent: Int, _ level: Int, _ shown: inout Set<FindingID>) -> [String] {
        if shown.contains(id) { return [head(id, indent) + explainedAbove] }
        guard level > 0 else { return [pad(indent) + moreBehind(1)] }
        shown.insert(id)
        return [head(id, indent)] + ways(id, indent + 1, level - 1, 1, &shown)
    }

    private func lines(_ condition: NearMiss.Condition, _ pad: String) -> [String] {
        let explanation = condition.explanation
        var lines = self.lines(conditions.sentence(explanation), condition.state, explanation.notes, pad)
        for distance in condition.distances { lines.append(pad + "    " + words.text(of: distance)) }
        guard condition.state != .holds, condition.distances.isEmpty else { return lines }
        for input in explanation.inputs {
            lines.append("\(pad)    \(figureOrVoice)\(findings.figures.text(of: input))")
        }
        return lines
    }

    var figureOrVoice: String { word("cijfer of stem: ", "figure or voice: ") }
}
