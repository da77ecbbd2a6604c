/// A language in which everything that a user reads exists.
public enum Language: String, CaseIterable, Hashable, Sendable {
    /// Dutch, plain words (B1), u-form.
    case nl
    /// English.
    case en

    /// The one of two wordings that is in this language.
    package func word(_ nl: String, _ en: String) -> String {
        switch self {
        case .nl: nl
        case .en: en
        }
    }
}
