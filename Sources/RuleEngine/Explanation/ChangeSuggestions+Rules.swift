// Rules: the conditions that stand in the way, and those that a derivation rests on.

extension ChangeSuggestions {
    /// Changes towards one condition of a way that does not hold; none when such a condition is out of reach.
    ///
    /// - Parameter wanted: what the rule is to conclude.
    mutating func meeting(_ way: NearMissSearch.Way, of index: Int, _ wanted: TargetKey) -> [InputChange] {
        var walk = RuleReplay(session: session, rule: index, wanted: wanted)
        var lists: [[InputChange]] = []
        for (position, condition) in ruleBase.rules[index].conditions.enumerated() {
            let before = walk.site
            walk.meet(position, way.bounds[position])
            let state = walk.states[position]
            guard state == .fails || (state == .open && isStrict) else { continue }
            let list: [InputChange]? =
                switch condition {
                case .test(let expression): changing(expression.expression, towardsTrue, before)
                case .pattern(let pattern): way.bounds[position].flatMap { matching($0, pattern, walk.site) }
                case .exists(let pattern): appearing(pattern, before)
                case .absent(let pattern): disappearing(pattern, walk.facts[position], before)
                case .every(let pattern, let satisfies):
                    everySatisfying(pattern, satisfies, walk.facts[position], before)
                case .aggregate: []
                case .table(let table): changing(table, before)
                }
            guard let list else { continue }
            if list.isEmpty { return [] }
            lists.append(list)
        }
        return Self.shortest(lists) ?? []
    }

    /// Changes after which other rows of a table hit: each of its cells the other way.
    mutating func changing(_ table: Rule.Table, _ site: ConditionSite) -> [InputChange] {
        var lists: [[InputChange]] = []
        for test in table.rows.flatMap(\.tests).compactMap(\.self) {
            lists.append(changing(test.expression, towardsTrue, site))
            lists.append(changing(test.expression, towardsFalse, site))
        }
        return Self.joined(lists)
    }

    /// Changes of which one is needed to break a derivation; `nil` when it rests on what is being undone.
    mutating func breaking(_ justification: Justification) -> [InputChange]? {
        let rule = ruleBase.rules[justification.rule]
        var walk = RuleReplay(session: session, rule: justification.rule)
        var lists: [[InputChange]] = []
        for (position, (condition, support)) in zip(rule.conditions, justification.supports).enumerated() {
            let before = walk.site
            var bound: NearMissSearch.Bound?
            if case .fact(let id, _) = support { bound = .fact(id) }
            walk.meet(position, bound)
            switch (condition, support) {
            case (.test(let expression), _): lists.append(changing(expression.expression, towardsFalse, before))
            case (.pattern(let pattern), .fact(let id, _)):
                guard let list = reach(.fail(id)) else { return nil }
                lists.append(list)
                lists.append(mismatching(id, pattern, walk.site))
            case (.exists(let pattern), .existence(let facts, _)):
                let ways = facts.filter { session[$0].isCertain || isStrict }.compactMap { id -> [InputChange]? in
                    let gone = reach(.fail(id))
                    return gone.map {
                        Self.joined([$0, mismatching(id, pattern, before.binding(pattern.variable, id))])
                    }
                }
                guard let way = Self.shortest(ways) else { return nil }
                lists.append(way)
            case (.absent(let pattern), _): lists.append(appearing(pattern, before))
            case (.every(let pattern, let satisfies), _):
                lists.append(appearing(pattern, before))
                lists.append(failing(satisfies, of: pattern, before))
            case (.table(let table), _): lists.append(changing(table, before))
            default: break
            }
        }
        return Self.joined(lists)
    }
}
