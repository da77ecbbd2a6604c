/// Lines of plain text within a width in characters.
package struct TextLines {
    package let width: Int
    package private(set) var lines: [String] = []

    package init(width: Int) {
        self.width = width
    }

    package var text: String { lines.joined(separator: "\n") + "\n" }

    /// Adds an empty line, never two in a row.
    package mutating func space() {
        if let last = lines.last, !last.isEmpty { lines.append("") }
    }

    /// Adds a line as it is.
    package mutating func verbatim(_ line: String) {
        lines.append(line)
    }

    /// Adds a text, broken between words.
    ///
    /// - Parameter mark: Stands before the first line; the others are indented to its width.
    package mutating func add(_ text: String, indent: Int = 0, mark: String = "") {
        let margin = String(repeating: " ", count: indent)
        let hanging = String(repeating: " ", count: indent + mark.count)
        for (place, line) in Self.wrapped(text, width: max(width - indent - mark.count, 10)).enumerated() {
            lines.append((place == 0 ? margin + mark : hanging) + line)
        }
    }

    /// Adds a text with a line of signs below it.
    package mutating func add(_ text: String, underlinedWith sign: Character) {
        let wrapped = Self.wrapped(text, width: width)
        lines += wrapped
        lines.append(String(repeating: sign, count: wrapped.map(\.count).max() ?? 0))
    }

    /// The text in lines of at most `width` characters; a longer word keeps a line for itself.
    package static func wrapped(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(whereSeparator: { $0 == " " || $0.isNewline || $0 == "\t" }) {
            if !line.isEmpty, line.count + 1 + word.count > width {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        return line.isEmpty ? lines : lines + [line]
    }
}
