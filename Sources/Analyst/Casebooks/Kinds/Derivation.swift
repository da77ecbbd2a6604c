import RuleEngine

/// Why a finding is there, may be, or is not: the signs that it rests on, and the steps of the rule in words.
struct Derivation {
    /// The figures of the area and the answers that the rules read, through the findings in between.
    let signs: [RecordSchema.Slot]
    /// The rule's own sentence, then its conditions.
    let reasons: [LocalizedText]
    /// The findings that the rule rests on.
    let findings: [FindingID]
    /// The thresholds that the rule reads.
    let thresholds: [LocalizedText]

    init(of finding: FindingID, in session: Session) {
        let state = session.state(of: finding)
        let step =
            state == .refuted ? session.whyNot(finding).steps.first : session.explanation(of: finding).steps.first
        let conditions = (step?.conditions ?? []).filter { condition in
            switch state {
            case .found: condition.state == .holds
            case .open: condition.state == .open
            case .refuted: condition.state == .fails || condition.state == .notReached
            }
        }
        var reasons: [LocalizedText] = []
        if state == .found, let step, let nl = session.because(step, in: .nl), let en = session.because(step, in: .en) {
            reasons.append(LocalizedText(nl: nl, en: en))
        }
        // Where the rule has a sentence of its own, rows of a table and conditions without a value add nothing to it.
        let telling = conditions.filter { condition in
            reasons.isEmpty || condition.rows.isEmpty && !(condition.inputs.isEmpty && condition.facts.isEmpty)
        }
        reasons += telling.map { condition in
            LocalizedText { session.sentence(of: condition, in: $0) }
        }
        if reasons.isEmpty, state == .refuted { reasons.append(.noRule) }
        if state == .open { reasons.append(.waiting(Self.awaited(finding, session))) }
        self.reasons = reasons
        var seen: Set<FindingID> = []
        let found = Self.signs(of: conditions, in: session, depth: Self.depth, &seen)
        var names: Set<RecordSchema.Slot> = []
        signs = found.filter { names.insert($0).inserted }
        findings = conditions.flatMap { session.findings(of: $0) }
        var told: Set<String> = []
        thresholds = conditions.flatMap(\.parameters).filter { told.insert($0.name).inserted }.map { parameter in
            LocalizedText { language in
                let value = parameter.value(on: session.inputs.date).map { value in
                    ValueText(language, units: Naming(session.ruleBase).units)
                        .text(of: .exactly(value), unit: parameter.unit)
                }
                return [parameter.title[language], value].compactMap { $0 }.joined(separator: ": ")
            }
        }
    }

    private static let depth = 4

    /// What conditions read, by themselves and through the findings that met them.
    private static func signs(
        of conditions: [Explanation.Condition], in session: Session, depth: Int, _ seen: inout Set<FindingID>
    ) -> [RecordSchema.Slot] {
        var result = conditions.flatMap(\.inputs).map { sign($0.slot, session.ruleBase) }
        guard depth > 0 else { return result }
        for finding in conditions.flatMap({ session.findings(of: $0) }) where seen.insert(finding).inserted {
            let behind = session.explanation(of: finding).steps.first?.conditions.filter { $0.state == .holds } ?? []
            result += signs(of: behind, in: session, depth: depth - 1, &seen)
        }
        return result
    }

    /// A figure of the city or the country comes with that of the area; an answer stands for itself.
    static func sign(_ slot: RecordSchema.Slot, _ ruleBase: RuleBase) -> RecordSchema.Slot {
        ruleBase.isFigure(slot) ? RecordSchema.Slot(name: slot.name) : slot
    }

    private static func awaited(_ finding: FindingID, _ session: Session) -> LocalizedText {
        let naming = Naming(session.ruleBase)
        let fact = session.fact(finding)?.fact
        let inputs = fact.map { AwaitedInputs(session)[$0].map { session.reference($0) } } ?? []
        return LocalizedText { language in
            let shown = inputs.prefix(3).map { naming.title(of: $0, in: language) }
            let more = inputs.count - shown.count
            let rest = more > 0 ? [language == .nl ? "nog \(more) gegevens" : "\(more) other facts"] : []
            return ValueText(language).list(shown + rest)
        }
    }
}

// MARK: - Wordings

extension LocalizedText {
    fileprivate static let noRule = LocalizedText(
        nl: "Geen enkele regel komt hier in de buurt.", en: "No rule comes near to this.")

    fileprivate static func waiting(_ names: LocalizedText) -> LocalizedText {
        LocalizedText(
            nl: names.nl.isEmpty ? "De tekst zegt dit nog niet." : "De tekst zegt dit nog niet; nodig is: \(names.nl).",
            en: names.en.isEmpty ? "The text does not tell yet." : "The text does not tell yet; needed: \(names.en).")
    }
}
