/// A pattern as a list of instructions (Thompson 1968; R. Cox, "Regular expression matching: the virtual machine
/// approach", 2009). A machine starts at the first one; a thread that reaches `accept` has found a match.
struct RegexProgram: Sendable {
    enum Instruction: Sendable {
        case scalar(Unicode.Scalar)
        /// Any case of a letter, given in its folded form.
        case folded(Unicode.Scalar)
        case any
        case anyButLineEnd
        case characterClass(CharacterClass, ignoringCase: Bool)
        case textStart, textEnd, lineStart, lineEnd
        /// Goes on at both places; the first one is preferred.
        case split(Int, Int)
        case jump(Int)
        /// Writes down the place in the text: the start of group n at 2n, its end at 2n + 1.
        case save(Int)
        case backReference(Int, ignoringCase: Bool)
        case accept
    }

    private(set) var instructions: [Instruction] = []
    private(set) var hasBackReference = false
    /// Places that a match writes down.
    let slotCount: Int
    private let flags: RegexFlags
    private let limit: Int
    /// Parts that were compiled; an empty part repeated makes no instructions but takes time.
    private var visits = 0

    init(
        _ tree: RegexNode, groupCount: Int, flags: RegexFlags, limits: RegexLimits
    ) throws(RegularExpressionProblem) {
        slotCount = 2 * (groupCount + 1)
        self.flags = flags
        limit = limits.programSize
        try add(.save(0))
        try compile(tree)
        try add(.save(1))
        try add(.accept)
    }

    private mutating func add(_ instruction: Instruction) throws(RegularExpressionProblem) {
        guard instructions.count < limit else { throw .tooLarge }
        instructions.append(instruction)
    }

    /// Room for an instruction whose target is not known yet.
    private mutating func reserve() throws(RegularExpressionProblem) -> Int {
        try add(.accept)
        return instructions.count - 1
    }

    private mutating func compile(_ node: RegexNode) throws(RegularExpressionProblem) {
        visits += 1
        guard visits <= 10 * limit else { throw .tooLarge }
        let ignoresCase = flags.contains(.ignoreCase)
        switch node {
        case .scalar(let scalar):
            try add(ignoresCase ? .folded(LetterCase.folded(scalar)) : .scalar(scalar))
        case .any: try add(flags.contains(.dotTakesAll) ? .any : .anyButLineEnd)
        case .characterClass(let set): try add(.characterClass(set, ignoringCase: ignoresCase))
        case .start: try add(flags.contains(.multiline) ? .lineStart : .textStart)
        case .end: try add(flags.contains(.multiline) ? .lineEnd : .textEnd)
        case .sequence(let parts):
            for part in parts { try compile(part) }
        case .alternatives(let branches): try compile(branches: branches)
        case .group(let number, let inside):
            try add(.save(2 * number))
            try compile(inside)
            try add(.save(2 * number + 1))
        case .backReference(let number):
            hasBackReference = true
            try add(.backReference(number, ignoringCase: ignoresCase))
        case .repetition(let inside, let low, let high, let reluctant):
            for _ in 0..<low { try compile(inside) }
            if let high {
                try compile(inside, atMost: high - low, reluctant: reluctant)
            } else {
                let start = try reserve()
                try compile(inside)
                try add(.jump(start))
                instructions[start] = split(start + 1, instructions.count, reluctant: reluctant)
            }
        }
    }

    private mutating func compile(branches: [RegexNode]) throws(RegularExpressionProblem) {
        var exits: [Int] = []
        for branch in branches.dropLast() {
            let start = try reserve()
            try compile(branch)
            exits.append(try reserve())
            instructions[start] = .split(start + 1, instructions.count)
        }
        if let last = branches.last { try compile(last) }
        for exit in exits { instructions[exit] = .jump(instructions.count) }
    }

    private mutating func compile(
        _ inside: RegexNode, atMost count: Int, reluctant: Bool
    ) throws(RegularExpressionProblem) {
        var starts: [Int] = []
        for _ in 0..<count {
            starts.append(try reserve())
            try compile(inside)
        }
        for start in starts { instructions[start] = split(start + 1, instructions.count, reluctant: reluctant) }
    }

    private func split(_ into: Int, _ past: Int, reluctant: Bool) -> Instruction {
        reluctant ? .split(past, into) : .split(into, past)
    }
}

extension RegexProgram.Instruction {
    /// Whether an instruction that takes a character takes this one.
    func takes(_ scalar: Unicode.Scalar) -> Bool {
        switch self {
        case .scalar(let wanted): scalar == wanted
        case .folded(let wanted): LetterCase.folded(scalar) == wanted
        case .any: true
        case .anyButLineEnd: scalar != "\n" && scalar != "\r"
        case .characterClass(let set, let ignoringCase): set.contains(scalar, ignoringCase: ignoringCase)
        default: false
        }
    }

    /// Whether an anchor holds at a place; `nil` for what is no anchor.
    func holds(at index: Int, in text: [Unicode.Scalar]) -> Bool? {
        switch self {
        case .textStart: index == 0
        case .textEnd: index == text.count
        // A line feed at the very end begins no line.
        case .lineStart: index == 0 || (index < text.count && text[index - 1] == "\n")
        case .lineEnd: index == text.count || text[index] == "\n"
        default: nil
        }
    }
}
