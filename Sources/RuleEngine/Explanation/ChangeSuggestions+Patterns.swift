// Patterns: facts that come, go, fit or no longer fit.

extension ChangeSuggestions {
    /// Changes towards a fact that is there and fits; `nil` when that rests on what is being sought.
    mutating func matching(
        _ bound: NearMissSearch.Bound, _ pattern: Rule.Pattern, _ site: ConditionSite
    ) -> [InputChange]? {
        switch bound {
        case .missing(let finding): return reach(.hold(finding))
        case .fact(let id):
            let finding = session.finding(session[id])
            if isStrict, !session[id].isCertain { return reach(.hold(finding)) }
            let filtered = pattern.filter.map { changing($0.expression, towardsTrue, site) } ?? []
            return Self.joined(memberChanges(id, pattern) + keyChanges(id, pattern, towardsTrue, site) + [filtered])
        }
    }

    /// Changes that make a fact fit no longer, the fact itself staying.
    mutating func mismatching(_ id: FactID, _ pattern: Rule.Pattern, _ site: ConditionSite) -> [InputChange] {
        let filtered = pattern.filter.map { changing($0.expression, towardsFalse, site) } ?? []
        return Self.joined(memberChanges(id, pattern) + keyChanges(id, pattern, towardsFalse, site) + [filtered])
    }

    /// Changes of what a rule computes as the key of a fact, towards its being the key of this one or no longer.
    mutating func keyChanges(_ id: FactID, _ pattern: Rule.Pattern, _ aim: TruthGoal, _ site: ConditionSite)
        -> [[InputChange]]
    {
        pattern.constraints.compactMap { constraint in
            guard case .key(let field) = constraint.field, case .computed(let wanted) = constraint.value,
                case .string(let code)? = session[id].key[field].exactValue
            else { return nil }
            let other = FEELExpression(.string(code), range: wanted.expression.range)
            let isEqual = FEELExpression(.binary(.equal, wanted.expression, other), range: wanted.expression.range)
            if aim.isMet(by: session.evaluator.evaluate(isEqual, in: site.scope).result.set) { return nil }
            return changing(isEqual, aim, site)
        }
    }

    /// Changes of fields that constraints of the pattern ask for.
    mutating func memberChanges(_ id: FactID, _ pattern: Rule.Pattern) -> [[InputChange]] {
        let fields = ruleBase.templates[pattern.template].fields
        return pattern.constraints.compactMap { constraint in
            guard case .field(let position) = constraint.field else { return nil }
            var wanted: FEELValue?
            if case .literal(let value) = constraint.value { wanted = value }
            return inputField(id, fields[position], wanted) ?? reach(.alter(id, field: fields[position].name)) ?? []
        }
    }

    /// Changes towards some fact that matches a pattern, there or not yet.
    mutating func appearing(_ pattern: Rule.Pattern, _ site: ConditionSite) -> [InputChange] {
        let template = ruleBase.templates[pattern.template]
        var lists: [[InputChange]] = []
        for (id, fact) in session.facts(of: template.name) where !fact.isAnonymous {
            let inner = site.binding(pattern.variable, id)
            if fits(fact, pattern, site) {
                lists.append(matching(.fact(id), pattern, inner) ?? [])
            } else {
                lists += keyChanges(id, pattern, towardsTrue, inner)
            }
        }
        guard template.relation == nil else { return Self.joined(lists) }
        for finding in missing(pattern, site) { lists.append(reach(.hold(finding)) ?? []) }
        return Self.joined(lists)
    }

    /// Changes towards no fact being there that matches; of those that do, the one with the fewest is enough.
    mutating func disappearing(
        _ pattern: Rule.Pattern, _ facts: [FactID], _ site: ConditionSite
    ) -> [InputChange]? {
        var ways: [[InputChange]] = []
        for id in facts {
            let inner = site.binding(pattern.variable, id)
            guard let gone = reach(.fail(id)) else { continue }
            ways.append(Self.joined([gone, mismatching(id, pattern, inner)]))
        }
        return Self.shortest(ways)
    }

    mutating func everySatisfying(
        _ pattern: Rule.Pattern, _ satisfies: RuleExpression, _ facts: [FactID], _ site: ConditionSite
    ) -> [InputChange]? {
        var ways: [[InputChange]] = []
        for id in facts {
            let inner = site.binding(pattern.variable, id)
            let gone = reach(.fail(id)) ?? []
            ways.append(
                Self.joined([gone, changing(satisfies.expression, towardsTrue, inner), mismatching(id, pattern, inner)])
            )
        }
        return Self.shortest(ways)
    }

    mutating func failing(
        _ satisfies: RuleExpression, of pattern: Rule.Pattern, _ site: ConditionSite
    ) -> [InputChange] {
        let template = ruleBase.templates[pattern.template].name
        let lists = session.facts(of: template).filter { !$0.fact.isAnonymous }.map { id, _ -> [InputChange] in
            let inner = site.binding(pattern.variable, id)
            return changing(satisfies.expression, towardsFalse, inner)
        }
        return Self.joined(lists)
    }

    /// Whether the key of a fact is the one that the pattern asks for.
    func fits(_ fact: Fact, _ pattern: Rule.Pattern, _ site: ConditionSite) -> Bool {
        pattern.constraints.allSatisfy { constraint in
            guard case .key(let field) = constraint.field else { return true }
            let wanted: ValueSet =
                switch constraint.value {
                case .literal(let value): .exactly(value)
                case .computed(let expression): session.evaluator.evaluate(expression, in: site.scope).result.set
                }
            return fact.key[field].overlaps(wanted)
        }
    }

    /// The findings that would match a pattern and have no fact.
    func missing(_ pattern: Rule.Pattern, _ site: ConditionSite) -> [FindingID] {
        let template = ruleBase.templates[pattern.template]
        var keys: [[FEELValue]] = [[]]
        for (index, field) in template.key.enumerated() {
            let constraint = pattern.constraints.first { $0.field == .key(index) }
            let values: [FEELValue]
            switch constraint?.value {
            case .literal(let value): values = [value]
            case .computed(let expression):
                values = session.evaluator.evaluate(expression, in: site.scope).result.set.finiteValues ?? []
            case nil:
                guard case .code(let name) = field.type, let vocabulary = ruleBase.vocabulary(name) else { return [] }
                values = vocabulary.codes.map { .string($0.code) }
            }
            keys = keys.flatMap { head in values.map { head + [$0] } }
            guard keys.count <= NearMissSearch.missingLimit else { return [] }
        }
        return keys.filter { session.mayEverMatch(pattern, $0) }.map {
            FindingID(template: template.name, key: $0.map(\.text))
        }
        .filter { session.fact($0) == nil }
    }
}
