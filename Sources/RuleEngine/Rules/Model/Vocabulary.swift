/// A list of codes with a meaning that people agreed on, and what is fixed for each code.
///
/// Codes are the only values that a rule may write literally as a key. An attribute of a code can be read in FEEL as a
/// member of the fact that carries the code.
package struct Vocabulary: Sendable {
    package let name: String
    package let title: LocalizedText
    package let attributes: [Attribute]
    /// In the order of the files; this order is the order of presentation.
    package let codes: [Term]
    private let indices: [String: Int]

    /// Something that is fixed for each code.
    package struct Attribute: Hashable, Sendable {
        /// What the attribute holds.
        package enum Kind: Hashable, Sendable {
            /// A text for readers, in each language. Expressions do not see it.
            case text
            case string, number, boolean
            /// One code of a vocabulary.
            case code(String)
            /// A list of codes of a vocabulary.
            case codes(String)
        }

        package let name: String
        package let kind: Kind
        package let isOptional: Bool
        /// The only texts that are possible, of an attribute that is a text; `nil`: any.
        package let values: [String]?

        /// Each value is a code, or a list of codes.
        var namesCodes: Bool {
            switch kind {
            case .code, .codes: true
            case .text, .string, .number, .boolean: false
            }
        }
    }

    /// What an attribute is for one code: words for readers, or a value that expressions see.
    package enum AttributeValue: Hashable, Sendable {
        case text(LocalizedText)
        case value(FEELValue)
    }

    /// One value with an agreed meaning, with its attributes and the period in which it may be concluded.
    package struct Term: Sendable {
        package let code: String
        package let title: LocalizedText
        package let attributes: [String: AttributeValue]
        package let validity: Validity
        package let span: SourceSpan
        /// Where the attributes are written.
        package let places: [String: SourceSpan]

        /// The text of an attribute for readers.
        package func text(_ attribute: String) -> LocalizedText? {
            if case .text(let text) = attributes[attribute] { text } else { nil }
        }

        /// The value of an attribute as expressions see it.
        package func value(_ attribute: String) -> FEELValue? {
            if case .value(let value) = attributes[attribute] { value } else { nil }
        }

        /// The attribute as a plain text, where it is one.
        package func string(_ attribute: String) -> String? {
            if case .string(let text) = value(attribute) { text } else { nil }
        }

        /// The attribute as a list of codes; empty where it is none.
        package func codes(_ attribute: String) -> [String] {
            guard case .list(let values) = value(attribute) else { return [] }
            return values.compactMap { if case .string(let code) = $0 { code } else { nil } }
        }
    }

    init(name: String, title: LocalizedText, attributes: [Attribute], codes: [Term]) {
        self.name = name
        self.title = title
        self.attributes = attributes
        self.codes = codes
        indices = Dictionary(
            codes.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package subscript(code: String) -> Term? { indices[code].map { codes[$0] } }

    /// The place of a code in the order of presentation.
    package func position(of code: String) -> Int? { indices[code] }
}
