extension Session {
    /// The ways in which rules nearly conclude a finding, one for each rule and conclusion; the nearest first.
    ///
    /// Nearest is: fewest failing conditions, then fewest open ones, then the order of the rules. Rules that do not hold
    /// on the day come last.
    ///
    /// - Parameter scale: the steps in which distances to thresholds are given.
    public func nearMisses(of finding: FindingID, scale: InputScale = InputScale()) -> [NearMiss] {
        guard let (template, key) = ruleBase.key(of: finding) else { return [] }
        var result: [NearMiss] = []
        for (index, rule) in ruleBase.rules.enumerated() {
            for (place, conclusion) in rule.conclusions.enumerated() where conclusion.template == template {
                guard var search = NearMissSearch(session: self, rule: index, conclusion: place, key: key),
                    let way = search.nearest().first
                else { continue }
                result.append(nearMiss(way, of: index, place, scale))
            }
        }
        func rank(_ miss: NearMiss) -> (Int, Int, Int) { (miss.isInForce ? 0 : 1, miss.failing, miss.open) }
        return result.enumerated().sorted { left, right in
            let (one, two) = (rank(left.element), rank(right.element))
            return one == two ? left.offset < right.offset : one < two
        }.map(\.element)
    }

    private func nearMiss(_ way: NearMissSearch.Way, of index: Int, _ place: Int, _ scale: InputScale) -> NearMiss {
        let rule = ruleBase.rules[index]
        let solver = ThresholdSolver(session: self, scale: scale)
        var walk = RuleWalk(session: self, rule: index)
        var conditions: [NearMiss.Condition] = []
        for (position, condition) in rule.conditions.enumerated() {
            let before = walk.scope
            walk.meet(position, way.bounds[position])
            let bound = way.bounds[position].map { finding(of: $0) }
            let explanation = explained(condition, walk, position, before)
            var filter: LocalizedText?
            if explanation.verdict != .holds, case .fact = way.bounds[position], let text = condition.pattern?.filter {
                filter = sentence(text, walk.scope)
            }
            var distances: [NearMiss.Distance] = []
            if case .test(let expression) = condition, explanation.verdict == .fails {
                distances = expression.slots.compactMap { self.distance($0, expression, before, solver) }
            }
            conditions.append(
                NearMiss.Condition(
                    explanation: explanation, wanted: bound, wantedState: bound.map { state(of: $0) }, filter: filter,
                    distances: distances))
        }
        return NearMiss(
            rule: rule, conclusion: place, conditions: conditions, isInForce: rule.validity.contains(inputs.date))
    }

    private func finding(of bound: NearMissSearch.Bound) -> FindingID {
        switch bound {
        case .fact(let id): finding(self[id])
        case .missing(let finding): finding
        }
    }

    /// The condition that a walk has just met, as an explanation shows it.
    ///
    /// - Parameter scope: what its expressions see.
    func explained(
        _ condition: Rule.Condition, _ walk: RuleWalk, _ place: Int, _ scope: RuleScope
    ) -> Explanation.Condition {
        guard case .test(let expression) = condition else {
            return about(
                condition, walk.facts[place], scope, verdict: walk.verdicts[place], value: walk.values[place]?.set)
        }
        let result = evaluator.evaluate(expression.expression, in: scope).result.set
        let test = test(expression, result, scope)
        guard walk.verdicts[place] == .notReached else { return test }
        return Explanation.Condition(
            verdict: .notReached, text: test.text, sentence: test.sentence, readings: test.readings,
            parameters: test.parameters, facts: test.facts)
    }

    /// The way of one named number to where the condition holds; `nil` when it cannot by this number alone.
    private func distance(
        _ slot: RecordSchema.Slot, _ expression: RuleExpression, _ scope: RuleScope, _ solver: ThresholdSolver
    ) -> NearMiss.Distance? {
        guard !solver.scale.fixedSlots.contains(slot), case .number(let value) = value(of: slot)?.set.exactValue else {
            return nil
        }
        let ways = solver.values(of: slot, making: expression.expression, .surelyTrue, in: scope)
            .compactMap { if case .number(let needed) = $0 { NearMiss.Distance(slot: slot, value: value, needed: needed) } else { nil } }
        return ways.min { $0.size < $1.size }
    }
}
