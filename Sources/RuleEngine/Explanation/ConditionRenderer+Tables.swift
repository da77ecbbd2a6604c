// Which row of a table gave the result, and why the rows before it did not.

extension ConditionRenderer {
    /// "the table gives 2: row 2 hits (x is 12; condition: more than 10); row 1 does not hit (…)"
    func sentence(_ table: Rule.Table, _ condition: Explanation.Condition, _ scope: RuleScope) -> String {
        guard condition.refused.isEmpty else {
            let inputs = condition.refused.map { words($0, scope) }.joined(separator: "; ")
            return language.word(
                "de tabel geeft niets, want een ingang is niet toegestaan: \(inputs)",
                "the table gives nothing, because an input is not allowed: \(inputs)")
        }
        let rows = condition.rows
        let (hits, misses) = (rows.filter { $0.outcome != .misses }, rows.filter { $0.outcome == .misses })
        let parts = (hits + misses).map { sentence($0, scope) }
        let text = condition.value.map { result($0, table) } ?? language.word("niets", "nothing")
        let isKnown = condition.value?.isExact ?? true
        let given =
            isKnown
            ? language.word("de tabel geeft \(text)", "the table gives \(text)")
            : language.word("uitkomst van de tabel \(text)", "result of the table \(text)")
        let why = hits.isEmpty ? language.word(", omdat geen rij raakt", ", because no row hits") : ""
        return parts.isEmpty ? given + why : "\(given)\(why): \(parts.joined(separator: "; "))"
    }

    private func sentence(_ row: Explanation.Row, _ scope: RuleScope) -> String {
        let cells = row.cells.isEmpty ? "" : " (\(row.cells.map { words($0, scope) }.joined(separator: ", ")))"
        switch row.outcome {
        case .hits:
            let always = cells.isEmpty ? language.word(" altijd", " always") : cells
            return language.word("rij \(row.number) raakt", "row \(row.number) hits") + always
        case .mayHit: return language.word("rij \(row.number) raakt misschien", "row \(row.number) may hit") + cells
        case .misses: return language.word("rij \(row.number) raakt niet", "row \(row.number) does not hit") + cells
        }
    }

    private func result(_ value: ValueSet, _ table: Rule.Table) -> String {
        let values = ValueText(language)
        guard table.outputs.count > 1, let first = value.finiteValues?.first, case .context = first else {
            return title(of: value, table.outputs.first?.vocabulary) ?? values.text(of: value)
        }
        let parts = table.outputs.map { output -> String in
            let entry = value.entry(named: output.name).value ?? .anything
            return "\(output.name) \(title(of: entry, output.vocabulary) ?? values.text(of: entry))"
        }
        return values.list(parts)
    }

    /// The title of a code of the vocabulary.
    private func title(of value: ValueSet, _ vocabulary: String?) -> String? {
        guard let vocabulary, case .string(let code)? = value.exactValue else { return nil }
        return session.ruleBase.vocabulary(vocabulary)?[code].map { "‘\($0.title[language])’" }
    }

    /// The title of a code, where the expression is the result of a column of codes.
    func codeTitle(_ expression: RuleExpression, _ scope: RuleScope, _ tables: [Rule.Table]) -> String? {
        guard let vocabulary = tables.lazy.compactMap({ $0.vocabulary(of: expression.expression) }).first else {
            return nil
        }
        return title(of: session.evaluator.evaluate(expression, in: scope).result.set, vocabulary)
    }
}
