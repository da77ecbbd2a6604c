import RuleEngine

/// Conclusions that do not say why (`because`), of kinds of fact for which other rules do: a reader finds no sentence there.
struct MissingReasons {
    let ruleBase: RuleBase

    /// In the order of the rule base.
    var diagnostics: [Diagnostic] {
        let conclusions = ruleBase.rules.flatMap { rule in rule.conclusions.map { (rule, $0) } }
        let explained = Set(conclusions.filter { $0.1.because != nil }.map(\.1.template))
        return conclusions.filter { $0.1.because == nil && explained.contains($0.1.template) }.map { rule, conclusion in
            .noReason(rule, ruleBase.templates[conclusion.template].name, at: conclusion.span)
        }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func noReason(_ rule: Rule, _ template: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, code: "rule/no-reason",
            message: LocalizedText(
                nl: "regel ‘\(rule.name)’ zegt niet waarom (because); andere regels doen dat bij ‘\(template)’ wel",
                en: "rule ‘\(rule.name)’ does not say why (because); other rules do for ‘\(template)’"),
            at: span,
            hint: LocalizedText(
                nl: "voeg naast ‘\(template)’ toe: because: { nl: …, en: … }",
                en: "add beside ‘\(template)’: because: { nl: …, en: … }"))
    }
}
