/// Guards of one evaluation. Whatever hits one gives null and a note of the kind `limit`, or `anything` where
/// something was not known.
public struct FEELLimits: Hashable, Sendable {
    /// Expressions inside each other, calls included. The standard needs some 4 MB of stack without optimisation.
    public var depth: Int
    /// Parts of expressions evaluated in all.
    public var steps: Int
    /// Members of a list that a single expression makes.
    public var listSize: Int

    public init(depth: Int = 400, steps: Int = 5_000_000, listSize: Int = 1_000_000) {
        self.depth = depth
        self.steps = steps
        self.listSize = listSize
    }

    public static let standard = FEELLimits()
    /// Operands are enumerated while they have at most this many completions together.
    static let enumeration = 256
    /// Notes beyond this number add nothing for a reader.
    static let notes = 64
}
