extension Session {
    /// The ways in which rules nearly conclude a finding, one for each rule and conclusion; the nearest first.
    ///
    /// Nearest is: fewest failing conditions, then fewest open ones, then the order of the rules. Rules that do not
    /// hold on the day come last.
    ///
    /// - Parameter scale: the steps in which distances to thresholds are given.
    package func nearMisses(of finding: FindingID, scale: InputScale = InputScale()) -> [NearMiss] {
        guard let (template, key) = ruleBase.key(of: finding) else { return [] }
        var result: [NearMiss] = []
        for (index, rule) in ruleBase.rules.enumerated() {
            for (offset, conclusion) in rule.conclusions.enumerated() where conclusion.template == template {
                guard var search = NearMissSearch(session: self, rule: index, conclusion: offset, key: key),
                    let way = search.nearest().first
                else { continue }
                result.append(nearMiss(way, of: index, offset, scale, search.wanted))
            }
        }
        func rank(_ miss: NearMiss) -> (Int, Int, Int) { (miss.isInForce ? 0 : 1, miss.failing, miss.open) }
        return result.enumerated().sorted { left, right in
            let (one, two) = (rank(left.element), rank(right.element))
            return one == two ? left.offset < right.offset : one < two
        }.map(\.element)
    }

    /// The way through a rule that comes nearest to firing, whatever it would conclude; `nil` when no fact that the
    /// rule asks for can be there.
    ///
    /// - Parameter rule: the place of the rule among the rules of the rule base.
    package func nearMiss(ofRule rule: Int, scale: InputScale = InputScale()) -> NearMiss? {
        var search = NearMissSearch(session: self, rule: rule)
        return search.nearest().first.map { nearMiss($0, of: rule, 0, scale, search.wanted) }
    }

    private func nearMiss(
        _ way: NearMissSearch.Way, of index: Int, _ offset: Int, _ scale: InputScale, _ wanted: TargetKey
    ) -> NearMiss {
        let rule = ruleBase.rules[index]
        let solver = ThresholdSolver(session: self, scale: scale)
        var walk = RuleReplay(session: self, rule: index, wanted: wanted)
        var conditions: [NearMiss.Condition] = []
        for (position, condition) in rule.conditions.enumerated() {
            let before = walk.scope
            walk.meet(position, way.bounds[position])
            let bound = way.bounds[position].map { finding(of: $0) }
            let explanation = explained(condition, walk, position, before, bound)
            var distances: [NearMiss.Distance] = []
            if case .test(let expression) = condition, explanation.state == .fails {
                distances = expression.slots.compactMap { self.distance($0, expression, before, solver) }
            }
            conditions.append(
                NearMiss.Condition(
                    explanation: explanation, wanted: bound, wantedState: bound.map { state(of: $0) },
                    distances: distances))
        }
        return NearMiss(
            rule: rule, conclusion: offset, conditions: conditions, isInForce: rule.validity.contains(inputs.date))
    }

    private func finding(of bound: NearMissSearch.Bound) -> FindingID {
        switch bound {
        case .fact(let id): finding(self[id])
        case .missing(let finding): finding
        }
    }

    /// The condition that a walk has just met, as an explanation shows it.
    ///
    /// - Parameters:
    ///   - scope: what its expressions see.
    ///   - bound: the finding that a pattern was bound to.
    func explained(
        _ condition: Rule.Condition, _ walk: RuleReplay, _ offset: Int, _ scope: RuleScope, _ bound: FindingID?
    ) -> Explanation.Condition {
        if case .table(let table) = condition, let met = walk.tables[offset] {
            return about(table, met.value, met.rows, scope, state: walk.states[offset])
        }
        if case .test(let expression) = condition {
            if walk.states[offset] == .notReached { return test(expression, .notReached, scope) }
            return test(expression, evaluator.evaluate(expression, in: scope).result.set, scope)
        }
        var explanation = about(
            condition, walk.facts[offset], scope, state: walk.states[offset], value: walk.values[offset]?.set)
        if explanation.state != .holds { explanation.wanted = bound }
        return explanation
    }

    /// The way of one named number to where the condition holds; `nil` when it cannot by this number alone.
    private func distance(
        _ slot: RecordSchema.Slot, _ expression: RuleExpression, _ scope: RuleScope, _ solver: ThresholdSolver
    ) -> NearMiss.Distance? {
        guard !solver.scale.fixedSlots.contains(slot), case .number(let value) = value(of: slot)?.set.exactValue else {
            return nil
        }
        let ways = solver.values(of: slot, making: expression.expression, .surelyTrue, in: scope)
        return ways.compactMap { way -> NearMiss.Distance? in
            guard case .number(let needed) = way else { return nil }
            return NearMiss.Distance(slot: slot, value: value, needed: needed)
        }.min { $0.size < $1.size }
    }
}
