import RuleEngine

extension CaseAnswers {
    /// The text of a file that `AnswerReader` reads back.
    package func text(of case: String, in casebook: String) -> String {
        func scalar(_ text: String) -> String { YAMLWriter.scalar(text, flow: true) }
        var lines = ["casebook: \(scalar(casebook))", "case: \(scalar(`case`))"]
        if attempts > 0 { lines.append("attempts: \(attempts)") }
        if !scores.isEmpty { lines.append("scores: [\(scores.map(String.init).joined(separator: ", "))]") }
        if !asked.isEmpty { lines.append("asked: [\(asked.map(scalar).joined(separator: ", "))]") }
        let read = hints.filter { $0.value > 0 }.sorted { $0.key < $1.key }
        if !read.isEmpty {
            lines.append("hints: { \(read.map { "\(scalar($0.key)): \($0.value)" }.joined(separator: ", ")) }")
        }
        if exercises.isEmpty {
            lines.append("answers: {}")
        } else {
            lines.append("answers:")
            for (name, answer) in exercises.sorted(by: { $0.key < $1.key }) {
                lines.append("  \(scalar(name)):")
                lines.append("    picks:\(answer.picks.isEmpty ? " []" : "")")
                lines += answer.picks.map { "      - \($0.line)" }
                if !answer.other.isEmpty { lines.append("    other: \(scalar(answer.other))") }
                if !answer.text.isEmpty { lines.append("    text: \(scalar(answer.text))") }
            }
        }
        if !decisions.isEmpty {
            lines.append("decisions:")
            lines += decisions.map { decision in
                let criterion = decision.criterion.map { ", criterion: \(scalar($0))" } ?? ""
                let reason = decision.reason.isEmpty ? "" : ", reason: \(scalar(decision.reason))"
                return
                    "  - { exercise: \(scalar(decision.exercise))\(criterion), points: \(decision.points.plain)\(reason) }"
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension Pick {
    fileprivate var line: String {
        func scalar(_ text: String) -> String { YAMLWriter.scalar(text, flow: true) }
        guard !reasons.isEmpty || sureness != nil || !note.isEmpty else { return YAMLWriter.scalar(code, flow: false) }
        var parts = ["line: \(scalar(code))"]
        if !reasons.isEmpty { parts.append("reasons: [\(reasons.map(scalar).joined(separator: ", "))]") }
        if let sureness { parts.append("sure: \(sureness)") }
        if !note.isEmpty { parts.append("note: \(scalar(note))") }
        return "{ \(parts.joined(separator: ", ")) }"
    }
}
