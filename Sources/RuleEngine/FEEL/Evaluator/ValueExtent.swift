/// How much a value holds, for the guards of an evaluation. What is shared inside a value counts each time, because
/// whoever prints or compares the value meets it each time.
struct ValueExtent {
    /// Plain values, lists, contexts and so on; every sixteen bytes of a text count as one.
    private(set) var parts = 0
    /// Lists, contexts, ranges and functions inside each other; 0 for a plain value.
    private(set) var height = 0
    /// Counting stops here.
    private let partLimit: Int

    init(atMost partLimit: Int) { self.partLimit = partLimit }

    var isTooLarge: Bool { parts > partLimit }
    var isTooTall: Bool { height > FEELLimits.valueHeight }

    mutating func add(_ value: FEELValue, level: Int = 0) {
        parts += 1
        switch value {
        case .string(let text): parts += text.utf8.count / 16
        case .list(let members):
            guard goesInto(level) else { return }
            for member in members where !isTooLarge { add(member, level: level + 1) }
        case .context(let context):
            guard goesInto(level) else { return }
            for entry in context.entries where !isTooLarge { add(entry.value, level: level + 1) }
        case .range(let range):
            guard goesInto(level) else { return }
            if let low = range.low { add(low, level: level + 1) }
            if let high = range.high { add(high, level: level + 1) }
        case .function(let function):
            parts += function.parts
            height = max(height, level + function.height)
        case .null, .boolean, .number, .date, .time, .dateTime, .daysDuration, .monthsDuration: break
        }
    }

    mutating func add(_ set: ValueSet, level: Int = 0) {
        switch set {
        case .exactly(let value): add(value, level: level)
        case .oneOf(let values):
            for value in values where !isTooLarge { add(value, level: level) }
        case .list(let list):
            parts += 1
            guard goesInto(level) else { return }
            for member in list.members where !isTooLarge { add(member.value, level: level + 1) }
        case .context(let entries):
            parts += 1
            guard goesInto(level) else { return }
            for entry in entries where !isTooLarge { add(entry.value, level: level + 1) }
        case .numbers, .anything: parts += 1
        }
    }

    private mutating func goesInto(_ level: Int) -> Bool {
        height = max(height, level + 1)
        return !isTooTall && !isTooLarge
    }
}

extension FEELLimits {
    /// Lists, contexts, ranges and functions inside each other: no more than an expression can write down.
    static let valueHeight = FEELParser.depthLimit
    /// Parts of a value that no evaluation makes.
    static let valueParts = 20_000_000
    /// UTF-8 bytes of a text that a single expression makes.
    static let textLength = 5_000_000
}
