/// Guards of one regular expression. Whatever hits one is a problem of the kind `isLimit`.
package struct RegexLimits: Hashable, Sendable {
    /// Instructions of a compiled pattern.
    package var programSize: Int
    /// Groups inside each other.
    package var depth: Int
    /// Code points of a text.
    package var textLength: Int
    /// Steps of the machine for one text, all its matches together.
    package var steps: Int

    package init(
        programSize: Int = 10_000, depth: Int = 100, textLength: Int = 1_000_000, steps: Int = 20_000_000
    ) {
        self.programSize = programSize
        self.depth = depth
        self.textLength = textLength
        self.steps = steps
    }

    package static let standard = RegexLimits()
}
