extension Session {
    /// Why a finding is found or open; for a refuted one the rules that could have concluded it, the nearest first.
    public func explanation(of finding: FindingID) -> Explanation {
        fact(finding).map { explanation(of: $0.fact) } ?? whyNot(finding)
    }

    package func explanation(of id: FactID) -> Explanation { explanation(of: self[id]) }

    /// Why a fact of this session is there, or may be.
    package func explanation(of fact: Fact) -> Explanation {
        Explanation(
            finding: finding(fact), state: fact.isCertain ? .found : .open, overruled: overruled(fact), notInForce: nil,
            steps: fact.justifications.map { step($0) })
    }

    /// The reason of the person who decided that a fact is there.
    package func overruled(_ fact: Fact) -> String? {
        if case .overrule(let text) = fact.origin { text } else { nil }
    }

    /// A condition in plain words, with the values that it met.
    public func sentence(of condition: Explanation.Condition, in language: Language) -> String {
        ConditionRenderer(self, language).sentence(condition)
    }

    /// The rule's own sentence with the values of this case; `nil` where the rule has none.
    public func because(_ step: Explanation.Step, in language: Language) -> String? {
        ConditionRenderer(self, language).because(step)
    }

    /// The findings that met a condition of an explanation of this session: where to ask why next.
    public func findings(of condition: Explanation.Condition) -> [FindingID] {
        condition.facts.map { finding(self[$0]) }
    }

    /// How a justification meets the conditions of its rule.
    package func step(_ justification: Justification) -> Explanation.Step {
        let rule = ruleBase.rules[justification.rule]
        let conclusion = rule.conclusions[justification.conclusion]
        var scope = scope
        var conditions: [Explanation.Condition] = []
        for (condition, support) in zip(rule.conditions, justification.supports) {
            if case (.table(let table), .table(let value, let isCertain, let rows)) = (condition, support) {
                let isSure = isCertain && (value.set.isExact || !conclusion.isKeyed(by: table))
                conditions.append(about(table, value.set, rows, scope, state: isSure ? .holds : .open))
            } else {
                conditions.append(explained(condition, support, scope))
            }
            bind(condition, support, &scope)
        }
        return Explanation.Step(
            rule: rule, conclusion: justification.conclusion, isCertain: justification.isCertain,
            conditions: conditions, variables: scope.variables)
    }

    /// What the sentence of a conclusion sees where a justification holds.
    func variables(of justification: Justification) -> [RuleScope.Variable] {
        var scope = scope
        for (condition, support) in zip(ruleBase.rules[justification.rule].conditions, justification.supports) {
            bind(condition, support, &scope)
        }
        return scope.variables
    }

    private func bind(_ condition: Rule.Condition, _ support: Justification.Support, _ scope: inout RuleScope) {
        switch (condition, support) {
        case (.pattern(let pattern), .fact(let id, _)): scope.bind(pattern.variable, .fact(id))
        case (.aggregate(let aggregate), .aggregate(let value, _)): scope.bind(aggregate.variable, .value(value))
        case (.table(let table), .table(let value, _, _)): scope.bind(table.variable, .value(value))
        default: break
        }
    }

    private func explained(
        _ condition: Rule.Condition, _ support: Justification.Support, _ scope: RuleScope
    ) -> Explanation.Condition {
        switch (condition, support) {
        case (.test(let expression), .test(let result)):
            return test(expression, result.set, scope)
        case (.pattern, .fact(let id, let fits)):
            return about(condition, [id], scope, state: fits && self[id].isCertain ? .holds : .open)
        case (_, .aggregate(let value, let facts)):
            return about(condition, facts, scope, state: .holds, value: value.set)
        case (_, .absence(let facts)):
            return about(condition, facts, scope, state: facts.isEmpty ? .holds : .open)
        case (_, .existence(let facts, isCertain: true)):
            // What may be there too does not show that something is there.
            return about(condition, facts.filter { self[$0].isCertain }, scope, state: .holds)
        case (_, .existence(let facts, let isCertain)), (_, .every(let facts, let isCertain)):
            return about(condition, facts, scope, state: isCertain ? .holds : .open)
        default:
            return about(condition, [], scope, state: .holds)
        }
    }

    func test(_ expression: RuleExpression, _ result: ValueSet, _ scope: RuleScope) -> Explanation.Condition {
        let state: ConditionState =
            result.certainlyTrue ? .holds : result.possiblyTrue ? .open : .fails
        return test(expression, state, scope)
    }

    func test(
        _ expression: RuleExpression, _ state: ConditionState, _ scope: RuleScope
    ) -> Explanation.Condition {
        var result = Explanation.Condition(.condition(.test(expression)), state)
        result.inputs = inputUses(expression)
        result.parameters = expression.parameters.compactMap { ruleBase.parameter($0) }
        result.facts = expression.variables.compactMap { factBound(to: $0.name, scope) }
        result.notes = notes(expression, scope)
        result.variables = scope.variables
        return result
    }

    /// What went wrong in an expression, with its place in the file of rules. What went wrong only because a part had
    /// no value already is left out.
    private func notes(_ expression: RuleExpression, _ scope: RuleScope) -> [Explanation.Note] {
        let notes = evaluator.evaluate(expression, in: scope).notes
        return notes.enumerated().filter { index, note in
            !notes[..<index].contains { note.range != $0.range && note.range.contains($0.range) }
        }.map { _, note in
            Explanation.Note(kind: note.kind, message: note.message, span: expression.span(of: note.range))
        }
    }

    func factBound(to name: String, _ scope: RuleScope) -> FactID? {
        if case .fact(let id) = scope.variables.last(where: { $0.name == name })?.binding { id } else { nil }
    }

    func inputUses(_ expression: RuleExpression) -> [InputUse] {
        expression.slots.map { slot in
            InputUse(slot: slot, value: value(of: slot)?.set ?? .anything, origin: inputs.origins[slot])
        }
    }

    /// A condition about facts.
    func about(
        _ condition: Rule.Condition, _ facts: [FactID], _ scope: RuleScope,
        state: ConditionState, value: ValueSet? = nil
    ) -> Explanation.Condition {
        var result = Explanation.Condition(.condition(condition), state)
        result.facts = facts
        result.comparisons = comparisons(condition, facts)
        result.value = value
        result.variables = scope.variables
        return result
    }

    /// The fields that a condition compares in each fact. An aggregate compares none: it tells what it asks of all at once.
    private func comparisons(_ condition: Rule.Condition, _ facts: [FactID]) -> [Explanation.Comparison] {
        let fields = condition.comparedFields(in: ruleBase)
        guard !fields.isEmpty else { return [] }
        return facts.flatMap { id in
            fields.map { field in
                Explanation.Comparison(fact: id, field: field, value: value(of: field, in: self[id])?.set ?? .anything)
            }
        }
    }
}

extension Rule.Condition {
    fileprivate func comparedFields(in ruleBase: RuleBase) -> [String] {
        guard let pattern else { return [] }
        var asked: [RuleExpression] = []
        switch self {
        case .pattern, .absent, .exists: break
        case .every(_, let satisfies): asked.append(satisfies)
        case .test, .aggregate, .table: return []
        }
        if let filter = pattern.filter { asked.insert(filter, at: 0) }
        var fields = pattern.constraints.compactMap { constraint -> String? in
            switch constraint.field {
            case .key: nil
            case .field(let index): ruleBase.templates[pattern.template].fields[index].name
            case .attribute(let name): name
            }
        }
        for use in asked.flatMap(\.variables) where use.name == pattern.variable {
            if let member = use.member { fields.append(member) }
        }
        return fields.unique
    }
}
