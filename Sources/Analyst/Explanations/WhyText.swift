package import RuleEngine

/// Why, or why not, as text: down to figures with table and year, and to the findings in publications.
package struct WhyText {
    package let area: AreaSession
    private let findings: FindingBuilder
    package let language: Language
    /// How deep findings that others build on are explained in turn.
    package let depth: Int

    package init(_ area: AreaSession, _ language: Language, depth: Int = 4) {
        self.area = area
        findings = FindingBuilder(area, AwaitedInputs(area.session), language)
        self.language = language
        self.depth = depth
    }

    /// - Parameter finding: any finding, refuted ones included.
    package func text(of finding: FindingID) -> String {
        var shown: Set<FindingID> = []
        return lines(finding, indent: 0, level: depth, &shown).joined(separator: "\n") + "\n"
    }

    private func lines(
        _ id: FindingID, indent: Int, level: Int, _ shown: inout Set<FindingID>
    ) -> [String] {
        let session = area.session
        let pad = String(repeating: "  ", count: indent)
        let title = Naming(area.ruleBase).title(of: id, in: language)
        let finding: AnalysisDocument.Finding
        if let (_, fact) = session.fact(id) {
            finding = findings.finding(fact, full: true)
        } else {
            return [pad + "\(title) [\(id)]: \(word(session.state(of: id)))"] + whyNot(id, indent: indent + 1)
        }
        var lines = [pad + "\(title) [\(id)]: \(word(finding.state))"]
        guard shown.insert(id).inserted else {
            lines[0] += word("; hierboven uitgelegd", "; explained above")
            return lines
        }
        for (name, value) in finding.properties { lines.append(pad + "  \(name): \(value)") }
        if let reason = finding.overruled {
            lines.append(
                pad + word("  Iemand besloot dit, met als reden: ", "  A person decided this, for the reason: ")
                    + reason)
        }
        for ground in finding.grounds {
            lines += self.lines(ground, pad + "  ")
            guard level > 0 else { continue }
            for other in ground.findings { lines += self.lines(other, indent: indent + 2, level: level - 1, &shown) }
        }
        if !finding.waitsFor.isEmpty {
            lines.append(
                pad + word("  Wacht op: ", "  Waits for: ")
                    + finding.waitsFor.joined(separator: "; "))
        }
        return lines
    }

    private func lines(_ ground: AnalysisDocument.Ground, _ pad: String) -> [String] {
        var lines = [
            pad + word("Regel ", "Rule ")
                + "‘\(ground.ruleTitle)’ (\(ground.rule)); \(ground.strength)"
        ]
        for condition in ground.conditions { lines += self.lines(condition, pad) }
        for figure in ground.figures {
            lines.append(pad + word("    cijfer of stem: ", "    figure or voice: ") + figure)
        }
        for parameter in ground.judgements {
            lines.append(pad + word("    grens: ", "    threshold: ") + parameter)
        }
        for source in ground.sources { lines.append(pad + word("  Bron: ", "  Source: ") + source) }
        return lines
    }

    private func lines(_ condition: AnalysisDocument.Ground.Condition, _ pad: String) -> [String] {
        ["\(pad)  - \(condition.text) [\(word(condition.state))]"]
            + condition.notes.map { note in
                let place = "\(note.span.file):\(note.span.start.line):\(note.span.start.column)"
                return pad + word("    geen uitkomst: ", "    no result: ") + "\(note.message[language]) (\(place))"
            }
    }

    private func whyNot(_ id: FindingID, indent: Int) -> [String] {
        let pad = String(repeating: "  ", count: indent)
        var lines: [String] = []
        if let validity = area.session.notInForce(id) {
            lines.append(pad + AnalysisWords.notInForce(validity)[language])
        }
        if area.session.isCutShort { lines.append(pad + AnalysisWords.cutShort[language]) }
        return lines + WhyNotText(area, language).lines(of: id, indent: indent)
    }

    private func word(_ nl: String, _ en: String) -> String { language.word(nl, en) }

    private func word(_ state: FindingState) -> String {
        switch state {
        case .found: word("gevonden", "found")
        case .open: word("open, nog niet te zeggen", "open, cannot be told yet")
        case .refuted: word("niet aan de orde", "not at issue")
        }
    }

    private func word(_ state: ConditionState) -> String {
        switch state {
        case .holds: word("klopt", "holds")
        case .open: word("nog niet bekend", "not yet known")
        case .fails: word("klopt niet", "fails")
        case .notReached: word("niet toegekomen", "not reached")
        }
    }
}
