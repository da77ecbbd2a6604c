/// The flags of a regular expression (Functions and Operators 3.1, section 5.6.2), less `q`, which FEEL does not have.
struct RegexFlags: OptionSet, Sendable {
    let rawValue: Int

    /// `s`: a dot takes line ends as well.
    static let dotTakesAll = RegexFlags(rawValue: 1)
    /// `m`: `^` and `$` stand for the ends of lines.
    static let multiline = RegexFlags(rawValue: 2)
    /// `i`: letters match in either case.
    static let ignoreCase = RegexFlags(rawValue: 4)
    /// `x`: white space in the pattern does not count, except in classes.
    static let ignoreSpace = RegexFlags(rawValue: 8)

    init(rawValue: Int) { self.rawValue = rawValue }

    init(_ text: String) throws(RegularExpressionProblem) {
        self = []
        for letter in text.unicodeScalars {
            switch letter {
            case "s": insert(.dotTakesAll)
            case "m": insert(.multiline)
            case "i": insert(.ignoreCase)
            case "x": insert(.ignoreSpace)
            default: throw .unknownFlag(letter)
            }
        }
    }
}
