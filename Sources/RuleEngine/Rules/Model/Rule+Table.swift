extension Rule {
    /// A decision table as a condition: its result is bound to a name. A table that gives null does not meet the condition.
    package struct Table: Sendable {
        /// A column of tests.
        package struct Input: Sendable {
            package let value: RuleExpression
            /// That the value is one of those allowed, as a condition.
            package let allowed: RuleExpression?
        }

        /// A column of results.
        package struct Output: Sendable {
            package let name: String
            package let whenNone: RuleExpression?
            /// The vocabulary of which the cells are literal codes.
            package let vocabulary: String?
        }

        /// One row: a test for each input, where there is one, and a value for each output.
        package struct Row: Sendable {
            /// The cells as conditions on their inputs; `nil` for `-`.
            package let tests: [RuleExpression?]
            package let outputs: [RuleExpression]
            package let span: SourceSpan
        }

        package let inputs: [Input]
        package let outputs: [Output]
        package let rows: [Row]
        /// The name of the result.
        package let variable: String
        /// What the engine evaluates: the same inputs, outputs and rows.
        package let decision: DecisionTable
        /// The same made ready to run.
        let code: RuleTableCode
        package let span: SourceSpan

        package var policy: DecisionTable.HitPolicy { decision.policy }

        /// All that the table reads.
        var expressions: [RuleExpression] {
            inputs.flatMap { [$0.value, $0.allowed].compactMap(\.self) }
                + rows.flatMap { $0.tests.compactMap(\.self) + $0.outputs } + outputs.compactMap(\.whenNone)
        }

        /// The codes that an expression can give when it is the result of a column of codes: finitely many, all of them
        /// written in the table.
        ///
        /// - Returns: `nil` for any other expression, and under policies that do not give the output of one row.
        func codes(of expression: FEELExpression) -> [String]? {
            guard let column = column(of: expression), outputs[column].vocabulary != nil else { return nil }
            let cells = rows.map { $0.outputs[column] } + [outputs[column].whenNone].compactMap(\.self)
            return cells.compactMap { if case .string(let code) = $0.expression.kind { code } else { nil } }
        }

        /// The vocabulary of the column of codes that an expression is the result of.
        func vocabulary(of expression: FEELExpression) -> String? {
            column(of: expression).flatMap { outputs[$0].vocabulary }
        }

        /// The column that an expression gives one value of: `result` of a single one, `result.name` of several.
        private func column(of expression: FEELExpression) -> Int? {
            switch policy {
            case .unique, .any, .priority, .first: break
            case .ruleOrder, .outputOrder, .collect, .sum, .count, .minimum, .maximum: return nil
            }
            switch expression.kind {
            case .name(variable): return outputs.count == 1 ? 0 : nil
            case .path(let base, let member) where base.kind == .name(variable) && outputs.count > 1:
                return outputs.firstIndex { $0.name == member }
            default: return nil
            }
        }
    }

    /// The tables among the conditions.
    var tables: [Table] {
        conditions.compactMap { if case .table(let table) = $0 { table } else { nil } }
    }
}
