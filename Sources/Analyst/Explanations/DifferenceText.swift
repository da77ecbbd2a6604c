package import RuleEngine

/// What two analyses say differently, and why, in words. Relations between findings, which are many, are counted only.
package struct DifferenceText {
    private let before: ChangeWords
    private let session: Session
    private let after: ConditionRenderer
    private var naming: Naming { Naming(session.ruleBase) }
    private var language: Language { before.language }

    package init(_ session: Session, _ other: Session, _ language: Language) {
        self.session = session
        after = ConditionRenderer(other, language)
        before = ChangeWords(session: session, language: language)
    }

    package func lines(_ difference: SessionDifference) -> [String] {
        var lines: [String] = []
        if !difference.inputs.isEmpty {
            lines.append(word("Wat anders is in de gegevens:", "What is different in the data:"))
            lines += difference.inputs.map { "  - " + text(of: $0) }
        }
        guard !difference.changes.isEmpty else {
            return lines + [word("De conclusies zijn hetzelfde.", "The conclusions are the same.")]
        }
        for group in Group.allCases {
            let changes = difference.changes.filter { Group($0) == group }
            let single = changes.filter { $0.finding.key.count == 1 }
            guard !changes.isEmpty else { continue }
            lines.append("\(heading(group)) (\(single.count)):")
            for change in single { lines += self.lines(change) }
            lines += counts(changes.filter { $0.finding.key.count != 1 })
        }
        return lines
    }

    /// Kinds of change, in the order in which they are told.
    private enum Group: CaseIterable {
        case come, gone, opened, otherwise

        init(_ change: SessionDifference.Change) {
            self =
                switch (change.before, change.after) {
                case (.found, .found), (.open, .open), (.refuted, .refuted): .otherwise
                case (_, .found): .come
                case (_, .refuted): .gone
                case (_, .open): .opened
                }
        }
    }

    private func heading(_ group: Group) -> String {
        switch group {
        case .come: word("Nu gevonden", "Found now")
        case .gone: word("Niet meer aan de orde", "No longer at issue")
        case .opened: word("Nu open", "Open now")
        case .otherwise: word("Anders dan eerst", "Different than before")
        }
    }

    /// "en 15 × Werkt uiteindelijk door in, 1 × Doel"
    private func counts(_ changes: [SessionDifference.Change]) -> [String] {
        let counts = session.ruleBase.templates.compactMap { template -> String? in
            let count = changes.count { $0.finding.template == template.name }
            return count == 0 ? nil : "\(count) × ‘\(template.title[language])’"
        }
        return counts.isEmpty ? [] : ["  " + word("En ", "And ") + ValueText(language).list(counts)]
    }

    private func lines(_ change: SessionDifference.Change) -> [String] {
        let kind = session.ruleBase.template(change.finding.template)?.title[language] ?? change.finding.template
        var lines = [
            "  - \(kind) ‘\(naming.title(of: change.finding, in: language))’ [\(change.finding)]"
                + (change.before == change.after ? "" : ": \(word("eerst", "before")) \(before.word(change.before))")
        ]
        for field in change.fields {
            let name = before.labels.name(of: field.name)?[language] ?? field.name
            let values = [field.before, field.after].map {
                before.labels.text(of: $0, attribute: field.name, in: language)
            }
            lines.append("      \(name): \(values[1]); \(word("eerst", "before")) \(values[0])")
        }
        // Causes of one rule that read the same are told once.
        var told: Set<String> = []
        for cause in change.causes {
            for line in self.lines(cause) where told.insert(line).inserted { lines.append(line) }
        }
        return lines
    }

    private func lines(_ cause: SessionDifference.Cause) -> [String] {
        cause.conditions.map { condition in
            let sentence =
                condition.after.state == condition.before.state
                ? nil : after.sentence(condition.after)
            let findings = condition.findings.map { "‘\(naming.title(of: $0, in: language))’" }
            let what = sentence ?? findings.joined(separator: ", ")
            return "      \(word("door regel", "by rule")) ‘\(cause.rule.title[language])’: \(what)"
        }
    }

    package func text(of input: SessionDifference.InputDifference) -> String {
        switch input {
        case .value(let slot, let old, let new):
            var way: String?
            if let from = old.exactValue, let to = new.exactValue { way = before.distance(from: from, to: to, slot) }
            let (now, then) = (before.text(of: new, slot), before.text(of: old, slot))
            return "\(before.title(of: slot)): \(now); \(word("eerst", "before")) \(then)"
                + (way.map { " (\($0))" } ?? "")
        case .fact(let finding, let old, let new):
            let title = naming.title(of: .fact(finding), in: language)
            return "\(title): \(present(new)); \(word("eerst", "before")) \(present(old))"
        }
    }

    private func present(_ state: FindingState) -> String {
        switch state {
        case .found: word("wel", "yes")
        case .refuted: word("niet", "no")
        case .open: word("niet bekend", "not known")
        }
    }

    private func word(_ nl: String, _ en: String) -> String { before.word(nl, en) }
}
