/// Evaluates FEEL on what is known (DMN 1.5, chapter 10.3), for rules and for conformance tests alike.
///
/// Operators and builtins are lifted to sets of possible values. When all inputs are exact, the result is that of plain
/// FEEL; otherwise it holds the result of every completion of the inputs, and perhaps more. A fault gives null and a
/// note; evaluation neither throws nor traps.
///
///     let outcome = FEELEvaluator().evaluate(expression, in: scope)
///     if outcome.result.set.certainlyTrue { … }
public struct FEELEvaluator: Sendable {
    /// Offsets of named zones; without them times in a named zone cannot be compared with others.
    public let timeZones: (any TimeZoneRules)?
    /// What `now()` and `today()` give; without it they give null.
    public let now: FEELDateTime?
    public let limits: FEELLimits
    /// Functions beyond FEEL, by name; they go before builtins of the same name.
    public let extensions: [String: Builtin]
    /// Types that a decision model defines, by name.
    public let types: [String: FEELTypeName]

    public init(
        timeZones: (any TimeZoneRules)? = nil,
        now: FEELDateTime? = nil,
        limits: FEELLimits = .standard,
        extensions: [String: Builtin] = [:],
        types: [String: FEELTypeName] = [:]
    ) {
        self.timeZones = timeZones
        self.now = now
        self.limits = limits
        self.extensions = extensions
        self.types = types
    }

    public func evaluate(_ expression: FEELExpression, in scope: any FEELScope) -> FEELOutcome {
        var evaluation = Evaluation(evaluator: self, scope: scope)
        let result = evaluation.evaluate(expression, .none)
        return evaluation.outcome(result)
    }

    /// Whether the value passes the tests; the value stands for `?` in them.
    public func evaluate(
        _ tests: FEELUnaryTests, on value: Possible, in scope: any FEELScope
    ) -> FEELOutcome {
        var evaluation = Evaluation(evaluator: self, scope: scope)
        evaluation.meet(value)
        let result = evaluation.evaluate(tests, on: value, .none)
        return evaluation.outcome(result)
    }

    /// Calls a function with values, for the invocations of a decision model.
    public func call(
        _ function: FEELFunction, with arguments: [Possible], in scope: any FEELScope
    ) -> FEELOutcome {
        var evaluation = Evaluation(evaluator: self, scope: scope)
        for argument in arguments { evaluation.meet(argument) }
        let result = evaluation.call(function, .positional(arguments), at: 0..<0)
        return evaluation.outcome(result)
    }

    func builtin(named name: String) -> Builtin? { extensions[name] ?? Builtin.standard[name] }
}
