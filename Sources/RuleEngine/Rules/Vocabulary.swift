/// A list of codes with a meaning that people agreed on, and what is fixed for each code.
///
/// Codes are the only values that a rule may write literally as a key. An attribute of a code can be read in FEEL as a
/// member of the fact that carries the code.
public struct Vocabulary: Sendable {
    public let name: String
    public let title: LocalizedText
    public let attributes: [Attribute]
    /// In the order of the files; this order is the order of presentation.
    public let codes: [Code]
    private let indices: [String: Int]

    /// Something that is fixed for each code.
    public struct Attribute: Hashable, Sendable {
        /// What the attribute holds.
        public enum Kind: Hashable, Sendable {
            /// A text for readers, in each language. Expressions do not see it.
            case text
            case string, number, boolean
            /// One code of a vocabulary.
            case code(String)
            /// A list of codes of a vocabulary.
            case codes(String)
        }

        public let name: String
        public let kind: Kind
        public let isOptional: Bool
    }

    /// What an attribute is for one code: words for readers, or a value that expressions see.
    public enum AttributeValue: Hashable, Sendable {
        case text(LocalizedText)
        case value(FEELValue)
    }

    /// One value with an agreed meaning, with its attributes and the period in which it may be concluded.
    public struct Code: Sendable {
        public let code: String
        public let title: LocalizedText
        public let attributes: [String: AttributeValue]
        public let validity: Validity
        public let span: SourceSpan

        /// The text of an attribute for readers.
        public func text(_ attribute: String) -> LocalizedText? {
            if case .text(let text) = attributes[attribute] { text } else { nil }
        }

        /// The value of an attribute as expressions see it.
        public func value(_ attribute: String) -> FEELValue? {
            if case .value(let value) = attributes[attribute] { value } else { nil }
        }

        /// The attribute as a plain text, where it is one.
        public func string(_ attribute: String) -> String? {
            if case .string(let text) = value(attribute) { text } else { nil }
        }

        /// The attribute as a list of codes; empty where it is none.
        public func codes(_ attribute: String) -> [String] {
            guard case .list(let values) = value(attribute) else { return [] }
            return values.compactMap { if case .string(let code) = $0 { code } else { nil } }
        }
    }

    init(name: String, title: LocalizedText, attributes: [Attribute], codes: [Code]) {
        self.name = name
        self.title = title
        self.attributes = attributes
        self.codes = codes
        indices = Dictionary(
            codes.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    public subscript(code: String) -> Code? { indices[code].map { codes[$0] } }

    /// The place of a code in the order of presentation.
    public func position(of code: String) -> Int? { indices[code] }
}
