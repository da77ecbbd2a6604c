/// The words with a fixed meaning in FEEL. `not`, `instance of` and `external` are words only in their place.
enum FEELKeyword: String, CaseIterable, Hashable, Sendable {
    case `for`, `return`, `if`, then, `else`, some, every, satisfies, `in`, between, and, or
    case null, `true`, `false`, function

    /// What someone means by a word of Dutch, of another language, or in capitals.
    ///
    /// Asked only where the text is wrong as FEEL, because each of these may also be a name.
    static func meaning(of word: String) -> String? {
        switch word.lowercased() {
        case "en": "and"
        case "of": "or"
        case "niet", "not": "not"
        case "als", "indien": "if"
        case "dan": "then"
        case "anders": "else"
        case "elseif", "elsif", "elif", "andersals": "else if"
        case "tussen": "between"
        case "is", "gelijk", "equals": "="
        case "voor": "for"
        case "sommige", "enkele": "some"
        case "elke", "ieder", "iedere", "alle": "every"
        case "voldoet": "satisfies"
        case "waar": "true"
        case "onwaar": "false"
        case "leeg", "none", "nil": "null"
        case let small where small != word && FEELKeyword(rawValue: small) != nil: small
        default: nil
        }
    }
}
