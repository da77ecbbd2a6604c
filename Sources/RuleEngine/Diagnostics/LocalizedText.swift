/// The same sentence in each language of the product.
///
///     let text = LocalizedText(nl: "te hard", en: "too fast")
///     text[.en]   // "too fast"
public struct LocalizedText: Hashable, Sendable {
    /// The Dutch wording.
    public let nl: String
    /// The English wording.
    public let en: String

    /// The same in Dutch and in English.
    public init(nl: String, en: String) {
        self.nl = nl
        self.en = en
    }

    /// The same characters in both languages: a code, a number, a name.
    package init(verbatim text: String) {
        self.init(nl: text, en: text)
    }

    /// The text that a function makes in each language.
    package init(_ text: (Language) -> String) {
        self.init(nl: text(.nl), en: text(.en))
    }

    /// The wording in one language.
    public subscript(language: Language) -> String {
        switch language {
        case .nl: nl
        case .en: en
        }
    }
}
