extension Session {
    /// Brings up to date a circle: rules that need each other, positively, so that what they conclude is the least that is
    /// closed under them.
    ///
    /// All ways in which the rules are met are kept, so that a change touches only the facts that depend on it. Facts that
    /// lost a way are given up with all that may rest on them, and taken back where a way is left (delete and rederive:
    /// A. Gupta, I. Mumick and V. Subrahmanian, "Maintaining views incrementally", 1993); facts that come are joined with what
    /// is there (semi-naive evaluation: F. Bancilhon, "Naive evaluation of recursively defined relations", 1986). We depart
    /// from the first in that ways are not matched again to take a fact back. First this is done for which facts are there, then
    /// for which of them are certain.
    mutating func settle(_ rules: [Int], _ stratum: Int) {
        var circle = Circle(stratum: stratum)
        circle.update.shaken = shakenFacts.removeValue(forKey: stratum) ?? []
        circle.weakened = Set(circle.update.shaken)
        // Where a limit stops the rules, what was found so far is still settled.
        for rule in rules where !isCutShort { _ = renewWays(of: rule, &circle.update) }
        giveUpLostFacts(&circle)
        grow(rules, &circle)
        note(&circle)
        settleCertainty(&circle)
        renotice(rules, &circle)
        finish(&circle, rules)
    }

    /// What is known while a circle is settled.
    struct Circle {
        let stratum: Int
        var update = WayUpdate()
        /// What facts were before, as far as they changed.
        var before: [FactID: State] = [:]
        /// Facts of which a way came, went, or is worth something else.
        var touched: Set<FactID> = []
        /// Facts that lost a ground that may have been certain.
        var weakened: Set<FactID> = []
    }

    private func isOwn(_ id: WayID, _ circle: Circle) -> Bool { network.stratumOfRule[ways[id].rule] == circle.stratum }

    private mutating func remember(_ id: FactID, _ circle: inout Circle) {
        if circle.before[id] == nil { circle.before[id] = State(table[id]) }
    }

    /// Whether a fact is there, and for certain, whatever the circle concludes.
    private func ground(of id: FactID, _ circle: Circle) -> (isThere: Bool, isCertain: Bool) {
        if table[id].isAdded { return (true, true) }
        if table[id].origin == .assumed { return (true, table.isCertain(id)) }
        var isThere = false
        for one in table.justifications(of: id) where network.stratumOfRule[one.rule] != circle.stratum {
            if one.isCertain { return (true, true) }
            isThere = true
        }
        return (isThere, false)
    }

    // MARK: Which facts are there

    /// Gives up the facts that lost a way together with all that rests on them, takes back those that are still supported,
    /// and removes the ways that rest on the others.
    private mutating func giveUpLostFacts(_ circle: inout Circle) {
        var isDoubted = Array(repeating: false, count: table.rowCount)
        var doubted: [FactID] = []
        func isSupported(_ id: WayID) -> Bool {
            func stands(_ fact: FactID) -> Bool { table.isPresent(fact) && !isDoubted[fact.index] }
            return ways[id].facts.allSatisfy(stands)
                && ways[id].alternatives.allSatisfy { $0.members.contains { stands($0.fact) } }
        }
        func doubt(_ id: FactID) {
            guard table.isPresent(id), !isDoubted[id.index], !ground(of: id, circle).isThere else { return }
            isDoubted[id.index] = true
            doubted.append(id)
        }
        for id in circle.update.shaken.unique { doubt(id) }
        var place = 0
        while place < doubted.count {
            // Where one of several facts is left, it may rest on the head itself.
            for way in ways.ways(on: doubted[place])
            where isOwn(way, circle) && (!ways[way].alternatives.isEmpty || !isSupported(way)) {
                doubt(ways[way].head)
            }
            place += 1
        }
        var back = doubted.filter { ways.ways(to: $0).contains { isOwn($0, circle) && isSupported($0) } }
        for id in back { isDoubted[id.index] = false }
        while let id = back.popLast() {
            for way in ways.ways(on: id) where isOwn(way, circle) {
                let head = ways[way].head
                guard isDoubted[head.index], isSupported(way) else { continue }
                isDoubted[head.index] = false
                back.append(head)
            }
        }
        work.facts += doubted.count
        for id in doubted where isDoubted[id.index] { giveUp(id, &circle) }
    }

    private mutating func giveUp(_ id: FactID, _ circle: inout Circle) {
        remember(id, &circle)
        table.set(id, isPresent: false)
        table[id].isCertain = false
        table[id].origins = []
        table[id].fields = []
        table[id].unsettled = .all
        circle.touched.insert(id)
        for way in ways.ways(on: id) where isOwn(way, circle) {
            let isLost =
                ways[way].facts.contains(id)
                || !ways[way].alternatives.allSatisfy { $0.members.contains { table.isPresent($0.fact) } }
            if isLost { remove(way, &circle.update) } else { circle.update.stale.append(way) }
        }
    }

    /// Lets facts come until no rule of the circle adds one.
    private mutating func grow(_ rules: [Int], _ circle: inout Circle) {
        var new = arrivals(circle.update.added, &circle)
        var rounds = 0
        while !new.isEmpty, !isCutShort {
            rounds += 1
            guard rounds <= limits.rounds else {
                let last = circle.update.added.last { ways.contains($0) }
                cutShort(at: last.map { ways[$0].rule } ?? rules[0], by: .rounds)
                return
            }
            var found: [(rule: Int, ways: [Way], isAll: Bool)] = []
            for rule in rules where runs(rule: rule) {
                let isAll = !network.joins[rule].isIncremental || alternatives(of: rule, read: new)
                guard let ways = self.ways(of: rule, through: isAll ? nil : new) else { break }
                found.append((rule, ways, isAll))
            }
            let known = circle.update.added.count
            for (rule, after, isAll) in found { replace(isAll ? ways.ways(of: rule) : [], by: after, &circle.update) }
            new = arrivals(Array(circle.update.added[known...]), &circle)
        }
    }

    /// Enters the facts that ways conclude and that are not there yet.
    private mutating func arrivals(_ ways: [WayID], _ circle: inout Circle) -> [FactID] {
        var result: [FactID] = []
        for way in ways where self.ways.contains(way) {
            let id = self.ways[way].head
            guard !table.isPresent(id) else { continue }
            remember(id, &circle)
            work.facts += 1
            table.set(id, isPresent: true)
            table[id].origins = table.awaiting(id)
            let template = ruleBase.templates[table[id].template]
            table[id].fields = template.fields.map { UncertainValue(FieldCombination.nothing($0.combination)) }
            table[id].unsettled = .all
            circle.touched.insert(id)
            result.append(id)
        }
        return result.unique
    }

    // MARK: How sure they are

    /// Takes note of the facts that ways which came, went or changed are about.
    private func note(_ circle: inout Circle) {
        for one in circle.update.removed {
            circle.touched.insert(one.fact)
            if one.justification.isCertain { circle.weakened.insert(one.fact) }
        }
        circle.touched.formUnion(circle.update.shaken)
        for way in circle.update.stale where ways.contains(way) {
            circle.touched.insert(ways[way].head)
            if mayLoseCertainty(way) { circle.weakened.insert(ways[way].head) }
        }
    }

    /// Whether a way was certain and is no more, or is so only by one of several facts, which may rest on the head itself.
    private func mayLoseCertainty(_ id: WayID) -> Bool {
        ways[id].current?.isCertain == true && (!ways[id].alternatives.isEmpty || !isCertain(id))
    }

    private func isCertain(_ id: WayID) -> Bool {
        guard ways[id].own.isCertain else { return false }
        return ways[id].facts.allSatisfy { table.isCertain($0) }
            && ways[id].alternatives.allSatisfy { $0.members.contains { $0.isSure && table.isCertain($0.fact) } }
    }

    /// Lets facts that lost a certain way be open, with all whose certainty may rest on them; then lets facts become certain.
    private mutating func settleCertainty(_ circle: inout Circle) {
        var doubted: [FactID] = []
        func doubt(_ id: FactID, _ session: inout Session) {
            guard session.table.isCertain(id), !session.ground(of: id, circle).isCertain else { return }
            session.remember(id, &circle)
            session.table[id].isCertain = false
            session.table[id].origins = session.table.awaiting(id)
            doubted.append(id)
        }
        for id in circle.weakened.sorted() { doubt(id, &self) }
        var place = 0
        while place < doubted.count {
            for way in ways.ways(on: doubted[place])
            where isOwn(way, circle) && mayLoseCertainty(way) {
                doubt(ways[way].head, &self)
            }
            place += 1
        }
        var sure: [FactID] = []
        func assure(_ id: FactID, _ session: inout Session) {
            session.remember(id, &circle)
            session.table[id].isCertain = true
            session.table[id].origins = []
            sure.append(id)
        }
        for id in circle.touched.union(doubted).sorted() where isOpen(id) {
            let hasSureWay = ways.ways(to: id).contains { isOwn($0, circle) && isCertain($0) }
            if hasSureWay || ground(of: id, circle).isCertain { assure(id, &self) }
        }
        place = 0
        while place < sure.count {
            for way in ways.ways(on: sure[place])
            where isOwn(way, circle) && !table.isCertain(ways[way].head) && isCertain(way) {
                assure(ways[way].head, &self)
            }
            place += 1
        }
        work.facts += doubted.count + sure.count
        for id in Set(doubted + sure) { touchReaders(of: id, &circle) }
    }

    private func isOpen(_ id: FactID) -> Bool { table.isPresent(id) && !table.isCertain(id) }

    /// Takes note that a fact is not what it was, for the ways that rest on it.
    private func touchReaders(of id: FactID, _ circle: inout Circle) {
        circle.touched.insert(id)
        for way in ways.ways(on: id) where isOwn(way, circle) {
            circle.update.stale.append(way)
            circle.touched.insert(ways[way].head)
        }
    }

    // MARK: The end

    /// Notes anew what concerns a rule as a whole, now that all facts are known.
    private mutating func renotice(_ rules: [Int], _ circle: inout Circle) {
        for rule in rules where !isCutShort && (outOfForce[rule] != nil || !network.joins[rule].isIncremental) {
            _ = renewAllWays(of: rule, &circle.update)
        }
    }

    /// Works out the justifications and fields of all facts that were touched, and wakes the rules behind the circle.
    private mutating func finish(_ circle: inout Circle, _ rules: [Int]) {
        for id in circle.touched { remember(id, &circle) }
        for id in apply(&circle.update) {
            remember(id, &circle)
            if !ruleBase.templates[table[id].template].fields.isEmpty { settleFields(of: id) }
            shakeCircles(above: circle.stratum, id)
        }
        for (id, state) in circle.before.sorted(by: { $0.key < $1.key }) { wakeReaders(of: id, since: state) }
        // The circle itself is settled.
        for rule in rules { changes[rule] = RuleChanges(isWhole: false) }
        agenda.remove(circle.stratum)
    }
}
