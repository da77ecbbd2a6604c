/// Limits that keep a run finite in time and memory whatever the rules are. What meets one cuts the run short, with a
/// diagnostic that names the limit and the rule.
///
/// Time is counted in steps, not in seconds, so that the same inputs are cut short at the same place on every machine.
///
///     let session = Session(network, inputs, limits: SessionLimits(steps: 1_000_000))
///     session.diagnostics   // names the limit and the rule where one was met
public struct SessionLimits: Hashable, Sendable {
    /// Facts, open ones included.
    public var facts: Int
    /// Conclusions drawn, repeats included.
    public var firings: Int
    /// Rounds in which rules that need each other may conclude facts from those of the round before.
    public var rounds: Int
    /// Conditions and facts that are tried since all rules were run; a million take about a second.
    public var steps: Int
    /// Bytes that justifications hold, as estimated.
    public var bytes: Int

    /// Limits of which some differ from the standard.
    public init(
        facts: Int = 1_000_000, firings: Int = 5_000_000, rounds: Int = 100_000, steps: Int = 100_000_000,
        bytes: Int = 2_000_000_000
    ) {
        self.facts = facts
        self.firings = firings
        self.rounds = rounds
        self.steps = steps
        self.bytes = bytes
    }

    /// Far beyond what sound rules need, and within what a machine of 4 GB has.
    public static let standard = SessionLimits()

    /// What a limit is on.
    enum Kind {
        case facts, firings, rounds, steps, bytes
    }
}

// MARK: - Wordings

extension Diagnostic {
    static func limit(_ kind: SessionLimits.Kind, of limits: SessionLimits, at rule: Rule) -> Diagnostic {
        let limit = limits.text(of: kind)
        return Diagnostic(
            code: "session/limit",
            message: LocalizedText(
                nl: "de grens van \(limit.nl) is bereikt bij regel ‘\(rule.name)’",
                en: "the limit of \(limit.en) is met at rule ‘\(rule.name)’"),
            at: rule.span,
            hint: kind == .rounds
                ? LocalizedText(
                    nl:
                        "leidt de regel uit elk feit weer een nieuw feit af? Voeg een voorwaarde toe, of verhoog de grens",
                    en: "does the rule conclude a new fact from each fact? Add a condition, or raise the limit")
                : LocalizedText(
                    nl: "maak de voorwaarden van deze regel enger", en: "make the conditions of this rule narrower"))
    }
}

extension SessionLimits {
    fileprivate func text(of kind: Kind) -> LocalizedText {
        switch kind {
        case .facts: LocalizedText(nl: "\(facts) feiten", en: "\(facts) facts")
        case .firings: LocalizedText(nl: "\(firings) gevolgtrekkingen", en: "\(firings) conclusions")
        case .rounds: LocalizedText(nl: "\(rounds) rondes na elkaar", en: "\(rounds) rounds in a row")
        case .steps: LocalizedText(nl: "\(steps) stappen", en: "\(steps) steps")
        case .bytes: LocalizedText(nl: "\(bytes / 1_000_000) MB geheugen", en: "\(bytes / 1_000_000) MB of memory")
        }
    }
}
