/// Runs a program over a text with all its threads side by side, one character at a time (R. Pike's `sam`; R. Cox
/// 2009).
///
/// A thread is an instruction and the places it has written down. Threads stand in order of preference and no two at
/// the same instruction, so that the time is at most the size of the program times the length of the text. The first
/// match from the left is found; of those that start there, the one that greedy and reluctant quantities prefer.
struct PikeMachine {
    /// Steps that are left.
    private(set) var budget: Int
    private let program: RegexProgram
    private let text: [Unicode.Scalar]
    private let needsGroups: Bool
    private let slotCount: Int

    init(_ program: RegexProgram, _ text: [Unicode.Scalar], budget: Int, needsGroups: Bool) {
        self.program = program
        self.text = text
        self.budget = budget
        self.needsGroups = needsGroups
        slotCount = needsGroups ? program.slotCount : 0
    }

    /// The threads of one place in the text, in order of preference.
    private struct Threads {
        var instructions: [Int] = []
        /// Of each thread, in a row.
        var slots: [Int] = []
        /// The place in the text at which an instruction was last entered.
        var entered: [Int]

        init(size: Int) { entered = Array(repeating: -1, count: size) }

        mutating func clear() {
            instructions.removeAll(keepingCapacity: true)
            slots.removeAll(keepingCapacity: true)
        }
    }

    /// What is still to do while a thread spreads over the instructions that take no character.
    private enum Step {
        case enter(Int)
        case restore(slot: Int, position: Int)
    }

    /// The places that the match writes down, -1 for none; empty where groups are not needed.
    mutating func firstMatch(from start: Int) throws(RegularExpressionProblem) -> [Int]? {
        var now = Threads(size: program.instructions.count)
        var next = Threads(size: program.instructions.count)
        var best: [Int]?
        var pending: [Step] = []
        let empty = Array(repeating: -1, count: slotCount)
        for position in start...text.count {
            if best == nil { try spread(0, empty, at: position, into: &now, &pending) }
            if now.instructions.isEmpty, best != nil { break }
            next.clear()
            for (number, instruction) in now.instructions.enumerated() {
                let slots = now.slots[number * slotCount..<(number + 1) * slotCount]
                if case .accept = program.instructions[instruction] {
                    best = Array(slots)
                    if !needsGroups { return best }
                    // Later threads are less preferred.
                    break
                }
                budget -= 1
                if position < text.count, program.instructions[instruction].takes(text[position]) {
                    try spread(instruction + 1, Array(slots), at: position + 1, into: &next, &pending)
                }
            }
            swap(&now, &next)
        }
        return best
    }

    private mutating func spread(
        _ start: Int, _ slots: [Int], at position: Int, into threads: inout Threads, _ pending: inout [Step]
    ) throws(RegularExpressionProblem) {
        var slots = slots
        pending.append(.enter(start))
        while let step = pending.popLast() {
            guard case .enter(let instruction) = step else {
                if case .restore(let slot, let old) = step { slots[slot] = old }
                continue
            }
            guard threads.entered[instruction] != position else { continue }
            threads.entered[instruction] = position
            budget -= 1
            guard budget > 0 else { throw .tooManySteps }
            switch program.instructions[instruction] {
            case .jump(let target): pending.append(.enter(target))
            case .split(let preferred, let other):
                pending.append(.enter(other))
                pending.append(.enter(preferred))
            case .save(let slot):
                if slot < slots.count {
                    pending.append(.restore(slot: slot, position: slots[slot]))
                    slots[slot] = position
                }
                pending.append(.enter(instruction + 1))
            case let other:
                switch other.holds(at: position, in: text) {
                case true?: pending.append(.enter(instruction + 1))
                case false?: break
                case nil:
                    threads.instructions.append(instruction)
                    threads.slots.append(contentsOf: slots)
                }
            }
        }
    }
}
