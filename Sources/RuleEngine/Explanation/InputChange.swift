/// One input of a session that becomes another than it is: a what-if in its smallest form.
package enum InputChange: Hashable, Sendable {
    /// A named value becomes known as this one.
    case value(RecordSchema.Slot, FEELValue)
    /// A named value is no longer known.
    case unknown(RecordSchema.Slot)
    /// A fact surely is there; fields that the inputs do not give stay unknown.
    case present(FindingID)
    /// A fact surely is not there.
    case absent(FindingID)
    /// A field of a fact becomes known as this value; the fact surely is there.
    case field(FindingID, name: String, FEELValue)

    /// Which input it is that changes: two changes of one input exclude each other.
    package var input: InputReference {
        switch self {
        case .value(let slot, _), .unknown(let slot): .slot(slot)
        case .present(let finding), .absent(let finding), .field(let finding, _, _): .fact(finding)
        }
    }
}

extension SessionInputs {
    /// The inputs with changes, made in their order. A change of a fact that the rules do not know changes nothing.
    ///
    /// A fact of a template with a key of one code can be made absent by itself. Of other templates a listed fact is
    /// taken away, and whether there are others stays as it was.
    package func changed(by changes: some Sequence<InputChange>, in ruleBase: RuleBase) -> SessionInputs {
        var inputs = self
        for change in changes { inputs.make(change, ruleBase) }
        return inputs
    }

    private mutating func make(_ change: InputChange, _ ruleBase: RuleBase) {
        switch change {
        case .value(let slot, let value): set(slot, to: .exactly(value))
        case .unknown(let slot): set(slot, to: nil)
        case .present(let finding): replace(finding, ruleBase) { $0 }
        case .field(let finding, let name, let value):
            replace(finding, ruleBase) { fields in fields.merging([name: .exactly(value)]) { $1 } }
        case .absent(let finding):
            guard let (_, key) = ruleBase.key(of: finding), let first = key.first else { return }
            facts.removeAll { $0.template == finding.template && $0.key == key }
            switch completeness[finding.template] {
            case .complete: break
            case .asked(let asked):
                if !asked.contains(first) { completeness[finding.template] = .asked(asked + [first]) }
            case nil: completeness[finding.template] = .asked([first])
            }
        }
    }

    private mutating func replace(
        _ finding: FindingID, _ ruleBase: RuleBase, fields: ([String: ValueSet]) -> [String: ValueSet]
    ) {
        guard let (template, key) = ruleBase.key(of: finding), ruleBase.templates[template].isInput else { return }
        let index = facts.firstIndex { $0.template == finding.template && $0.key == key }
        let old = index.map { facts[$0].fields } ?? [:]
        let fact = InputFact(template: finding.template, key: key, fields: fields(old))
        if let index { facts[index] = fact } else { facts.append(fact) }
    }
}
