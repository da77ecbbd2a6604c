import RuleEngine
import TestSupport

/// The result of a table over each way in which its inputs can turn out, by way of plain FEEL.
///
/// Takes cells and outputs to be literal, as the generator makes them.
struct NaiveTable {
    private let table: Rule.Table
    private let decision: DecisionTable

    init(_ table: Rule.Table) {
        self.table = table
        let inputs = table.decision.inputs.enumerated().map { place, input in
            DecisionTable.Input(
                expression: FEELExpression(.name(Self.name(place, in: table)), range: 0..<0), allowed: input.allowed)
        }
        decision = DecisionTable(
            inputs: inputs, outputs: table.decision.outputs, rules: table.decision.rules, policy: table.policy,
            noHits: table.decision.noHits)
    }

    func result(_ evaluate: (RuleExpression) -> ValueSet) -> ValueSet {
        var rows: [[String: UncertainValue]] = [[:]]
        for (place, input) in table.inputs.enumerated() where Self.first(place, in: table) == place {
            let set = evaluate(input.value)
            let values = set.finiteValues.map { $0.map { ValueSet.exactly($0) } } ?? [set]
            rows = rows.flatMap { row in
                values.map { row.merging([Self.name(place, in: table): UncertainValue($0)]) { $1 } }
            }
        }
        let results = rows.map {
            FEELEvaluator().evaluate(decision.expression, in: FEELDictionaryScope($0)).result.set
        }
        return results.dropFirst().reduce(results.first ?? .anything) { $0.union($1) }
    }

    /// Columns of the same input have the same value.
    private static func first(_ place: Int, in table: Rule.Table) -> Int {
        table.inputs.firstIndex { $0.value.text == table.inputs[place].value.text } ?? place
    }

    private static func name(_ place: Int, in table: Rule.Table) -> String { "input\(first(place, in: table))" }
}
