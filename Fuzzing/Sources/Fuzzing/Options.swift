/// What the command line asks.
struct Options {
    /// Where the rule files are.
    var folders: [String] = []
    /// How many inputs to try.
    var count = 1_000_000
    var seed: UInt64 = 1
    /// The number of the first input.
    var from = 0
    /// One input to show and run.
    var only: Int?
    /// Given to a worker: the file in which it keeps how far it is.
    var journal: String?

    /// Whether the arguments could be understood.
    mutating func read(_ arguments: ArraySlice<String>) -> Bool {
        var rest = arguments
        while let argument = rest.popFirst() {
            guard argument.hasPrefix("--") else {
                folders.append(argument)
                continue
            }
            guard let value = rest.popFirst() else { return false }
            switch argument {
            case "--count": count = Int(value) ?? -1
            case "--seed": seed = UInt64(value) ?? 1
            case "--from": from = Int(value) ?? -1
            case "--only": only = Int(value)
            case "--journal": journal = value
            default: return false
            }
        }
        return !folders.isEmpty && count >= 0 && from >= 0
    }
}
