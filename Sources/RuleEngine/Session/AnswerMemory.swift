/// What was worked out for values that were read, so that the same question is not worked out again: of the facts that a rule
/// joins, many have the same few values in the fields that it computes with.
///
/// The inputs that an answer waits for are those behind some of the values read. Which ones is found out once, by working the
/// answer out for values of which each waits for an input of its own.
///
/// Memoization (D. Michie, "'Memo' functions and machine learning", 1968).
struct AnswerMemory<Answer: Sendable>: Sendable {
    private var known: [ObjectIdentifier: Known] = [:]
    private var count = 0

    private struct Known: Sendable {
        var list: [(inputs: [ValueSet], answer: Answer)] = []
        /// By a number that tells most inputs apart, the answer that was last given for such inputs.
        var places: [UInt64: Int] = [:]

        func answer(at place: Int, for others: [Possible]) -> Answer? {
            for index in others.indices where list[place].inputs[index] != others[index].set { return nil }
            return list[place].answer
        }
    }

    /// The number of answers that are remembered; then all are forgotten.
    private static var room: Int { 20_000 }

    /// The inputs are few and quickly compared.
    static func remembers(_ inputs: [Possible]) -> Bool { inputs.count <= 6 && inputs.allSatisfy(\.set.isSmall) }

    /// What stands behind the numbers that an answer waits for.
    static func origins(of answer: Possible, _ inputs: [Possible]) -> [InputID] {
        if answer.origins.count == 1 { return inputs[Int(answer.origins[0].rawValue)].origins }
        return answer.origins.reduce([]) { InputID.merge($0, inputs[Int($1.rawValue)].origins) }
    }

    /// What was, or now is, worked out for some values.
    ///
    /// - Parameters:
    ///   - question: what is asked, told apart by identity.
    ///   - inputs: few and quickly compared (`remembers`).
    ///   - work: works it out for the same values, of which each that is open waits for its place among the inputs.
    mutating func answer(
        _ question: ObjectIdentifier, for inputs: [Possible], work: (_ numbered: [Possible]) -> Answer
    ) -> Answer {
        var mark: UInt64 = 0
        for place in inputs.indices { mark = mark &* 31 &+ inputs[place].set.mark }
        let place = known[question]?.places[mark]
        if let place, let answer = known[question]?.answer(at: place, for: inputs) { return answer }
        let numbered = inputs.enumerated().map { place, input in
            Possible(input.set, origins: input.isExact ? [] : [InputID(Int32(place))])
        }
        let answer = work(numbered)
        remember(answer, of: question, inputs.map(\.set), mark, at: place)
        return answer
    }

    /// - Parameter place: where an answer for other inputs with the same mark stands, which gives way.
    private mutating func remember(
        _ answer: Answer, of question: ObjectIdentifier, _ inputs: [ValueSet], _ mark: UInt64, at place: Int?
    ) {
        if let place {
            known[question]?.list[place] = (inputs, answer)
            return
        }
        if count == Self.room {
            known.removeAll()
            count = 0
        }
        count += 1
        var own = known.removeValue(forKey: question) ?? Known()
        own.places[mark] = own.list.count
        own.list.append((inputs, answer))
        known[question] = own
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
