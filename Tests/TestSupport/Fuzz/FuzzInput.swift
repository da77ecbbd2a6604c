/// One text to try, and what it is to be read as.
public enum FuzzInput: Hashable, Sendable {
    case expression(String)
    /// A cell of a decision table.
    case cell(String)
    /// What stands behind `instance of`.
    case type(String)
    /// The arguments of `replace`; `matches` and `split` take some of them.
    case pattern(String, text: String, replacement: String, flags: String)
    /// A number, date, time or duration as text.
    case literal(String)
    /// A rule file beside those of the corpus.
    case rules(String)
}

extension FuzzInput: CustomStringConvertible {
    /// The whole input on one line, so that it can be copied into a test.
    public var description: String {
        switch self {
        case .expression(let text): ".expression(\(text.debugDescription))"
        case .cell(let text): ".cell(\(text.debugDescription))"
        case .type(let text): ".type(\(text.debugDescription))"
        case .pattern(let pattern, let text, let replacement, let flags):
            ".pattern(\(pattern.debugDescription), text: \(text.debugDescription), "
                + "replacement: \(replacement.debugDescription), flags: \(flags.debugDescription))"
        case .literal(let text): ".literal(\(text.debugDescription))"
        case .rules(let text): ".rules(\(text.debugDescription))"
        }
    }
}
