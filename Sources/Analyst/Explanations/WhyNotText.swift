package import RuleEngine

/// Why a finding is not there, along the whole chain: the rules that come nearest, what fails in each, how far figures
/// are away, and for findings that are missing the same again.
package struct WhyNotText {
    package let session: Session
    package let scale: InputScale
    /// Where figures come from; `nil`: they are told without.
    package let figures: FigureText?
    package let words: ChangeWords
    package let language: Language
    /// How many rules are shown for the finding itself; of findings behind it only the nearest is.
    package let rules: Int
    /// How far findings behind findings are followed.
    package let depth: Int

    package init(
        session: Session, scale: InputScale = InputScale(), figures: FigureText? = nil, _ language: Language,
        rules: Int = 3, depth: Int = 4
    ) {
        self.session = session
        self.scale = scale
        self.figures = figures
        self.language = language
        self.rules = rules
        self.depth = depth
        words = ChangeWords(session: session, language: language)
    }

    package init(_ area: AreaSession, _ language: Language) {
        self.init(session: area.session, scale: area.scale, figures: FigureText(area.ruleBase, language), language)
    }

    /// The lines below the name of the finding.
    package func lines(of finding: FindingID, indent: Int = 1) -> [String] {
        var shown: Set<FindingID> = [finding]
        return lines(finding, indent, depth, rules, &shown)
    }

    private func lines(
        _ id: FindingID, _ indent: Int, _ level: Int, _ limit: Int, _ shown: inout Set<FindingID>
    ) -> [String] {
        let pad = String(repeating: "  ", count: indent)
        let overrules = session.inputs.overrules
        if let overrule = overrules.first(where: { $0.finding == id && $0.verdict == .rejected }) {
            let head = words.word("Iemand verwierp dit, met als reden: ", "A person rejected this, for the reason: ")
            return [pad + head + overrule.reason]
        }
        let misses = session.nearMisses(of: id, scale: scale)
        guard !misses.isEmpty else {
            return [pad + words.word("Geen regel kan dit vaststellen.", "No rule can conclude this.")]
        }
        var lines: [String] = []
        for miss in misses.prefix(limit) {
            lines += self.lines(miss, indent, level, &shown)
        }
        if misses.count > limit {
            let rest = misses.count - limit
            lines.append(
                pad
                    + (rest == 1
                        ? words.word("En nog 1 regel die verder weg is.", "And 1 more rule that is further off.")
                        : words.word(
                            "En nog \(rest) regels die verder weg zijn.", "And \(rest) more rules that are further off."
                        )))
        }
        return lines
    }

    /// The lines of one way through a rule, with what is missing behind it.
    package func lines(of miss: NearMiss, indent: Int) -> [String] {
        var shown: Set<FindingID> = []
        return lines(miss, indent, depth, &shown)
    }

    private func lines(_ miss: NearMiss, _ indent: Int, _ level: Int, _ shown: inout Set<FindingID>) -> [String] {
        let pad = String(repeating: "  ", count: indent)
        var lines = [
            pad + words.word("Regel ", "Rule ") + "‘\(miss.rule.title[language])’ (\(miss.rule.name))"
                + (miss.isInForce ? "" : words.word("; geldt niet op deze dag", "; not valid on this day"))
        ]
        for condition in miss.conditions {
            lines += self.lines(condition, pad + "  ")
            guard level > 0, condition.state == .fails, condition.wantedState == .refuted,
                let wanted = condition.wanted
            else { continue }
            lines += chain(wanted, indent + 2, level, &shown)
        }
        return lines
    }

    /// A missing finding that a condition asks for, and in turn why it is missing.
    private func chain(
        _ id: FindingID, _ indent: Int, _ level: Int, _ shown: inout Set<FindingID>
    ) -> [String] {
        let pad = String(repeating: "  ", count: indent)
        let head = pad + "\(Naming(session.ruleBase).title(of: id, in: language)) [\(id)]: \(words.word(.refuted))"
        guard shown.insert(id).inserted else {
            return [head + words.word("; hierboven uitgelegd", "; explained above")]
        }
        return [head] + lines(id, indent + 1, level - 1, 1, &shown)
    }

    private func lines(_ condition: NearMiss.Condition, _ pad: String) -> [String] {
        let explanation = condition.explanation
        var lines = [pad + "- \(session.sentence(of: explanation, in: language)) [\(word(condition.state))]"]
        for note in explanation.notes {
            let place = "\(note.span.file):\(note.span.start.line):\(note.span.start.column)"
            lines.append(
                pad + words.word("    geen uitkomst: ", "    no result: ") + "\(note.message[language]) (\(place))")
        }
        for distance in condition.distances { lines.append(pad + "    " + words.text(of: distance)) }
        guard condition.state != .holds, condition.distances.isEmpty else { return lines }
        for input in explanation.inputs {
            lines.append(
                pad + words.word("    cijfer of stem: ", "    figure or voice: ")
                    + text(of: input))
        }
        return lines
    }

    private func text(of input: InputUse) -> String {
        figures?.text(of: input)
            ?? "\(words.title(of: input.slot)): \(words.text(of: input.value, input.slot))"
    }

    private func word(_ state: ConditionState) -> String {
        switch state {
        case .holds: words.word("klopt", "holds")
        case .open: words.word("nog niet bekend", "not yet known")
        case .fails: words.word("klopt niet", "fails")
        case .notReached: words.word("niet toegekomen", "not reached")
        }
    }
}
