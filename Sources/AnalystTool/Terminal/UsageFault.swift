import RuleEngine

/// What the argument parser says of a command that is not given as it should be, in the language asked: its own words are
/// English.
enum UsageFault {
    /// - Parameter text: the parser's message: a line "Error: …", and how the command is used.
    static func text(_ text: String, in language: Language) -> String {
        guard language == .nl, text.hasPrefix("Error: ") else { return text }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        lines[0] = "Fout: " + dutch(String(lines[0].dropFirst("Error: ".count)))
        return lines.map { line in
            if line.hasPrefix("Usage: ") { return "Zo gebruikt u het: " + line.dropFirst("Usage: ".count) }
            if line.hasPrefix("  See '"), let end = line.lastIndex(of: "'") {
                return "  Meer hierover: " + line[line.index(line.startIndex, offsetBy: 7)..<end]
            }
            return line
        }.joined(separator: "\n")
    }

    /// The messages that users meet; others stay as they are.
    private static func dutch(_ message: String) -> String {
        let quoted = message.split(separator: "'", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
        guard let first = quoted.first else { return message }
        if message.hasPrefix("Unknown option") {
            let near = quoted.count > 1 ? "; bedoelde u ‘\(quoted[1])’?" : ""
            return "de optie ‘\(first)’ is er niet\(near)"
        }
        if message.hasPrefix("Missing expected argument") { return "u vulde ‘\(first)’ niet in" }
        if message.hasPrefix("Missing value for") { return "achter ‘\(first)’ hoort een waarde" }
        if message.hasPrefix("Unexpected argument") { return "‘\(first)’ hoort hier niet" }
        if message.hasPrefix("The value"), quoted.count > 1 { return "‘\(first)’ kan niet bij ‘\(quoted[1])’" }
        return message
    }
}
