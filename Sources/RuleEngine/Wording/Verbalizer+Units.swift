/// The unit in which an expression counts, so that a bare number beside it can be said in the same unit.
extension Verbalizer {
    /// `nil` where there is none, or where it cannot be told.
    func unit(_ expression: FEELExpression) -> String? {
        switch expression.kind {
        case .name(let name): return bound[name] == nil ? names.unit(of: name, member: nil) : nil
        case .path(let base, let member):
            guard case .name(let group) = base.kind, bound[group] == nil else { return nil }
            return names.unit(of: group, member: member)
        case .negation(let operand): return unit(operand)
        case .binary(.add, let left, let right), .binary(.subtract, let left, let right):
            let (first, second) = (unit(left), unit(right))
            if first == nil, left.isNumber { return second }
            return first == second || (second == nil && right.isNumber) ? first : nil
        case .binary(.multiply, let left, let right):
            let units = [unit(left), unit(right)].compactMap(\.self)
            return units.count == 1 ? units[0] : nil
        case .binary(.divide, let left, let right): return unit(right) == nil ? unit(left) : nil
        default: return nil
        }
    }
}

extension FEELExpression {
    fileprivate var isNumber: Bool { if case .number = kind { true } else { false } }
}
