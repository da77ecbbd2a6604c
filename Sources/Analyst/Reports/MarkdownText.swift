/// Plain text in Markdown (CommonMark with tables), so that no character of it is markup.
package enum MarkdownText {
    /// The text on one line.
    package static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            if character.isNewline {
                result.append(" ")
                continue
            }
            if "\\`*_[]<>|&".contains(character) { result.append("\\") }
            result.append(character)
        }
        return escapedAtStart(result)
    }

    /// Escapes what is markup at the start of a line only: headings, list marks, numbers with a point.
    private static func escapedAtStart(_ text: String) -> String {
        guard let first = text.first else { return text }
        if "#+-=~".contains(first) { return "\\" + text }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let rest = text.dropFirst(digits.count)
        guard !digits.isEmpty, let mark = rest.first, mark == "." || mark == ")", rest.dropFirst().first == " " else {
            return text
        }
        return "\(digits)\\\(rest)"
    }
}
