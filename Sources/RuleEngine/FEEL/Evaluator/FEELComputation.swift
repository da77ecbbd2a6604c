/// What an operator or a builtin makes of plain values: a value, or null with the reason why.
package enum FEELComputation: Sendable {
    case value(FEELValue)
    case fault(FEELNote.Kind, LocalizedText)

    /// The value; a fault is null.
    var value: FEELValue {
        switch self {
        case .value(let value): value
        case .fault: .null
        }
    }
}
