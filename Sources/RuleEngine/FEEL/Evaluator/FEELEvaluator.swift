/// Evaluates FEEL on what is known (DMN 1.5, chapter 10.3), for rules and for conformance tests alike.
///
/// Operators and builtins are lifted to sets of possible values. When all inputs are exact, the result is that of plain
/// FEEL; otherwise it holds the result of every completion of the inputs, and perhaps more. A fault gives null and a
/// note; evaluation neither throws nor traps.
///
///     let outcome = FEELEvaluator().evaluate(expression, in: scope)
///     if outcome.result.set.certainlyTrue { … }
package struct FEELEvaluator: Sendable {
    /// Offsets of named zones; without them times in a named zone cannot be compared with others.
    package var timeZones: (any TimeZoneRules)? { settings.timeZones }
    /// What `now()` and `today()` give; without it they give null.
    package var now: FEELDateTime? { settings.now }
    package var limits: FEELLimits { settings.limits }
    /// Functions beyond FEEL, by name; they go before builtins of the same name.
    package var extensions: [String: Builtin] { settings.extensions }
    /// Types that a decision model defines, by name.
    package var types: [String: FEELTypeName] { settings.types }

    /// Behind one reference, so that an evaluation which takes a fraction of a microsecond does not copy all of it.
    private let settings: Settings

    private final class Settings: Sendable {
        let timeZones: (any TimeZoneRules)?
        let now: FEELDateTime?
        let limits: FEELLimits
        let extensions: [String: Builtin]
        let types: [String: FEELTypeName]

        init(
            timeZones: (any TimeZoneRules)?, now: FEELDateTime?, limits: FEELLimits,
            extensions: [String: Builtin], types: [String: FEELTypeName]
        ) {
            self.timeZones = timeZones
            self.now = now
            self.limits = limits
            self.extensions = extensions
            self.types = types
        }
    }

    package init(
        timeZones: (any TimeZoneRules)? = nil,
        now: FEELDateTime? = nil,
        limits: FEELLimits = .standard,
        extensions: [String: Builtin] = [:],
        types: [String: FEELTypeName] = [:]
    ) {
        settings = Settings(timeZones: timeZones, now: now, limits: limits, extensions: extensions, types: types)
    }

    // MARK: Code

    /// Makes an expression ready to run many times in environments with these slots.
    package func compile(_ expression: FEELExpression, for resolver: any FEELNameResolver) -> FEELCode {
        FEELCompiler.compile(expression, by: self, for: resolver)
    }

    /// What the code gives on the values of an environment. The code must be made by this evaluator, for the slots of
    /// the environment.
    package func evaluate<Environment: FEELEnvironment>(_ code: FEELCode, in environment: Environment) -> FEELOutcome {
        run(code, in: environment)
    }

    /// The same for code that is a condition, without notes and origins: a rule test on known inputs touches no heap.
    package func truth<Environment: FEELEnvironment>(of code: FEELCode, in environment: Environment) -> Ternary {
        runCondition(code, in: environment)
    }

    /// On values in a row: callers in other modules get code that is specialised for it.
    package func evaluate(_ code: FEELCode, in row: FEELSlotArray) -> FEELOutcome { run(code, in: row) }
    package func truth(of code: FEELCode, in row: FEELSlotArray) -> Ternary { runCondition(code, in: row) }

    private func run<Environment: FEELEnvironment>(_ code: FEELCode, in environment: Environment) -> FEELOutcome {
        var evaluation = Evaluation(code.parts, environment: environment, ledger: EvaluationBudget(evaluator: self))
        let result = evaluation.evaluate(code.root)
        return evaluation.ledger.outcome(result)
    }

    private func runCondition<Environment: FEELEnvironment>(_ code: FEELCode, in environment: Environment) -> Ternary {
        var evaluation = Evaluation(code.parts, environment: environment, ledger: EvaluationBudget(evaluator: self))
        let result = evaluation.conditionResult(code.root)
        return evaluation.ledger.isStopped ? evaluation.ledger.givenUp.truth : result.truth
    }

    // MARK: Expressions

    /// Evaluates an expression once; its free names are looked up in the scope.
    package func evaluate(_ expression: FEELExpression, in scope: any FEELScope) -> FEELOutcome {
        let code = FEELCompiler.compile(expression, by: self, for: nil)
        return evaluate(code, in: ScopeEnvironment(scope: scope))
    }

    /// Whether the value passes the tests; the value stands for `?` in them.
    package func evaluate(
        _ tests: FEELUnaryTests, on value: UncertainValue, in scope: any FEELScope
    ) -> FEELOutcome {
        evaluate(FEELCompiler.compile(tests, by: self, for: nil), on: value, in: ScopeEnvironment(scope: scope))
    }

    /// The same for tests that `FEELCompiler` compiled as such: only these have a register for the value.
    func evaluate<Environment: FEELEnvironment>(
        _ tests: FEELCode, on value: UncertainValue, in environment: Environment
    ) -> FEELOutcome {
        var evaluation = Evaluation(tests.parts, environment: environment, ledger: EvaluationBudget(evaluator: self))
        evaluation.ledger.meet(value)
        evaluation.registers[0] = value
        let result = evaluation.evaluate(tests.root)
        return evaluation.ledger.outcome(result)
    }

    /// Calls a function with values, for the invocations of a decision model.
    package func call(
        _ function: FEELFunction, with arguments: [UncertainValue], in scope: any FEELScope
    ) -> FEELOutcome {
        let code = FEELCode.Parts(CodeDraft())
        var evaluation = Evaluation(
            code, environment: ScopeEnvironment(scope: scope), ledger: EvaluationBudget(evaluator: self))
        for argument in arguments { evaluation.ledger.meet(argument) }
        let result = evaluation.call(function, CallArguments(values: arguments), at: 0..<0)
        return evaluation.ledger.outcome(result)
    }

    func builtin(named name: String) -> Builtin? { extensions[name] ?? Builtin.standard[name] }
}
