/// Runs a program with back-references, which no machine runs in linear time: tries one way after the other, and stops
/// when its steps are used up.
struct BacktrackingMachine {
    /// Steps that are left.
    private(set) var budget: Int
    private let program: RegexProgram
    private let text: [Unicode.Scalar]

    init(_ program: RegexProgram, _ text: [Unicode.Scalar], budget: Int) {
        self.program = program
        self.text = text
        self.budget = budget
    }

    /// A way that is still to try, or what to undo before trying it.
    private enum Step {
        case run(Int, position: Int)
        case restore(slot: Int, position: Int)
        case leave(instruction: Int, entered: Int)
    }

    /// The places that the first match from the left writes down, -1 for none.
    mutating func firstMatch(from start: Int) throws(RegularExpressionProblem) -> [Int]? {
        for position in start...text.count {
            if let slots = try match(at: position) { return slots }
        }
        return nil
    }

    private mutating func match(at start: Int) throws(RegularExpressionProblem) -> [Int]? {
        var slots = Array(repeating: -1, count: program.slotCount)
        // Where a loop was last entered on this way: entering it twice at one place leads nowhere new.
        var entered = Array(repeating: -1, count: program.instructions.count)
        var pending: [Step] = [.run(0, position: start)]
        while let step = pending.popLast() {
            switch step {
            case .restore(let slot, let position): slots[slot] = position
            case .leave(let instruction, let position): entered[instruction] = position
            case .run(let instruction, let position):
                budget -= 1
                // Ways that wait take memory as steps take time.
                guard budget > 0, pending.count < 1_000_000 else { throw .tooManySteps }
                switch program.instructions[instruction] {
                case .accept: return slots
                case .jump(let target): pending.append(.run(target, position: position))
                case .split(let preferred, let other):
                    guard entered[instruction] != position else { continue }
                    pending.append(.leave(instruction: instruction, entered: entered[instruction]))
                    entered[instruction] = position
                    pending.append(.run(other, position: position))
                    pending.append(.run(preferred, position: position))
                case .save(let slot):
                    pending.append(.restore(slot: slot, position: slots[slot]))
                    slots[slot] = position
                    pending.append(.run(instruction + 1, position: position))
                case .backReference(let group, let ignoringCase):
                    let (low, high) = (slots[2 * group], slots[2 * group + 1])
                    // A group that took no part stands for the empty text.
                    let length = low >= 0 && high >= low ? high - low : 0
                    if position + length <= text.count,
                        (0..<length).allSatisfy({ same(text[low + $0], text[position + $0], ignoringCase) })
                    {
                        pending.append(.run(instruction + 1, position: position + length))
                    }
                    budget -= length
                case let other:
                    if let holds = other.holds(at: position, in: text) {
                        if holds { pending.append(.run(instruction + 1, position: position)) }
                    } else if position < text.count, other.takes(text[position]) {
                        pending.append(.run(instruction + 1, position: position + 1))
                    }
                }
            }
        }
        return nil
    }

    private func same(_ left: Unicode.Scalar, _ right: Unicode.Scalar, _ ignoringCase: Bool) -> Bool {
        left == right || (ignoringCase && LetterCase.folded(left) == LetterCase.folded(right))
    }
}
