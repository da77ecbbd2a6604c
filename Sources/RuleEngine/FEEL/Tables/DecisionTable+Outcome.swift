extension DecisionTable {
    /// Whether a row hits, over all that is still possible.
    package enum RowOutcome: String, Hashable, Sendable {
        case hits, mayHit, misses
    }

    /// Two rows that hit for certain although the policy does not allow it, by their place in the table.
    package struct Conflict: Hashable, Sendable {
        package let first: Int
        package let second: Int
    }

    /// What a table makes of what is known.
    package struct Outcome: Hashable, Sendable {
        /// Holds the result of every completion of the unknown inputs.
        package let result: UncertainValue
        /// One for each row, in order.
        package let rows: [RowOutcome]
        /// Under `unique` two certain hits, under `any` two certain hits with certainly different outputs.
        package let conflict: Conflict?
    }
}

extension FEELEvaluator {
    /// The result of a table, with what became of each row.
    ///
    /// An input that is not known is split where the cells of its column tell its values apart, and each combination of
    /// the parts is looked at by itself. So rows that exclude each other never seem to hit together, and a row is
    /// certain when it hits in each part. Where inputs depend on each other, or there are very many combinations, the
    /// result may hold more than can occur.
    package func evaluate(_ table: DecisionTable, in scope: any FEELScope) -> DecisionTable.Outcome {
        evaluate(DecisionTableCode(table, by: self, for: nil), in: ScopeEnvironment(scope: scope))
    }

    /// Makes a table ready to run many times in environments with these slots.
    package func compile(_ table: DecisionTable, for resolver: any FEELNameResolver) -> DecisionTableCode {
        DecisionTableCode(table, by: self, for: resolver)
    }

    /// The same as `evaluate(_:in:)` for a table that was compiled for the slots of the environment.
    package func evaluate<Environment: FEELEnvironment>(_ code: DecisionTableCode, in environment: Environment)
        -> DecisionTable.Outcome
    {
        TableEvaluation(code, self, environment).outcome
    }
}
