/// A language in which everything that a user reads exists.
public enum Language: String, CaseIterable, Hashable, Sendable {
    /// Dutch, plain words (B1), u-form.
    case nl
    /// English.
    case en
}
