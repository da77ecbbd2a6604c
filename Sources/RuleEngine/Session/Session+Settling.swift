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

        let active = rules.filter { runs(rule: $0) }
        guard grow(active, &before) else { return }
        for rule in active {
            guard let found = matches(of: rule, atMost: limits.firings - firings) else { return }
            let list = entered(found)
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

    /// Lets facts and their certainty grow until no rule of the group adds anything: first all that the rules conclude, then
    /// only what rests on facts that are new (semi-naive evaluation: F. Bancilhon, "Naive evaluation of recursively
    /// defined relations", 1986).
    ///
    /// - Returns: `false` when a limit stopped the run.
    private mutating func grow(_ rules: [Int], _ before: inout [FactID: State]) -> Bool {
        var changed: Set<FactID>?
        var drawn = firings
        repeat {
            var next: Set<FactID> = []
            for rule in rules {
                work.rules += 1
                guard let found = matches(of: rule, atMost: limits.firings - drawn, through: changed) else { return false }
                drawn += found.count
                for one in entered(found) {
                    if before[one.fact] == nil { before[one.fact] = State(table[one.fact]) }
                    if grow(one.fact, by: one.justification) { next.insert(one.fact) }
                }
            }
            changed = next
        } while changed?.isEmpty == false
        return true
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
