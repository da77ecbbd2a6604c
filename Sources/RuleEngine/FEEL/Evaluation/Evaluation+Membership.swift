extension Evaluation {
    /// `x in (…)`: at least one test holds.
    mutating func membership(
        _ value: FEELExpression, _ tests: [FEELUnaryTest], _ bindings: Bindings, at range: Range<Int>
    ) -> Possible {
        let value = evaluate(value, bindings)
        return evaluate(tests, on: value, bindings, at: range)
    }

    mutating func evaluate(_ tests: FEELUnaryTests, on value: Possible, _ bindings: Bindings) -> Possible {
        switch tests {
        case .any: return Possible(.boolean(true))
        case .tests(let tests): return evaluate(tests, on: value, bindings, at: 0..<0)
        case .negated(let tests):
            let result = evaluate(tests, on: value, bindings, at: 0..<0)
            return Possible(result.truth.negated.set, from: [result])
        }
    }

    /// Takes a value that has few possibilities apart, so that `x in (1, 2)` holds for an `x` that is 1 or 2.
    private mutating func evaluate(
        _ tests: [FEELUnaryTest], on value: Possible, _ bindings: Bindings, at range: Range<Int>
    ) -> Possible {
        var parts = [value]
        var truth: Truth = []
        if let values = value.set.finiteValues, values.count > 1 {
            withoutNotes { evaluation in
                for one in values {
                    truth.formUnion(evaluation.anyHolds(tests, of: Possible(one), bindings, at: range, parts: &parts))
                }
            }
        } else {
            truth = anyHolds(tests, of: value, bindings, at: range, parts: &parts)
        }
        return Possible(truth.set, from: parts)
    }

    private mutating func anyHolds(
        _ tests: [FEELUnaryTest], of value: Possible, _ bindings: Bindings, at range: Range<Int>,
        parts: inout [Possible]
    ) -> Truth {
        var result: Truth = .false
        for test in tests {
            result = result.or(holds(test, of: value, bindings, at: range, parts: &parts))
            if result == .true { break }
        }
        return result
    }

    private mutating func holds(
        _ test: FEELUnaryTest, of value: Possible, _ bindings: Bindings, at range: Range<Int>,
        parts: inout [Possible]
    ) -> Truth {
        let inner = bindings.binding("?", to: value)
        switch test {
        case .comparison(let operation, let operand):
            let operand = evaluate(operand, inner)
            parts.append(operand)
            return apply(operation, value, operand, at: range).truth
        case .expression(let expression):
            if case .range(let syntax) = expression.kind {
                return isInside(syntax, value, inner, at: expression.range, parts: &parts)
            }
            let operand = evaluate(expression, inner)
            parts.append(operand)
            // With `?` the test speaks of the value itself.
            if expression.mentionsTestedValue, operand.set.maybeBoolean {
                let verdict = operand.truth
                guard operand.set.maybeOtherThanBoolean else { return verdict }
                return verdict.union(matches(value, operand.set, at: range))
            }
            return matches(value, operand.set, at: range)
        }
    }

    /// A range is compared bound by bound, so that an unknown bound tells what it can.
    private mutating func isInside(
        _ syntax: FEELRangeSyntax, _ value: Possible, _ bindings: Bindings, at range: Range<Int>,
        parts: inout [Possible]
    ) -> Truth {
        var result: Truth = .true
        if let low = syntax.low {
            let bound = evaluate(low, bindings)
            parts.append(bound)
            result = result.and(apply(syntax.lowIncluded ? .greaterOrEqual : .greater, value, bound, at: range).truth)
        }
        if let high = syntax.high {
            let bound = evaluate(high, bindings)
            parts.append(bound)
            result = result.and(apply(syntax.highIncluded ? .lessOrEqual : .less, value, bound, at: range).truth)
        }
        return result
    }

    /// The value equals the operand, or lies in it when that is a list or a range.
    private mutating func matches(_ value: Possible, _ operand: ValueSet, at range: Range<Int>) -> Truth {
        if let operands = operand.finiteValues {
            return operands.reduce(into: []) { $0.formUnion(matches(value, $1, at: range)) }
        }
        if case .list(let list) = operand {
            var result: Truth = list.open ? .either : .false
            for member in list.members {
                let one = matches(value, member.value, at: range).withoutNull
                result = result.or(member.certain ? one : one.union(.false))
            }
            return value.set.maybeList ? result.union(LiftedComparison.equal(value.set, operand)) : result
        }
        if case .anything = operand { return .unknown }
        return apply(.equal, value, Possible(operand), at: range).truth
    }

    private mutating func matches(_ value: Possible, _ operand: FEELValue, at range: Range<Int>) -> Truth {
        switch operand {
        case .list(let elements):
            var result: Truth = .false
            if value.set.maybeList {
                result = apply(.equal, value, Possible(operand), at: range).truth.withoutNull
            }
            for element in elements {
                result = result.or(withoutNotes { $0.matches(value, element, at: range) }.withoutNull)
            }
            return result
        case .range(let bounds):
            var result: Truth = .true
            if let low = bounds.low?.value {
                result = result.and(
                    apply(bounds.lowIncluded ? .greaterOrEqual : .greater, value, Possible(low), at: range).truth)
            }
            if let high = bounds.high?.value {
                result = result.and(
                    apply(bounds.highIncluded ? .lessOrEqual : .less, value, Possible(high), at: range).truth)
            }
            let same = value.set.maybeRange ? apply(.equal, value, Possible(operand), at: range).truth.withoutNull : .false
            return value.set.maybeRange ? same.or(result) : result
        default:
            return apply(.equal, value, Possible(operand), at: range).truth
        }
    }
}

extension Truth {
    /// Inside a list, what cannot be compared does not match.
    var withoutNull: Truth {
        contains(.null) ? subtracting(.null).union(.false) : self
    }
}

extension ValueSet {
    /// Some value is of that kind.
    func maybe(_ kind: FEELValue.Kind) -> Bool {
        switch self {
        case .exactly(let value): value.kind == kind
        case .oneOf(let values): values.contains { $0.kind == kind }
        case .numbers: kind == .number
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

extension FEELExpression {
    /// `?` occurs in it.
    var mentionsTestedValue: Bool {
        switch kind {
        case .name(let name): name == "?"
        case .null, .boolean, .number, .string, .temporal: false
        case .negation(let operand), .path(let operand, _), .instanceOf(let operand, _): operand.mentionsTestedValue
        case .binary(_, let left, let right), .filter(let left, let right):
            left.mentionsTestedValue || right.mentionsTestedValue
        case .between(let value, let low, let high):
            [value, low, high].contains(where: \.mentionsTestedValue)
        case .membership(let value, let tests):
            value.mentionsTestedValue || tests.contains { test in
                switch test {
                case .comparison(_, let operand), .expression(let operand): operand.mentionsTestedValue
                }
            }
        case .call(let callee, let arguments):
            callee.mentionsTestedValue || arguments.expressions.contains(where: \.mentionsTestedValue)
        case .conditional(let condition, let then, let otherwise):
            [condition, then, otherwise].contains(where: \.mentionsTestedValue)
        case .iteration(let iterators, let result):
            result.mentionsTestedValue || iterators.contains(where: \.mentionsTestedValue)
        case .quantified(_, let iterators, let condition):
            condition.mentionsTestedValue || iterators.contains(where: \.mentionsTestedValue)
        case .list(let members): members.contains(where: \.mentionsTestedValue)
        case .context(let entries): entries.contains { $0.value.mentionsTestedValue }
        case .range(let syntax):
            syntax.low?.mentionsTestedValue ?? false || syntax.high?.mentionsTestedValue ?? false
        case .function(_, let body, _): body.mentionsTestedValue
        }
    }
}

extension FEELIterator {
    fileprivate var mentionsTestedValue: Bool {
        switch domain {
        case .list(let list): list.mentionsTestedValue
        case .range(let low, let high): low.mentionsTestedValue || high.mentionsTestedValue
        }
    }
}

extension FEELArguments {
    var expressions: [FEELExpression] {
        switch self {
        case .positional(let arguments): arguments
        case .named(let arguments): arguments.map(\.value)
        }
    }
}
