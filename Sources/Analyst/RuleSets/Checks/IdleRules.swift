import RuleEngine

/// Rules that can never conclude anything, because they ask for a fact that no rule concludes; and rules that say what
/// another says already.
struct IdleRules {
    let ruleBase: RuleBase

    /// In the order of the rule base, one for a rule.
    var diagnostics: [Diagnostic] {
        let concluded = concludedKeys
        var seen: [String: Rule] = [:]
        return ruleBase.rules.flatMap { rule -> [Diagnostic] in
            var result: [Diagnostic] = []
            if let pattern = rule.neededPatterns.first(where: { !isPossible($0, concluded) }) {
                result.append(.neverFires(rule, name(of: pattern), at: pattern.span))
            }
            let content = rule.content
            if let first = seen[content] { result.append(.sameAsOther(rule, first)) }
            seen[content] = seen[content] ?? rule
            return result
        }
    }

    /// By template, the first keys that rules conclude literally; `nil` where a key is found in the run.
    private var concludedKeys: [Int: [[FEELValue?]]] {
        var result: [Int: [[FEELValue?]]] = [:]
        for conclusion in ruleBase.rules.flatMap(\.conclusions) {
            result[conclusion.template, default: []].append(
                conclusion.key.map { if case .literal(let value) = $0 { value } else { nil } })
        }
        return result
    }

    private func isPossible(_ pattern: Rule.Pattern, _ concluded: [Int: [[FEELValue?]]]) -> Bool {
        let template = ruleBase.templates[pattern.template]
        guard !template.isInput, template.relation == nil else { return true }
        let wanted = pattern.constraints.compactMap { constraint -> (Int, FEELValue)? in
            guard case .key(let index) = constraint.field, case .literal(let value) = constraint.value else {
                return nil
            }
            return (index, value)
        }
        return (concluded[pattern.template] ?? []).contains { key in
            wanted.allSatisfy { index, value in key[index] == nil || key[index] == value }
        }
    }

    private func name(of pattern: Rule.Pattern) -> String {
        let template = ruleBase.templates[pattern.template]
        let codes = pattern.constraints.compactMap { constraint -> String? in
            guard case .key = constraint.field, case .literal(let value) = constraint.value else { return nil }
            return value.text
        }
        return ([template.name] + codes).joined(separator: ":")
    }
}

extension Rule {
    /// The facts that must be there for the rule to conclude anything.
    fileprivate var neededPatterns: [Pattern] {
        conditions.compactMap { condition in
            switch condition {
            case .pattern(let pattern), .exists(let pattern): pattern
            case .test, .absent, .every, .aggregate, .table: nil
            }
        }
    }

    /// What the rule says, without its name, title and sources.
    fileprivate var content: String {
        // The order of conditions is of no account for what a rule says.
        let parts = conditions.map(\.content).sorted() + ["=>"] + conclusions.map(\.content).sorted()
        return parts.joined(separator: "\n") + "\(validity)"
    }
}

extension Rule.Condition {
    fileprivate var content: String {
        switch self {
        case .test(let expression): expression.text
        case .pattern(let pattern): pattern.content
        case .absent(let pattern): "absent " + pattern.content
        case .exists(let pattern): "exists " + pattern.content
        case .every(let pattern, let expression): "every \(pattern.content) \(expression.text)"
        case .aggregate(let aggregate):
            "\(aggregate.function) \(aggregate.pattern.content) \(aggregate.of?.text ?? "") \(aggregate.distinct) \(aggregate.variable)"
        case .table(let table): "table " + table.content
        }
    }
}

extension Rule.Table {
    fileprivate var content: String {
        let columns = inputs.map { "\($0.value.text) \($0.allowed?.text ?? "")" }
        let results = outputs.map { "\($0.name) \($0.whenNone?.text ?? "") \($0.vocabulary ?? "")" }
        let lines = rows.map { row in
            row.tests.map { $0?.text ?? "-" } + ["=>"] + row.outputs.map(\.text)
        }
        return "\(variable) \(policy) \(columns) \(results) \(lines)"
    }
}

extension Rule.Pattern {
    fileprivate var content: String {
        let fields = constraints.map { "\($0.field)=\($0.value.content)" }
        return "\(template) \(variable) \(fields) \(filter?.text ?? "")"
    }
}

extension Rule.Operand {
    fileprivate var content: String {
        switch self {
        case .literal(let value): value.text
        case .computed(let expression): expression.text
        }
    }
}

extension Rule.Conclusion {
    fileprivate var content: String {
        "\(template) \(key.map(\.content)) \(fields.map { "\($0.index)=\($0.value.content)" })"
    }
}

// MARK: - Wordings

extension Diagnostic {
    fileprivate static func neverFires(_ rule: Rule, _ needed: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, code: "rule/never-fires",
            message: LocalizedText(
                nl: "regel ‘\(rule.name)’ kan nooit iets vaststellen: geen regel stelt \(needed) vast",
                en: "rule ‘\(rule.name)’ can never conclude anything: no rule concludes \(needed)"),
            at: span,
            hint: LocalizedText(
                nl: "schrijf een regel die \(needed) vaststelt, noem een andere code, of haal deze regel weg",
                en: "write a rule that concludes \(needed), name another code, or remove this rule"))
    }

    fileprivate static func sameAsOther(_ rule: Rule, _ first: Rule) -> Diagnostic {
        Diagnostic(
            .warning, code: "rule/same-as-other",
            message: LocalizedText(
                nl: "regel ‘\(rule.name)’ zegt hetzelfde als ‘\(first.name)’",
                en: "rule ‘\(rule.name)’ says the same as ‘\(first.name)’"),
            at: rule.span, related: [.init(LocalizedText(nl: "de andere regel", en: "the other rule"), at: first.span)],
            hint: LocalizedText(
                nl: "haal een van beide weg; meer bronnen kunnen onder source bij één regel staan",
                en: "remove one of them; one rule may have several sources under source"))
    }
}
