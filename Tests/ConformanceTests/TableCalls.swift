import RuleEngine
import Synchronization

/// The decision tables of a model as a function of FEEL, so that a table can stand in an expression and yet is run by the
/// evaluator that the rules use.
///
///     $table(3, {age: age, fee: fee})
final class TableCalls: Sendable {
    private static let name = "$table"
    private let tables = Mutex<[DecisionTable]>([])

    /// The expression that gives the result of the table.
    func call(_ table: DecisionTable) -> FEELExpression {
        let number = tables.withLock { tables in
            tables.append(table)
            return tables.count - 1
        }
        let entries = table.freeNames.map { FEELContextEntry(key: $0, value: FEELExpression(.name($0))) }
        return FEELExpression(
            .call(
                FEELExpression(.name(Self.name)),
                .positional([FEELExpression(.number(FEELNumber(number))), FEELExpression(.context(entries))])))
    }

    /// The function; its evaluator has the clock and the types of the model.
    func function(now: FEELDateTime?, types: [String: FEELTypeName]) -> [String: Builtin] {
        let evaluator = FEELEvaluator(timeZones: FoundationTimeZones(), now: now, types: types)
        let builtin = Builtin(Self.name, [.init("number", .number), .init("names", .context)]) {
            arguments -> FEELComputation in
            guard case .number(let number) = arguments[0], case .context(let names) = arguments[1],
                let table = self.table(number)
            else { return .value(.null) }
            let pairs = names.entries.map { ($0.key, UncertainValue($0.value)) }
            let scope = FEELDictionaryScope(Dictionary(pairs) { first, _ in first })
            return .value(evaluator.evaluate(table, in: scope).result.set.exactValue ?? .null)
        }
        return [Self.name: builtin]
    }

    private func table(_ number: FEELNumber) -> DecisionTable? {
        tables.withLock { tables in tables.indices.first { FEELNumber($0) == number }.map { tables[$0] } }
    }
}

extension DecisionTable {
    /// What the cells need from outside, each once.
    fileprivate var freeNames: [String] {
        let tests = inputs.compactMap(\.allowed) + outputs.compactMap(\.allowed) + rules.flatMap(\.tests)
        let values = inputs.map(\.expression) + outputs.compactMap(\.whenNone) + rules.flatMap(\.outputs)
        let uses = tests.flatMap(\.freeNames) + values.flatMap(\.freeNames)
        return Set(uses.map(\.name)).sorted()
    }
}
