// Which row of a table gave the result, and why the rows before it did not.

extension Session {
    /// - Parameters:
    ///   - value: the result without null; `nil` when the table gives nothing.
    ///   - rows: what became of each row.
    ///   - scope: what the table sees, without its own result.
    func about(
        _ table: Rule.Table, _ value: ValueSet?, _ rows: [DecisionTable.RowOutcome], _ scope: RuleScope,
        state: ConditionState
    ) -> Explanation.Condition {
        let told = table.deciding(rows).map { row in
            Explanation.Row(number: row + 1, outcome: rows[row], cells: cells(of: row, table, rows[row], scope))
        }
        let read = table.inputs.map(\.value) + table.deciding(rows).flatMap { table.rows[$0].tests.compactMap(\.self) }
        var inputs: [InputUse] = []
        var names: [String] = []
        var facts: [FactID] = []
        for expression in read {
            inputs += inputUses(expression).filter { !inputs.contains($0) }
            names += expression.parameters.filter { !names.contains($0) }
            facts += expression.variables.compactMap { factBound(to: $0.name, scope) }.filter { !facts.contains($0) }
        }
        let evaluator = evaluator
        var result = Explanation.Condition(.condition(.table(table)), state)
        result.inputs = inputs
        result.parameters = names.compactMap { ruleBase.parameter($0) }
        result.facts = facts
        result.value = value
        result.rows = told
        result.refused = table.inputs.compactMap(\.allowed)
            .filter { !evaluator.evaluate($0, in: scope).result.set.possiblyTrue }
        result.variables = scope.variables
        return result
    }

    /// The cells that a row depends on; of one that misses those that are not met.
    private func cells(
        of row: Int, _ table: Rule.Table, _ outcome: DecisionTable.RowOutcome, _ scope: RuleScope
    ) -> [RuleExpression] {
        let tests = table.rows[row].tests.compactMap(\.self)
        let evaluator = evaluator
        let unmet = tests.filter { !evaluator.evaluate($0, in: scope).result.set.possiblyTrue }
        return outcome == .misses && !unmet.isEmpty ? unmet : tests
    }
}

extension Rule.Conclusion {
    /// Which fact is concluded depends on the result of the table.
    func isKeyed(by table: Rule.Table) -> Bool {
        key.contains { operand in
            guard case .computed(let expression) = operand else { return false }
            return table.vocabulary(of: expression.expression) != nil
        }
    }
}

extension Rule.Table {
    /// The rows that decide the result: under `first` all up to the first certain one, else those that hit or may hit;
    /// all rows when none of them can hit.
    fileprivate func deciding(_ outcomes: [DecisionTable.RowOutcome]) -> [Int] {
        let possible = outcomes.indices.filter { outcomes[$0] != .misses }
        guard !possible.isEmpty else { return Array(outcomes.indices) }
        guard policy == .first else { return possible }
        let end = outcomes.firstIndex(of: .hits) ?? possible[possible.count - 1]
        return Array(outcomes[...end].indices)
    }
}
