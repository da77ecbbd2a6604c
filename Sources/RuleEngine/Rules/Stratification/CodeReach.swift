/// Which codes of a vocabulary a pattern or conclusion can be about, as far as that is fixed before any run; of kinds of fact
/// without a code, which text their key is.
struct CodeReach {
    let templates: [Template]
    let vocabularies: [String: Vocabulary]

    /// The codes that a conclusion can have; `nil` where they are not fixed.
    func codes(of conclusion: Rule.Conclusion, in rule: Rule) -> Set<String>? {
        guard let key = codeKey(of: conclusion.template) else { return nil }
        switch conclusion.key[key] {
        case .literal(.string(let code)): return [code]
        case .literal: return nil
        case .computed(let expression):
            return rule.tables.lazy.compactMap { $0.codes(of: expression.expression) }.first.map { Set($0) }
        }
    }

    /// The codes for which the constraints and the filter of a pattern can hold, whatever else is the case.
    func codes(of pattern: Rule.Pattern) -> Set<String>? {
        let template = templates[pattern.template]
        guard let key = codeKey(of: pattern.template) else { return nil }
        guard let name = template.describedBy, let vocabulary = vocabularies[name] else {
            return text(of: pattern, key: key).map { [$0] }
        }
        guard !pattern.constraints.isEmpty || pattern.filter != nil else { return nil }
        var result: Set<String> = []
        for code in vocabulary.codes where allows(code, pattern, key: key) { result.insert(code.code) }
        return result
    }

    /// The text that a pattern writes down for a key.
    private func text(of pattern: Rule.Pattern, key: Int) -> String? {
        for constraint in pattern.constraints where constraint.field == .key(key) {
            switch constraint.value {
            case .literal(.string(let text)): return text
            case .computed(let expression): if case .string(let text)? = expression.constant { return text }
            case .literal: continue
            }
        }
        return nil
    }

    private func allows(_ code: Vocabulary.Term, _ pattern: Rule.Pattern, key: Int) -> Bool {
        for constraint in pattern.constraints {
            guard case .literal(let value) = constraint.value else { continue }
            switch constraint.field {
            case .key(key): if value != .string(code.code) { return false }
            case .attribute(let name): if let fixed = code.value(name), fixed != value { return false }
            case .key, .field: continue
            }
        }
        guard let filter = pattern.filter else { return true }
        let scope = CodeScope(
            variable: pattern.variable, keyName: templates[pattern.template].key[key].name, code: code,
            fields: Set((templates[pattern.template].key + templates[pattern.template].fields).map(\.name)))
        return Self.evaluator.evaluate(filter.expression, in: scope).result.set.possiblyTrue
    }

    /// Knows neither the day nor what a sheet gives, so that a filter which asks for them decides nothing.
    private static let evaluator: FEELEvaluator = {
        let clock = ["now", "today"].compactMap { Builtin.function(named: $0) }
        let functions = (clock + Builtin.beyondStandard.functions).map { ($0.name, $0.withoutOutcome) }
        return FEELEvaluator(extensions: Dictionary(functions) { first, _ in first })
    }()

    private func codeKey(of template: Int) -> Int? {
        guard let name = templates[template].describedBy else {
            return templates[template].key.firstIndex { $0.type == .string }
        }
        return templates[template].key.firstIndex { $0.type == .code(name) }
    }

    /// Whether a pattern looks at a field of its own fact that combines over rules.
    func readsCombined(_ pattern: Rule.Pattern) -> Bool {
        for constraint in pattern.constraints {
            if case .field = constraint.field { return concludes(pattern.template) }
        }
        return (pattern.filter?.variables ?? []).contains {
            $0.name == pattern.variable && isCombined($0.member, of: pattern.template)
        }
    }

    /// Whether reading this member asks for all rules that conclude the fact.
    func isCombined(_ member: String?, of template: Int) -> Bool {
        guard concludes(template) else { return false }
        guard let member else { return !templates[template].fields.isEmpty }
        return templates[template].fieldIndex(of: member) != nil
    }

    /// Whether rules can conclude facts of the template.
    private func concludes(_ template: Int) -> Bool {
        !templates[template].isInput && templates[template].relation == nil
    }
}

/// A scope in which nothing is known but the code of one fact.
private struct CodeScope: FEELScope {
    let variable: String
    let keyName: String
    let code: Vocabulary.Term
    let fields: Set<String>

    func value(of name: String) -> UncertainValue? { UncertainValue(.anything) }

    func value(of name: String, member: String) -> UncertainValue? {
        guard name == variable else { return UncertainValue(.anything) }
        if member == keyName { return UncertainValue(.string(code.code)) }
        if fields.contains(member) { return UncertainValue(.anything) }
        return code.value(member).map { UncertainValue($0) } ?? UncertainValue(.anything)
    }
}
