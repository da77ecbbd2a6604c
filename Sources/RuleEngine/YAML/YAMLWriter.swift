/// Writes scalars so that `YAMLParser` reads back the same text.
package enum YAMLWriter {
    /// A text as a scalar: bare when that is safe, else between quotes; several lines become a literal block.
    ///
    ///     YAMLWriter.scalar("a > b", flow: false)   // a > b
    ///     YAMLWriter.scalar("> 5", flow: false)     // '> 5'
    ///
    /// - Parameters:
    ///   - flow: whether the scalar stands inside `[ ]` or `{ }`, where blocks cannot stand and commas divide.
    ///   - indentation: number of spaces before the lines of a block; it must be more than that of the key before it.
    package static func scalar(_ text: String, flow: Bool, indentation: Int = 2) -> String {
        if needsEscapes(text) { return doubleQuoted(text) }
        if text.contains("\n") {
            return !flow && canBeLiteral(text) ? literal(text, indentation: indentation) : doubleQuoted(text)
        }
        return isSafeBare(text, flow: flow) ? text : singleQuoted(text)
    }

    private static func singleQuoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }

    private static func doubleQuoted(_ text: String) -> String {
        QuotedText.of(text) { !isPrintable($0) }
    }

    /// A literal block; `-` and `+` say what happens to the line breaks at the end.
    private static func literal(_ text: String, indentation: Int) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let trailing = lines.reversed().prefix(while: \.isEmpty).count
        if trailing > 0 { lines.removeLast() }
        let header = trailing == 0 ? "|-" : trailing == 1 ? "|" : "|+"
        let margin = String(repeating: " ", count: indentation)
        return ([header] + lines.map { $0.isEmpty ? "" : margin + $0 }).joined(separator: "\n")
    }

    /// Whether a literal block keeps the text without saying its indentation: the first line begins with a
    /// visible character, and no line is only blanks.
    private static func canBeLiteral(_ text: String) -> Bool {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.first, let start = first.first, start != " ", start != "\t" else { return false }
        return lines.allSatisfy { $0.isEmpty || $0.contains { $0 != " " && $0 != "\t" } }
    }

    /// Whether a text of one line means itself without quotes.
    private static func isSafeBare(_ text: String, flow: Bool) -> Bool {
        let scalars = Array(text.unicodeScalars)
        guard let first = scalars.first, let last = scalars.last else { return false }
        if first == " " || last == " " || last == ":" || text.contains("\t") { return false }
        if text == "---" || text == "..." || text.hasPrefix("--- ") || text.hasPrefix("... ") { return false }
        if text == "<<" || text == "~" { return false }
        if "?:-".unicodeScalars.contains(first) {
            guard scalars.count > 1, scalars[1] != " ", !flow else { return false }
        } else if ",[]{}#&*!|>'\"%@`".unicodeScalars.contains(first) {
            return false
        }
        if flow, text.unicodeScalars.contains(where: { ",[]{}:?".unicodeScalars.contains($0) }) { return false }
        return !zip(scalars, scalars.dropFirst()).contains { pair in
            pair == (":", " ") || pair == (" ", "#")
        }
    }

    /// Whether only a double-quoted scalar can hold the text.
    private static func needsEscapes(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0 != "\n" && $0 != "\t" && !isPrintable($0) }
    }

    /// Characters that stand for themselves; line separators and a byte order mark do not survive libyaml, and those that
    /// turn the direction of writing are refused.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0x2027, 0x202F...0x2065, 0x206A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
            0x10000...0x10FFFF:
            true
        default: false
        }
    }
}
