extension Session {
    /// Forgets everything and runs all rules.
    mutating func run() {
        table = FactTable(network.rows, templates: ruleBase.templates.count)
        memory = MatchMemory(network)
        for rule in derived.indices where !derived[rule].isEmpty { derived[rule] = [] }
        ways = WayTable(rules: changes.count)
        changes = Array(repeating: RuleChanges(isWhole: true), count: changes.count)
        deletionCandidates = [:]
        for rule in settledRows.indices { settledRows[rule] = [] }
        firings = 0
        steps = 0
        bytes = 0
        faults = []
        conflicts = [:]
        tableConflicts = [:]
        outOfForce = [:]
        isCutShort = false
        start()
    }

    /// Runs all rules; nothing was found before.
    mutating func start() {
        work.runs += 1
        readGiven()
        agenda.insertAll(network.strata.count)
        runAgenda()
        if isCutShort { leaveFieldsOpen() }
    }

    /// Brings up to date what depends on the changes so far.
    mutating func propagate() {
        runAgenda()
        // Where a limit stops the rules must not depend on what was changed before.
        if isCutShort { run() }
    }

    private mutating func runAgenda() {
        stratum = 0
        while let next = nextStratum() {
            stratum = next
            let rule = Int(network.soleRules[stratum])
            if rule < 0 {
                evaluateToFixpoint(network.strata[stratum].rules, stratum)
            } else if network.keepsWays[rule] {
                refreshWays(of: rule)
            } else {
                refresh(rule)
            }
            guard !isCutShort else {
                agenda.removeAll()
                break
            }
        }
        if hasDeferredFacts {
            while let next = deferringStrata.removeFirst(from: 0) { updateDeferredFacts(before: next) }
            agenda.removeAll()
            hasDeferredFacts = false
        }
    }

    /// Takes the next stratum out of the agenda, with all facts worked out that its rules may look at.
    private mutating func nextStratum() -> Int? {
        while hasDeferredFacts, let next = deferringStrata.first(from: stratum),
            next <= agenda.first(from: stratum) ?? .max
        {
            deferringStrata.remove(next)
            stratum = next
            updateDeferredFacts(before: next)
        }
        return agenda.removeFirst(from: stratum)
    }

    /// Works out the facts that were left for a stratum.
    private mutating func updateDeferredFacts(before stratum: Int) {
        let facts = deferredFacts[stratum].unique
        deferredFacts[stratum].removeAll(keepingCapacity: true)
        for id in facts { updateFact(id) }
    }

    /// Wakes a rule of which a value of the record changed.
    mutating func wake(_ rule: Int) {
        guard runs(rule: rule) else { return }
        agenda.insert(network.stratumOfRule[rule])
        if network.keepsWays[rule] { changes[rule] = RuleChanges(isWhole: true) }
    }

    /// Matches a rule anew and replaces what it concluded.
    private mutating func refresh(_ rule: Int) {
        work.rules += 1
        if !outOfForce.isEmpty { outOfForce[rule] = nil }
        if !tableConflicts.isEmpty { tableConflicts[rule] = nil }
        let isActive = runs(rule: rule)
        if isActive, network.program.contains(rule), !table.hasUnfixed || hasFixedRowsOnly(rule),
            let outcome = outcome(of: rule)
        {
            refresh(rule, outcome)
        } else {
            let after = isActive ? conclusions(of: rule) : []
            if !isCutShort { update(rule, from: concluded(by: rule), to: after) }
        }
    }

    /// Replaces what a rule of plain steps concluded.
    private mutating func refresh(_ rule: Int, _ outcome: DirectProgram.Outcome) {
        let target = Int(network.soleTargets[rule])
        guard target >= 0 else {
            let before = derived[rule]
            let after = outcome == .fails ? [] : conclusions(of: rule, isCertain: outcome == .holds)
            if leavesRoom(for: after.count - before.count, of: rule) { update(rule, from: before, to: after) }
            return
        }
        let id = FactID(target)
        let isThere = table.isPresent(id)
        let after = outcome == .fails ? nil : conclusion(of: rule, at: target, isCertain: outcome == .holds)
        let before = isThere ? table.justifications(of: id).filter { $0.rule == rule } : []
        guard leavesRoom(for: (after == nil ? 0 : 1) - before.count, of: rule), !before.isEmpty || after != nil else {
            return
        }
        if before.count == 1, let after, before[0] == after { return }
        firings += (after == nil ? 0 : 1) - before.count
        if !before.isEmpty { remove(before, of: rule, from: id) }
        if let after { insert([after], into: id) }
        updateOrDefer(id, after: rule)
    }

    /// What a rule concludes now.
    func concluded(by rule: Int) -> [Derived] {
        let target = Int(network.soleTargets[rule])
        guard target >= 0 else { return derived[rule] }
        return table.justifications(of: FactID(target)).filter { $0.rule == rule }
            .map { Derived(fact: FactID(target), justification: $0) }
    }

    /// Replaces what a rule concluded where that is something else now.
    private mutating func update(_ rule: Int, from before: [Derived], to after: [Derived]) {
        guard !(before.isEmpty && after.isEmpty), before != after else { return }
        if network.soleTargets[rule] < 0 { derived[rule] = after }
        firings += after.count - before.count
        replace(before, by: after, of: rule)
    }

    /// Whether the limits allow so many conclusions more; else the run is cut short.
    private mutating func leavesRoom(for more: Int, of rule: Int) -> Bool {
        guard firings + more > limits.firings || table.count > limits.facts else { return true }
        cutShort(at: rule, by: table.count > limits.facts ? .facts : .firings)
        return false
    }

    /// What a rule concludes from what is known now, by trying all facts that can meet its conditions.
    ///
    /// Sets `isCutShort` when that is more than the limits allow.
    private mutating func conclusions(of rule: Int) -> [Derived] {
        let found = matches(of: rule, atMost: limits.firings - (firings - concluded(by: rule).count))
        return found.map { entered($0) } ?? []
    }

    /// The facts that conclusions are about, each with its justification.
    mutating func entered(_ found: [Matcher.Derivation]) -> [Derived] {
        var result: [Derived] = []
        for derivation in found { enter(derivation) { result.append(Derived(fact: $0, justification: $1)) } }
        return result
    }

    /// All ways in which a rule can be met; `nil` when a limit stops the run.
    ///
    /// - Parameter changed: only those that rest on one of these facts.
    /// - Parameter choices: the choices that rest on these facts, of a rule that is written out.
    /// - Parameter presumesFacts: see `Matcher`.
    mutating func matches(
        of rule: Int, atMost budget: Int, through changed: [FactID]? = nil, _ choices: [Int32]? = nil,
        presumesFacts: Bool = false
    ) -> [Matcher.Derivation]? {
        // The matcher holds the facts; it is gone before any of them is changed, so that nothing is copied.
        var memory = MatchMemory()
        swap(&memory, &self.memory)
        var matcher = Matcher(
            rule, scope, evaluator, budget: budget, steps: max(0, limits.steps - steps), memory: consume memory,
            presumesFacts: presumesFacts)
        if let changed { matcher.run(through: changed, choices) } else { matcher.run() }
        swap(&matcher.memory, &self.memory)
        if !matcher.conflicts.isEmpty { tableConflicts[rule] = matcher.conflicts }
        steps += matcher.steps
        bytes += matcher.found.reduce(0) { $0 + $1.justification.bytes }
        if bytes > limits.bytes { bytes = heldBytes + matcher.found.reduce(0) { $0 + $1.justification.bytes } }
        let limit = matcher.limit ?? (table.count > limits.facts ? .facts : bytes > limits.bytes ? .bytes : nil)
        if let limit {
            cutShort(at: rule, by: limit)
            return nil
        }
        return matcher.found
    }

    /// Whether all facts that a rule looks at have fixed rows.
    private func hasFixedRowsOnly(_ rule: Int) -> Bool {
        for case let pattern? in network.rules[rule].patterns where !table.unfixed(of: pattern.template).isEmpty {
            return false
        }
        return true
    }

    /// Gives the facts that a conclusion is about, each with its justification: one for each key that is possible, as
    /// far as it is in force and nobody rejected it.
    mutating func enter(_ derivation: Matcher.Derivation, _ body: (FactID, Justification) -> Void) {
        let justification = derivation.justification
        if let row = derivation.row ?? settledRow(of: derivation) {
            let isOpen = !overrules.rejectNothing || network.isLimited(row, derivation.template)
            let isInForce = table.isFixed(row) && network.rows.validities[row.index].contains(given.date)
            if isOpen, !(isInForce && overrules.rejectNothing) {
                let key = table[row].key
                guard self.isInForce(derivation.template, key, justification),
                    !overrules.rejects(derivation.template, key)
                else { return }
            }
            return body(row, justification)
        }
        let isExact = derivation.key.allSatisfy(\.set.isExact)
        for key in Self.keys(derivation.key.map(\.set)) {
            guard isInForce(derivation.template, key, justification),
                !overrules.rejects(derivation.template, key)
            else { continue }
            let isCertain = justification.isCertain && isExact
            let origins =
                isExact
                ? justification.origins
                : derivation.key.reduce(justification.origins) { InputID.merge($0, $1.origins) }
            body(
                table.makeRow(template: derivation.template, key: key),
                justification.with(isCertain: isCertain, origins: isCertain ? [] : origins))
        }
    }

    /// The row of a conclusion whose key hangs on the choice of facts alone: made once, and found by the choice from
    /// then on.
    private mutating func settledRow(of derivation: Matcher.Derivation) -> FactID? {
        let (rule, choice) = (derivation.justification.rule, Int(derivation.justification.choice))
        guard choice >= 0, let ground = network.grounds[rule] else { return nil }
        let index = choice * ground.headCount + derivation.justification.conclusion
        guard !ground.keys[index].isEmpty else { return nil }
        if settledRows[rule].isEmpty { settledRows[rule] = Array(repeating: -1, count: ground.keys.count) }
        let known = settledRows[rule][index]
        if known >= 0 { return FactID(Int(known)) }
        let row = table.makeRow(template: derivation.template, key: ground.keys[index])
        settledRows[rule][index] = row.rawValue
        return row
    }

    /// The exact keys that a key can be; one inexact key where they cannot be listed.
    private static func keys(_ sets: [ValueSet]) -> [[ValueSet]] {
        if sets.allSatisfy(\.isExact) { return sets.contains(.exactly(.null)) ? [] : [sets] }
        var result: [[ValueSet]] = [[]]
        for set in sets {
            guard let values = set.finiteValues, result.count * values.count <= 1_000 else { return [sets] }
            result = result.flatMap { head in values.filter { !$0.isNull }.map { head + [.exactly($0)] } }
        }
        return result
    }

    /// Notes a conclusion of which the code is not in force on the day.
    mutating func isInForce(_ template: Int, _ key: [ValueSet], _ justification: Justification) -> Bool {
        let patterns = network.joins[justification.rule].patterns
        return isInForce(template, key, justification.rule) { justification.facts(at: patterns) }
    }

    /// - Parameter facts: what the way rests on that leads to the conclusion.
    mutating func isInForce(
        _ template: Int, _ key: [ValueSet], _ rule: Int, restingOn facts: () -> [FactID] = { [] }
    ) -> Bool {
        guard let code = ruleBase.code(of: template, key: key), !code.validity.contains(given.date) else { return true }
        let finding = FindingID(
            template: ruleBase.templates[template].name, key: key.map { $0.exactValue?.text ?? "*" })
        let new = OutOfForce(finding: finding, facts: facts())
        if outOfForce[rule]?.contains(new) != true { outOfForce[rule, default: []].append(new) }
        return false
    }

    /// Bytes that the justifications hold now, as estimated.
    private var heldBytes: Int {
        table.reduce(0) { sum, fact in fact.justifications.reduce(sum) { $0 + $1.bytes } }
    }

    mutating func cutShort(at rule: Int, by limit: SessionLimits.Kind) {
        faults.append(.limit(limit, of: limits, at: ruleBase.rules[rule]))
        isCutShort = true
        cutRule = rule
    }

    /// Not all rules were run, so the fields of what the others conclude can be anything.
    private mutating func leaveFieldsOpen() {
        let first = cutRule.map { network.stratumOfRule[$0] } ?? 0
        let rules = network.strata[first...].flatMap(\.rules)
        let templates = Set(rules.flatMap { ruleBase.rules[$0].conclusions.map(\.template) })
        for template in templates.sorted() {
            let domains = ruleBase.templates[template].fields.map { UncertainValue(ruleBase.domain(of: $0.type)) }
            for id in table.all(of: template) { table[id].fields = domains }
        }
    }
}
