import RuleEngine

extension FactSheet {
    /// The text of the sheet with its answers replaced by `answers`; all else stays byte for byte.
    ///
    /// Answers at the start that are already in the file keep their text, comments included; so does the whole file when
    /// nothing changes. New answers follow with the line breaks of the file.
    package func text(withAnswers answers: [Answer]) -> String {
        guard let root = YAMLParser.parseSingle(file).root, let entries = root.mapping else { return file.text }
        let writer = SheetListWriter(key: "answers", bytes: SheetBytes(file), isFlow: root.isFlow)
        let edit: SheetBytes.Edit
        if let entry = entries.first(where: { $0.name.value == "answers" }) {
            let written = writtenAnswers.map(\.answer)
            if written == answers { return file.text }
            // What an alias stands for is written elsewhere.
            let kept = writer.bytes.isAlias(entry.value) ? 0 : zip(written, answers).prefix { $0 == $1 }.count
            edit =
                kept > 0
                ? writer.change(entry.value, keeping: kept, adding: answers[kept...].map(\.line))
                : writer.replacement(of: entry, by: answers.map(\.line))
        } else if answers.isEmpty {
            return file.text
        } else {
            edit = writer.addition(of: answers.map(\.line), to: root, after: entries.last)
        }
        return writer.bytes.applying([edit])
    }
}
