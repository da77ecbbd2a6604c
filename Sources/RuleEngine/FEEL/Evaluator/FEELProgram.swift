/// A FEEL expression by itself, compiled once and evaluated on many values: without rules, facts or a session.
///
///     let file = SourceFile(name: "condition", text: "speed > limit")
///     guard let program = FEELProgram.read(file, names: ["speed", "limit"]).program else { return }
///     program.value(of: [.exactly(.number(60)), .exactly(.number(50))])   // true
///     program.truth(of: [.exactly(.number(60)), .anything])               // nil: not known
///
/// Values that are not known give the set of all results that there can be. A fault gives null; evaluation neither
/// throws nor traps, and ends within fixed limits.
public struct FEELProgram: Sendable {
    private let code: FEELCode
    private let evaluator: FEELEvaluator
    private let nameCount: Int

    /// Reads an expression.
    ///
    /// - Parameters:
    ///   - names: what the expression may name, in the order in which values are given; several words are one name too.
    ///   - now: what `now()` and `today()` give; without it they give null.
    /// - Returns: the program, or `nil` and what is wrong with the text, in order of place.
    public static func read(
        _ file: SourceFile, names: [String], now: FEELDateTime? = nil
    ) -> (program: FEELProgram?, diagnostics: [Diagnostic]) {
        let result = FEELParser.parse(file.text, names: FEELNames.builtins.adding(names))
        let diagnostics = result.problems.map { problem in
            Diagnostic(code: problem.code, message: problem.message, at: file.span(problem.range), hint: problem.hint)
        }
        let evaluator = FEELEvaluator(now: now)
        let program = result.expression.map { expression in
            FEELProgram(
                code: evaluator.compile(expression, for: FEELNameList(names)), evaluator: evaluator,
                nameCount: names.count)
        }
        return (program, diagnostics)
    }

    private init(code: FEELCode, evaluator: FEELEvaluator, nameCount: Int) {
        self.code = code
        self.evaluator = evaluator
        self.nameCount = nameCount
    }

    /// What the expression gives.
    ///
    /// - Parameter values: what is known of each name, in the order of the names.
    public func value(of values: [ValueSet]) -> ValueSet { outcome(of: values).value }

    /// What the expression gives, and why parts of it gave null: a division by zero, a name that it does not know.
    public func outcome(of values: [ValueSet]) -> (value: ValueSet, faults: [LocalizedText]) {
        let outcome = evaluator.evaluate(code, in: row(values))
        return (outcome.result.set, outcome.notes.map(\.message))
    }

    /// Whether the expression is true as a condition, the quickest way to ask; `nil` when that is not known, or when it
    /// gives no truth value.
    public func truth(of values: [ValueSet]) -> Bool? {
        let truth = evaluator.truth(of: code, in: row(values))
        return truth == .true ? true : truth == .false ? false : nil
    }

    /// One value for each name; those that are not given are not known.
    private func row(_ values: [ValueSet]) -> Row {
        let missing = nameCount - values.count
        return Row(values: missing > 0 ? values + Array(repeating: .anything, count: missing) : values)
    }

    /// Values in the order of the names.
    private struct Row: FEELEnvironment {
        let values: [ValueSet]

        func value(at index: Int32) -> UncertainValue { UncertainValue(values[Int(index)]) }

        func number(at index: Int32) -> FEELNumber? {
            if case .exactly(.number(let number)) = values[Int(index)] { number } else { nil }
        }
    }
}
