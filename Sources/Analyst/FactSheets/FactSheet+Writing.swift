import RuleEngine

extension FactSheet {
    /// The text of the sheet with its answers replaced by `answers`; all else stays byte for byte.
    func text(withAnswers answers: [Answer]) -> String {
        let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var kept: [String] = []
        var inside = false
        for line in lines {
            if line.hasPrefix("answers:") {
                inside = true
                continue
            }
            if inside, let first = line.first, first != " ", first != "-", first != "#" { inside = false }
            if inside { continue }
            kept.append(line)
        }
        while kept.last?.isEmpty == true { kept.removeLast() }
        guard !answers.isEmpty else { return (kept + ["answers: []", ""]).joined(separator: "\n") }
        return (kept + ["answers:"] + answers.map { "  - \(Self.line($0))" } + [""]).joined(separator: "\n")
    }

    private static func line(_ answer: Answer) -> String {
        func scalar(_ text: String) -> String { YAMLWriter.scalar(text, flow: true) }
        var parts = [
            "question: \(scalar(answer.question))", "perspective: \(scalar(answer.perspective))",
            "value: \(scalar(answer.value.text))",
        ]
        if let date = answer.date { parts.append("date: \(date)") }
        if let method = answer.method { parts.append("method: \(scalar(method))") }
        if let people = answer.people { parts.append("people: \(people)") }
        if let note = answer.note { parts.append("note: \(scalar(note))") }
        return "{ \(parts.joined(separator: ", ")) }"
    }
}
