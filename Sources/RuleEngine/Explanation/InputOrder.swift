/// The order in which inputs stand wherever several are named: named values in the order of the record, then facts by
/// template and key, then parameters.
struct InputOrder {
    private let ruleBase: RuleBase

    init(_ session: Session) { ruleBase = session.ruleBase }

    func precedes(_ left: InputReference, _ right: InputReference) -> Bool {
        switch (left, right) {
        case (.slot(let one), .slot(let two)):
            (ruleBase.record.index(of: one) ?? .max) < (ruleBase.record.index(of: two) ?? .max)
        case (.slot, _): true
        case (_, .slot): false
        case (.fact(let one), .fact(let two)): precedes(one, two)
        case (.fact, .others): true
        case (.others, .fact): false
        case (.others(let one), .others(let two)): rank(one) < rank(two)
        case (.fact, .parameter), (.others, .parameter): true
        case (.parameter, .fact), (.parameter, .others): false
        case (.parameter(let one), .parameter(let two)):
            (ruleBase.parameterIndex(one) ?? .max) < (ruleBase.parameterIndex(two) ?? .max)
        }
    }

    /// Facts by template, then key by key in the order of the vocabulary, texts by themselves.
    func precedes(_ left: FindingID, _ right: FindingID) -> Bool {
        guard left.template == right.template else { return rank(left.template) < rank(right.template) }
        let fields = ruleBase.template(left.template)?.key ?? []
        for (field, (one, two)) in zip(fields, zip(left.key, right.key)) where one != two {
            guard case .code(let name) = field.type, let vocabulary = ruleBase.vocabulary(name),
                let first = vocabulary.position(of: one), let second = vocabulary.position(of: two)
            else { return one < two }
            return first < second
        }
        return false
    }

    private func rank(_ template: String) -> Int { ruleBase.templateIndex(template) ?? .max }
}
