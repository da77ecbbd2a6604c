/// Conditions about facts, as text of the rule language and in words.
struct ConditionText {
    let ruleBase: RuleBase

    init(_ ruleBase: RuleBase) { self.ruleBase = ruleBase }

    /// As an author writes it, in normal form.
    func text(of condition: Rule.Condition) -> String {
        switch condition {
        case .test(let expression): expression.text
        case .pattern(let pattern): text(of: pattern)
        case .absent(let pattern): "absent: { \(text(of: pattern)) }"
        case .exists(let pattern): "exists: { \(text(of: pattern)) }"
        case .every(let pattern, let satisfies): "every: { \(text(of: pattern)), satisfies: \(satisfies.text) }"
        case .aggregate(let aggregate):
            "\(aggregate.function.rawValue): { \(text(of: aggregate.pattern)), as: \(aggregate.variable) }"
        case .table(let table):
            "table: { policy: \(table.policy.rawValue), inputs: [\(table.inputs.map(\.value.text).joined(separator: "; "))], "
                + "as: \(table.variable) }"
        }
    }

    private func text(of pattern: Rule.Pattern) -> String {
        let template = ruleBase.templates[pattern.template]
        var parts = ["\(template.name): \(pattern.variable)"]
        for constraint in pattern.constraints {
            let name =
                switch constraint.field {
                case .key(let index): template.key[index].name
                case .field(let index): template.fields[index].name
                case .attribute(let name): name
                }
            switch constraint.value {
            case .literal(let value): parts.append("\(name): \(value.text)")
            case .computed(let expression): parts.append("\(name): = \(expression.text)")
            }
        }
        if let filter = pattern.filter { parts.append("where: \(filter.text)") }
        return parts.joined(separator: ", ")
    }

    /// In words, with the titles of the facts that met it.
    func sentence(_ condition: Rule.Condition, _ titles: [String], _ language: Language) -> String {
        guard let pattern = condition.pattern else {
            guard case .test(let expression) = condition else { return text(of: condition) }
            return words(expression, RuleNames(Naming(ruleBase)), language)
        }
        let kind = ruleBase.templates[pattern.template].title[language]
        let wanted = wantedCode(pattern, language).map { " ‘\($0)’" } ?? ""
        let list = titles.isEmpty ? "" : ": \(titles.joined(separator: "; "))"
        switch (condition, language) {
        case (.pattern, _), (.exists, _):
            return titles.isEmpty ? "\(kind)\(wanted)\(filter(pattern, language))" : "\(kind)\(list)"
        case (.absent, .nl):
            return "geen ‘\(kind)’\(wanted)\(filter(pattern, language))"
                + (titles.isEmpty ? "" : " (nog mogelijk\(list))")
        case (.absent, .en):
            return "no ‘\(kind)’\(wanted)\(filter(pattern, language))"
                + (titles.isEmpty ? "" : " (still possible\(list))")
        case (.every(_, let satisfies), .nl):
            return "elk ‘\(kind)’ voldoet aan: (\(words(satisfies, names(pattern), language)))\(list)"
        case (.every(_, let satisfies), .en):
            return "each ‘\(kind)’ meets: (\(words(satisfies, names(pattern), language)))\(list)"
        case (.aggregate, .nl): return "alle ‘\(kind)’\(filter(pattern, language)) samen\(list)"
        case (.aggregate, .en): return "all ‘\(kind)’\(filter(pattern, language)) together\(list)"
        case (.test, _), (.table, _): return text(of: condition)
        }
    }

    /// What else the facts must satisfy.
    private func filter(_ pattern: Rule.Pattern, _ language: Language) -> String {
        guard let filter = pattern.filter else { return "" }
        return "\(language.word(" waarvoor geldt", " for which")): (\(words(filter, names(pattern), language)))"
    }

    private func names(_ pattern: Rule.Pattern) -> RuleNames { RuleNames(Naming(ruleBase), about: pattern) }

    private func words(_ expression: RuleExpression, _ names: RuleNames, _ language: Language) -> String {
        Verbalizer(names, language).words(expression.expression)
    }

    private func wantedCode(_ pattern: Rule.Pattern, _ language: Language) -> String? {
        let template = ruleBase.templates[pattern.template]
        for constraint in pattern.constraints {
            guard case .key(let index) = constraint.field, case .literal(.string(let code)) = constraint.value,
                case .code(let name) = template.key[index].type
            else { continue }
            return ruleBase.vocabulary(name)?[code]?.title[language] ?? code
        }
        return nil
    }
}
