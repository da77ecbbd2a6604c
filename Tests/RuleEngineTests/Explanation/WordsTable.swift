import Testing

/// A table of sentences as text: `expression ⇒ Dutch ⇒ English` on each line.
enum WordsTable {
    struct Row: Sendable, CustomTestStringConvertible {
        let expression: String
        let nl: String
        let en: String
        var testDescription: String { expression }
    }

    static func rows(of text: String) -> [Row] {
        text.split(separator: "\n").map { line in
            let cells = line.split(separator: " ⇒ ").map(String.init)
            return Row(
                expression: cells[0], nl: cells.count > 1 ? cells[1] : "", en: cells.count > 2 ? cells[2] : "")
        }
    }
}
