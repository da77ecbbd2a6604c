import RuleEngine

extension Exercise {
    /// Marks picks against what the engine finds.
    ///
    /// In each part what the engine finds shares the points evenly, and what it does not find shares the same number of
    /// points as cost; what it leaves open costs half as much as what it refutes. So the engine's own answer earns all
    /// points, nothing picked earns none, and all picked earns none either: the score is the hit rate less the false alarm
    /// rate (Youden 1950, "Index for rating diagnostic tests"). A part is never worth less than zero.
    package func mark(_ picks: Picks) -> Mark {
        Mark(parts: parts.map { mark($0, Set(picks[$0.template] ?? [])) }, passMark: Points(passMark))
    }

    private func mark(_ part: Part, _ picked: Set<String>) -> Mark.Part {
        let maximum = Points(part.points)
        let states = part.options.map { (code: $0, state: session.state(of: part.finding($0.code))) }
        let values = maximum.shares(states.map { $0.state == .found ? 1 : 0 })
        let costs = maximum.shares(states.map { $0.state == .refuted ? 2 : $0.state == .open ? 1 : 0 })
        var lines: [Mark.Line] = []
        if !states.contains(where: { $0.state == .found }) {
            lines.append(.init(verdict: .nothingToFind, code: nil, title: .nothing, points: maximum, because: []))
        }
        for (index, entry) in states.enumerated() {
            let isPicked = picked.contains(entry.code.code)
            let finding = part.finding(entry.code.code)
            func line(_ verdict: Mark.Verdict, _ points: Points, _ because: [LocalizedText]) -> Mark.Line {
                .init(
                    verdict: verdict, code: entry.code.code, title: entry.code.title, points: points, because: because)
            }
            switch (entry.state, isPicked) {
            case (.found, true): lines.append(line(.found, values[index], []))
            case (.found, false): lines.append(line(.missed, .zero, why(finding)))
            case (.refuted, true): lines.append(line(.tooMany, -costs[index], whyNot(finding)))
            case (.open, true): lines.append(line(.notSettled, -costs[index], waitsFor(finding)))
            case (.refuted, false), (.open, false): break
            }
        }
        let sum = lines.map(\.points).reduce(.zero, +)
        if sum < .zero { lines.append(.init(verdict: .floor, code: nil, title: .floor, points: -sum, because: [])) }
        return Mark.Part(template: part.template, title: part.title, lines: lines, maximum: maximum)
    }

    /// The first rule that concludes the finding: its own sentence, then the conditions that it met.
    private func why(_ finding: FindingID) -> [LocalizedText] {
        guard let step = session.explanation(of: finding).steps.first else { return [] }
        let conditions = step.conditions.filter { $0.state == .holds && !$0.inputs.isEmpty }.map { sentence($0) }
        return (because(step).map { [$0] } ?? []) + conditions
    }

    /// What stands in the way of the rule that comes nearest.
    private func whyNot(_ finding: FindingID) -> [LocalizedText] {
        guard let step = session.whyNot(finding).steps.first else { return [.noRule] }
        let failing = step.conditions.filter { $0.state == .fails || $0.state == .notReached }
            .map { sentence($0) }
        return failing.isEmpty ? [.noRule] : failing
    }

    private func sentence(_ condition: Explanation.Condition) -> LocalizedText {
        LocalizedText { session.sentence(of: condition, in: $0) }
    }

    private func because(_ step: Explanation.Step) -> LocalizedText? {
        guard let nl = session.because(step, in: .nl), let en = session.because(step, in: .en) else { return nil }
        return LocalizedText(nl: nl, en: en)
    }

    private func waitsFor(_ finding: FindingID) -> [LocalizedText] {
        let naming = Naming(session.ruleBase)
        let inputs = (session.fact(finding).map { session.awaitedInputs(of: $0.fact) } ?? []).map {
            session.reference($0)
        }
        func names(_ language: Language) -> String {
            let shown = inputs.prefix(3).map { naming.title(of: $0, in: language) }
            let more = inputs.count - shown.count
            return ValueText(language).list(
                shown + (more > 0 ? [language == .nl ? "nog \(more) gegevens" : "\(more) other facts"] : []))
        }
        return [.waiting(nl: names(.nl), en: names(.en))]
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let nothing = LocalizedText(
        nl: "Hier is met dit feitenblad niets vast te stellen.", en: "With this sheet nothing can be found here.")
    fileprivate static let floor = LocalizedText(
        nl: "Een onderdeel telt nooit minder dan nul.", en: "A part is never worth less than zero.")
    fileprivate static let noRule = LocalizedText(
        nl: "geen enkele regel komt hier in de buurt", en: "no rule comes near to this")

    fileprivate static func waiting(nl: String, en: String) -> LocalizedText {
        LocalizedText(
            nl: "het feitenblad zegt dit nog niet; nodig is: \(nl)", en: "the sheet does not tell yet; needed: \(en)")
    }
}
