extension Session {
    /// Whether a rule of plain steps fires.
    ///
    /// - Returns: `nil` where a condition needs more than plain steps and the evaluator.
    func outcome(of rule: Int) -> DirectProgram.Outcome? {
        let outcome = network.program.outcome(of: rule, cells, table.states) { set(at: $0) }
        return outcome == .unclear ? evaluatedOutcome(of: rule) : outcome
    }

    /// The same with the evaluator for conditions that cells do not decide.
    private func evaluatedOutcome(of rule: Int) -> DirectProgram.Outcome? {
        var result = DirectProgram.Outcome.holds
        for (position, index) in network.program.range(of: rule).enumerated() {
            var truth = truth(of: network.program.steps[index])
            if truth.isEmpty {
                guard let value = evaluated(position, of: rule) else { return nil }
                truth = value.truth
            }
            if truth == .true { continue }
            guard truth.contains(.true) else { return .fails }
            result = .open
        }
        return result
    }

    private func truth(of step: DirectProgram.Test) -> Ternary {
        network.program.truth(of: step, cells, table.states) { set(at: $0) }
    }

    /// What a condition without variables gives.
    private func evaluated(_ position: Int, of rule: Int) -> UncertainValue? {
        guard case .test(let expression) = ruleBase.rules[rule].conditions[position], expression.variables.isEmpty
        else { return nil }
        return evaluator.evaluate(expression, in: scope).result
    }

    // MARK: Places

    /// What is known of a place.
    private func set(at index: Int32) -> ValueSet {
        let cell = cells[Int(index)]
        if cell.kind == .count { return counted(Int(cell.coefficient)) }
        let index = Int(index)
        return index < slots.count ? slots[index].set : others[index - slots.count].set
    }

    /// The same with the unknown inputs that it comes from.
    private func value(at index: Int32) -> UncertainValue {
        let cell = cells[Int(index)]
        if cell.kind == .count {
            let list = Int(cell.coefficient)
            return UncertainValue(counted(list), origins: facts(of: list).origins)
        }
        let index = Int(index)
        return index < slots.count ? slots[index] : others[index - slots.count]
    }

    /// How many facts of a list are there, or may be.
    private func counted(_ list: Int) -> ValueSet {
        let (certain, possible) = network.program.count(list, table.states)
        return certain == possible
            ? .exactly(.number(FEELNumber(certain)))
            : .numbers(NumberInterval(low: FEELNumber(certain), high: FEELNumber(possible)), orNull: false)
    }

    /// The facts of a list that are there or may be, and the unknown inputs that they wait for.
    private func facts(of list: Int) -> (ids: [FactID], origins: [InputID]) {
        let program = network.program
        var (ids, origins): ([FactID], [InputID]) = ([], [])
        let count = program.count(list, table.states).possible
        guard count > 0 else { return (ids, origins) }
        ids.reserveCapacity(count)
        for index in program.lists.range(of: list) {
            let id = FactID(Int(program.lists.items[index]))
            guard table.isPresent(id) else { continue }
            ids.append(id)
            let more = table.origins(of: id)
            if !more.isEmpty { origins = InputID.merge(origins, more) }
        }
        return (ids, origins)
    }

    // MARK: Firing

    /// The conclusion of a rule that has one, of a fact with a fixed row; `nil` where it is not in force or somebody
    /// rejected it.
    mutating func conclusion(of rule: Int, at row: Int, isCertain: Bool) -> Justification? {
        guard isInForce(row, rule) else { return nil }
        let (supports, origins) = supports(of: rule, isCertain)
        let values = network.givesValues[rule] ? values(of: ruleBase.rules[rule].conclusions[0]) : []
        return Justification(
            rule: rule, conclusion: 0, supports: supports, values: values, isCertain: isCertain, origins: origins)
    }

    /// What a rule of plain steps that fires concludes.
    mutating func conclusions(of rule: Int, isCertain: Bool) -> [Derived] {
        let (supports, origins) = supports(of: rule, isCertain)
        var result: [Derived] = []
        for (index, conclusion) in ruleBase.rules[rule].conclusions.enumerated() {
            let justification = Justification(
                rule: rule, conclusion: index, supports: supports, values: values(of: conclusion), isCertain: isCertain,
                origins: origins)
            if let row = network.rules[rule].targets[index] {
                if isInForce(row, rule) { result.append(Derived(fact: FactID(row), justification: justification)) }
            } else {
                let derivation = Matcher.Derivation(
                    template: conclusion.template, key: conclusion.key.map { value(of: $0) },
                    justification: justification)
                enter(derivation) { result.append(Derived(fact: $0, justification: $1)) }
            }
        }
        return result
    }

    /// Whether a fact with a fixed row may be concluded: its code is in force and nobody rejected it.
    private mutating func isInForce(_ row: Int, _ rule: Int) -> Bool {
        guard network.rows.isLimited[row] || !overrules.rejectNothing else { return true }
        let (template, key) = network.rows.keys[row]
        if network.rows.isLimited[row], !isInForce(template, key, rule) { return false }
        return !overrules.rejects(template, key)
    }

    private func values(of conclusion: Rule.Conclusion) -> [UncertainValue] {
        conclusion.fields.isEmpty ? [] : conclusion.fields.map { value(of: $0.value) }
    }

    private func value(of operand: Rule.Operand) -> UncertainValue {
        switch operand {
        case .literal(let value): UncertainValue(value)
        case .computed(let expression): evaluator.evaluate(expression, in: scope).result
        }
    }

    /// What met each condition, and the unknown inputs that decide whether all are met.
    private func supports(of rule: Int, _ isCertain: Bool) -> ([Justification.Support], [InputID]) {
        if isCertain, let supports = network.program.certainSupports[rule] { return (supports, []) }
        let indices = network.program.range(of: rule)
        var supports: [Justification.Support] = []
        supports.reserveCapacity(indices.count)
        var origins: [InputID] = []
        func wait(for more: [InputID]) { if !more.isEmpty { origins = InputID.merge(origins, more) } }
        for (position, index) in indices.enumerated() {
            let step = network.program.steps[index]
            let truth = truth(of: step)
            switch step.kind {
            case .test, .expression:
                if truth == .true {
                    supports.append(.test(Self.met))
                } else if truth.isEmpty {
                    let result = evaluated(position, of: rule) ?? Self.met
                    supports.append(.test(result))
                    if !result.set.certainlyTrue { wait(for: result.origins) }
                } else {
                    let parts = network.program.origins(of: step.operand, cells, table.states) { value(at: $0) }
                    supports.append(.test(UncertainValue(truth.set, origins: parts)))
                    wait(for: parts)
                }
            case .present:
                let id = FactID(Int(step.operand))
                supports.append(.fact(id, fits: true))
                wait(for: table.origins(of: id))
            case .absent:
                let open = facts(of: Int(step.operand))
                supports.append(.absence(possible: open.ids))
                wait(for: open.origins)
            case .exists:
                let there = facts(of: Int(step.operand))
                supports.append(.existence(facts: there.ids, isCertain: truth == .true))
                if truth != .true { wait(for: there.origins) }
            case .count:
                let there = facts(of: Int(step.operand))
                let (certain, possible) = network.program.count(Int(step.operand), table.states)
                supports.append(
                    .aggregate(
                        certain == possible
                            ? UncertainValue(.number(FEELNumber(certain)))
                            : UncertainValue(ValueSet(integers: certain...possible), origins: there.origins),
                        facts: there.ids))
            }
        }
        return (supports, isCertain ? [] : origins)
    }

    private static let met = UncertainValue(.boolean(true))
}
