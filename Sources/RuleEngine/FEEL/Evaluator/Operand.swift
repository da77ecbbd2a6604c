/// What an operand is, a number without the wrapping of a set.
enum Operand {
    case number(FEELNumber)
    case other(UncertainValue)

    init(_ possible: UncertainValue) {
        if case .exactly(.number(let number)) = possible.set { self = .number(number) } else { self = .other(possible) }
    }

    var possible: UncertainValue {
        switch self {
        case .number(let number): UncertainValue(.number(number))
        case .other(let possible): possible
        }
    }
}
