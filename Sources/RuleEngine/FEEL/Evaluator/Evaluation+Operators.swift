extension Evaluation {
    mutating func negation(_ operand: Int32, at node: Int32) -> UncertainValue {
        let value: UncertainValue
        switch self.operand(operand) {
        case .number(let number): return UncertainValue(.number(-number))
        case .other(let other): value = other
        }
        return ledger.lift([value], at: range(node)) { values in
            FEELOperators.negate(values[0])
        } widened: {
            LiftedArithmetic.negate(value.set)
        }
    }

    mutating func arithmetic(
        _ operation: FEELExpression.BinaryOperator, _ left: Int32, _ right: Int32, at node: Int32
    ) -> Operand {
        let one = operand(left)
        let two = operand(right)
        if case .number(let first) = one, case .number(let second) = two {
            let result: FEELNumber? =
                switch operation {
                case .add: first.adding(second)
                case .subtract: first.subtracting(second)
                case .multiply: first.multiplied(by: second)
                case .divide: first.divided(by: second)
                default: nil
                }
            if let result { return .number(result) }
        }
        return Operand(ledger.apply(operation, one.possible, two.possible, at: range(node)))
    }

    /// A comparison or a connective.
    mutating func conditionResult(
        _ operation: FEELExpression.BinaryOperator, _ left: Int32, _ right: Int32, at node: Int32
    ) -> ConditionResult {
        switch operation {
        case .and: return connective(left, right, dominatedBy: .false) { $0.and($1) }
        case .or: return connective(left, right, dominatedBy: .true) { $0.or($1) }
        default:
            let one = operand(left)
            let two = operand(right)
            return compare(operation, one, two, at: range(node))
        }
    }

    @inline(__always)
    mutating func compare(
        _ operation: FEELExpression.BinaryOperator, _ one: Operand, _ two: Operand, at range: Range<Int>
    ) -> ConditionResult {
        if case .number(let first) = one, case .number(let second) = two {
            switch operation {
            case .equal: return ConditionResult(first == second)
            case .notEqual: return ConditionResult(first != second)
            case .less: return ConditionResult(first < second)
            case .lessOrEqual: return ConditionResult(first <= second)
            case .greater: return ConditionResult(first > second)
            case .greaterOrEqual: return ConditionResult(first >= second)
            default: break
            }
        }
        return compareOthers(operation, one.possible, two.possible, at: range)
    }

    private mutating func compareOthers(
        _ operation: FEELExpression.BinaryOperator, _ one: UncertainValue, _ two: UncertainValue, at range: Range<Int>
    ) -> ConditionResult {
        read(ledger.apply(operation, one, two, at: range))
    }

    /// `and` and `or`: the second operand is left alone when the first one settles the result.
    @inline(__always)
    private mutating func connective(
        _ left: Int32, _ right: Int32, dominatedBy dominant: Ternary, _ join: (Ternary, Ternary) -> Ternary
    ) -> ConditionResult {
        let one = conditionResult(left)
        if one.truth == dominant { return ConditionResult(dominant) }
        guard one.isExact else {
            let two = withoutNotes { $0.conditionResult(right) }
            return ConditionResult(join(one.truth, two.truth))
        }
        return ConditionResult(join(one.truth, conditionResult(right).truth))
    }

    /// `x between a and b` is `x >= a and x <= b`.
    mutating func between(_ value: Int32, _ low: Int32, _ high: Int32, at node: Int32) -> ConditionResult {
        let value = awaited(value)
        let low = awaited(low)
        let high = awaited(high)
        let above = compare(.greaterOrEqual, value, low, at: range(node))
        let below = compare(.lessOrEqual, value, high, at: range(node))
        return ConditionResult(above.truth.and(below.truth))
    }

    /// Only true takes the first branch, false and null take the second, anything else gives null; an unknown
    /// condition takes all of these that it may.
    mutating func conditional(_ condition: Int32, _ then: Int32, _ otherwise: Int32) -> UncertainValue {
        let mark = pending.count
        if case .binary(let operation, _, _) = code.nodes[Int(condition)], !operation.isArithmetic {
            let test = conditionResult(condition)
            if test.truth == .true { return evaluate(then) }
            if test.isExact || !test.truth.contains(.true) {
                takeBack(to: mark)
                return evaluate(otherwise)
            }
            return either(possible(test.truth, since: mark), [then, otherwise])
        }
        let test = evaluate(condition)
        if case .exactly(let value) = test.set, value.kind != .boolean, value.kind != .null {
            return ledger.fault(.wrongType, .conditionIsNoBoolean(value), at: range(condition))
        }
        var branches: [Int32] = []
        if test.truth.contains(.true) { branches.append(then) }
        if test.truth.contains(.false) || test.set.maybe(.null) { branches.append(otherwise) }
        if let only = branches.first, branches.count == 1, !test.set.maybeOtherThanBoolean { return evaluate(only) }
        return either(test, branches)
    }

    private mutating func either(_ test: UncertainValue, _ branches: [Int32]) -> UncertainValue {
        var results = withoutNotes { evaluation in branches.map { evaluation.evaluate($0) } }
        if test.set.maybeOtherThanBoolean { results.append(UncertainValue(.null)) }
        return UncertainValue(.union(results.map(\.set)), from: [test] + results)
    }

    private mutating func takeBack(to mark: Int) {
        if pending.count > mark { pending.removeSubrange(mark...) }
    }

    mutating func instanceOf(_ value: Int32, _ type: Int32) -> UncertainValue {
        let value = evaluate(value)
        return UncertainValue(FEELTypeCheck.conforms(value.set, to: code.types[Int(type)]).set, from: [value])
    }
}

extension LocalizedText {
    fileprivate static func conditionIsNoBoolean(_ value: FEELValue) -> LocalizedText {
        LocalizedText(
            nl: "De voorwaarde van `if` is geen waar of onwaar maar \(value.kind.typeName).",
            en: "The condition of `if` is not true or false but \(value.kind.typeName).")
    }
}
