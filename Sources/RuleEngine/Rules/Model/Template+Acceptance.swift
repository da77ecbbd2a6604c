extension Template.FieldType {
    /// Whether the field can hold a value; null, for not applicable, always fits. Whether a code is one of the vocabulary is
    /// checked where rules are read.
    func accepts(_ value: FEELValue) -> Bool {
        switch (self, value) {
        case (_, .null): true
        case (.code, .string), (.string, .string), (.number, .number), (.boolean, .boolean): true
        case (.codes, .list(let members)): members.allSatisfy { $0.kind == .string }
        case (.values(let allowed), _): allowed.contains(value)
        case (.numbers(let interval), .number(let number)): interval.contains(number)
        default: false
        }
    }
}
