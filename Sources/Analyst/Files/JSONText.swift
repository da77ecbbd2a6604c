import RuleEngine

/// A value of JSON (RFC 8259) that keeps its members in the order in which they are given. Control characters are
/// escaped, and so are those that turn the direction of writing: the text is harmless and loses nothing.
package indirect enum JSONText {
    case null
    case bool(Bool)
    /// The characters of a number as JSON writes it.
    case number(String)
    case string(String)
    case array([JSONText])
    case object([(name: String, value: JSONText)])

    /// The text, indented by two spaces a level, without a line break at the end.
    package var text: String { text(indent: "") }

    /// The same on one line.
    package var line: String {
        switch self {
        case .array(let items): "[" + items.map(\.line).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { "\(QuotedText.of($0.name)):\($0.value.line)" }.joined(separator: ",") + "}"
        case .null, .bool, .number, .string: text
        }
    }

    private func text(indent: String) -> String {
        let inner = indent + "  "
        switch self {
        case .null: return "null"
        case .bool(let value): return value ? "true" : "false"
        case .number(let number): return number
        case .string(let string): return QuotedText.of(string)
        case .array(let items):
            guard !items.isEmpty else { return "[]" }
            let lines = items.map { inner + $0.text(indent: inner) }
            return "[\n\(lines.joined(separator: ",\n"))\n\(indent)]"
        case .object(let members):
            guard !members.isEmpty else { return "{}" }
            let lines = members.map { "\(inner)\(QuotedText.of($0.name)): \($0.value.text(indent: inner))" }
            return "{\n\(lines.joined(separator: ",\n"))\n\(indent)}"
        }
    }
}
