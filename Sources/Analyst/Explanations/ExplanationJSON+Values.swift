package import RuleEngine

// Changes, differences and values that the kinds of answer share.

extension ExplanationJSON {
    /// A change of an input. `to` is null where the input is no longer known.
    package func value(_ change: InputChange) -> JSONText {
        let words = ChangeWords(area, language)
        let (input, to): (String, JSONText) =
            switch change {
            case .value(let slot, let value): (slot.path, self.value(.exactly(value)))
            case .unknown(let slot): (slot.path, .null)
            case .present(let finding): (finding.description, .bool(true))
            case .absent(let finding): (finding.description, .bool(false))
            case .field(let finding, let name, let value): ("\(finding).\(name)", self.value(.exactly(value)))
            }
        return .object([("input", .string(input)), ("to", to), ("text", .string(words.text(of: change)))])
    }

    /// - Parameter after: the second session.
    func value(_ difference: SessionDifference, _ after: Session) -> JSONText {
        .object([
            ("inputs", .array(difference.inputs.map(value))),
            ("changes", .array(difference.changes.map { value($0, after) })),
        ])
    }

    private func value(_ input: SessionDifference.InputDifference) -> JSONText {
        let (name, before, after): (String, JSONText, JSONText) =
            switch input {
            case .value(let slot, let before, let after): (slot.path, value(before), value(after))
            case .fact(let finding, let before, let after):
                (finding.description, .string(before.rawValue), .string(after.rawValue))
            }
        return .object([("input", .string(name)), ("before", before), ("after", after)])
    }

    private func value(_ change: SessionDifference.Change, _ after: Session) -> JSONText {
        let fields = change.fields.map { field in
            JSONText.object([
                ("name", .string(field.name)), ("before", value(field.before)), ("after", value(field.after)),
            ])
        }
        return .object([
            ("id", .string(change.finding.description)),
            ("title", .string(naming.title(of: change.finding, in: language))),
            ("before", .string(change.before.rawValue)), ("after", .string(change.after.rawValue)),
            ("fields", .array(fields)), ("causes", .array(change.causes.map { value($0, after) })),
        ])
    }

    private func value(_ cause: SessionDifference.Cause, _ after: Session) -> JSONText {
        let conditions = cause.conditions.map { condition in
            JSONText.object([
                ("before", side(condition.before, session)), ("after", side(condition.after, after)),
                ("inputs", .array(condition.inputs.map(value))), ("findings", findings(condition.findings)),
            ])
        }
        return .object([
            ("rule", .string(cause.rule.qualifiedName)), ("title", string(cause.rule.title)),
            ("before", .string(cause.before.rawValue)), ("after", .string(cause.after.rawValue)),
            ("conditions", .array(conditions)),
        ])
    }

    private func side(_ condition: Explanation.Condition, _ session: Session) -> JSONText {
        .object([
            ("verdict", .string(condition.state.rawValue)),
            ("sentence", .string(sentences(session).sentence(condition))),
        ])
    }

    /// An exact value as JSON has it; what is not known exactly as null.
    package func value(_ set: ValueSet) -> JSONText {
        switch set {
        case .exactly(.number(let number)): self.number(number)
        case .exactly(.boolean(let truth)): .bool(truth)
        case .exactly(.list(let values)): .array(values.map { value(.exactly($0)) })
        case .exactly(.null): .string("not-applicable")
        case .exactly(let value): .string(value.text)
        case .oneOf, .numbers, .list, .context, .anything: .null
        }
    }

    package func number(_ number: FEELNumber) -> JSONText { .number(number.normalizedDescription) }
    package func string(_ text: LocalizedText) -> JSONText { .string(text[language]) }
    package func findings(_ list: [FindingID]) -> JSONText { .array(list.map { .string($0.description) }) }
}
