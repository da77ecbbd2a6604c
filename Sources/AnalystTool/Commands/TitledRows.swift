import RuleEngine

/// Texts with a title before each, one below the other. A title that is the same as the one above it is said once.
struct TitledRows {
    private let rows: [(title: LocalizedText, text: String)]

    init(_ rows: [(title: LocalizedText, text: String)] = []) { self.rows = rows }

    func text(in language: Language) -> String {
        let width = rows.map { $0.title[language].count }.max() ?? 0
        return rows.indices.map { index in
            let (title, text) = (rows[index].title[language], rows[index].text)
            let isRepeated = index > 0 && rows[index - 1].title == rows[index].title
            let head = isRepeated ? "" : title + ":"
            return head + String(repeating: " ", count: width + 2 - head.count) + text + "\n"
        }.joined()
    }
}
