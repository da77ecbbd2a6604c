/// What expressions and tables of rules gave for the values that they read.
struct ExpressionMemory: Sendable {
    private var values = AnswerMemory<UncertainValue>()
    private var outcomes = AnswerMemory<DecisionTable.Outcome>()

    /// What an expression gives for what it reads.
    ///
    /// - Parameters:
    ///   - inputs: what stands at each of the varying places that the expression reads.
    ///   - parameter: the value of a parameter that it reads.
    mutating func value(
        of expression: RuleExpression, for inputs: [UncertainValue], _ evaluator: FEELEvaluator,
        parameter: (CompiledExpression.Read) -> UncertainValue
    ) -> UncertainValue {
        let code = expression.code
        func value(_ inputs: [UncertainValue]) -> UncertainValue {
            evaluator.evaluate(code.code, in: FEELSlotArray(inputs, in: code.varyingSlots, of: code.reads, parameter))
                .result
        }
        guard AnswerMemory<UncertainValue>.remembers(inputs) else { return value(inputs) }
        let answer = values.answer(ObjectIdentifier(expression), for: inputs, work: value)
        return UncertainValue(answer.set, origins: AnswerMemory<UncertainValue>.origins(of: answer, inputs))
    }

    /// The same of a table.
    mutating func outcome(
        of table: RuleTableCode, for inputs: [UncertainValue], _ evaluator: FEELEvaluator,
        parameter: (CompiledExpression.Read) -> UncertainValue
    ) -> DecisionTable.Outcome {
        func outcome(_ inputs: [UncertainValue]) -> DecisionTable.Outcome {
            evaluator.evaluate(
                table.code, in: FEELSlotArray(inputs, in: table.varyingSlots, of: table.reads, parameter))
        }
        guard AnswerMemory<DecisionTable.Outcome>.remembers(inputs) else { return outcome(inputs) }
        let answer = outcomes.answer(ObjectIdentifier(table), for: inputs, work: outcome)
        let origins = AnswerMemory<DecisionTable.Outcome>.origins(of: answer.result, inputs)
        return DecisionTable.Outcome(
            result: UncertainValue(answer.result.set, origins: origins), rows: answer.rows,
            conflict: answer.conflict)
    }
}

extension FEELSlotArray {
    /// All that a piece of code reads, at its places.
    ///
    /// - Parameters:
    ///   - inputs: what stands at each of the varying places.
    ///   - parameter: what stands at each of the others.
    fileprivate init(
        _ inputs: [UncertainValue], in slots: [Int], of reads: [CompiledExpression.Read],
        _ parameter: (CompiledExpression.Read) -> UncertainValue
    ) {
        self.init(inputs)
        guard inputs.count < reads.count else { return }
        values = reads.map { if case .parameter = $0 { parameter($0) } else { UncertainValue(.null) } }
        for (input, slot) in zip(inputs, slots) { values[slot] = input }
    }
}
