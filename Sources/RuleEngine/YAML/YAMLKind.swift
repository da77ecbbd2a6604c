/// What stands, or should stand, at a place in a YAML document, in the words of a message.
enum YAMLKind {
    case nothing, text, integer, boolean, list, mapping, localizedText

    init(of node: YAMLNode) {
        self =
            switch node.content {
            case .scalar: node.isEmpty ? .nothing : .text
            case .sequence: .list
            case .mapping: .mapping
            }
    }
}

extension Diagnostic {
    /// Something of another kind is expected. `what` says what the mapping would describe.
    static func wrongKind(
        expected: YAMLKind, found node: YAMLNode, of what: LocalizedText? = nil
    ) -> Diagnostic {
        let found = YAMLKind(of: node).wording
        let expectation = expected.wording
        let subject = what.map { LocalizedText(nl: " voor \($0.nl)", en: " for \($0.en)") }
        return Diagnostic(
            code: "yaml/wrong-kind",
            message: LocalizedText(
                nl: "hier hoort \(expectation.nl)\(subject?.nl ?? ""), er staat \(found.nl)",
                en: "expected \(expectation.en)\(subject?.en ?? ""), found \(found.en)"),
            at: node.span,
            hint: expected.hint)
    }

    static func notAnInteger(_ text: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            code: "yaml/wrong-kind",
            message: LocalizedText(
                nl: "hier hoort een geheel getal, er staat ‘\(text)’",
                en: "expected a whole number, found ‘\(text)’"),
            at: span,
            hint: LocalizedText(
                nl: "schrijf alleen cijfers, zonder punt, komma of nul vooraan",
                en: "write digits only, without point, comma or leading zero"))
    }

    static func notABoolean(_ text: String, at span: SourceSpan) -> Diagnostic {
        let meant: String? =
            switch text.lowercased() {
            case "yes", "ja", "on", "aan", "y", "j", "waar", "true": "true"
            case "no", "nee", "off", "uit", "n", "onwaar", "false": "false"
            default: nil
            }
        let hint =
            if let meant {
                LocalizedText(
                    nl: "schrijf ‘\(meant)’; ‘\(text)’ is hier een gewone tekst",
                    en: "write ‘\(meant)’; ‘\(text)’ is plain text here")
            } else {
                LocalizedText(nl: "schrijf ‘true’ of ‘false’", en: "write ‘true’ or ‘false’")
            }
        return Diagnostic(
            code: "yaml/wrong-kind",
            message: LocalizedText(
                nl: "hier hoort ‘true’ of ‘false’, er staat ‘\(text)’",
                en: "expected ‘true’ or ‘false’, found ‘\(text)’"),
            at: span,
            hint: hint,
            fixes: meant.map { [.replacing(span, with: $0)] } ?? [])
    }

    static func unknownValue(_ text: Located<String>, allowed: [String]) -> Diagnostic {
        let list = allowed.joined(separator: ", ")
        let near = Suggestion.nearest(to: text.value, among: allowed)
        return Diagnostic(
            code: "yaml/unknown-value",
            message: LocalizedText(
                nl: "‘\(text.value)’ is hier geen mogelijkheid",
                en: "‘\(text.value)’ is not one of the choices here"),
            at: text.span,
            hint: LocalizedText(
                nl: "\(near.map { "bedoelde u ‘\($0)’? " } ?? "")kies uit: \(list)",
                en: "\(near.map { "did you mean ‘\($0)’? " } ?? "")choose from: \(list)"),
            fixes: near.map { [.replacing(text.span, with: $0)] } ?? [])
    }
}

// MARK: - Wordings

extension YAMLKind {
    fileprivate var wording: LocalizedText {
        switch self {
        case .nothing: LocalizedText(nl: "niets", en: "nothing")
        case .text: LocalizedText(nl: "een tekst", en: "a text")
        case .integer: LocalizedText(nl: "een geheel getal", en: "a whole number")
        case .boolean: LocalizedText(nl: "‘true’ of ‘false’", en: "‘true’ or ‘false’")
        case .list: LocalizedText(nl: "een lijst", en: "a list")
        case .mapping: LocalizedText(nl: "een blok met sleutels", en: "a block with keys")
        case .localizedText: LocalizedText(nl: "een tekst in twee talen", en: "a text in two languages")
        }
    }

    fileprivate var hint: LocalizedText {
        switch self {
        case .list:
            LocalizedText(
                nl: "begin elke regel van de lijst met ‘- ’, of schrijf [een, twee]",
                en: "begin each line of the list with ‘- ’, or write [one, two]")
        case .mapping:
            LocalizedText(
                nl: "schrijf regels van de vorm ‘sleutel: waarde’",
                en: "write lines of the form ‘key: value’")
        case .localizedText:
            LocalizedText(nl: "schrijf { nl: …, en: … }", en: "write { nl: …, en: … }")
        case .text:
            LocalizedText(
                nl: "schrijf een tekst; begint hij met ‘[’ of ‘{’, zet hem dan tussen enkele aanhalingstekens",
                en: "write a text; when it begins with ‘[’ or ‘{’, put it in single quotes")
        case .integer:
            LocalizedText(nl: "schrijf alleen cijfers", en: "write digits only")
        case .boolean:
            LocalizedText(nl: "schrijf ‘true’ of ‘false’", en: "write ‘true’ or ‘false’")
        case .nothing:
            LocalizedText(nl: "haal weg wat hier staat", en: "remove what stands here")
        }
    }
}
