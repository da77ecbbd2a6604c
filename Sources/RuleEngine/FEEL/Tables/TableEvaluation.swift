/// Bounds of the work on one table, apart from it as types with parameters hold no constants of their own.
enum TableLimits {
    /// Columns are no longer told apart when their classes have more combinations than this.
    static let combinations = 256
}

/// One evaluation of a table: the outcome of each row for each combination of what the inputs can be, and the results.
struct TableEvaluation<Environment: FEELEnvironment> {
    private let code: DecisionTableCode
    private let evaluator: FEELEvaluator
    private let environment: Environment
    private let columns: [TableColumn]

    /// What one combination of classes says.
    private struct Pattern: Hashable {
        let allowed: Ternary
        let outcomes: [DecisionTable.RowOutcome]
    }

    init(_ code: DecisionTableCode, _ evaluator: FEELEvaluator, _ environment: Environment) {
        self.code = code
        self.evaluator = evaluator
        self.environment = environment
        var columns = code.columns.map { TableColumn($0, evaluator, in: environment) }
        let most = TableLimits.combinations + 1
        while columns.reduce(1, { min($0 * $1.classes.count, most) }) == most {
            let sizes = columns.map(\.classes.count)
            guard let largest = sizes.indices.max(by: { sizes[$0] < sizes[$1] }) else { break }
            columns[largest].joinClasses()
        }
        self.columns = columns
    }

    var outcome: DecisionTable.Outcome {
        let patterns = patterns
        let outcomes = Self.joined(patterns)
        let rows = outcomes.indices.filter { outcomes[$0] != .misses }
        let hits = TableHits(code, rows: rows, evaluator, environment)
        var results: [ValueSet] = []
        for pattern in patterns {
            let result = result(of: pattern, hits)
            if !results.contains(result) { results.append(result) }
        }
        let parts = hits.outputs + [hits.none] + columns.map { UncertainValue(.anything, origins: $0.origins) }
        let certain = rows.filter { outcomes[$0] == .hits }
        return DecisionTable.Outcome(
            result: UncertainValue(ValueSet.union(results), from: parts), rows: outcomes,
            conflict: conflict(among: certain, hits))
    }

    // MARK: Combinations

    /// What the combinations of classes say, each once.
    private var patterns: [Pattern] {
        guard let first = columns.first else {
            return [Pattern(allowed: .true, outcomes: Array(repeating: .hits, count: code.rowCount))]
        }
        var patterns = first.classes.map { (allowed: $0.allowed, cells: $0.cells) }
        for column in columns.dropFirst() {
            patterns = patterns.flatMap { pattern in
                column.classes.map { part in
                    (pattern.allowed.and(part.allowed), zip(pattern.cells, part.cells).map { $0.and($1) })
                }
            }
        }
        let seen = patterns.map { Pattern(allowed: $0.allowed, outcomes: $0.cells.map(DecisionTable.RowOutcome.init)) }
        return seen.count == 1 ? seen : seen.withoutDoubles
    }

    /// By row, what all combinations say of it; where they differ, it may hit.
    private static func joined(_ patterns: [Pattern]) -> [DecisionTable.RowOutcome] {
        guard var joined = patterns.first?.outcomes else { return [] }
        for pattern in patterns.dropFirst() {
            for row in joined.indices where joined[row] != pattern.outcomes[row] { joined[row] = .mayHit }
        }
        return joined
    }

    private func result(of pattern: Pattern, _ hits: TableHits<Environment>) -> ValueSet {
        guard pattern.allowed.contains(.true) else { return .exactly(.null) }
        let rows = pattern.outcomes.indices.filter { pattern.outcomes[$0] != .misses }
        let result = hits.result(of: rows.map { (row: $0, isCertain: pattern.outcomes[$0] == .hits) })
        return pattern.allowed == .true ? result : result.union(.exactly(.null))
    }

    private func conflict(among certain: [Int], _ hits: TableHits<Environment>) -> DecisionTable.Conflict? {
        guard let first = certain.first else { return nil }
        let second: Int? =
            switch code.policy {
            case .unique: certain.dropFirst().first
            case .any: certain.dropFirst().first { hits.areApart(first, $0) }
            case .priority, .first, .ruleOrder, .outputOrder, .collect, .sum, .count, .minimum, .maximum: nil
            }
        return second.map { DecisionTable.Conflict(first: first, second: $0) }
    }
}

extension DecisionTable.RowOutcome {
    /// What becomes of a row of which it is known this far whether all its cells are met.
    fileprivate init(_ truth: Ternary) {
        self = truth == .true ? .hits : truth.contains(.true) ? .mayHit : .misses
    }
}
