/// What was worked out for values that were read, so that the same question is not worked out again: of the facts that
/// a rule joins, many have the same few values in the fields that it computes with.
///
/// The inputs that an answer waits for are those behind some of the values read. Which ones is found out once, by
/// working the answer out for values of which each waits for an input of its own.
///
/// Memoization (D. Michie, "'Memo' functions and machine learning", 1968).
struct AnswerMemory<Answer: Sendable>: Sendable {
    private var entries: [Entry] = []
    /// A hash table with open addressing: places in `entries`, negative where free; at most half full.
    private var slots: [Int32] = []

    private struct Entry: Sendable {
        let question: ObjectIdentifier
        let fingerprint: UInt64
        let inputs: [ValueSet]
        let answer: Answer

        func isFor(_ others: [UncertainValue]) -> Bool {
            for index in others.indices where inputs[index] != others[index].set { return false }
            return true
        }
    }

    /// The number of answers that are remembered; then all are forgotten.
    private static var room: Int { 20_000 }

    /// The inputs are few and quickly compared.
    static func remembers(_ inputs: [UncertainValue]) -> Bool { inputs.count <= 6 && inputs.allSatisfy(\.set.isSmall) }

    /// What stands behind the numbers that an answer waits for.
    static func origins(of answer: UncertainValue, _ inputs: [UncertainValue]) -> [InputID] {
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
        _ question: ObjectIdentifier, for inputs: [UncertainValue], work: (_ numbered: [UncertainValue]) -> Answer
    ) -> Answer {
        var fingerprint = UInt64(UInt(bitPattern: question))
        for position in inputs.indices { fingerprint = fingerprint &* 31 &+ inputs[position].set.fingerprint }
        if let position = entryIndex(of: fingerprint, question, inputs) { return entries[position].answer }
        let numbered = inputs.enumerated().map { position, input in
            UncertainValue(input.set, origins: input.isExact ? [] : [InputID(Int32(position))])
        }
        let answer = work(numbered)
        remember(Entry(question: question, fingerprint: fingerprint, inputs: inputs.map(\.set), answer: answer))
        return answer
    }

    private func entryIndex(of fingerprint: UInt64, _ question: ObjectIdentifier, _ inputs: [UncertainValue]) -> Int? {
        guard !slots.isEmpty else { return nil }
        var slot = slot(of: fingerprint)
        while slots[slot] >= 0 {
            let position = Int(slots[slot])
            if entries[position].fingerprint == fingerprint, entries[position].question == question,
                entries[position].isFor(inputs)
            {
                return position
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Where the search for a fingerprint begins (multiplicative hashing: D. Knuth, "The Art of Computer Programming"
    /// 3, 6.4).
    private func slot(of fingerprint: UInt64) -> Int {
        Int(truncatingIfNeeded: (fingerprint &* 0x9E37_79B9_7F4A_7C15) >> 32) & (slots.count - 1)
    }

    private mutating func remember(_ entry: Entry) {
        if entries.count == Self.room {
            entries.removeAll()
            slots = []
        }
        entries.append(entry)
        guard entries.count * 2 > slots.count else { return enter(entries.count - 1) }
        slots = Array(repeating: -1, count: max(64, slots.count * 2))
        for position in entries.indices { enter(position) }
    }

    private mutating func enter(_ position: Int) {
        var slot = slot(of: entries[position].fingerprint)
        while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = Int32(position)
    }
}
