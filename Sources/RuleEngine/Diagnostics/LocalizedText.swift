/// The same sentence in each language of the product.
package struct LocalizedText: Hashable, Sendable {
    package let nl: String
    package let en: String

    package init(nl: String, en: String) {
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

    package subscript(language: Language) -> String {
        switch language {
        case .nl: nl
        case .en: en
        }
    }
}
