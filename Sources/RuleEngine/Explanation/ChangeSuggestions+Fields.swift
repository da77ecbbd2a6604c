// Fields: other values of them.

extension ChangeSuggestions {
    /// A field of a fact from outside, which is an input by itself; `nil` for other facts.
    func inputField(_ id: FactID, _ field: Template.Field, _ wanted: FEELValue?) -> [InputChange]? {
        let fact = session[id]
        guard case .input = fact.origin else { return nil }
        let finding = session.finding(fact)
        guard !scale.fixedTemplates.contains(finding.template),
            let now = session.value(of: field.name, in: fact)?.set
        else { return [] }
        if !isStrict, !now.isExact { return [] }
        let all = ruleBase.domain(of: field.type).finiteValues ?? wanted.map { [$0] } ?? []
        return all.filter { now.exactValue != $0 }.map { .field(finding, name: field.name, $0) }
    }

    /// Changes that may give a field of a concluded fact another value: breaking what gives it now, or letting other
    /// rules give it too.
    mutating func alter(_ id: FactID, _ name: String) -> [InputChange]? {
        let fact = session[id]
        let template = ruleBase.templates[fact.template]
        guard let position = template.fieldIndex(of: name), let key = fact.exactKey else { return [] }
        guard fact.origin == .derived else { return inputField(id, template.fields[position], nil) ?? [] }
        var lists: [[InputChange]] = []
        for justification in fact.justifications {
            let conclusion = ruleBase.rules[justification.rule].conclusions[justification.conclusion]
            if justification.isCertain { lists.append(breaking(justification) ?? []) }
            for entry in conclusion.fields where entry.index == position {
                lists.append(altering(entry.value, template.fields[position], justification))
            }
        }
        for index in session.network.concludingRules[fact.template] { lists += firing(index, fact.template, key) }
        return Self.joined(lists)
    }

    /// Changes of what a computed value reads, so that it may come to lie elsewhere between the numbers that rules
    /// compare the field with.
    mutating func altering(
        _ operand: Rule.Operand, _ field: Template.Field, _ justification: Justification
    ) -> [InputChange] {
        guard case .computed(let value) = operand else { return [] }
        var walk = RuleReplay(session: session, rule: justification.rule)
        for (position, support) in justification.supports.enumerated() {
            var bound: NearMissSearch.Bound?
            if case .fact(let id, _) = support { bound = .fact(id) }
            walk.meet(position, bound)
        }
        let turns =
            [value.expression]
            + comparands(of: field.name).map { other in
                FEELExpression(.binary(.equal, value.expression, other), range: value.expression.range)
            }
        var lists: [[InputChange]] = []
        for use in value.expression.freeNames {
            if let list = memberChanges(use, walk.site) {
                lists.append(list)
            } else if let slot = slot(use), mayChange(slot) {
                let values = solver.candidates(of: slot, in: turns, walk.scope)
                lists.append(values.filter { session.value(of: slot)?.set != .exactly($0) }.map { .value(slot, $0) })
            }
        }
        return Self.joined(lists)
    }

    /// What rules compare a field of that name with, where that is fixed: numbers and parameters.
    func comparands(of field: String) -> [FEELExpression] {
        func isField(_ expression: FEELExpression) -> Bool {
            if case .path(_, field) = expression.kind { true } else { false }
        }
        var result: [FEELExpression] = []
        for case .binary(let sign, let left, let right) in ruleBase.rules.flatMap(\.expressions)
            .flatMap(\.expression.parts).map(\.kind)
        where sign.precedence == FEELExpression.BinaryOperator.less.precedence {
            for (side, other) in [(left, right), (right, left)] where isField(side) {
                if case .exactly(.number) = session.evaluator.evaluate(other, in: session.scope).result.set,
                    !result.contains(other)
                {
                    result.append(other)
                }
            }
        }
        return result
    }
}
