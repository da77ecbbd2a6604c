// Expressions: the named values and facts that they read.

extension ChangeSuggestions {
    /// Changes towards an expression being true, or no longer true.
    ///
    /// A conjunction holds only when each part does, so one failing part is enough to look at; likewise one of the
    /// parts that let a disjunction hold.
    mutating func changing(_ expression: FEELExpression, _ aim: TruthGoal, _ site: ConditionSite) -> [InputChange] {
        switch expression.kind {
        case .binary(.and, let left, let right): return joined([left, right], aim, site, needsAll: aim.isUpward)
        case .binary(.or, let left, let right): return joined([left, right], aim, site, needsAll: !aim.isUpward)
        case .call(let function, .positional(let arguments))
        where function.kind == .name("not") && arguments.count == 1:
            return changing(arguments[0], aim.ofNegation, site)
        default: return atom(expression, aim, site)
        }
    }

    mutating func joined(
        _ parts: [FEELExpression], _ aim: TruthGoal, _ site: ConditionSite, needsAll: Bool
    ) -> [InputChange] {
        let lists = parts.compactMap { part -> [InputChange]? in
            if aim.isMet(by: session.evaluator.evaluate(part, in: site.scope).result.set) { return nil }
            return changing(part, aim, site)
        }
        guard needsAll else { return Self.joined(lists) }
        return lists.contains([]) ? [] : Self.shortest(lists) ?? []
    }

    mutating func atom(_ expression: FEELExpression, _ aim: TruthGoal, _ site: ConditionSite) -> [InputChange] {
        var lists: [[InputChange]] = []
        var reading: [RecordSchema.Slot] = []
        for use in expression.freeNames {
            if let list = memberChanges(use, site) {
                lists.append(list)
            } else if let slot = slot(use), !reading.contains(slot), mayChange(slot) {
                reading.append(slot)
            }
        }
        for slot in reading {
            var values = solver.values(of: slot, making: expression, aim, in: site.scope)
            if values.isEmpty, reading.count > 1 {
                // Not by this value alone: to where something turns, or as far as it goes, for another to go the rest
                // of the way.
                let now = session.value(of: slot)?.set.exactValue
                let all = solver.candidates(of: slot, in: [expression], site.scope).filter { $0 != now }
                let isNumber = all.allSatisfy { if case .number = $0 { true } else { false } }
                values = all.count <= Self.turnsPerValue || !isNumber ? all : [all[0], all[all.count - 1]]
            }
            lists.append(values.map { .value(slot, $0) })
        }
        return Self.joined(lists)
    }

    /// So many turns of one number are followed, where another value must change too.
    private static let turnsPerValue = 8

    /// Changes of the fact, the aggregate or the table that a name stands for; `nil` for names that the rule does not
    /// bind.
    mutating func memberChanges(_ use: FEELNameUse, _ site: ConditionSite) -> [InputChange]? {
        switch site.scope.variables.last(where: { $0.name == use.name })?.binding {
        case .fact(let id): use.member.map { memberChange(id, $0) } ?? []
        case .value: computedChange(use.name, site)
        case nil: nil
        }
    }

    /// Named values may change when they are known, and when what is not known may become known.
    func mayChange(_ slot: RecordSchema.Slot) -> Bool {
        !scale.fixedSlots.contains(slot) && (isStrict || session.value(of: slot)?.set.isExact == true)
    }

    func slot(_ use: FEELNameUse) -> RecordSchema.Slot? {
        let plain = RecordSchema.Slot(name: use.name)
        if ruleBase.record.index(of: plain) != nil { return plain }
        guard let member = use.member else { return nil }
        let slot = RecordSchema.Slot(context: use.name, name: member)
        return ruleBase.record.index(of: slot) == nil ? nil : slot
    }

    mutating func memberChange(_ id: FactID, _ member: String) -> [InputChange] {
        let template = ruleBase.templates[session[id].template]
        guard let index = template.fieldIndex(of: member) else { return [] }
        return inputField(id, template.fields[index], nil) ?? reach(.alter(id, field: member)) ?? []
    }

    /// Changes of what an aggregate or a table of the rule is made of; none when the name is of something else.
    private mutating func computedChange(_ name: String, _ site: ConditionSite) -> [InputChange] {
        for condition in site.rule.conditions {
            switch condition {
            case .aggregate(let aggregate) where aggregate.variable == name: return changing(aggregate, site)
            case .table(let table) where table.variable == name: return changing(table, site)
            default: continue
            }
        }
        return []
    }

    /// Changes of the facts that an aggregate is made of.
    private mutating func changing(_ aggregate: Rule.Aggregate, _ site: ConditionSite) -> [InputChange] {
        var lists: [[InputChange]] = []
        for (id, fact) in session.facts(of: ruleBase.templates[aggregate.pattern.template].name) where !fact.isAnonymous
        {
            lists.append(reach(.fail(id)) ?? [])
            for use in aggregate.of?.variables ?? [] where use.name == aggregate.pattern.variable {
                if let member = use.member { lists.append(memberChange(id, member)) }
            }
            lists.append(mismatching(id, aggregate.pattern, site.binding(aggregate.pattern.variable, id)))
        }
        lists.append(appearing(aggregate.pattern, site))
        return Self.joined(lists)
    }
}
