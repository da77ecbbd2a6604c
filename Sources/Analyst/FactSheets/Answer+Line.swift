import RuleEngine

extension Answer {
    /// The answer on one line, as a sheet has it in its list: `{ question: leegstand, perspective: bewoners, value: true }`.
    package var line: String {
        func scalar(_ text: String) -> String { YAMLWriter.scalar(text, flow: true) }
        func value(_ value: Answer.Value) -> String {
            switch value {
            case .number(let number): number.sheetText
            case .between(let low, let high): "\(low.sheetText)..\(high.sheetText)"
            default: scalar(value.text)
            }
        }
        var parts = ["question: \(scalar(question))", "perspective: \(scalar(perspective))"]
        if case .counted(let yes, let no) = self.value {
            parts += ["yes: \(yes)", "no: \(no)"]
        } else {
            parts.append("value: \(value(self.value))")
        }
        if let date { parts.append("date: \(date)") }
        if let method { parts.append("method: \(scalar(method))") }
        if let people { parts.append("people: \(people)") }
        if let degree { parts.append("degree: \(degree.rawValue)") }
        if !places.isEmpty { parts.append("places: [\(places.map(scalar).joined(separator: ", "))]") }
        if let year { parts.append("year: \(year)") }
        if let source { parts.append("source: \(scalar(source))") }
        if let reason { parts.append("reason: \(scalar(reason))") }
        if let note { parts.append("note: \(scalar(note))") }
        return "{ \(parts.joined(separator: ", ")) }"
    }

    /// Answers that were kept as lines.
    ///
    /// - Throws: what is wrong with any of them; an answer with a fault would make a sheet that cannot be read.
    package static func read(lines: [String]) throws(BadInput) -> [Answer] {
        guard !lines.isEmpty else { return [] }
        let file = SourceFile(name: "answers", text: lines.map { "- \($0)\n" }.joined())
        let result = YAMLParser.parseSingle(file)
        var diagnostics = result.diagnostics
        let answers = (result.root?.sequence ?? []).compactMap {
            FactSheet.WrittenAnswer.read($0, into: &diagnostics)?.answer
        }
        guard !diagnostics.contains(where: { $0.severity == .error }), answers.count == lines.count else {
            throw BadInput(diagnostics, sources: [file])
        }
        return answers
    }
}
