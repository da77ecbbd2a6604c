package import RuleEngine

/// What became of one expectation of a case.
package struct ModelCaseResult: Sendable {
    package let name: Located<String>
    package let expected: FEELValue
    /// `nil` when there is no such decision.
    package let found: FEELValue?
    package let passed: Bool
    /// The boxed expression of the decision: `literalExpression`, `decisionTable`, …; `invocable` for what is called by name.
    package let kind: String
    /// Whether the decision can only be worked out outside of FEEL: it calls Java or PMML.
    package let isForeign: Bool
    package let notes: [ModelNote]
}

extension ModelProgram {
    /// Works out a case.
    package func results(of testCase: ModelCase, timeZones: (any TimeZoneRules)?) -> [ModelCaseResult] {
        let run = run(testCase.inputs)
        var called: FEELValue?
        if let name = testCase.invocable?.value {
            let id =
                set.element(named: name) { if case .service = $0 { true } else { false } }
                ?? set.element(named: name) { if case .knowledge = $0 { true } else { false } }
            called = id.flatMap { run.call($0) }
        }
        return testCase.expectations.map { expectation in
            let name = expectation.name.value
            if testCase.invocable != nil {
                var found = called
                // A service of several outputs gives a context of them.
                if case .context(let context)? = called, let part = context[name] { found = part }
                return result(expectation, found, kind: "invocable", isForeign: false, run, timeZones)
            }
            let id = set.element(named: name) { if case .decision = $0 { true } else { false } }
            var logic: BoxedExpression?
            if let id, case .decision(let decision) = set[id].content { logic = decision.logic }
            return result(
                expectation, id.map { run.value(of: $0) }, kind: logic?.kind ?? "none",
                isForeign: logic?.callsForeignCode ?? false, run, timeZones)
        }
    }

    private func result(
        _ expectation: ModelCase.Expectation, _ found: FEELValue?, kind: String, isForeign: Bool, _ run: ModelRun,
        _ timeZones: (any TimeZoneRules)?
    ) -> ModelCaseResult {
        ModelCaseResult(
            name: expectation.name, expected: expectation.value, found: found,
            passed: CaseValue.agree(found ?? .null, expectation.value, timeZones), kind: kind, isForeign: isForeign,
            notes: run.notes)
    }
}

extension BoxedExpression {
    /// A function in it is one of Java or PMML.
    package var callsForeignCode: Bool {
        switch self {
        case .function(let function): function.foreignKind != nil || function.body?.callsForeignCode == true
        case .context(let context): context.entries.contains { $0.value?.callsForeignCode == true }
        case .invocation(let invocation):
            invocation.callee?.callsForeignCode == true
                || invocation.bindings.contains { $0.value?.callsForeignCode == true }
        case .literal(let literal): literal.text.text.contains("external")
        default: false
        }
    }
}
