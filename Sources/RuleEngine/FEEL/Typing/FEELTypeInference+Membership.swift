extension FEELTypeInference {
    /// `x between a and b` is `x >= a and x <= b`.
    mutating func between(
        _ value: FEELExpression, _ low: FEELExpression, _ high: FEELExpression, at range: Range<Int>
    ) -> FEELType {
        let operand = Operand(value, type(of: value))
        let (bottom, top) = (Operand(low, type(of: low)), Operand(high, type(of: high)))
        if bottom.type.liesAbove(top.type) {
            report(.emptyRange, at: low.range.lowerBound..<high.range.upperBound)
            return FEELType([.false, .null])
        }
        return FEELType(
            inside([(.greaterOrEqual, bottom), (.lessOrEqual, top)], operand, at: range))
    }

    /// Whether a value keeps to all bounds. That it always keeps to one of them says nothing; one fault is told.
    private mutating func inside(
        _ bounds: [(operation: FEELExpression.BinaryOperator, operand: Operand)], _ value: Operand, at range: Range<Int>
    ) -> Ternary {
        var truth: Ternary = .true
        var isTold = false
        for bound in bounds {
            let before = findings
            truth = truth.and(comparison(bound.operation, value, bound.operand, at: range))
            let isFault = findings.subtracting(before).contains { !$0.isAlwaysTrue }
            if isTold || !isFault { findings = before }
            isTold = isTold || isFault
        }
        return truth
    }

    /// `x in (…)`: at least one test holds.
    mutating func membership(_ value: FEELExpression, _ tests: [FEELUnaryTest], at range: Range<Int>) -> FEELType {
        let operand = Operand(value, type(of: value))
        var truth: Ternary = .false
        for test in tests {
            let one = inScope { inference -> Ternary in
                inference.bind("?", to: operand.type)
                switch test {
                case .comparison(let operation, let expression):
                    let other = Operand(expression, inference.type(of: expression))
                    return inference.comparison(operation, operand, other, at: expression.range)
                case .expression(let expression):
                    return inference.match(operand, expression)
                }
            }
            truth = truth.or(one)
        }
        return FEELType(truth)
    }

    /// The value equals what stands there, or lies in it when that is a list or a range.
    private mutating func match(_ value: Operand, _ expression: FEELExpression) -> Ternary {
        switch expression.kind {
        case .range(let syntax) where syntax.equality == nil: return isInside(syntax, value, at: expression.range)
        case .list(let members) where !members.isEmpty && !value.type.has(.list):
            return members.reduce(Ternary.false) { truth, member in truth.or(match(value, member)) }.union(.false)
        default: break
        }
        let type = type(of: expression)
        guard !type.isAny, !type.isNothing, !value.type.isAny, !value.type.isNothing else { return .unknown }
        if expression.mentionsTestedValue, type.has(.boolean) || type == .null { return .unknown }
        switch type {
        case .oneOf(let parts) where parts.count == 1:
            switch parts[0] {
            case .list(let element):
                guard !value.type.has(.list) else { return .unknown }
                return isMember(value, of: element, expression)
            case .range(let bound):
                if !value.type.has(.range), value.type.kinds.isDisjoint(with: bound.kinds), !bound.isNothing {
                    report(.incomparable(value.type, bound), at: expression.range)
                    return .null
                }
                return .unknown
            default: return comparison(.equal, value, Operand(expression, type), at: expression.range)
            }
        default:
            return type.has(.list) || type.has(.range)
                ? .unknown : comparison(.equal, value, Operand(expression, type), at: expression.range)
        }
    }

    /// The list is not written out: its members are known by their type only.
    private mutating func isMember(_ value: Operand, of element: FEELType, _ list: FEELExpression) -> Ternary {
        // A member may be a list or a range in turn.
        guard !element.isAny, !element.isNothing, !element.has(.list), !element.has(.range) else { return .unknown }
        if value.type.kinds.isDisjoint(with: element.kinds) {
            report(.incomparable(value.type, element), at: list.range)
            return [.false, .null]
        }
        if let text = value.literalText, let allowed = element.strings, !allowed.contains(text) {
            report(
                .impossibleText(text, subject: FEELPrinter.text(of: list), allowed: allowed), at: value.expression.range
            )
        }
        return .unknown
    }

    /// A range that is written out is compared bound by bound.
    private mutating func isInside(_ syntax: FEELRangeSyntax, _ value: Operand, at range: Range<Int>) -> Ternary {
        let low = syntax.low.map { Operand($0, type(of: $0)) }
        let high = syntax.high.map { Operand($0, type(of: $0)) }
        if let low, let high, low.type.liesAbove(high.type) {
            report(.emptyRange, at: range)
            return [.false, .null]
        }
        let bounds = [
            low.map { (syntax.lowIncluded ? FEELExpression.BinaryOperator.greaterOrEqual : .greater, $0) },
            high.map { (syntax.highIncluded ? FEELExpression.BinaryOperator.lessOrEqual : .less, $0) },
        ]
        return inside(bounds.compactMap { $0 }, value, at: range)
    }

    mutating func range(_ syntax: FEELRangeSyntax, at range: Range<Int>) -> FEELType {
        let low = syntax.low.map { type(of: $0) }
        let high = syntax.high.map { type(of: $0) }
        let bounds = [low, high].compactMap { $0 }
        guard bounds.allSatisfy({ !$0.isNothing }) else { return .any }
        let kinds = bounds.reduce(Set(FEELValue.Kind.allCases.filter(\.hasOrder))) { $0.intersection($1.kinds) }
        guard !kinds.isEmpty else {
            report(.badRange(low ?? high ?? .any, high ?? low ?? .any), at: range)
            return .null
        }
        if let low, let high, syntax.equality == nil, low.liesAbove(high) { report(.emptyRange, at: range) }
        let isCertain = bounds.allSatisfy { $0.kinds == kinds } && kinds.count == 1
        let result = FEELType.range(of: FEELType.union(bounds).restricted(to: kinds))
        return isCertain ? result : result.orNull
    }
}

extension FEELType {
    /// Every number here is more than every number there.
    fileprivate func liesAbove(_ other: FEELType) -> Bool {
        guard let low = interval?.low, let high = other.interval?.high, withoutNull.kind == .number,
            other.withoutNull.kind == .number
        else { return false }
        return low > high
    }
}
