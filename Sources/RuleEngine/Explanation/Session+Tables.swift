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
        let refused = table.inputs.compactMap(\.allowed)
            .filter { !evaluator.evaluate($0, in: scope).result.set.possiblyTrue }.map { sentence($0, scope) }
        let hasHit = rows.contains(.hits) || rows.contains(.mayHit)
        func words(_ language: Language) -> String {
            let result = value.map { (resultText($0, table, language), isKnown: $0.isExact) }
            return tableText(result, hasHit: hasHit, refused.map { $0[language] }, told, language)
        }
        return Explanation.Condition(
            state: state, text: ConditionText(ruleBase).text(of: .table(table)),
            sentence: LocalizedText(nl: words(.nl), en: words(.en)), inputs: inputs,
            parameters: names.compactMap { ruleBase.parameter($0) }, facts: facts, rows: told)
    }

    /// The cells that a row depends on; of one that misses those that are not met.
    private func cells(
        of row: Int, _ table: Rule.Table, _ outcome: DecisionTable.RowOutcome, _ scope: RuleScope
    ) -> [LocalizedText] {
        let tests = table.rows[row].tests.compactMap(\.self)
        let evaluator = evaluator
        let unmet = tests.filter { !evaluator.evaluate($0, in: scope).result.set.possiblyTrue }
        return (outcome == .misses && !unmet.isEmpty ? unmet : tests).map { sentence($0, scope) }
    }

    private func resultText(_ value: ValueSet, _ table: Rule.Table, _ language: Language) -> String {
        let values = ValueText(language)
        guard table.outputs.count > 1, let first = value.finiteValues?.first, case .context = first else {
            return title(of: value, table.outputs.first?.vocabulary, language) ?? values.text(of: value)
        }
        let parts = table.outputs.map { output -> String in
            let entry = value.entry(named: output.name).value ?? .anything
            return "\(output.name) \(title(of: entry, output.vocabulary, language) ?? values.text(of: entry))"
        }
        return values.list(parts)
    }

    /// The title of a code of the vocabulary.
    private func title(of value: ValueSet, _ vocabulary: String?, _ language: Language) -> String? {
        guard let vocabulary, case .string(let code)? = value.exactValue else { return nil }
        return ruleBase.vocabulary(vocabulary)?[code].map { "‘\($0.title[language])’" }
    }

    /// The title of a code, where the expression is the result of a column of codes.
    func codeTitle(
        _ expression: RuleExpression, _ scope: RuleScope, _ tables: [Rule.Table], _ language: Language
    ) -> String? {
        guard let vocabulary = tables.lazy.compactMap({ $0.vocabulary(of: expression.expression) }).first else {
            return nil
        }
        return title(of: evaluator.evaluate(expression, in: scope).result.set, vocabulary, language)
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

// MARK: - Wordings

/// "the table gives 2: row 2 hits (x is 12; condition: more than 10); row 1 does not hit (…)"
private func tableText(
    _ result: (text: String, isKnown: Bool)?, hasHit: Bool, _ refused: [String], _ rows: [Explanation.Row],
    _ language: Language
) -> String {
    guard refused.isEmpty else {
        let inputs = refused.joined(separator: "; ")
        return language == .nl
            ? "de tabel geeft niets, want een ingang is niet toegestaan: \(inputs)"
            : "the table gives nothing, because an input is not allowed: \(inputs)"
    }
    let (hits, misses) = (rows.filter { $0.outcome != .misses }, rows.filter { $0.outcome == .misses })
    let parts = (hits + misses).map { rowText($0, language) }
    let text = result?.text ?? (language == .nl ? "niets" : "nothing")
    let isKnown = result?.isKnown ?? true
    let given =
        switch language {
        case .nl:
            (isKnown ? "de tabel geeft \(text)" : "uitkomst van de tabel \(text)")
                + (hasHit ? "" : ", omdat geen rij raakt")
        case .en:
            (isKnown ? "the table gives \(text)" : "result of the table \(text)")
                + (hasHit ? "" : ", because no row hits")
        }
    return parts.isEmpty ? given : "\(given): \(parts.joined(separator: "; "))"
}

private func rowText(_ row: Explanation.Row, _ language: Language) -> String {
    let cells = row.cells.isEmpty ? "" : " (\(row.cells.map { $0[language] }.joined(separator: ", ")))"
    switch (row.outcome, language) {
    case (.hits, .nl): return "rij \(row.number) raakt" + (cells.isEmpty ? " altijd" : cells)
    case (.hits, .en): return "row \(row.number) hits" + (cells.isEmpty ? " always" : cells)
    case (.mayHit, .nl): return "rij \(row.number) raakt misschien\(cells)"
    case (.mayHit, .en): return "row \(row.number) may hit\(cells)"
    case (.misses, .nl): return "rij \(row.number) raakt niet\(cells)"
    case (.misses, .en): return "row \(row.number) does not hit\(cells)"
    }
}
