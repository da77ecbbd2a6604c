/// The numbers of the inputs that a session may have to wait for, as far as the rules fix them.
///
/// Values of the record come first, so that the number of a value is that of its slot; then input facts with a fixed row;
/// then, for each input template, what stands for other facts; then parameters, which have no value on days before their
/// first. Facts that come later get numbers behind these.
struct InputLayout: Sendable {
    let references: [InputReference]
    /// The input of each fixed row; `nil` for rows of templates that rules conclude.
    let ofRow: [InputID?]
    /// What stands for other facts of each template; `nil` where facts do not come from outside.
    let others: [InputID?]
    let parameters: [InputID]

    init(_ ruleBase: RuleBase, _ rows: RowLayout) {
        var references = ruleBase.record.slots.map { InputReference.slot($0) }
        ofRow = rows.keys.map { template, key in
            guard ruleBase.templates[template].isInput else { return nil }
            let name = ruleBase.templates[template].name
            references.append(.fact(FindingID(template: name, key: key.map { $0.exactValue?.text ?? "*" })))
            return InputID(Int32(references.count - 1))
        }
        others = ruleBase.templates.map { template in
            guard template.isInput else { return nil }
            references.append(.others(template: template.name))
            return InputID(Int32(references.count - 1))
        }
        parameters = ruleBase.parameters.map { parameter in
            references.append(.parameter(parameter.name))
            return InputID(Int32(references.count - 1))
        }
        self.references = references
    }
}

extension UncertainValue {
    /// What is given of a value of the record, which is an unknown input itself while it is not exact.
    init(_ set: ValueSet, ofSlot slot: Int) {
        self.init(set, origins: set.isExact ? [] : [InputID(Int32(slot))])
    }
}
