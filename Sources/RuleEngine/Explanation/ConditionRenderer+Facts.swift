// Facts that met a condition, or stand in its way, with what was compared in them.

extension ConditionRenderer {
    /// "Speeding (severity is 4, at least 3)" for each fact; those beyond the limit are counted.
    func titles(
        _ facts: [FactID], _ condition: Rule.Condition, _ pattern: Rule.Pattern, _ scope: RuleScope
    ) -> [String] {
        let shown = factLimit.map { Array(facts.prefix($0)) } ?? facts
        var satisfies: RuleExpression?
        if case .every(_, let expression) = condition { satisfies = expression }
        let titles = shown.map { id -> String in
            let met = comparisons(of: id, pattern, satisfies, scope).map(\.text)
            let title = naming.title(of: session[id], in: language)
            return met.isEmpty ? title : "\(title) (\(met.joined(separator: "; ")))"
        }
        return titles + more(facts.count - shown.count)
    }

    /// "and 3 more"; nothing for none.
    private func more(_ count: Int) -> [String] {
        count > 0 ? [language.word("en nog \(count)", "and \(count) more")] : []
    }

    /// Why a fact does not meet a pattern, or may not: it is not found, or it is not as the pattern asks.
    func sentence(_ wanted: FindingID, _ pattern: Rule.Pattern, _ scope: RuleScope) -> String {
        let kind = session.ruleBase.templates[pattern.template].title[language]
        let title = "\(kind) ‘\(naming.title(of: wanted, in: language))’"
        switch session.state(of: wanted) {
        case .open: return language.word("\(title) is nog open", "\(title) is still open")
        case .refuted: return language.word("\(title) is niet gevonden", "\(title) is not found")
        case .found:
            let unmet = (session.fact(wanted).map { comparisons(of: $0.id, pattern, nil, scope) } ?? [])
                .filter { !$0.holds }.map(\.text)
            guard !unmet.isEmpty else {
                return language.word(
                    "\(title) is gevonden, maar niet zoals de regel vraagt",
                    "\(title) is found, but not as the rule asks")
            }
            let list = unmet.joined(separator: language.word(", en ", ", and "))
            return language.word("\(title) is gevonden, maar \(list)", "\(title) is found, but \(list)")
        }
    }

    // MARK: What was compared

    /// "severity is 4, at least 3", and whether that surely is as the rule asks.
    private typealias Compared = (text: String, holds: Bool)

    /// What a condition compared in a fact. What its code says by itself is left out.
    ///
    /// - Parameter scope: what the condition sees, without the fact.
    private func comparisons(
        of id: FactID, _ pattern: Rule.Pattern, _ satisfies: RuleExpression?, _ scope: RuleScope
    ) -> [Compared] {
        let names = names(in: scope).about(pattern)
        let constraints = pattern.constraints.compactMap { comparison($0, of: id, pattern, scope, names) }
        var inner = scope
        inner.bind(pattern.variable, .fact(id))
        var result = constraints
        for expression in [pattern.filter, satisfies].compactMap(\.self) {
            for part in expression.expression.conjuncts where isTold(part, pattern) {
                let holds = session.evaluator.value(of: part, in: expression, inner)?.certainlyTrue ?? false
                result.append((words(part, in: expression, inner, names), holds))
            }
        }
        return result
    }

    private func comparison(
        _ constraint: Rule.Constraint, of id: FactID, _ pattern: Rule.Pattern, _ scope: RuleScope, _ names: RuleNames
    ) -> Compared? {
        let template = session.ruleBase.templates[pattern.template]
        let field: String
        switch constraint.field {
        case .key: return nil
        case .field(let index): field = template.fields[index].name
        case .attribute(let name):
            guard naming.title(ofField: name, in: language) != nil else { return nil }
            field = name
        }
        let wanted =
            switch constraint.value {
            case .literal(let value): ValueSet.exactly(value)
            case .computed(let expression): session.evaluator.evaluate(expression, in: scope).result.set
            }
        let value = session.value(of: field, in: session[id])?.set ?? .anything
        func told(_ set: ValueSet) -> String {
            guard case .exactly(.string(let code)) = set,
                let title = names.title(ofCode: code, of: pattern.variable, member: field, in: language)
            else { return values.text(of: set) }
            return "‘\(title)’"
        }
        let head = "\(naming.title(ofField: field, in: language) ?? field) is \(told(value))"
        let holds = value.isExact && value == wanted
        return (holds ? head : "\(head); \(language.word("voorwaarde", "condition")): \(told(wanted))", holds)
    }

    /// A part of a condition on a fact that says more than the title of the fact: it reads a field, or what is no part of the
    /// fact.
    private func isTold(_ part: FEELExpression, _ pattern: Rule.Pattern) -> Bool {
        let template = session.ruleBase.templates[pattern.template]
        return part.freeNames.contains { use in
            guard !use.isCalled else { return false }
            guard use.name == pattern.variable else { return true }
            guard let member = use.member else { return true }
            return template.keyIndex(of: member) == nil
                && (template.fieldIndex(of: member) != nil || naming.title(ofField: member, in: language) != nil)
        }
    }
}

extension FEELExpression {
    /// The parts that must all be true for the whole to be.
    fileprivate var conjuncts: [FEELExpression] {
        guard case .binary(.and, let left, let right) = kind else { return [self] }
        return left.conjuncts + right.conjuncts
    }
}
