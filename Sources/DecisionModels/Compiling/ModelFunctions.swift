import RuleEngine
import Synchronization

/// What boxed expressions need beyond FEEL, as functions that only the compiler of models calls:
///
///     $table(3, {age: age, fee: fee})     a decision table, run by the evaluator of tables that rules use
///     $typed(7, value)                    the value, where it has the type that place 7 asks; else null
///     $service(2, {age: age})             what a decision service gives for these inputs
final class ModelFunctions: Sendable {
    static let table = "$table"
    static let typed = "$typed"
    static let service = "$service"

    /// Levels that an expression inside a table or service may have.
    static let innerDepth = 100

    typealias Body = @Sendable (Int, FEELValue) -> FEELValue

    /// What the functions do, known when all is compiled.
    private let bodies = Mutex<[String: Body]>([:])

    func set(_ name: String, _ body: @escaping Body) { bodies.withLock { $0[name] = body } }

    /// For evaluators, by name.
    var builtins: [String: Builtin] {
        Dictionary(
            [Self.table, Self.typed, Self.service].map { name in (name, builtin(name)) }
        ) { first, _ in first }
    }

    private func builtin(_ name: String) -> Builtin {
        Builtin(name, [.init("number", .number), .init("value", .any)]) { [weak self] arguments -> FEELComputation in
            guard case .number(let number) = arguments[0], let index = Int(number.description),
                let body = self?.bodies.withLock({ $0[name] })
            else { return .value(.null) }
            return .value(body(index, arguments[1]))
        }
    }
}
