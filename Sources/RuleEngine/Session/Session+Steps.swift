extension Session {
    /// Runs a rule that binds nothing: first only whether it can fire, and then, when it does, what met its conditions.
    ///
    /// - Returns: `nil` where a condition needs more than plain steps.
    mutating func run(_ steps: [DirectStep], of rule: Int) -> [Derived]? {
        var isCertain = true
        for (position, step) in steps.enumerated() {
            switch step {
            case .test(let test):
                let truth = truth(of: test)
                if truth == .true { continue }
                if truth.isEmpty {
                    guard let result = evaluated(position, of: rule) else { return nil }
                    guard result.set.possiblyTrue else { return [] }
                    if !result.set.certainlyTrue { isCertain = false }
                    continue
                }
                guard truth.contains(.true) else { return [] }
                isCertain = false
            case .expression:
                guard let result = evaluated(position, of: rule) else { return nil }
                guard result.set.possiblyTrue else { return [] }
                if !result.set.certainlyTrue { isCertain = false }
            case .present(let row):
                guard table.facts[row].isPresent else { return [] }
                if !table.facts[row].isCertain { isCertain = false }
            case .absent(let rows):
                for row in rows where table.facts[row].isPresent {
                    guard !table.facts[row].isCertain else { return [] }
                    isCertain = false
                }
            case .exists(let rows):
                var isThere = false
                var isSure = false
                for row in rows where table.facts[row].isPresent {
                    isThere = true
                    if table.facts[row].isCertain { isSure = true }
                }
                guard isThere else { return [] }
                if !isSure { isCertain = false }
            case .count(let rows, let register):
                count(rows, into: register)
            }
        }
        return conclusions(of: steps, rule, isCertain)
    }

    /// What a condition without variables gives.
    private func evaluated(_ position: Int, of rule: Int) -> Possible? {
        guard case .test(let expression) = ruleBase.rules[rule].conditions[position], expression.variables.isEmpty
        else { return nil }
        return evaluator.evaluate(expression, in: scope).result
    }

    private func truth(of test: ScalarTest) -> Truth { test.truth(cells) { value(at: $0).set } }

    private func value(at place: Int32) -> Possible {
        let place = Int(place)
        return place < slots.count ? slots[place] : others[place - slots.count]
    }

    /// Counts the facts that are there and those that may be.
    private mutating func count(_ rows: [Int], into register: Int32) {
        var sure = 0
        var possible = 0
        for row in rows where table.facts[row].isPresent {
            possible += 1
            if table.facts[row].isCertain { sure += 1 }
        }
        let place = Int(register)
        if sure == possible {
            cells[place] = Cell(coefficient: Int64(sure), exponent: 0)
        } else {
            // Where the count is not known the origins are looked up only when the rule fires.
            cells[place] = .unknown
            others[place - slots.count] = Possible(
                .numbers(NumberInterval(low: FEELNumber(sure), high: FEELNumber(possible)), orNull: false))
        }
    }

    // MARK: Firing

    private mutating func conclusions(of steps: [DirectStep], _ rule: Int, _ isCertain: Bool) -> [Derived] {
        let plan = network.rules[rule]
        let (supports, origins) = supports(of: steps, rule, isCertain)
        var result: [Derived] = []
        for (place, conclusion) in ruleBase.rules[rule].conclusions.enumerated() {
            let values = conclusion.fields.isEmpty ? [] : conclusion.fields.map { value(of: $0.value) }
            if let row = plan.targets[place] {
                guard isInForce(row, rule) else { continue }
                result.append(
                    Derived(
                        fact: FactID(row),
                        justification: Justification(
                            rule: rule, conclusion: place, supports: supports, values: values, isCertain: isCertain,
                            origins: origins)))
            } else {
                let derivation = Matcher.Derivation(
                    template: conclusion.template, key: conclusion.key.map { value(of: $0) },
                    justification: Justification(
                        rule: rule, conclusion: place, supports: supports, values: values, isCertain: isCertain,
                        origins: origins))
                enter(derivation) { result.append(Derived(fact: $0, justification: $1)) }
            }
        }
        return result
    }

    /// Whether a fact with a fixed row may be concluded: its code is in force and nobody rejected it.
    private mutating func isInForce(_ row: Int, _ rule: Int) -> Bool {
        let fact = table.facts[row]
        if network.rows.isLimited[row], !isInForce(fact.template, fact.key, rule) { return false }
        return !overrules.rejects(fact.template, fact.key)
    }

    private func value(of operand: Rule.Operand) -> Possible {
        switch operand {
        case .literal(let value): Possible(value)
        case .computed(let expression): evaluator.evaluate(expression, in: scope).result
        }
    }

    /// What met each condition, and the unknown inputs that decide whether all are met.
    private func supports(
        of steps: [DirectStep], _ rule: Int, _ isCertain: Bool
    ) -> ([Justification.Support], [InputID]) {
        var supports: [Justification.Support] = []
        supports.reserveCapacity(steps.count)
        var origins: [InputID] = []
        var registers: [Int32: [InputID]] = [:]
        func wait(for more: [InputID]) { if !more.isEmpty { origins = InputID.merge(origins, more) } }
        for (position, step) in steps.enumerated() {
            switch step {
            case .test(let test):
                let truth = truth(of: test)
                if truth == .true {
                    supports.append(.test(Self.met))
                } else if truth.isEmpty {
                    let result = evaluated(position, of: rule) ?? Self.met
                    supports.append(.test(result))
                    if !result.set.certainlyTrue { wait(for: result.origins) }
                } else {
                    let parts = test.origins(cells) { place in
                        registers[place].map { Possible(.anything, origins: $0) } ?? value(at: place)
                    }
                    supports.append(.test(Possible(truth.set, origins: parts)))
                    wait(for: parts)
                }
            case .expression:
                let result = evaluated(position, of: rule) ?? Self.met
                supports.append(.test(result))
                if !result.set.certainlyTrue { wait(for: result.origins) }
            case .present(let row):
                supports.append(.fact(FactID(row), isCertain: table.facts[row].isCertain))
                wait(for: table.facts[row].origins)
            case .absent(let rows):
                let open = rows.filter { table.facts[$0].isPresent }
                supports.append(.absence(possible: open.map { FactID($0) }))
                for row in open { wait(for: table.facts[row].origins) }
            case .exists(let rows):
                let there = rows.filter { table.facts[$0].isPresent }
                let isSure = there.contains { table.facts[$0].isCertain }
                supports.append(.existence(facts: there.map { FactID($0) }, isCertain: isSure))
                if !isSure { for row in there { wait(for: table.facts[row].origins) } }
            case .count(let rows, let register):
                let there = rows.filter { table.facts[$0].isPresent }
                let sure = there.count { table.facts[$0].isCertain }
                let parts = there.reduce([InputID]()) { InputID.merge($0, table.facts[$1].origins) }
                registers[register] = parts
                supports.append(
                    .aggregate(
                        sure == there.count
                            ? Possible(.number(FEELNumber(sure)))
                            : Possible(ValueSet(integers: sure...there.count), origins: parts),
                        facts: there.map { FactID($0) }))
            }
        }
        return (supports, isCertain ? [] : origins)
    }

    private static let met = Possible(.boolean(true))
}
