extension FEELType: CustomStringConvertible {
    /// In FEEL's notation for types, with what is known beyond it: `number`, `list<"a" | "b">`, `number [0..100] | Null`.
    package var description: String {
        switch self {
        case .any: "Any"
        case .oneOf(let parts):
            parts.isEmpty ? "nothing" : Self.inOrder(parts).map(\.description).joined(separator: " | ")
        }
    }

    /// Null is named last.
    private static func inOrder(_ parts: [Part]) -> [Part] {
        parts.filter { $0.kind != .null } + parts.filter { $0.kind == .null }
    }

    /// "een getal", "een tekst of een lijst": what it is, for readers; null is named only where there is nothing else.
    var title: LocalizedText {
        let kinds = withoutNull.parts.isEmpty ? parts.map(\.kind) : withoutNull.parts.map(\.kind)
        guard !isAny, !kinds.isEmpty else { return LocalizedText(nl: "een onbekende waarde", en: "an unknown value") }
        return LocalizedText(
            nl: kinds.map(\.title.nl).joined(separator: " of "), en: kinds.map(\.title.en).joined(separator: " or "))
    }
}

extension FEELType.Part {
    /// Longer lists of texts are cut.
    private static let shownTexts = 6

    fileprivate var description: String {
        switch self {
        case .boolean(let only?): only ? "true" : "false"
        case .number(let interval) where interval != .all: "number \(interval)"
        case .string(let texts?) where texts.count <= Self.shownTexts:
            texts.map { FEELValue.string($0).literal }.joined(separator: " | ")
        case .list(let element): "list<\(element)>"
        case .range(let bound): "range<\(bound)>"
        case .context(let entries?):
            "context<" + entries.map { "\($0.key): \($0.type)" }.joined(separator: ", ") + ">"
        case .function(let signature?):
            "function<\(signature.parameters.map { _ in "Any" }.joined(separator: ", "))> -> \(signature.result)"
        default: kind.typeName
        }
    }
}

// MARK: - Wordings

extension FEELValue.Kind {
    /// The kind in a message: "een getal".
    var title: LocalizedText {
        switch self {
        case .null: LocalizedText(nl: "null (niet van toepassing)", en: "null (not applicable)")
        case .boolean: LocalizedText(nl: "true of false", en: "true or false")
        case .number: LocalizedText(nl: "een getal", en: "a number")
        case .string: LocalizedText(nl: "een tekst", en: "a text")
        case .date: LocalizedText(nl: "een datum", en: "a date")
        case .time: LocalizedText(nl: "een tijd", en: "a time")
        case .dateTime: LocalizedText(nl: "een datum met tijd", en: "a date and time")
        case .daysDuration: LocalizedText(nl: "een duur in dagen of uren", en: "a duration in days or hours")
        case .monthsDuration: LocalizedText(nl: "een duur in jaren of maanden", en: "a duration in years or months")
        case .list: LocalizedText(nl: "een lijst", en: "a list")
        case .context: LocalizedText(nl: "een context", en: "a context")
        case .range: LocalizedText(nl: "een bereik", en: "a range")
        case .function: LocalizedText(nl: "een functie", en: "a function")
        }
    }
}
