/// What expressions and tables of rules gave for the values that they read.
struct ExpressionMemory: Sendable {
    private var values = AnswerMemory<Possible>()
    private var outcomes = AnswerMemory<DecisionTable.Outcome>()

    /// What an expression gives for what it reads.
    ///
    /// - Parameters:
    ///   - inputs: what stands at each of the varying places that the expression reads.
    ///   - parameter: the value of a parameter that it reads.
    mutating func value(
        of expression: RuleExpression, for inputs: [Possible], _ evaluator: FEELEvaluator,
        parameter: (RuleCode.Read) -> Possible
    ) -> Possible {
        let code = expression.code
        func value(_ inputs: [Possible]) -> Possible {
            evaluator.evaluate(code.code, in: FEELRow(inputs, at: code.varyingPlaces, of: code.reads, parameter)).result
        }
        guard AnswerMemory<Possible>.remembers(inputs) else { return value(inputs) }
        let answer = values.answer(ObjectIdentifier(expression), for: inputs, work: value)
        return Possible(answer.set, origins: AnswerMemory<Possible>.origins(of: answer, inputs))
    }

    /// The same of a table.
    mutating func outcome(
        of table: RuleTableCode, for inputs: [Possible], _ evaluator: FEELEvaluator,
        parameter: (RuleCode.Read) -> Possible
    ) -> DecisionTable.Outcome {
        func outcome(_ inputs: [Possible]) -> DecisionTable.Outcome {
            evaluator.evaluate(table.code, in: FEELRow(inputs, at: table.varyingPlaces, of: table.reads, parameter))
        }
        guard AnswerMemory<DecisionTable.Outcome>.remembers(inputs) else { return outcome(inputs) }
        let answer = outcomes.answer(ObjectIdentifier(table), for: inputs, work: outcome)
        let origins = AnswerMemory<DecisionTable.Outcome>.origins(of: answer.result, inputs)
        return DecisionTable.Outcome(
            result: Possible(answer.result.set, origins: origins), verdicts: answer.verdicts, conflict: answer.conflict)
    }
}

extension FEELRow {
    /// All that a piece of code reads, at its places.
    ///
    /// - Parameters:
    ///   - inputs: what stands at each of the varying places.
    ///   - parameter: what stands at each of the others.
    fileprivate init(
        _ inputs: [Possible], at places: [Int], of reads: [RuleCode.Read], _ parameter: (RuleCode.Read) -> Possible
    ) {
        self.init(inputs)
        guard inputs.count < reads.count else { return }
        values = reads.map { if case .parameter = $0 { parameter($0) } else { Possible(.null) } }
        for (input, place) in zip(inputs, places) { values[place] = input }
    }
}
