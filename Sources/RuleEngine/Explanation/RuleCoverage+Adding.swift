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
                session, rule: index, number: number, comparisons: comparisons[index], rows: rules[index].rows)
            probe.run(seeksNear: seeksNear)
            if seeksNear, probe.isNear { rules[index].nearlyFires = rules[index].nearlyFires ?? number }
            rules[index].rows = probe.rows
            note(probe.comparisons, of: index)
        }
    }

    /// Rows or comparisons of the rule are still to be tried.
    private func hasGaps(_ index: Int) -> Bool {
        if rules[index].rows.contains(where: { $0.canMiss && $0.nearlyHits == nil }) { return true }
        return comparisons[index].contains { !$0.isComplete && !parameters[$0.parameter].isComplete }
    }

    private mutating func noteFiring(_ session: Session, _ index: Int, _ number: Int) {
        if rules[index].fires == nil { rules[index].fires = number }
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
