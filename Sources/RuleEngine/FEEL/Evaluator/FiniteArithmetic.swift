/// Arithmetic on numbers of which each is one of few: by going through all pairs, without lists of them.
enum FiniteArithmetic {
    /// - Returns: what the result can be, and the number of pairs; `nil` for another operation, where an operand can be
    ///   something else than one of few numbers, and where some pair has no result.
    static func apply(
        _ operation: FEELExpression.BinaryOperator, _ left: ValueSet, _ right: ValueSet
    ) -> (set: ValueSet, rows: Int)? {
        let computed: (FEELNumber, FEELNumber) -> FEELNumber?
        switch operation {
        case .add: computed = { $0.adding($1) }
        case .subtract: computed = { $0.subtracting($1) }
        case .multiply: computed = { $0.multiplied(by: $1) }
        case .divide: computed = { $0.divided(by: $1) }
        default: return nil
        }
        guard let ones = left.finiteNumbers, let others = right.finiteNumbers,
            ones.count * others.count <= FEELLimits.enumeration
        else { return nil }
        var results: [FEELValue] = []
        results.reserveCapacity(ones.count * others.count)
        for one in ones {
            for other in others {
                guard let result = computed(one, other) else { return nil }
                results.append(.number(result))
            }
        }
        return (ValueSet(oneOf: results), results.count)
    }
}

extension ValueSet {
    /// The values of a set that lists numbers alone.
    fileprivate var finiteNumbers: [FEELNumber]? {
        switch self {
        case .exactly(.number(let number)): return [number]
        case .oneOf(let values):
            var numbers: [FEELNumber] = []
            numbers.reserveCapacity(values.count)
            for value in values {
                guard case .number(let number) = value else { return nil }
                numbers.append(number)
            }
            return numbers
        case .exactly, .numbers, .list, .context, .anything: return nil
        }
    }
}
