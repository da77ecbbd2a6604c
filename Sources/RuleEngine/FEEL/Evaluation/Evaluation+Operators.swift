extension Evaluation {
    mutating func negation(_ operand: FEELExpression, _ bindings: Bindings, at range: Range<Int>) -> Possible {
        let value = evaluate(operand, bindings)
        return lift([value], at: range) { _, values in
            FEELOperators.negate(values[0])
        } widened: {
            LiftedArithmetic.negate(value.set)
        }
    }

    mutating func binary(
        _ operation: FEELExpression.BinaryOperator, _ left: FEELExpression, _ right: FEELExpression,
        _ bindings: Bindings, at range: Range<Int>
    ) -> Possible {
        switch operation {
        case .and, .or: return connective(operation, left, right, bindings)
        default: break
        }
        let one = evaluate(left, bindings)
        let two = evaluate(right, bindings)
        return apply(operation, one, two, at: range)
    }

    /// An operator other than `and` and `or`, on what is known of its operands.
    mutating func apply(
        _ operation: FEELExpression.BinaryOperator, _ one: Possible, _ two: Possible, at range: Range<Int>
    ) -> Possible {
        if let left = one.exactValue, let right = two.exactValue {
            return exact(
                FEELOperators.apply(operation, left, right, timeZones: evaluator.timeZones), at: range)
        }
        let timeZones = evaluator.timeZones
        return lift([one, two], at: range) { _, values in
            FEELOperators.apply(operation, values[0], values[1], timeZones: timeZones)
        } widened: {
            switch operation {
            case .equal: LiftedComparison.equal(one.set, two.set).set
            case .notEqual: LiftedComparison.equal(one.set, two.set).negated.set
            case .less: LiftedComparison.less(one.set, two.set).set
            case .greater: LiftedComparison.less(two.set, one.set).set
            case .lessOrEqual: LiftedComparison.atMost(one.set, two.set).set
            case .greaterOrEqual: LiftedComparison.atMost(two.set, one.set).set
            default: LiftedArithmetic.apply(operation, one.set, two.set)
            }
        }
    }

    /// The second operand is left alone when the first one settles the result.
    private mutating func connective(
        _ operation: FEELExpression.BinaryOperator, _ left: FEELExpression, _ right: FEELExpression,
        _ bindings: Bindings
    ) -> Possible {
        let one = evaluate(left, bindings)
        if one.truth == (operation == .and ? .false : .true) { return Possible(one.truth.set) }
        let two = one.isExact ? evaluate(right, bindings) : withoutNotes { $0.evaluate(right, bindings) }
        let result = operation == .and ? one.truth.and(two.truth) : one.truth.or(two.truth)
        return Possible(result.set, from: [one, two])
    }

    /// `x between a and b` is `x >= a and x <= b`.
    mutating func between(
        _ value: FEELExpression, _ low: FEELExpression, _ high: FEELExpression,
        _ bindings: Bindings, at range: Range<Int>
    ) -> Possible {
        let value = evaluate(value, bindings)
        let low = evaluate(low, bindings)
        let high = evaluate(high, bindings)
        let above = apply(.greaterOrEqual, value, low, at: range)
        let below = apply(.lessOrEqual, value, high, at: range)
        return Possible(above.truth.and(below.truth).set, from: [value, low, high])
    }

    /// Only true takes the first branch, false and null take the second, anything else gives null; an unknown
    /// condition takes all of these that it may.
    mutating func conditional(
        _ condition: FEELExpression, _ then: FEELExpression, _ otherwise: FEELExpression,
        _ bindings: Bindings
    ) -> Possible {
        let test = evaluate(condition, bindings)
        if let value = test.exactValue, value.kind != .boolean, value.kind != .null {
            return fault(.wrongType, .conditionIsNoBoolean(value), at: condition.range)
        }
        let branches = [
            test.truth.contains(.true) ? then : nil,
            test.truth.contains(.false) || test.set.maybe(.null) ? otherwise : nil,
        ].compactMap { $0 }
        if let only = branches.first, branches.count == 1, !test.set.maybeOtherThanBoolean {
            return evaluate(only, bindings)
        }
        var results = withoutNotes { evaluation in branches.map { evaluation.evaluate($0, bindings) } }
        if test.set.maybeOtherThanBoolean { results.append(Possible(.null)) }
        return Possible(.union(results.map(\.set)), from: [test] + results)
    }

    mutating func instanceOf(_ value: FEELExpression, _ type: FEELTypeName, _ bindings: Bindings) -> Possible {
        let value = evaluate(value, bindings)
        return Possible(FEELTypeCheck.conforms(value.set, to: type.resolved(by: evaluator.types)).set, from: [value])
    }
}

extension LocalizedText {
    fileprivate static func conditionIsNoBoolean(_ value: FEELValue) -> LocalizedText {
        LocalizedText(
            nl: "De voorwaarde van `if` is geen waar of onwaar maar \(value.kind.typeName).",
            en: "The condition of `if` is not true or false but \(value.kind.typeName).")
    }
}
