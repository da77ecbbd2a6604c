extension Session {
    /// Runs rules that need each other until nothing changes.
    ///
    /// They need each other only positively, so facts and their certainty only grow. What they concluded before is
    /// forgotten first: facts that support only each other must fall.
    mutating func settle(_ rules: [Int], _ stratum: Int) {
        var before: [FactID: State] = [:]
        func remember(_ id: FactID) { if before[id] == nil { before[id] = State(table[id]) } }
        for rule in rules {
            for id in Set(derived[rule].map(\.fact)) {
                remember(id)
                table[id].justifications.removeAll { $0.rule == rule }
            }
            firings -= derived[rule].count
            derived[rule] = []
            outOfForce[rule] = nil
            tableConflicts[rule] = nil
        }
        for id in before.keys.sorted() { settleState(of: id) }

        let active = rules.filter { isValid.isEmpty || isValid[$0] }
        // Facts that this group concludes, with what it waits for in the round at hand.
        var round: [Int: [Derived]] = [:]
        var isStable = false
        while !isStable {
            isStable = true
            round = [:]
            var drawn = firings
            for rule in active {
                work.rules += 1
                var matcher = Matcher(session: self, rule: rule, budget: limits.firings - drawn)
                matcher.run()
                tableConflicts[rule] = matcher.conflicts.isEmpty ? nil : matcher.conflicts
                drawn += matcher.found.count
                guard !matcher.isExhausted, table.count <= limits.facts else { return cutShort(at: rule) }
                var list: [Derived] = []
                for derivation in matcher.found { enter(derivation) { list.append(Derived(fact: $0, justification: $1)) } }
                round[rule] = list
            }
            for rule in active {
                for one in round[rule] ?? [] {
                    if before[one.fact] == nil { before[one.fact] = State(table[one.fact]) }
                    if grow(one.fact, by: one.justification) { isStable = false }
                }
            }
        }
        for rule in active {
            let list = round[rule] ?? []
            derived[rule] = list
            firings += list.count
            for (fact, justifications) in grouped(list) { insert(justifications, into: fact) }
        }
        for (id, state) in before.sorted(by: { $0.key < $1.key }) {
            settleState(of: id)
            if state != State(table[id]) { wakeReaders(of: id) }
        }
        agenda.remove(stratum)
    }

    /// Enters a conclusion of a round; `true` when a fact came, became certain, or waits for more inputs.
    private mutating func grow(_ id: FactID, by justification: Justification) -> Bool {
        guard table[id].isPresent else {
            let template = ruleBase.templates[table[id].template]
            table.set(id, isPresent: true)
            table[id].fields = template.fields.map { Possible(FieldCombination.nothing($0.combination)) }
            table[id].isCertain = justification.isCertain
            table[id].origins = justification.origins
            return true
        }
        guard !table[id].isCertain else { return false }
        let origins = justification.isCertain ? [] : InputID.merge(table[id].origins, justification.origins)
        guard justification.isCertain || origins != table[id].origins else { return false }
        table[id].isCertain = justification.isCertain
        table[id].origins = origins
        return true
    }
}
