/// One evaluation of a table: the verdict on each row for each combination of what the inputs can be, and the results.
struct TableEvaluation {
    /// Columns are no longer told apart when their classes have more combinations than this.
    static let combinations = 256

    private let table: DecisionTable
    private let columns: [TableColumn]
    private let hits: TableHits

    /// What one combination of classes says.
    private struct Pattern: Hashable {
        let allowed: Truth
        let verdicts: [DecisionTable.Verdict]
    }

    init(_ table: DecisionTable, _ evaluator: FEELEvaluator, _ scope: any FEELScope) {
        self.table = table
        var columns: [TableColumn] = []
        for (place, input) in table.inputs.enumerated() {
            let same = table.inputs.indices.filter { table.inputs[$0].expression == input.expression }
            guard same.first == place else { continue }
            columns.append(
                TableColumn(
                    input.expression, allowed: same.compactMap { table.inputs[$0].allowed },
                    rows: table.rules.map { rule in same.map { rule.tests[$0] } }, evaluator, in: scope))
        }
        while columns.reduce(1, { $0 * $1.classes.count }) > Self.combinations {
            let sizes = columns.map(\.classes.count)
            guard let largest = sizes.indices.max(by: { sizes[$0] < sizes[$1] }) else { break }
            columns[largest].joinClasses()
        }
        self.columns = columns
        hits = TableHits(table, evaluator, scope)
    }

    var outcome: DecisionTable.Outcome {
        let patterns = patterns
        var results: [ValueSet] = []
        for pattern in patterns {
            let result = result(of: pattern)
            if !results.contains(result) { results.append(result) }
        }
        let verdicts = table.rules.indices.map { row in Self.joined(patterns.map { $0.verdicts[row] }) }
        let rows = table.rules.indices.filter { verdicts[$0] != .misses }
        let parts = rows.map { hits.outputs[$0] } + [hits.none]
            + columns.map { Possible(.anything, origins: $0.origins) }
        let certain = table.rules.indices.filter { verdicts[$0] == .hits }
        return DecisionTable.Outcome(
            result: Possible(ValueSet.union(results), from: parts), verdicts: verdicts, conflict: conflict(among: certain))
    }

    // MARK: Combinations

    /// What the combinations of classes say, each once.
    private var patterns: [Pattern] {
        var patterns = [(allowed: Truth.true, cells: table.rules.map { _ in Truth.true })]
        for column in columns {
            patterns = patterns.flatMap { pattern in
                column.classes.map { part in
                    (pattern.allowed.and(part.allowed), zip(pattern.cells, part.cells).map { $0.and($1) })
                }
            }
        }
        var seen: Set<Pattern> = []
        return patterns.map { Pattern(allowed: $0.allowed, verdicts: $0.cells.map(Self.verdict)) }
            .filter { seen.insert($0).inserted }
    }

    private static func verdict(_ truth: Truth) -> DecisionTable.Verdict {
        truth == .true ? .hits : truth.contains(.true) ? .mayHit : .misses
    }

    private static func joined(_ verdicts: [DecisionTable.Verdict]) -> DecisionTable.Verdict {
        guard let first = verdicts.first else { return .misses }
        return verdicts.allSatisfy { $0 == first } ? first : .mayHit
    }

    private func result(of pattern: Pattern) -> ValueSet {
        guard pattern.allowed.contains(.true) else { return .exactly(.null) }
        let rows = pattern.verdicts.indices.filter { pattern.verdicts[$0] != .misses }
        let result = hits.result(of: rows.map { (row: $0, isCertain: pattern.verdicts[$0] == .hits) })
        return pattern.allowed == .true ? result : result.union(.exactly(.null))
    }

    private func conflict(among certain: [Int]) -> DecisionTable.Conflict? {
        guard let first = certain.first else { return nil }
        let second: Int? =
            switch table.policy {
            case .unique: certain.dropFirst().first
            case .any: certain.dropFirst().first { hits.areApart(first, $0) }
            case .priority, .first, .ruleOrder, .outputOrder, .collect, .sum, .count, .minimum, .maximum: nil
            }
        return second.map { DecisionTable.Conflict(first: first, second: $0) }
    }
}
