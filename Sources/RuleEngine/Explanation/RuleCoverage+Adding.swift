extension RuleCoverage {
    /// Notes what a session shows of the rules that it runs. It must be over the rules that the coverage was made for.
    package mutating func add(_ session: Session) {
        let number = count
        count += 1
        for index in rules.indices where session.runs(rule: index) {
            let firing = session.firing(ofRule: index)
            if firing == .found { noteFiring(session, index, number) }
            let seeksNear = rules[index].canFail && rules[index].nearlyFires == nil && firing == .refuted
            guard seeksNear || hasGaps(index) else { continue }
            var probe = CoverageProbe(
                session, rule: index, number: number, comparisons: comparisons[index], rows: rules[index].rows,
                conditions: tellsConditions ? rules[index].conditions : [])
            probe.run(seeksNear: seeksNear)
            if seeksNear, probe.isNear { rules[index].nearlyFires = rules[index].nearlyFires ?? number }
            rules[index].rows = probe.rows
            if tellsConditions { rules[index].conditions = probe.conditions }
            note(probe.comparisons, of: index)
        }
    }

    /// Adds what another coverage of the same rules has seen, in sessions that come after these.
    package mutating func add(_ later: RuleCoverage) {
        func number(_ own: Int?, _ other: Int?) -> Int? { own ?? other.map { $0 + count } }
        for (index, other) in later.rules.enumerated() {
            rules[index].fires = number(rules[index].fires, other.fires)
            rules[index].nearlyFires = number(rules[index].nearlyFires, other.nearlyFires)
            for (row, entry) in other.rows.enumerated() {
                rules[index].rows[row].hits = number(rules[index].rows[row].hits, entry.hits)
                rules[index].rows[row].nearlyHits = number(rules[index].rows[row].nearlyHits, entry.nearlyHits)
            }
            for (place, entry) in other.conditions.enumerated() {
                rules[index].conditions[place].holds = number(rules[index].conditions[place].holds, entry.holds)
                rules[index].conditions[place].fails = number(rules[index].conditions[place].fails, entry.fails)
            }
            let seen = zip(comparisons[index], later.comparisons[index]).map { own, other in
                var both = own
                both.met = number(own.met, other.met)
                both.unmet = number(own.unmet, other.unmet)
                return both
            }
            note(seen, of: index)
        }
        for (index, other) in later.parameters.enumerated() {
            parameters[index].used = number(parameters[index].used, other.used)
        }
        count += later.count
    }

    /// Conditions, rows or comparisons of the rule are still to be tried.
    private func hasGaps(_ index: Int) -> Bool {
        if tellsConditions, rules[index].conditions.contains(where: { !$0.isComplete }) { return true }
        if rules[index].rows.contains(where: { $0.canMiss && $0.nearlyHits == nil }) { return true }
        return comparisons[index].contains { !$0.isComplete && !parameters[$0.parameter].isComplete }
    }

    private mutating func noteFiring(_ session: Session, _ index: Int, _ number: Int) {
        if rules[index].fires == nil { rules[index].fires = number }
        for place in rules[index].conditions.indices where rules[index].conditions[place].holds == nil {
            rules[index].conditions[place].holds = number
        }
        for position in reads[index] where parameters[position].used == nil { parameters[position].used = number }
        for position in rules[index].rows.indices where rules[index].rows[position].hits == nil {
            let row = rules[index].rows[position]
            guard case .table(let table) = rules[index].rule.conditions[row.condition] else { continue }
            let decides = session.certainJustifications(ofRule: index).contains { justification in
                guard case .table(_, _, let outcomes) = justification.supports[row.condition] else { return false }
                return table.isDecided(by: row.number - 1, outcomes)
            }
            if decides { rules[index].rows[position].hits = number }
        }
    }

    private mutating func note(_ seen: [ParameterComparison], of index: Int) {
        for (position, comparison) in seen.enumerated() where comparison.met != nil || comparison.unmet != nil {
            comparisons[index][position] = comparison
            let parameter = comparison.parameter
            // Both sides count only when one comparison was on both; until then the first that was seen is shown.
            guard !parameters[parameter].isComplete else { continue }
            if comparison.isComplete || (parameters[parameter].met ?? parameters[parameter].unmet) == nil {
                parameters[parameter].met = comparison.met
                parameters[parameter].unmet = comparison.unmet
            }
        }
    }
}

extension ParameterComparison {
    /// It was seen on both sides.
    var isComplete: Bool { met != nil && unmet != nil }
}

extension Session {
    fileprivate func certainJustifications(ofRule rule: Int) -> [Justification] {
        justifications(ofRule: rule).filter(\.isCertain)
    }
}

extension Rule.Table {
    /// Whether a row surely has a part in the result.
    fileprivate func isDecided(by row: Int, _ outcomes: [DecisionTable.RowOutcome]) -> Bool {
        guard outcomes[row] == .hits else { return false }
        return policy != .first || outcomes[..<row].allSatisfy { $0 == .misses }
    }
}
