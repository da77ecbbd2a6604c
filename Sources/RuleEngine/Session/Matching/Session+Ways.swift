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
        var deletionCandidates: [FactID] = []
    }

    /// Brings up to date what a rule that joins facts concludes, outside of recursive strata: a changed fact leads to
    /// the ways that rest on it.
    mutating func refreshWays(of rule: Int) {
        var update = WayUpdate()
        guard renewWays(of: rule, &update) else { return }
        for id in apply(&update) { updateOrDefer(id, after: rule) }
    }

    /// Finds the ways in which a rule is met after the changes that were noted for it.
    ///
    /// - Returns: `false` when a limit stopped the run.
    mutating func renewWays(of rule: Int, _ update: inout WayUpdate) -> Bool {
        let noted = changes[rule]
        changes[rule] = RuleChanges(isWhole: false)
        guard !noted.isEmpty else { return true }
        let changed = noted.facts.unique
        let needsAll =
            noted.isWhole || !network.joins[rule].isIncremental
            || folds(of: rule, read: changed) || folds(of: rule, read: noted.states)
            || alternatives(of: rule, read: changed)
        guard !needsAll else { return renewAllWays(of: rule, &update) }
        if let old = outOfForce[rule] {
            let kept = old.filter { !$0.facts.contains(where: changed.contains) }
            outOfForce[rule] = kept.isEmpty ? nil : kept
        }
        if let ground = choices(of: rule) {
            guard renewChoices(of: rule, ground, on: changed, &update) else { return false }
            for choice in ground.choices(on: noted.states) {
                for conclusion in 0..<ground.headCount {
                    let way = ways.way(of: rule, ground, choice: choice, conclusion: conclusion)
                    if let way { update.stale.append(way) }
                }
            }
            return true
        }
        guard let found = ways(of: rule, through: changed) else { return false }
        replace(restingWays(of: rule, on: changed), by: found, &update)
        update.stale += restingWays(of: rule, on: noted.states)
        return true
    }

    /// A rule that is written out, with one way at most for each choice and conclusion, as long as all its facts are in
    /// fixed rows and no way rests on one of several facts.
    private func choices(of rule: Int) -> GroundRule? {
        guard let ground = network.grounds[rule], ground.hasDeterminedHeads, network.joins[rule].alternatives.isEmpty,
            !ground.templates.contains(where: table.hasUnfixed)
        else { return nil }
        return ground
    }

    /// Meets the choices anew that rest on changed facts.
    ///
    /// - Returns: `false` when a limit stopped the run.
    private mutating func renewChoices(
        of rule: Int, _ ground: GroundRule, on changed: [FactID], _ update: inout WayUpdate
    ) -> Bool {
        let choices = ground.choices(on: changed)
        guard !choices.isEmpty else { return true }
        guard let found = derivations(of: rule, through: changed, choices) else { return false }
        var next = 0
        for choice in choices {
            for conclusion in 0..<ground.headCount {
                let known = ways.way(of: rule, ground, choice: choice, conclusion: conclusion)
                var entered: (head: FactID, own: Justification)?
                if next < found.count, case let one = found[next].justification, one.choice == choice,
                    one.conclusion == conclusion
                {
                    enter(found[next]) { entered = ($0, $1) }
                    next += 1
                }
                if let entered, let known {
                    ways.renew(known, as: entered.own)
                    update.stale.append(known)
                } else if let entered {
                    let facts = ground.facts(ofChoice: Int(choice))
                    add(
                        Way(head: entered.head, facts: facts, own: entered.own, alternatives: [], current: nil), &update
                    )
                } else if let known {
                    remove(known, &update)
                }
            }
        }
        return true
    }

    /// Enters a way, or gives the one that is there its worth.
    private mutating func put(_ way: Way, at known: WayID?, _ update: inout WayUpdate) {
        guard let known else { return add(way, &update) }
        if ways[known].alternatives != way.alternatives {
            update.deletionCandidates.append(way.head)
            ways.renew(known, among: way.alternatives)
        }
        ways.renew(known, as: way.own)
        update.stale.append(known)
    }

    /// Enters a way that was not there.
    private mutating func add(_ way: Way, _ update: inout WayUpdate) {
        let id = ways.insert(way)
        if let ground = network.grounds[way.rule] { ways.note(id, ground) }
        firings += 1
        update.added.append(id)
        update.stale.append(id)
    }

    /// Meets a rule anew as a whole.
    ///
    /// - Returns: `false` when a limit stopped the run.
    mutating func renewAllWays(of rule: Int, _ update: inout WayUpdate) -> Bool {
        outOfForce[rule] = nil
        tableConflicts[rule] = nil
        guard let found = ways(of: rule, through: nil) else { return false }
        replace(ways.ways(of: rule), by: found, &update)
        return true
    }

    /// All ways in which a rule is met, or those that rest on some facts; `nil` when a limit stopped the run.
    mutating func ways(of rule: Int, through changed: [FactID]?) -> [Way]? {
        guard let found = derivations(of: rule, through: changed, nil) else { return nil }
        var result: [Way] = []
        let patterns = network.joins[rule].patterns
        for derivation in found {
            let facts = derivation.justification.facts(at: patterns)
            enter(derivation) { head, justification in
                result.append(
                    Way(
                        head: head, facts: facts, own: justification, alternatives: derivation.alternatives,
                        current: nil))
            }
        }
        return result
    }

    /// The same, before it is told which facts the conclusions are.
    ///
    /// - Parameter choices: of a rule that is written out, the choices that rest on these facts.
    private mutating func derivations(
        of rule: Int, through changed: [FactID]?, _ choices: [Int32]?
    ) -> [Matcher.Derivation]? {
        guard runs(rule: rule), changed?.isEmpty != true else { return [] }
        work.rules += 1
        var choices = choices
        if let changed, let ground = network.grounds[rule], !ground.templates.contains(where: table.hasUnfixed) {
            let all = choices ?? ground.choices(on: changed)
            // Most are told to fail at a glance.
            guard all.contains(where: { !table.quicklyRejects(ground, Int($0) * ground.width, memory.filters) }) else {
                return []
            }
            choices = all
        }
        let isOwn = changed == nil ? ways.ways(of: rule).count : 0
        let room = limits.firings - firings + isOwn
        return matches(of: rule, atMost: room, through: changed, choices, presumesFacts: true)
    }

    /// Whether a condition of a rule over several facts looks at one of these.
    private func folds(of rule: Int, read facts: [FactID]) -> Bool {
        reads(network.joins[rule].folds, of: rule, facts)
    }

    /// Whether a condition of a rule that is met by one fact of a recursive stratum looks at one of these.
    func alternatives(of rule: Int, read facts: [FactID]) -> Bool {
        reads(network.joins[rule].alternatives, of: rule, facts)
    }

    private func reads(_ positions: [Int], of rule: Int, _ facts: [FactID]) -> Bool {
        guard !positions.isEmpty else { return false }
        for fact in facts {
            let (template, isFixed) = (table.template(of: fact), table.isFixed(fact))
            for position in positions {
                if let pattern = network.rules[rule].patterns[position], pattern.template == template,
                    pattern.admits(fact.index, isFixed: isFixed)
                {
                    return true
                }
            }
        }
        return false
    }

    /// The ways of a rule that rest on some facts, each once.
    private func restingWays(of rule: Int, on facts: [FactID]) -> [WayID] {
        var result: [WayID] = []
        for fact in facts { result += ways.ways(of: rule, among: ways.ways(on: fact)) }
        return facts.count > 1 ? result.unique : result
    }

    /// Puts ways of one rule in the place of others; those that are there before and after stay where they are.
    mutating func replace(_ before: [WayID], by after: [Way], _ update: inout WayUpdate) {
        let old = ways.sorted(before)
        let new = after.isInOrderOfChoices ? after : after.sorted(by: Way.precedes)
        var index = 0
        for way in new {
            while index < old.count, Way.precedes(ways[old[index]], way) {
                remove(old[index], &update)
                index += 1
            }
            if index < old.count, !Way.precedes(way, ways[old[index]]) {
                put(way, at: old[index], &update)
                index += 1
            } else {
                put(way, at: nil, &update)
            }
        }
        while index < old.count {
            remove(old[index], &update)
            index += 1
        }
    }

    mutating func remove(_ id: WayID, _ update: inout WayUpdate) {
        let way = ways[id]
        if let current = way.current { update.removed.append(Derived(fact: way.head, justification: current)) }
        update.deletionCandidates.append(way.head)
        if let ground = network.grounds[way.rule] { ways.forget(id, ground) }
        ways.remove(id)
        firings -= 1
    }

    // MARK: Justifications

    /// Works out the justifications of stale ways and hands them to the facts that they conclude.
    ///
    /// - Returns: the facts whose justifications are others than before, in the order of their numbers.
    mutating func apply(_ update: inout WayUpdate) -> [FactID] {
        var exchanges = Exchanges()
        exchanges.reserveCapacity(update.stale.count + update.removed.count)
        for one in update.removed {
            let fields = network.fields(of: table.template(of: one.fact), changedBy: one.justification)
            exchanges.remove(one.justification, from: one.fact, fields)
        }
        for id in update.stale.unique where ways.contains(id) {
            work.ways += 1
            guard let justification = renewedJustification(of: id) else { continue }
            let head = ways[id].head
            let template = table.template(of: head)
            if let old = ways[id].current {
                let fields = network.fields(of: template, changedFrom: old, to: justification)
                exchanges.enter(justification, in: head, wasCertain: old.isCertain, fields)
            } else {
                let fields = network.fields(of: template, changedBy: justification)
                exchanges.enter(justification, in: head, wasCertain: nil, fields)
            }
            ways[id].current = justification
        }
        update = WayUpdate()
        return exchange(exchanges)
    }

    /// What a way says now, with the facts that it rests on as they are; `nil` where that is what it said.
    private func renewedJustification(of id: WayID) -> Justification? {
        let (own, facts) = (ways[id].own, ways[id].facts)
        let isSure = facts.allSatisfy { table.isCertain($0) }
        if isSure, ways[id].alternatives.isEmpty { return ways[id].current == own ? nil : own }
        var origins = own.origins
        for fact in facts where !table.isCertain(fact) {
            origins = InputID.merge(origins, table.origins(of: fact))
        }
        guard ways[id].alternatives.isEmpty else {
            let renewed = withAlternatives(of: id, isCertain: own.isCertain && isSure, origins)
            return renewed == ways[id].current ? nil : renewed
        }
        if let current = ways[id].current, !current.isCertain, current.origins == origins,
            current.hasSameContent(as: own)
        {
            return nil
        }
        return own.with(isCertain: false, origins: origins)
    }

    /// The same where one of several facts is enough for some conditions.
    private func withAlternatives(of id: WayID, isCertain: Bool, _ origins: [InputID]) -> Justification {
        let own = ways[id].own
        var (supports, isCertain, origins) = (own.supports, isCertain, origins)
        for one in ways[id].alternatives {
            let there = one.members.filter { table.isPresent($0.fact) }
            let isSure = there.contains { $0.isSure && table.isCertain($0.fact) }
            supports[one.position] = .existence(facts: there.map(\.fact), isCertain: isSure)
            guard !isSure else { continue }
            isCertain = false
            for member in there {
                origins = InputID.merge(origins, InputID.merge(member.origins, table.origins(of: member.fact)))
            }
        }
        if isCertain { origins = [] }
        // What it said before is kept, so that few lists are held and comparing them takes no time.
        if let current = ways[id].current, current.supports == supports, current.values == own.values {
            return current.with(isCertain: isCertain, origins: origins)
        }
        // It is told apart by its facts from here on, no longer by its choice.
        return Justification(
            rule: own.rule, conclusion: own.conclusion, supports: supports, values: own.values, isCertain: isCertain,
            origins: origins)
    }
}

extension [Way] {
    /// As a rule that is written out is mostly met.
    fileprivate var isInOrderOfChoices: Bool {
        var last: Int32 = -1
        for index in indices {
            let choice = self[index].own.choice
            guard choice > last else { return false }
            last = choice
        }
        return true
    }
}
