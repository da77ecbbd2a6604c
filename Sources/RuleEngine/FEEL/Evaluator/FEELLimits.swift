/// Guards of one evaluation. Whatever hits one gives null and a note of the kind `limit`, or `anything` where
/// something was not known.
package struct FEELLimits: Hashable, Sendable {
    /// Expressions inside each other, calls included. The standard needs some 4 MB of stack without optimisation.
    package var depth: Int
    /// Parts of expressions evaluated in all.
    package var steps: Int
    /// Members of a list that a single expression makes.
    package var listSize: Int

    package init(depth: Int = 400, steps: Int = 5_000_000, listSize: Int = 1_000_000) {
        self.depth = depth
        self.steps = steps
        self.listSize = listSize
    }

    package static let standard = FEELLimits()
    /// Operands are enumerated while they have at most this many completions together.
    static let enumeration = 256
    /// Notes beyond this number add nothing for a reader.
    static let notes = 64
}
