/// The same sentence in each language of the product.
public struct LocalizedText: Hashable, Sendable {
    public let nl: String
    public let en: String

    public init(nl: String, en: String) {
        self.nl = nl
        self.en = en
    }

    /// The same characters in both languages: a code, a number, a name.
    public init(verbatim text: String) {
        self.init(nl: text, en: text)
    }

    /// The text that a function makes in each language.
    public init(_ text: (Language) -> String) {
        self.init(nl: text(.nl), en: text(.en))
    }

    public subscript(language: Language) -> String {
        switch language {
        case .nl: nl
        case .en: en
        }
    }
}
