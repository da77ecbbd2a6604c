package import RuleEngine

/// Which findings of a run are told.
package enum RunBounds: String, CaseIterable, Sendable {
    /// Those that hold whatever the unknown inputs turn out to be.
    case certain
    /// Those that wait for inputs.
    case possible
    case both

    package func contains(_ finding: DomainRun.Finding) -> Bool {
        switch self {
        case .certain: finding.isCertain
        case .possible: !finding.isCertain
        case .both: true
        }
    }
}

extension DomainRun {
    /// The facts that rules conclude, one on a line: found or open, of which subject, which fact, with its fields.
    package func text(_ bounds: RunBounds, in language: Language) -> String {
        let (found, open) = (
            StateWords.text(FindingState.found)[language], StateWords.text(FindingState.open)[language]
        )
        let width = max(found.count, open.count)
        let values = ValueText(language)
        return findings.filter(bounds.contains).reduce(into: "") { text, finding in
            let state = finding.isCertain ? found : open
            text += state + String(repeating: " ", count: width - state.count + 1)
            text += name(of: finding.record) + finding.id.description
            let fields = finding.fields.filter { $0.value.exactValue != .null }
            if !fields.isEmpty {
                text += " (" + fields.map { "\($0.name): \(values.text(of: $0.value))" }.joined(separator: ", ") + ")"
            }
            text += "\n"
        }
    }

    /// The same as one JSON object. A field that is not known exactly is an object with the words for what it can be.
    package func json(_ bounds: RunBounds, in language: Language, trace isTracing: Bool = false) -> String {
        var members: [(name: String, value: JSONText)] = [
            ("facts", .array(findings.filter(bounds.contains).map { json($0, language) }))
        ]
        if isTracing { members.append(("trace", .array(trace.map(json)))) }
        return JSONText.object(members).text + "\n"
    }

    /// The answer for a record of a stream: its name, where it has one, and its facts.
    func answer(_ bounds: RunBounds, in language: Language) -> JSONText {
        let facts = findings.filter(bounds.contains).map { finding in
            var members = members(finding, language)
            members.removeAll { $0.name == "record" }
            return JSONText.object(members)
        }
        let ids = inputs.records?.ids.filter { $0 != rules.ruleBase.record.name } ?? []
        return .object(ids.map { ("record", .string($0)) } + [("facts", .array(facts))])
    }

    /// The firings, one on a line: the rule, of which subject, what it concludes, and on which facts.
    package func traceText(in language: Language) -> String {
        let rules = rules.ruleBase.rules
        return trace.reduce(into: "") { text, firing in
            let state = StateWords.text(firing.isCertain ? .found : .open)[language]
            text += "\(rules[firing.rule].name): \(name(of: firing.record))\(firing.finding) [\(state)]"
            if !firing.facts.isEmpty { text += " ← " + firing.facts.map(\.description).joined(separator: ", ") }
            text += "\n"
        }
    }

    /// The subject in front of a fact, where there are several.
    private func name(of record: Int) -> String { inputs.records.map { $0.ids[record] + " " } ?? "" }

    private func json(_ finding: Finding, _ language: Language) -> JSONText { .object(members(finding, language)) }

    private func members(_ finding: Finding, _ language: Language) -> [(name: String, value: JSONText)] {
        var members = subject(finding.record)
        members.append(("fact", .string(finding.id.description)))
        members.append(("state", .string((finding.isCertain ? FindingState.found : .open).rawValue)))
        if !finding.fields.isEmpty {
            let values = ValueText(language)
            let fields = finding.fields.map { field -> (name: String, value: JSONText) in
                let open = JSONText.object([("open", .string(values.text(of: field.value)))])
                return (field.name, field.value.exactValue.map { JSONText($0) } ?? open)
            }
            members.append(("fields", .object(fields)))
        }
        return members
    }

    private func json(_ firing: Firing) -> JSONText {
        .object(
            [("rule", .string(rules.ruleBase.rules[firing.rule].name))] + subject(firing.record) + [
                ("fact", .string(firing.finding.description)),
                ("state", .string((firing.isCertain ? FindingState.found : .open).rawValue)),
                ("on", .array(firing.facts.map { .string($0.description) })),
            ])
    }

    private func subject(_ record: Int) -> [(name: String, value: JSONText)] {
        inputs.records.map { [("record", .string($0.ids[record]))] } ?? []
    }
}

extension JSONText {
    /// A value of FEEL: numbers, texts, truth values, lists and contexts as JSON has them, any other as FEEL writes it.
    package init(_ value: FEELValue) {
        switch value {
        case .null: self = .null
        case .boolean(let value): self = .bool(value)
        case .number(let number): self = .number(number.normalizedDescription)
        case .list(let members): self = .array(members.map { JSONText($0) })
        case .context(let context): self = .object(context.entries.map { ($0.key, JSONText($0.value)) })
        default: self = .string(value.text)
        }
    }
}
