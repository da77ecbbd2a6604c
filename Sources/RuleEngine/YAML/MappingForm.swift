/// What a block of keys may hold: the one list of its keys, which the reader, the schemas, the reference and editors share.
///
///     var reader = MappingReader(node, of: .rule)
///     let name = reader.required("rule", as: .text)    // a key of MappingForm.rule, and required there
package struct MappingForm: Sendable {
    /// One key.
    package struct Key: Sendable {
        package let name: String
        package let isRequired: Bool
        package let value: Value
        /// What counts where the key is left out; `nil`: nothing, or the meaning says it.
        package let fallback: LocalizedText?
        /// What the key says, as a sentence without its point.
        package let meaning: LocalizedText
        /// A value, as it is written.
        package let example: String

        package init(
            _ name: String, _ value: Value, required: Bool = false, else fallback: LocalizedText? = nil,
            _ meaning: LocalizedText, example: String
        ) {
            self.name = name
            self.value = value
            isRequired = required
            self.fallback = fallback
            self.meaning = meaning
            self.example = example
        }
    }

    /// What stands behind a key.
    package indirect enum Value: Sendable {
        case text
        /// A name that expressions see: letters, digits and underscores.
        case name
        /// A code: letters, digits, hyphens and underscores.
        case code
        /// The name of something that is declared elsewhere.
        case reference
        case number
        case boolean
        /// A day, `2026-01-31`.
        case day
        /// A range of numbers, `[0..100]`.
        case range
        /// A text in Dutch and in English.
        case sentence
        /// The same, with expressions between braces.
        case sentenceWithValues
        /// FEEL.
        case expression
        /// What a cell of a table holds: FEEL for a test of the column.
        case tests
        case choice([String])
        case list(Value)
        /// A list, or a single element without its dash.
        case oneOrMore(Value)
        /// A block whose keys are free names.
        case named(Value)
        /// A block of its own form, by the form's id.
        case form(String)
        case either([Value])
        /// Whatever a declaration elsewhere asks for.
        case declared
    }

    /// Stable name, used in schemas.
    package let id: String
    /// What it describes, with its article and in lower case.
    package let what: LocalizedText
    package let keys: [Key]
    /// Which other keys may stand here; `nil`: none.
    package let others: LocalizedText?
    /// Of keys that authors put here and that belong elsewhere: where.
    package let misplaced: [String: LocalizedText]

    package init(
        _ id: String, _ what: LocalizedText, others: LocalizedText? = nil, misplaced: [String: LocalizedText] = [:],
        _ keys: [Key]
    ) {
        self.misplaced = misplaced
        self.id = id
        self.what = what
        self.others = others
        self.keys = keys
    }

    package subscript(name: String) -> Key? { keys.first { $0.name == name } }
}
