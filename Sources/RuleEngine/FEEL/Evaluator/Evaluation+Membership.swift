extension Evaluation {
    /// `x in (…)`: at least one test holds. A value that has few possibilities is taken apart, so that `x in (1, 2)`
    /// holds for an `x` that is 1 or 2.
    mutating func membership(_ value: Int32, tests: Range<Int>, _ register: Int32, at node: Int32) -> ConditionResult {
        let value = operand(value)
        guard case .other(let possible) = value, case .oneOf(let values) = possible.set else {
            if case .other(let possible) = value, !possible.isExact { remember(possible) }
            return anyHolds(tests, of: value, register, at: node)
        }
        remember(possible)
        return withoutNotes { evaluation in
            var truth: Ternary = []
            for one in values {
                truth.formUnion(evaluation.anyHolds(tests, of: Operand(UncertainValue(one)), register, at: node).truth)
            }
            return ConditionResult(truth)
        }
    }

    private mutating func anyHolds(
        _ tests: Range<Int>, of value: Operand, _ register: Int32, at node: Int32
    ) -> ConditionResult {
        if register != FEELCode.none { registers[base + Int(register)] = value.possible }
        var result: Ternary = .false
        for index in tests {
            result = result.or(holds(index, of: value, at: node))
            if result == .true { break }
        }
        return ConditionResult(result)
    }

    private mutating func holds(_ index: Int, of value: Operand, at node: Int32) -> Ternary {
        switch code.tests[index].kind {
        case .comparison(let operation, let operand):
            let operand = awaited(operand)
            return compare(operation, value, operand, at: range(node)).truth
        case .range(let low, let high, let shape):
            // A range is compared bound by bound, so that an unknown bound tells what it can.
            var result: Ternary = .true
            if low != FEELCode.none {
                let bound = awaited(low)
                let operation: FEELExpression.BinaryOperator = shape.lowIncluded ? .greaterOrEqual : .greater
                result = compare(operation, value, bound, at: code.tests[index].range).truth
            }
            if high != FEELCode.none {
                let bound = awaited(high)
                let operation: FEELExpression.BinaryOperator = shape.highIncluded ? .lessOrEqual : .less
                result = result.and(compare(operation, value, bound, at: code.tests[index].range).truth)
            }
            return result
        case .expression(let expression, let mentions):
            let operand = awaited(expression)
            if case .number = operand, case .number = value {
                return compare(.equal, value, operand, at: range(node)).truth
            }
            let set = operand.possible.set
            // With `?` the test speaks of the value itself.
            if mentions, set.maybeBoolean {
                let answer = Ternary(set)
                guard set.maybeOtherThanBoolean else { return answer }
                return answer.union(matches(value.possible, set, at: range(node)))
            }
            return matches(value.possible, set, at: range(node))
        }
    }

    /// An operand of a test; the origins of one that is not known wait on the stack.
    mutating func awaited(_ node: Int32) -> Operand {
        let value = operand(node)
        if case .other(let possible) = value, !possible.isExact { remember(possible) }
        return value
    }

    /// The value equals the operand, or lies in it when that is a list or a range.
    private mutating func matches(_ value: UncertainValue, _ operand: ValueSet, at range: Range<Int>) -> Ternary {
        if case .exactly(let only) = operand { return matches(value, only, at: range) }
        if let operands = operand.finiteValues {
            return operands.reduce(into: []) { $0.formUnion(matches(value, $1, at: range)) }
        }
        if case .list(let list) = operand {
            var result: Ternary = list.open ? .either : .false
            for member in list.members {
                ledger.count()
                let one = matches(value, member.value, at: range).withoutNull
                result = result.or(member.certain ? one : one.union(.false))
            }
            return value.set.maybeList ? result.union(LiftedComparison.equal(value.set, operand)) : result
        }
        if case .anything = operand { return .unknown }
        return ledger.apply(.equal, value, UncertainValue(operand), at: range).truth
    }

    private mutating func matches(_ value: UncertainValue, _ operand: FEELValue, at range: Range<Int>) -> Ternary {
        switch operand {
        case .list(let elements):
            var result: Ternary = .false
            if value.set.maybeList {
                result = ledger.apply(.equal, value, UncertainValue(operand), at: range).truth.withoutNull
            }
            ledger.mute()
            for element in elements {
                ledger.count()
                result = result.or(matches(value, element, at: range).withoutNull)
                if result == .true { break }
            }
            ledger.unmute()
            return result
        case .range(let bounds):
            var result: Ternary = .true
            if let low = bounds.low {
                result = result.and(
                    ledger.apply(bounds.lowIncluded ? .greaterOrEqual : .greater, value, UncertainValue(low), at: range)
                        .truth
                )
            }
            if let high = bounds.high {
                result = result.and(
                    ledger.apply(bounds.highIncluded ? .lessOrEqual : .less, value, UncertainValue(high), at: range)
                        .truth)
            }
            guard value.set.maybeRange else { return result }
            return ledger.apply(.equal, value, UncertainValue(operand), at: range).truth.withoutNull.or(result)
        default:
            return ledger.apply(.equal, value, UncertainValue(operand), at: range).truth
        }
    }
}

extension Ternary {
    /// Inside a list, what cannot be compared does not match.
    var withoutNull: Ternary {
        contains(.null) ? subtracting(.null).union(.false) : self
    }
}

extension ValueSet {
    /// Some value is of that kind.
    func maybe(_ kind: FEELValue.Kind) -> Bool {
        switch self {
        case .exactly(let value): value.kind == kind
        case .oneOf(let values): values.contains { $0.kind == kind }
        case .numbers(_, let orNull): kind == .number || orNull && kind == .null
        case .list: kind == .list
        case .context: kind == .context
        case .anything: true
        }
    }

    fileprivate var maybeList: Bool { maybe(.list) }
    fileprivate var maybeRange: Bool { maybe(.range) }
    fileprivate var maybeBoolean: Bool { maybe(.boolean) || maybe(.null) }
    /// Some value is neither a boolean nor null.
    var maybeOtherThanBoolean: Bool {
        FEELValue.Kind.allCases.contains { $0 != .boolean && $0 != .null && maybe($0) }
    }
}
