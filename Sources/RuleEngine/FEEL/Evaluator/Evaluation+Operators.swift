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
        arithmetic(operation, operand(left), operand(right), at: node)
    }

    private mutating func arithmetic(
        _ operation: FEELExpression.BinaryOperator, _ one: Operand, _ two: Operand, at node: Int32
    ) -> Operand {
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

    /// A row of arithmetic, from left to right.
    mutating func arithmetic(_ site: Int, at node: Int32) -> Operand {
        var result = operand(code.chains[site].first)
        for link in code.chains[site].links {
            result = arithmetic(link.sign, result, operand(link.operand), at: node)
        }
        return result
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

    /// A row of `and`, or one of `or`: what the operands before say settles it as soon as it can.
    mutating func connective(_ site: Int) -> ConditionResult {
        let chain = code.chains[site]
        let isAnd = chain.links[0].sign == .and
        let dominant: Ternary = isAnd ? .false : .true
        var result = conditionResult(chain.first)
        for link in chain.links {
            if result.truth == dominant { break }
            let next =
                result.isExact
                ? conditionResult(link.operand) : withoutNotes { $0.conditionResult(link.operand) }
            result = ConditionResult(isAnd ? result.truth.and(next.truth) : result.truth.or(next.truth))
        }
        return result
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

    /// Only true takes the first branch, all else the second (DMN 1.5, table 49); an unknown condition takes both
    /// where it may.
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
        noteUnlessBoolean(test, at: condition)
        if test.set == .exactly(.boolean(true)) { return evaluate(then) }
        guard test.truth.contains(.true) else { return evaluate(otherwise) }
        return either(test, [then, otherwise])
    }

    private mutating func either(_ test: UncertainValue, _ branches: [Int32]) -> UncertainValue {
        let results = withoutNotes { evaluation in branches.map { evaluation.evaluate($0) } }
        return UncertainValue(.union(results.map(\.set)), from: [test] + results)
    }

    private mutating func noteUnlessBoolean(_ test: UncertainValue, at condition: Int32) {
        guard case .exactly(let value) = test.set, value.kind != .boolean, value.kind != .null else { return }
        ledger.note(.wrongType, .conditionIsNoBoolean(value), at: range(condition))
    }

    /// A row of conditions: the result of the first that is true, and of all before it that may be.
    mutating func choice(_ site: Int) -> UncertainValue {
        let choice = code.choices[site]
        var tests: [UncertainValue] = []
        var results: [UncertainValue] = []
        func last(_ evaluation: inout Self, _ node: Int32) -> UncertainValue {
            if tests.isEmpty { return evaluation.evaluate(node) }
            results.append(evaluation.withoutNotes { $0.evaluate(node) })
            return UncertainValue(.union(results.map(\.set)), from: tests + results)
        }
        for (condition, result) in choice.branches {
            let test = tests.isEmpty ? evaluate(condition) : withoutNotes { $0.evaluate(condition) }
            if tests.isEmpty { noteUnlessBoolean(test, at: condition) }
            if test.set == .exactly(.boolean(true)) { return last(&self, result) }
            guard test.truth.contains(.true) else { continue }
            tests.append(test)
            results.append(withoutNotes { $0.evaluate(result) })
        }
        return last(&self, choice.otherwise)
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
