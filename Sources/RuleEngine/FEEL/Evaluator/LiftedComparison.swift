/// Comparisons of sets that cannot be enumerated.
enum LiftedComparison {
    /// The possible results of `=`.
    static func equal(_ left: ValueSet, _ right: ValueSet) -> Ternary {
        if let values = right.finiteValues, left.finiteValues == nil {
            return values.reduce(into: []) { $0.formUnion(equal(left, toValue: $1)) }
        }
        if let values = left.finiteValues, right.finiteValues == nil {
            return values.reduce(into: []) { $0.formUnion(equal(right, toValue: $1)) }
        }
        guard let one = NumericView(pure: left), let two = NumericView(pure: right) else {
            return left.isProvablyDifferent(from: right) ? [.false, .null] : .unknown
        }
        var result: Ternary = []
        if one.maybeNull && two.maybeNull { result.insert(.true) }
        if one.maybeNull && two.interval != nil { result.insert(.false) }
        if two.maybeNull && one.interval != nil { result.insert(.false) }
        if let first = one.interval, let second = two.interval {
            result.formUnion(equal(first, second))
        }
        return result
    }

    private static func equal(_ set: ValueSet, toValue value: FEELValue) -> Ternary {
        if let values = set.finiteValues {
            return values.reduce(into: []) { $0.insert(Ternary($1.isEqual(value))) }
        }
        switch set {
        case .exactly, .oneOf: return .unknown
        case .numbers(let interval, let orNull):
            var result: Ternary = []
            if orNull { result.insert(value.isNull ? .true : .false) }
            switch value {
            case .null: result.insert(.false)
            case .number(let number): result.formUnion(equal(interval, NumberInterval(number)))
            default: result.insert(.null)
            }
            return result
        case .list, .context:
            if value.isNull { return .false }
            let sameKind = if case .list = set { value.kind == .list } else { value.kind == .context }
            guard sameKind else { return .null }
            return set.isProvablyDifferent(from: .exactly(value)) ? [.false, .null] : .unknown
        case .anything:
            return value.isNull ? .either : .unknown
        }
    }

    private static func equal(_ left: NumberInterval, _ right: NumberInterval) -> Ternary {
        guard left.intersection(right) != nil else { return .false }
        return left.point != nil && right.point != nil ? .true : .either
    }

    /// The possible results of `<`.
    static func less(_ left: ValueSet, _ right: ValueSet) -> Ternary {
        compare(left, right) { one, two in
            var result: Ternary = []
            if one.possiblyLess(than: two) { result.insert(.true) }
            if two.possiblyAtMost(one) { result.insert(.false) }
            return result
        }
    }

    /// The possible results of `<=`.
    static func atMost(_ left: ValueSet, _ right: ValueSet) -> Ternary {
        compare(left, right) { one, two in
            var result: Ternary = []
            if one.possiblyAtMost(two) { result.insert(.true) }
            if two.possiblyLess(than: one) { result.insert(.false) }
            return result
        }
    }

    private static func compare(
        _ left: ValueSet, _ right: ValueSet, _ intervals: (NumberInterval, NumberInterval) -> Ternary
    ) -> Ternary {
        let one = NumericView(left)
        let two = NumericView(right)
        if one.maybeOtherKind && two.maybeOtherKind { return .unknown }
        var result: Ternary = one.maybeNoNumber || two.maybeNoNumber ? .null : []
        if let first = one.interval, let second = two.interval {
            result.formUnion(intervals(first, second))
        }
        return result
    }
}
