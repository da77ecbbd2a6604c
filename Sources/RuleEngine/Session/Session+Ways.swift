extension Session {
    /// What becomes of the ways in which rules are met, on the way to their facts.
    struct WayUpdate {
        /// Ways whose justification may be another one now, some more than once.
        var stale: [WayID] = []
        /// What went, with the fact that it concluded.
        var removed: [Derived] = []
        /// Ways that came.
        var added: [WayID] = []
        /// Facts that lost a way, or of which a way rests on other alternatives than before.
        var shaken: [FactID] = []
    }

    /// Brings up to date what a rule that joins facts concludes, outside of circles: a changed fact leads to the ways that
    /// rest on it.
    mutating func refreshWays(of rule: Int) {
        var update = WayUpdate()
        guard renewWays(of: rule, &update) else { return }
        for id in apply(&update) { combine(id, after: rule) }
    }

    /// Finds the ways in which a rule is met after the changes that were noted for it.
    ///
    /// - Returns: `false` when a limit stopped the run.
    mutating func renewWays(of rule: Int, _ update: inout WayUpdate) -> Bool {
        let noted = changes[rule]
        changes[rule] = RuleChanges(isWhole: false)
        guard !noted.isEmpty else { return true }
        let changed = noted.facts.unique
        let needsAll = noted.isWhole || !network.joins[rule].isIncremental
            || folds(of: rule, read: changed) || folds(of: rule, read: noted.states)
            || alternatives(of: rule, read: changed)
        guard !needsAll else { return renewAllWays(of: rule, &update) }
        if let old = outOfForce[rule] {
            let kept = old.filter { !$0.facts.contains(where: changed.contains) }
            outOfForce[rule] = kept.isEmpty ? nil : kept
        }
        guard let found = ways(of: rule, through: changed) else { return false }
        replace(restingWays(of: rule, on: changed), by: found, &update)
        update.stale += restingWays(of: rule, on: noted.states)
        return true
    }

    /// Meets a rule anew as a whole.
    ///
    /// - Returns: `false` when a limit stopped the run.
    mutating func renewAllWays(of rule: Int, _ update: inout WayUpdate) -> Bool {
        outOfForce[rule] = nil
        tableConflicts[rule] = nil
        guard let found = runs(rule: rule) ? ways(of: rule, through: nil) : [] else { return false }
        replace(ways.ways(of: rule), by: found, &update)
        return true
    }

    /// All ways in which a rule is met, or those that rest on some facts; `nil` when a limit stopped the run.
    mutating func ways(of rule: Int, through changed: [FactID]?) -> [Way]? {
        if changed?.isEmpty == true { return [] }
        work.rules += 1
        let isOwn = changed == nil ? ways.ways(of: rule).count : 0
        guard let found = matches(of: rule, atMost: limits.firings - firings + isOwn, through: changed, presumesFacts: true)
        else { return nil }
        var result: [Way] = []
        let patterns = network.joins[rule].patterns
        for derivation in found {
            let facts = patterns.map { derivation.justification.supports[$0].boundFact }
            enter(derivation) { head, justification in
                result.append(
                    Way(head: head, facts: facts, own: justification, alternatives: derivation.alternatives, current: nil))
            }
        }
        return result
    }

    /// Whether a condition of a rule over several facts looks at one of these.
    private func folds(of rule: Int, read facts: [FactID]) -> Bool {
        reads(network.joins[rule].folds, of: rule, facts)
    }

    /// Whether a condition of a rule that is met by one fact of a circle looks at one of these.
    func alternatives(of rule: Int, read facts: [FactID]) -> Bool {
        reads(network.joins[rule].alternatives, of: rule, facts)
    }

    private func reads(_ positions: [Int], of rule: Int, _ facts: [FactID]) -> Bool {
        positions.contains { position in
            guard let pattern = network.rules[rule].patterns[position] else { return false }
            return facts.contains {
                table[$0].template == pattern.template && pattern.admits($0.index, isFixed: table.isFixed($0))
            }
        }
    }

    /// The ways of a rule that rest on some facts, each once.
    private func restingWays(of rule: Int, on facts: [FactID]) -> [WayID] {
        guard facts.count > 1 else { return facts.first.map { ways.ways(on: $0).filter { ways[$0].rule == rule } } ?? [] }
        var seen: Set<WayID> = []
        return facts.flatMap { ways.ways(on: $0) }.filter { ways[$0].rule == rule && seen.insert($0).inserted }
    }

    /// Puts ways of one rule in the place of others; those that are there before and after stay where they are.
    mutating func replace(_ before: [WayID], by after: [Way], _ update: inout WayUpdate) {
        let old = before.sorted { Way.precedes(ways[$0], ways[$1]) }
        let new = after.sorted(by: Way.precedes)
        var place = 0
        for way in new {
            while place < old.count, Way.precedes(ways[old[place]], way) {
                remove(old[place], &update)
                place += 1
            }
            if place < old.count, !Way.precedes(way, ways[old[place]]) {
                let id = old[place]
                if ways[id].alternatives != way.alternatives { update.shaken.append(way.head) }
                ways.renew(id, as: way)
                update.stale.append(id)
                place += 1
            } else {
                let id = ways.insert(way)
                firings += 1
                update.added.append(id)
                update.stale.append(id)
            }
        }
        while place < old.count {
            remove(old[place], &update)
            place += 1
        }
    }

    mutating func remove(_ id: WayID, _ update: inout WayUpdate) {
        let way = ways[id]
        if let current = way.current { update.removed.append(Derived(fact: way.head, justification: current)) }
        update.shaken.append(way.head)
        ways.remove(id)
        firings -= 1
    }

    // MARK: Justifications

    /// Works out the justifications of stale ways and hands them to the facts that they conclude.
    ///
    /// - Returns: the facts whose justifications are others than before, in the order of their numbers.
    mutating func apply(_ update: inout WayUpdate) -> [FactID] {
        var removed = update.removed
        var added: [Derived] = []
        for id in Set(update.stale).sorted() where ways.contains(id) {
            work.ways += 1
            let head = ways[id].head
            let justification = justification(of: id)
            if let current = ways[id].current {
                guard current != justification else { continue }
                removed.append(Derived(fact: head, justification: current))
            }
            ways[id].current = justification
            added.append(Derived(fact: head, justification: justification))
        }
        update = WayUpdate()
        removed.sort { $0.fact < $1.fact }
        added.sort { $0.fact < $1.fact }
        let facts = (removed + added).map(\.fact).unique
        var (first, second) = (0, 0)
        for fact in facts {
            let old = removed[first...].prefix { $0.fact == fact }
            let new = added[second...].prefix { $0.fact == fact }
            (first, second) = (old.endIndex, new.endIndex)
            exchange(old.map(\.justification), for: new.map(\.justification), at: fact)
        }
        return facts
    }

    /// What a way says now, with the facts that it rests on as they are.
    private func justification(of id: WayID) -> Justification {
        let way = ways[id]
        let join = network.joins[way.rule]
        var isCertain = way.own.isCertain
        var origins = way.own.origins
        var isChanged = false
        for fact in way.facts where !table.isCertain(fact) {
            isCertain = false
            isChanged = true
            origins = InputID.merge(origins, table.origins(of: fact))
        }
        var supports = way.own.supports
        if isChanged {
            for (position, fact) in zip(join.patterns, way.facts) where !table.isCertain(fact) {
                supports[position] = .fact(fact, isCertain: false)
            }
        }
        for one in way.alternatives {
            let there = one.members.filter { table.isPresent($0.fact) }
            let isSure = there.contains { $0.isSure && table.isCertain($0.fact) }
            supports[one.position] = .existence(facts: there.map(\.fact), isCertain: isSure)
            guard !isSure else { continue }
            isCertain = false
            for member in there {
                origins = InputID.merge(origins, InputID.merge(member.origins, table.origins(of: member.fact)))
            }
        }
        // The same list as before is kept, so that few lists are held and comparing them takes no time.
        if let current = way.current, current.supports == supports { supports = current.supports }
        return Justification(
            rule: way.rule, conclusion: way.own.conclusion, supports: supports, values: way.own.values,
            isCertain: isCertain, origins: isCertain ? [] : origins)
    }
}

extension Justification.Support {
    /// The fact that a pattern is bound to.
    fileprivate var boundFact: FactID {
        guard case .fact(let id, _) = self else { preconditionFailure("a pattern is met by a fact") }
        return id
    }
}
