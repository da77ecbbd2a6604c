/// What expressions of rules gave for the values that they read, so that the same question is not worked out again: of the
/// facts that a rule joins, many have the same few values in the fields that it computes with.
///
/// The inputs that an answer waits for are those behind some of the values read. Which ones is found out once, by working the
/// answer out for values of which each waits for an input of its own.
///
/// Memoization (D. Michie, "'Memo' functions and machine learning", 1968), with room for few answers of each expression.
struct ExpressionMemory: Sendable {
    private var answers: [ObjectIdentifier: Answers] = [:]

    fileprivate struct Answers: Sendable {
        var list: [Answer] = []
        /// Of each answer a number that tells most inputs apart, so that few are compared.
        var marks: [UInt64] = []
        /// The answer that goes when there is no more room.
        var oldest = 0
    }

    fileprivate struct Answer: Sendable {
        let inputs: [Possible]
        let result: ValueSet
        /// The places of the inputs behind an open result.
        let origins: [Int]
    }

    fileprivate static let room = 64

    /// What an expression gives for what it reads.
    ///
    /// - Parameter inputs: what stands at each place that the expression reads.
    mutating func value(
        of expression: RuleExpression, for inputs: [Possible], _ evaluator: FEELEvaluator
    ) -> Possible {
        let code = expression.code.code
        guard !inputs.isEmpty, inputs.count <= 6, inputs.allSatisfy(\.set.isSmall) else {
            return evaluator.evaluate(code, in: FEELRow(inputs)).result
        }
        let name = ObjectIdentifier(expression)
        let mark = inputs.reduce(0) { $0 &* 31 &+ $1.set.mark }
        if let known = answers[name]?.answer(to: inputs, mark) { return known }
        let numbered = inputs.enumerated().map { place, input in
            Possible(input.set, origins: input.isExact ? [] : [InputID(Int32(place))])
        }
        let result = evaluator.evaluate(code, in: FEELRow(numbered)).result
        let answer = Answer(inputs: numbered, result: result.set, origins: result.origins.map { Int($0.rawValue) })
        answers[name, default: Answers()].add(answer, mark)
        return answer.possible(inputs)
    }
}

extension ExpressionMemory.Answers {
    fileprivate func answer(to inputs: [Possible], _ mark: UInt64) -> Possible? {
        for place in marks.indices where marks[place] == mark && list[place].isFor(inputs) {
            return list[place].possible(inputs)
        }
        return nil
    }

    fileprivate mutating func add(_ answer: ExpressionMemory.Answer, _ mark: UInt64) {
        guard list.count == ExpressionMemory.room else {
            list.append(answer)
            marks.append(mark)
            return
        }
        list[oldest] = answer
        marks[oldest] = mark
        oldest = (oldest + 1) % list.count
    }
}

extension ExpressionMemory.Answer {
    fileprivate func isFor(_ others: [Possible]) -> Bool {
        for place in inputs.indices where inputs[place].set != others[place].set { return false }
        return true
    }

    fileprivate func possible(_ inputs: [Possible]) -> Possible {
        Possible(result, origins: origins.reduce([]) { InputID.merge($0, inputs[$1].origins) })
    }
}

extension FEELValue {
    fileprivate var mark: UInt64 {
        switch self {
        // Equal numbers that are not written alike, as 1.1 and 1.10, are told apart: what is made of them is neither.
        case .number(let number):
            UInt64(truncatingIfNeeded: number.coefficient) &* 16 &+ UInt64(truncatingIfNeeded: number.exponent) &* 1_000_003 &+ 1
        case .boolean(let value): value ? 2 : 4
        case .string(let text): UInt64(text.utf8.count) &* 16 &+ 6
        default: 8
        }
    }
}

extension ValueSet {
    /// Another number for most other sets; sets with other marks are taken for different.
    fileprivate var mark: UInt64 {
        switch self {
        case .exactly(let value): value.mark
        case .oneOf(let values): values.reduce(3) { $0 &* 7 &+ $1.mark }
        case .numbers: 5
        case .list, .context, .anything: 7
        }
    }

    /// Quickly compared.
    fileprivate var isSmall: Bool {
        switch self {
        case .exactly(.list), .exactly(.context), .exactly(.range), .exactly(.function), .list, .context: false
        case .exactly, .numbers, .anything: true
        case .oneOf(let values): values.count <= 8
        }
    }
}
