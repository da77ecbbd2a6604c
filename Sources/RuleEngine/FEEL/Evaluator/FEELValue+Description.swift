extension FEELValue {
    /// The value in a message: `12`, `"tekst"`, or its type and text where the text alone would puzzle.
    var described: LocalizedText {
        switch self {
        case .null: LocalizedText(nl: "null (geen waarde)", en: "null (no value)")
        case .string: LocalizedText(nl: "de tekst \"\(excerpt)\"", en: "the text \"\(excerpt)\"")
        case .number, .boolean: LocalizedText(verbatim: excerpt)
        default: LocalizedText(nl: "\(excerpt) (\(kind.typeName))", en: "\(excerpt) (\(kind.typeName))")
        }
    }
}
