/// What expressions of rules gave for the values that they read, so that the same question is not worked out again: of the
/// facts that a rule joins, many have the same few values in the fields that it computes with.
///
/// The inputs that an answer waits for are those behind some of the values read. Which ones is found out once, by working the
/// answer out for values of which each waits for an input of its own.
///
/// Memoization (D. Michie, "'Memo' functions and machine learning", 1968).
struct ExpressionMemory: Sendable {
    private var answers: [ObjectIdentifier: Answers] = [:]
    private var count = 0

    fileprivate struct Answers: Sendable {
        var list: [Answer] = []
        /// By a number that tells most inputs apart, the answer that was last given for such inputs.
        var places: [UInt64: Int] = [:]
    }

    fileprivate struct Answer: Sendable {
        let inputs: [Possible]
        let result: ValueSet
        /// The places of the inputs behind an open result.
        let origins: [Int]
    }

    /// The number of answers that are remembered; then all are forgotten.
    fileprivate static let room = 20_000

    /// What an expression gives for what it reads.
    ///
    /// - Parameters:
    ///   - inputs: what stands at each of the varying places that the expression reads.
    ///   - parameter: the value of a parameter that it reads.
    mutating func value(
        of expression: RuleExpression, for inputs: [Possible], _ evaluator: FEELEvaluator,
        parameter: (RuleCode.Read) -> Possible
    ) -> Possible {
        guard inputs.count <= 6, inputs.allSatisfy(\.set.isSmall) else {
            return evaluator.evaluate(expression.code.code, in: Self.row(expression.code, inputs, parameter)).result
        }
        let name = ObjectIdentifier(expression)
        let mark = inputs.reduce(0) { $0 &* 31 &+ $1.set.mark }
        let known = answers[name]?.places[mark]
        if let known, let answer = answers[name]?.list[known], answer.isFor(inputs) { return answer.possible(inputs) }
        let numbered = inputs.enumerated().map { place, input in
            Possible(input.set, origins: input.isExact ? [] : [InputID(Int32(place))])
        }
        let row = Self.row(expression.code, numbered, parameter)
        let result = evaluator.evaluate(expression.code.code, in: row).result
        let answer = Answer(inputs: numbered, result: result.set, origins: result.origins.map { Int($0.rawValue) })
        remember(answer, of: name, mark, at: known)
        return answer.possible(inputs)
    }

    /// All that an expression reads, at its places.
    private static func row(
        _ code: RuleCode, _ inputs: [Possible], _ parameter: (RuleCode.Read) -> Possible
    ) -> FEELRow {
        guard inputs.count < code.reads.count else { return FEELRow(inputs) }
        var values = code.reads.map { if case .parameter = $0 { parameter($0) } else { Possible(.null) } }
        for (input, place) in zip(inputs, code.varyingPlaces) { values[place] = input }
        return FEELRow(values)
    }

    /// - Parameter known: where an answer for other inputs with the same mark stands, which gives way.
    private mutating func remember(_ answer: Answer, of name: ObjectIdentifier, _ mark: UInt64, at known: Int?) {
        if let known {
            answers[name]?.list[known] = answer
            return
        }
        if count == Self.room {
            answers.removeAll()
            count = 0
        }
        count += 1
        var own = answers.removeValue(forKey: name) ?? Answers()
        own.places[mark] = own.list.count
        own.list.append(answer)
        answers[name] = own
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
        case .string(let text): text.utf8.reduce(6) { $0 &* 31 &+ UInt64($1) }
        case .list(let values): values.reduce(15) { $0 &* 7 &+ $1.mark }
        default: 8
        }
    }

    /// Without parts.
    fileprivate var isPlain: Bool {
        switch self {
        case .list, .context, .range, .function: false
        case .null, .boolean, .number, .string, .date, .time, .dateTime, .daysDuration, .monthsDuration: true
        }
    }
}

extension ValueSet {
    /// Another number for most other sets; sets with other marks are taken for different.
    fileprivate var mark: UInt64 {
        switch self {
        case .exactly(let value): value.mark
        case .oneOf(let values): values.reduce(3) { $0 &* 7 &+ $1.mark }
        case .numbers(let interval, let orNull):
            [interval.low, interval.high].reduce(orNull ? 5 : 9) { $0 &* 7 &+ ($1.map { FEELValue.number($0).mark } ?? 0) }
        case .list(let list): list.members.reduce(list.distinct ? 11 : 13) { $0 &* 7 &+ $1.value.mark &+ ($1.certain ? 1 : 0) }
        case .context, .anything: 7
        }
    }

    /// Quickly compared.
    fileprivate var isSmall: Bool {
        switch self {
        case .exactly(.list(let values)): values.count <= 8 && values.allSatisfy(\.isPlain)
        case .exactly(let value): value.isPlain
        case .list(let list): list.members.count <= 8 && list.members.allSatisfy(\.value.isPlain)
        case .context: false
        case .numbers, .anything: true
        case .oneOf(let values): values.count <= 8
        }
    }

    private var isPlain: Bool { if case .exactly(let value) = self { value.isPlain } else { false } }
}
