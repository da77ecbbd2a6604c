/// A part of a pattern.
indirect enum RegexNode: Hashable, Sendable {
    case scalar(Unicode.Scalar)
    /// `.`
    case any
    case characterClass(CharacterClass)
    /// `^` and `$`
    case start, end
    case sequence([RegexNode])
    /// The first that matches is taken.
    case alternatives([RegexNode])
    /// A group in brackets, by its number from 1.
    case group(Int, RegexNode)
    case backReference(Int)
    /// `high` is `nil` for any number.
    case repetition(RegexNode, low: Int, high: Int?, reluctant: Bool)
}
