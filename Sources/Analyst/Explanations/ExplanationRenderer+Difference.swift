package import RuleEngine

// What two sessions say differently: a what-if, two areas, two days.

extension ExplanationRenderer {
    /// What two sessions say differently, and why. Relations between findings, which are many, are counted only.
    ///
    /// - Parameter other: the second session of the difference; this renderer is of the first.
    package func lines(_ difference: SessionDifference, to other: Session) -> [String] {
        let after = ConditionRenderer(other, language, factLimit: depth.most)
        var lines: [String] = []
        if !difference.inputs.isEmpty {
            lines.append(word("Wat anders is in de gegevens:", "What is different in the data:"))
            lines += difference.inputs.map { "  - " + text(of: $0, to: other) }
        }
        guard !difference.changes.isEmpty else {
            return lines + [word("De conclusies zijn hetzelfde.", "The conclusions are the same.")]
        }
        for group in Group.allCases {
            let changes = difference.changes.filter { Group($0) == group }
            let single = changes.filter { $0.finding.key.count == 1 }
            guard !changes.isEmpty else { continue }
            lines.append("\(group.heading[language]) (\(single.count)):")
            for change in single { lines += self.lines(change, after) }
            lines += counts(changes.filter { $0.finding.key.count != 1 })
        }
        return lines
    }

    /// "en 15 × Werkt uiteindelijk door in, 1 × Doel"
    private func counts(_ changes: [SessionDifference.Change]) -> [String] {
        let counts = session.ruleBase.templates.compactMap { template -> String? in
            let count = changes.count { $0.finding.template == template.name }
            return count == 0 ? nil : "\(count) × ‘\(template.title[language])’"
        }
        return counts.isEmpty ? [] : ["  " + word("En ", "And ") + ValueText(language).list(counts)]
    }

    private func lines(_ change: SessionDifference.Change, _ after: ConditionRenderer) -> [String] {
        let kind = session.ruleBase.template(change.finding.template)?.title[language] ?? change.finding.template
        var lines = [
            "  - \(kind) ‘\(naming.title(of: change.finding, in: language))’ [\(change.finding)]"
                + (change.before == change.after ? "" : ": \(word("eerst", "before")) \(word(change.before))")
        ]
        for field in change.fields {
            let name = words.labels.name(of: field.name)?[language] ?? field.name
            let values = [field.before, field.after].map {
                words.labels.text(of: $0, attribute: field.name, in: language)
            }
            lines.append("      \(name): \(values[1]); \(word("eerst", "before")) \(values[0])")
        }
        // Causes of one rule that read the same are told once.
        var told: Set<String> = []
        let (causes, rest) = depth.split(
            change.causes.flatMap { self.lines($0, after) }.filter { told.insert($0).inserted })
        let more = rest > 0 ? [word("      en nog \(rest)", "      and \(rest) more")] : []
        return lines + causes + more
    }

    private func lines(_ cause: SessionDifference.Cause, _ after: ConditionRenderer) -> [String] {
        cause.conditions.map { condition in
            let sentence =
                condition.after.state == condition.before.state
                ? nil : after.sentence(condition.after)
            let findings = condition.findings.map { "‘\(naming.title(of: $0, in: language))’" }
            let what = sentence ?? findings.joined(separator: ", ")
            return "      \(word("door regel", "by rule")) ‘\(cause.rule.title[language])’: \(what)"
        }
    }

    /// - Parameter other: the session after the difference, for the years of its figures.
    package func text(of input: SessionDifference.InputDifference, to other: Session) -> String {
        switch input {
        case .value(let slot, let old, let new):
            var way: String?
            if let past = old.exactValue, let present = new.exactValue {
                way = words.distance(from: past, to: present, slot)
            }
            let (from, to) = years(slot, other)
            let (now, then) = (words.text(of: new, slot) + to, words.text(of: old, slot) + from)
            return "\(words.title(of: slot)): \(now); \(word("eerst", "before")) \(then)"
                + (way.map { " (\($0))" } ?? "")
        case .fact(let finding, let old, let new):
            let title = naming.title(of: .fact(finding), in: language)
            return "\(title): \(present(new)); \(word("eerst", "before")) \(present(old))"
        }
    }

    /// The years behind both values, where two sheets have the figure of different years: ` (2016)`.
    private func years(_ slot: RecordSchema.Slot, _ other: Session) -> (before: String, after: String) {
        guard let from = session.inputs.origins[slot] as? SheetOrigin,
            let to = other.inputs.origins[slot] as? SheetOrigin, from.year != to.year
        else { return ("", "") }
        func text(_ year: Int?) -> String { year.map { " (\($0))" } ?? "" }
        return (text(from.year), text(to.year))
    }

    private func present(_ state: FindingState) -> String {
        switch state {
        case .found: word("wel", "yes")
        case .refuted: word("niet", "no")
        case .open: word("niet bekend", "not known")
        }
    }
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

    var heading: LocalizedText {
        switch self {
        case .come: LocalizedText(nl: "Nu gevonden", en: "Found now")
        case .gone: LocalizedText(nl: "Niet meer aan de orde", en: "No longer at issue")
        case .opened: LocalizedText(nl: "Nu open", en: "Open now")
        case .otherwise: LocalizedText(nl: "Anders dan eerst", en: "Different than before")
        }
    }
}
