import RuleEngine

/// Parameters that have no value yet on days on which rules that read them hold: what such a rule concludes is not known
/// then, for lack of a number that only an author can give.
///
/// Days before `from:` of the record do not count: the rules are not made for them.
struct ParameterGaps {
    let ruleBase: RuleBase

    /// One warning for each parameter, in the order of the rule base.
    var diagnostics: [Diagnostic] {
        var readers: [String: [Rule]] = [:]
        for rule in ruleBase.rules {
            for name in rule.parameters { readers[name, default: []].append(rule) }
        }
        return ruleBase.parameters.compactMap { parameter in
            guard let first = parameter.values.first?.from else { return nil }
            let tooEarly = (readers[parameter.name] ?? []).filter { rule in
                guard let begin = [rule.validity.from, ruleBase.record.firstDay].compactMap({ $0 }).max() else {
                    return true
                }
                return begin < first
            }
            return tooEarly.first.map { .gap(parameter, before: first, rule: $0, others: tooEarly.count - 1) }
        }
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func gap(
        _ parameter: Parameter, before day: FEELDate, rule: Rule, others: Int
    ) -> Diagnostic {
        let name = parameter.name
        return Diagnostic(
            .warning, code: "rule/parameter-gap",
            message: LocalizedText(
                nl: "parameter ‘\(name)’ heeft geen waarde voor \(DateText.text(of: day, in: .nl)), en regel "
                    + "‘\(rule.name)’ geldt dan al" + (others > 0 ? " (en nog \(others))" : ""),
                en: "parameter ‘\(name)’ has no value before \(DateText.text(of: day, in: .en)), when rule "
                    + "‘\(rule.name)’ holds already" + (others > 0 ? " (and \(others) more)" : "")),
            at: parameter.span,
            related: [
                .init(LocalizedText(nl: "de regel die hem gebruikt", en: "the rule that uses it"), at: rule.span)
            ],
            hint: LocalizedText(
                nl: "geef een waarde die eerder begint, of zeg dat de regel pas dan geldt: valid: { from: \(day) }, "
                    + "of dat alle regels pas vanaf een dag zijn bedoeld: from: bij het record",
                en:
                    "give a value that begins earlier, or say that the rule holds only then: valid: { from: \(day) }, or "
                    + "that all rules are meant from some day on: from: at the record"))
    }
}
