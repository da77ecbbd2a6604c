extension RuleBase {
    /// The key that a finding names, each part read as its field holds it: numbers as numbers, `true` and `false` as
    /// truth values, all else as text.
    ///
    /// - Returns: `nil` when the template does not exist or has another number of key fields.
    package func key(of finding: FindingID) -> (template: Int, values: [FEELValue])? {
        guard let index = templateIndex(finding.template) else { return nil }
        let fields = templates[index].key
        guard fields.count == finding.key.count else { return nil }
        return (index, zip(fields, finding.key).map { $0.type.value(of: $1) })
    }
}

extension Template.FieldType {
    /// A text that does not fit the type stays text, which no fact of the template has.
    fileprivate func value(of text: String) -> FEELValue {
        switch self {
        case .number, .numbers: FEELNumber(text).map { .number($0) } ?? .string(text)
        case .boolean: text == "true" ? .boolean(true) : text == "false" ? .boolean(false) : .string(text)
        case .values(let values):
            values.first { $0.text == text } ?? FEELNumber(text).map { .number($0) }.flatMap { number in
                values.first { $0 == number }
            } ?? .string(text)
        case .code, .codes, .string: .string(text)
        }
    }
}
