extension Builtin {
    /// A call with what came of it.
    package struct Example: Sendable {
        package let call: FEELExpression
        package let outcome: FEELOutcome
    }

    /// The calls of the documentation, run: the one that works, the same with null for one argument after the other, and
    /// the one that does not work. Each call is there once.
    ///
    /// - Parameter evaluator: must know the function, and a day if the function asks for it.
    package func examples(by evaluator: FEELEvaluator) -> [Example] {
        guard let documentation, let right = FEELParser.parse(documentation.right).expression else { return [] }
        let call = Self.compared(in: right)
        let wrong = FEELParser.parse(documentation.wrong).expression
        var texts: Set<String> = []
        return ([call] + withNulls(call) + [wrong].compactMap(\.self))
            .filter { texts.insert(FEELPrinter.text(of: $0)).inserted }
            .map { Example(call: $0, outcome: evaluator.evaluate($0, in: FEELDictionaryScope())) }
    }

    /// The left side of a comparison, which is the call; anything else is the call itself.
    private static func compared(in expression: FEELExpression) -> FEELExpression {
        guard case .binary(let sign, let left, _) = expression.kind, sign.precedence == .comparison else {
            return expression
        }
        return left
    }

    /// The call with null for each of its arguments in turn. Of arguments without number the first stands for all.
    private func withNulls(_ call: FEELExpression) -> [FEELExpression] {
        guard case .call(let callee, .positional(let arguments)) = call.kind,
            let signature = fit(count: arguments.count, names: [])?.signature
        else { return [] }
        return arguments.indices.prefix(signature.parameters.count).map { place in
            var changed = arguments
            changed[place] = FEELExpression(.null, range: arguments[place].range)
            return FEELExpression(.call(callee, .positional(changed)), range: call.range)
        }
    }
}
