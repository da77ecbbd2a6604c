extension Session {
    /// Why a finding is found or open; for a refuted one the rules that could have concluded it, the nearest first.
    public func explanation(of finding: FindingID) -> Explanation {
        guard let (_, fact) = fact(finding) else { return whyNot(finding) }
        var reason: String?
        if case .overrule(let text) = fact.origin { reason = text }
        return Explanation(
            finding: finding, state: fact.isCertain ? .found : .open, overruled: reason, notInForce: nil,
            steps: fact.justifications.map { step($0) })
    }

    /// The findings that met a condition of an explanation of this session: where to ask why next.
    public func findings(of condition: Explanation.Condition) -> [FindingID] {
        condition.facts.map { finding(self[$0]) }
    }

    /// How a justification meets the conditions of its rule.
    package func step(_ justification: Justification) -> Explanation.Step {
        let rule = ruleBase.rules[justification.rule]
        var scope = scope
        var conditions: [Explanation.Condition] = []
        let conclusion = rule.conclusions[justification.conclusion]
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
            rule: rule, isCertain: justification.isCertain, conditions: conditions,
            because: conclusion.because.map { filled($0, scope, rule.tables) })
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
        return Explanation.Condition(
            state: state, text: expression.text, sentence: sentence(expression, scope),
            inputs: inputUses(expression), parameters: expression.parameters.compactMap { ruleBase.parameter($0) },
            facts: expression.variables.compactMap { factBound(to: $0.name, scope) }, notes: notes(expression, scope))
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
            InputUse(slot: slot, value: value(of: slot)?.set ?? .anything)
        }
    }

    /// The expression in words, in each language, with the values that it meets in the scope.
    func sentence(_ expression: RuleExpression, _ scope: RuleScope) -> LocalizedText {
        let naming = Naming(ruleBase)
        let evaluator = evaluator
        return LocalizedText { language in
            Verbalizer(naming, language) { evaluator.evaluate($0, in: scope).result.set }
                .condition(expression.expression)
        }
    }

    /// A condition about facts.
    func about(
        _ condition: Rule.Condition, _ facts: [FactID], _ scope: RuleScope,
        state: ConditionState, value: ValueSet? = nil
    ) -> Explanation.Condition {
        let text = ConditionText(ruleBase).text(of: condition)
        let naming = Naming(ruleBase)
        func words(_ language: Language) -> String {
            if case .aggregate(let aggregate) = condition {
                return aggregateText(aggregate, facts, value, language)
            }
            let titles = facts.map { naming.title(of: self[$0], in: language) }
            return ConditionText(ruleBase).sentence(condition, titles, language)
        }
        return Explanation.Condition(
            state: state, text: text, sentence: LocalizedText(nl: words(.nl), en: words(.en)), inputs: [],
            parameters: [], facts: facts)
    }

    /// The title of a code, where the expression is just the code of a fact: `p.code`.
    private func codeTitle(_ expression: RuleExpression, _ scope: RuleScope, _ language: Language) -> String? {
        guard case .path(let base, let member) = expression.expression.kind, case .name(let name) = base.kind,
            let id = factBound(to: name, scope), let index = ruleBase.templates[self[id].template].keyIndex(of: member),
            case .code(let vocabulary) = ruleBase.templates[self[id].template].key[index].type,
            case .exactly(let value) = self[id].key[index]
        else { return nil }
        return ruleBase.vocabulary(vocabulary)?[value.text].map { "‘\($0.title[language])’" }
    }

    /// The rule's sentence with its values filled in.
    private func filled(_ template: TextTemplate, _ scope: RuleScope, _ tables: [Rule.Table]) -> LocalizedText {
        func text(_ language: Language) -> String {
            let values = ValueText(language, units: Naming(ruleBase).units)
            return template[language].map { piece in
                switch piece {
                case .text(let text): text
                case .value(let expression):
                    codeTitle(expression, scope, language) ?? codeTitle(expression, scope, tables, language)
                        ?? values.part(of: evaluator.evaluate(expression, in: scope).result.set)
                }
            }.joined()
        }
        return LocalizedText(nl: text(.nl), en: text(.en))
    }
}
