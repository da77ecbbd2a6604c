extension Session {
    /// Evaluates a recursive stratum to its fixpoint: the smallest set of facts that is closed under rules that need
    /// each other positively.
    ///
    /// All ways to meet the rules are kept, so that a change touches only the facts that depend on it. Facts that lost
    /// a way are overdeleted together with all that may rest on them, and rederived where a way is left (delete and
    /// rederive: A. Gupta, I. Mumick and V. Subrahmanian, "Maintaining views incrementally", 1993); facts that come are
    /// joined with what is there (semi-naive evaluation: F. Bancilhon, "Naive evaluation of recursively defined
    /// relations", 1986). Unlike the first, this does not match ways again to rederive a fact. The first pass decides
    /// which facts are present, the second which of them are certain.
    mutating func evaluateToFixpoint(_ rules: [Int], _ stratum: Int) {
        var recursion = RecursiveStratum(stratum: stratum)
        recursion.update.deletionCandidates = deletionCandidates.removeValue(forKey: stratum) ?? []
        recursion.certaintyCandidates = Set(recursion.update.deletionCandidates)
        // Where a limit stops the rules, what was found so far is still evaluated.
        for rule in rules where !isCutShort { _ = renewWays(of: rule, &recursion.update) }
        overdeleteAndRederive(&recursion)
        deriveNewFacts(rules, &recursion)
        collectTouchedFacts(&recursion)
        updateCertainty(&recursion)
        renewWholeRules(rules, &recursion)
        finish(&recursion, rules)
    }

    /// The state of one evaluation of a recursive stratum.
    struct RecursiveStratum {
        let stratum: Int
        var update = WayUpdate()
        /// The earlier state of each fact that changed.
        var before: [FactID: State] = [:]
        /// Facts with a way that came, went, or changed its justification.
        var touched: Set<FactID> = []
        /// Facts that lost a support that may have been certain.
        var certaintyCandidates: Set<FactID> = []
    }

    private func isOwn(_ id: WayID, _ recursion: RecursiveStratum) -> Bool {
        network.stratumOfRule[ways[id].rule] == recursion.stratum
    }

    private mutating func remember(_ id: FactID, _ recursion: inout RecursiveStratum) {
        if recursion.before[id] == nil { recursion.before[id] = State(table[id]) }
    }

    /// Whether a fact is present, and certain, by support from outside the stratum.
    private func ground(of id: FactID, _ recursion: RecursiveStratum) -> (isThere: Bool, isCertain: Bool) {
        if table[id].isAdded { return (true, true) }
        if table[id].origin == .assumed { return (true, table.isCertain(id)) }
        var isThere = false
        for one in table.justifications(of: id) where network.stratumOfRule[one.rule] != recursion.stratum {
            if one.isCertain { return (true, true) }
            isThere = true
        }
        return (isThere, false)
    }

    // MARK: Which facts are there

    /// Overdeletes the facts that lost a way with all that rests on them, rederives those that are still supported, and
    /// removes the ways that rest on the others.
    private mutating func overdeleteAndRederive(_ recursion: inout RecursiveStratum) {
        var isDeleted = Array(repeating: false, count: table.rowCount)
        var deleted: [FactID] = []
        func isSupported(_ id: WayID) -> Bool {
            func stands(_ fact: FactID) -> Bool { table.isPresent(fact) && !isDeleted[fact.index] }
            return ways[id].facts.allSatisfy(stands)
                && ways[id].alternatives.allSatisfy { $0.members.contains { stands($0.fact) } }
        }
        func overdelete(_ id: FactID) {
            guard table.isPresent(id), !isDeleted[id.index], !ground(of: id, recursion).isThere else { return }
            isDeleted[id.index] = true
            deleted.append(id)
        }
        for id in recursion.update.deletionCandidates.unique { overdelete(id) }
        var index = 0
        while index < deleted.count {
            // Where one of several facts is left, it may rest on the head itself.
            for way in ways.ways(on: deleted[index])
            where isOwn(way, recursion) && (!ways[way].alternatives.isEmpty || !isSupported(way)) {
                overdelete(ways[way].head)
            }
            index += 1
        }
        var rederived = deleted.filter { ways.ways(to: $0).contains { isOwn($0, recursion) && isSupported($0) } }
        for id in rederived { isDeleted[id.index] = false }
        while let id = rederived.popLast() {
            for way in ways.ways(on: id) where isOwn(way, recursion) {
                let head = ways[way].head
                guard isDeleted[head.index], isSupported(way) else { continue }
                isDeleted[head.index] = false
                rederived.append(head)
            }
        }
        work.facts += deleted.count
        for id in deleted where isDeleted[id.index] { delete(id, &recursion) }
    }

    private mutating func delete(_ id: FactID, _ recursion: inout RecursiveStratum) {
        remember(id, &recursion)
        table.set(id, isPresent: false)
        table[id].isCertain = false
        table[id].origins = []
        table[id].fields = []
        table[id].staleFields = .all
        recursion.touched.insert(id)
        for way in ways.ways(on: id) where isOwn(way, recursion) {
            let isLost =
                ways[way].facts.contains(id)
                || !ways[way].alternatives.allSatisfy { $0.members.contains { table.isPresent($0.fact) } }
            if isLost { remove(way, &recursion.update) } else { recursion.update.stale.append(way) }
        }
    }

    /// Derives facts until no rule of the stratum adds one.
    private mutating func deriveNewFacts(_ rules: [Int], _ recursion: inout RecursiveStratum) {
        var new = insertNewHeads(recursion.update.added, &recursion)
        var rounds = 0
        while !new.isEmpty, !isCutShort {
            rounds += 1
            guard rounds <= limits.rounds else {
                let last = recursion.update.added.last { ways.contains($0) }
                cutShort(at: last.map { ways[$0].rule } ?? rules[0], by: .rounds)
                return
            }
            var found: [(rule: Int, ways: [Way], isAll: Bool)] = []
            for rule in rules where runs(rule: rule) {
                let isAll = !network.joins[rule].isIncremental || alternatives(of: rule, read: new)
                guard let ways = self.ways(of: rule, through: isAll ? nil : new) else { break }
                found.append((rule, ways, isAll))
            }
            let known = recursion.update.added.count
            for (rule, after, isAll) in found {
                replace(isAll ? ways.ways(of: rule) : [], by: after, &recursion.update)
            }
            new = insertNewHeads(Array(recursion.update.added[known...]), &recursion)
        }
    }

    /// Inserts the facts that ways conclude and that are not present yet.
    private mutating func insertNewHeads(_ ways: [WayID], _ recursion: inout RecursiveStratum) -> [FactID] {
        var result: [FactID] = []
        for way in ways where self.ways.contains(way) {
            let id = self.ways[way].head
            guard !table.isPresent(id) else { continue }
            remember(id, &recursion)
            work.facts += 1
            table.set(id, isPresent: true)
            table[id].origins = table.awaiting(id)
            let template = ruleBase.templates[table[id].template]
            table[id].fields = template.fields.map { UncertainValue(FieldCombination.nothing($0.combination)) }
            table[id].staleFields = .all
            recursion.touched.insert(id)
            result.append(id)
        }
        return result.unique
    }

    // MARK: How sure they are

    /// Takes note of the facts that ways which came, went or changed are about.
    private func collectTouchedFacts(_ recursion: inout RecursiveStratum) {
        for one in recursion.update.removed {
            recursion.touched.insert(one.fact)
            if one.justification.isCertain { recursion.certaintyCandidates.insert(one.fact) }
        }
        recursion.touched.formUnion(recursion.update.deletionCandidates)
        for way in recursion.update.stale where ways.contains(way) {
            recursion.touched.insert(ways[way].head)
            if mayLoseCertainty(way) { recursion.certaintyCandidates.insert(ways[way].head) }
        }
    }

    /// Whether a way may have lost its certainty: it is not certain any more, or only by one of several facts that may
    /// rest on the head itself.
    private func mayLoseCertainty(_ id: WayID) -> Bool {
        ways[id].current?.isCertain == true && (!ways[id].alternatives.isEmpty || !isCertain(id))
    }

    private func isCertain(_ id: WayID) -> Bool {
        guard ways[id].own.isCertain else { return false }
        return ways[id].facts.allSatisfy { table.isCertain($0) }
            && ways[id].alternatives.allSatisfy { $0.members.contains { $0.isSure && table.isCertain($0.fact) } }
    }

    /// Makes the facts open that lost a certain way, with all whose certainty may rest on them; then makes facts
    /// certain that have a certain way.
    private mutating func updateCertainty(_ recursion: inout RecursiveStratum) {
        var withdrawn: [FactID] = []
        func withdrawCertainty(_ id: FactID, _ session: inout Session) {
            guard session.table.isCertain(id), !session.ground(of: id, recursion).isCertain else { return }
            session.remember(id, &recursion)
            session.table[id].isCertain = false
            session.table[id].origins = session.table.awaiting(id)
            withdrawn.append(id)
        }
        for id in recursion.certaintyCandidates.sorted() { withdrawCertainty(id, &self) }
        var index = 0
        while index < withdrawn.count {
            for way in ways.ways(on: withdrawn[index])
            where isOwn(way, recursion) && mayLoseCertainty(way) {
                withdrawCertainty(ways[way].head, &self)
            }
            index += 1
        }
        var certain: [FactID] = []
        func makeCertain(_ id: FactID, _ session: inout Session) {
            session.remember(id, &recursion)
            session.table[id].isCertain = true
            session.table[id].origins = []
            certain.append(id)
        }
        for id in recursion.touched.union(withdrawn).sorted() where isOpen(id) {
            let hasSureWay = ways.ways(to: id).contains { isOwn($0, recursion) && isCertain($0) }
            if hasSureWay || ground(of: id, recursion).isCertain { makeCertain(id, &self) }
        }
        index = 0
        while index < certain.count {
            for way in ways.ways(on: certain[index])
            where isOwn(way, recursion) && !table.isCertain(ways[way].head) && isCertain(way) {
                makeCertain(ways[way].head, &self)
            }
            index += 1
        }
        work.facts += withdrawn.count + certain.count
        for id in Set(withdrawn + certain) { touchReaders(of: id, &recursion) }
    }

    private func isOpen(_ id: FactID) -> Bool { table.isPresent(id) && !table.isCertain(id) }

    /// Marks the ways that rest on a changed fact as stale.
    private func touchReaders(of id: FactID, _ recursion: inout RecursiveStratum) {
        recursion.touched.insert(id)
        for way in ways.ways(on: id) where isOwn(way, recursion) {
            recursion.update.stale.append(way)
            recursion.touched.insert(ways[way].head)
        }
    }

    // MARK: The end

    /// Matches rules as a whole again whose diagnostics or notes concern several ways, now that all facts are known.
    private mutating func renewWholeRules(_ rules: [Int], _ recursion: inout RecursiveStratum) {
        for rule in rules where !isCutShort && (outOfForce[rule] != nil || !network.joins[rule].isIncremental) {
            _ = renewAllWays(of: rule, &recursion.update)
        }
    }

    /// Computes the justifications and fields of all touched facts, and wakes the rules of later strata.
    private mutating func finish(_ recursion: inout RecursiveStratum, _ rules: [Int]) {
        for id in recursion.touched { remember(id, &recursion) }
        for id in apply(&recursion.update) {
            remember(id, &recursion)
            if !ruleBase.templates[table[id].template].fields.isEmpty { combineFields(of: id) }
            noteDeletionCandidates(above: recursion.stratum, id)
        }
        for (id, state) in recursion.before.sorted(by: { $0.key < $1.key }) { wakeReaders(of: id, since: state) }
        // The stratum itself is up to date.
        for rule in rules { changes[rule] = RuleChanges(isWhole: false) }
        agenda.remove(recursion.stratum)
    }
}
