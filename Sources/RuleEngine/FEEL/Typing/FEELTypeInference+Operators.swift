extension FEELTypeInference {
    mutating func negation(_ operand: FEELExpression, at range: Range<Int>) -> FEELType {
        let type = type(of: operand)
        guard !type.isNothing else { return .any }
        let results = type.parts.map { part -> FEELType in
            switch part {
            case .number(let interval): FEELType.number(in: LiftedArithmetic.negate(interval))
            case .daysDuration, .monthsDuration: FEELType.oneOf([part]).orNull
            default: .null
            }
        }
        let result = FEELType.union(results)
        if result == .null { report(.cannotNegate(type), at: range) }
        return result
    }

    mutating func binary(
        _ operation: FEELExpression.BinaryOperator, _ left: FEELExpression, _ right: FEELExpression,
        at range: Range<Int>
    ) -> FEELType {
        switch operation {
        case .and, .or: return connective(operation, left, right)
        case .add, .subtract, .multiply, .divide, .power:
            return arithmetic(operation, type(of: left), type(of: right), at: range)
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
            let (one, two) = (type(of: left), type(of: right))
            return FEELType(comparison(operation, Operand(left, one), Operand(right, two), at: range))
        }
    }

    // MARK: Arithmetic

    /// DMN 1.5, tables 55 to 58: every pair of kinds is looked at; those that do not go together give null.
    private mutating func arithmetic(
        _ operation: FEELExpression.BinaryOperator, _ left: FEELType, _ right: FEELType, at range: Range<Int>
    ) -> FEELType {
        guard !left.isNothing, !right.isNothing else { return .any }
        if operation == .divide, right.kind == .number, right.interval?.point == FEELNumber(0) {
            report(.divisionByZero, at: range)
            return .null
        }
        var result = FEELType.nothing
        for one in left.parts {
            for two in right.parts { result = result.union(Self.result(of: operation, one, two)) }
        }
        if result == .null { report(.cannotCombine(operation, left, right), at: range) }
        return result
    }

    private static func result(
        of operation: FEELExpression.BinaryOperator, _ left: FEELType.Part, _ right: FEELType.Part
    ) -> FEELType {
        switch (operation, left, right) {
        case (_, .number(let one), .number(let two)):
            return FEELType(
                LiftedArithmetic.apply(operation, .numbers(one, orNull: false), .numbers(two, orNull: false)))
        case (.add, .string, .string): return .string
        default:
            return kind(of: operation, left.kind, right.kind).map { FEELType.any.restricted(to: [$0]).orNull } ?? .null
        }
    }

    private static func kind(
        of operation: FEELExpression.BinaryOperator, _ left: FEELValue.Kind, _ right: FEELValue.Kind
    ) -> FEELValue.Kind? {
        switch (operation, left, right) {
        case (.add, .date, .daysDuration), (.add, .date, .monthsDuration), (.add, .daysDuration, .date),
            (.add, .monthsDuration, .date), (.subtract, .date, .daysDuration), (.subtract, .date, .monthsDuration):
            .date
        case (.add, .time, .daysDuration), (.add, .daysDuration, .time), (.subtract, .time, .daysDuration): .time
        case (.add, .dateTime, .daysDuration), (.add, .dateTime, .monthsDuration), (.add, .daysDuration, .dateTime),
            (.add, .monthsDuration, .dateTime), (.subtract, .dateTime, .daysDuration),
            (.subtract, .dateTime, .monthsDuration):
            .dateTime
        case (.subtract, .date, .date), (.subtract, .date, .dateTime), (.subtract, .dateTime, .date),
            (.subtract, .dateTime, .dateTime), (.subtract, .time, .time), (.add, .daysDuration, .daysDuration),
            (.subtract, .daysDuration, .daysDuration), (.multiply, .daysDuration, .number),
            (.multiply, .number, .daysDuration), (.divide, .daysDuration, .number):
            .daysDuration
        case (.add, .monthsDuration, .monthsDuration), (.subtract, .monthsDuration, .monthsDuration),
            (.multiply, .monthsDuration, .number), (.multiply, .number, .monthsDuration),
            (.divide, .monthsDuration, .number):
            .monthsDuration
        case (.divide, .daysDuration, .daysDuration), (.divide, .monthsDuration, .monthsDuration): .number
        default: nil
        }
    }

    // MARK: Conditions

    /// An expression that is to be true or false; null does as well, it counts as not true.
    mutating func condition(_ expression: FEELExpression, _ index: FEELTypeMistake.ConditionRole) -> FEELType {
        let type = type(of: expression)
        if !type.isNothing, !type.has(.boolean), !type.withoutNull.isNothing {
            report(.notBoolean(index, type), at: expression.range)
        }
        guard !environment.narrowing.conditions.isEmpty,
            let holds = environment.narrowing.conditions[FEELPrinter.text(of: expression)]
        else { return type }
        return holds ? FEELType(.boolean(true)) : FEELType(type.truth.subtracting(.true))
    }

    /// The second condition matters only where the first one leaves the result open.
    private mutating func connective(
        _ operation: FEELExpression.BinaryOperator, _ left: FEELExpression, _ right: FEELExpression
    ) -> FEELType {
        let index: FEELTypeMistake.ConditionRole = operation == .and ? .and : .or
        let one = condition(left, index).truth
        let two = inScope { inference in
            inference.narrow(by: left, holds: operation == .and)
            return inference.condition(right, index).truth
        }
        guard !one.isEmpty, !two.isEmpty else { return FEELType(.unknown) }
        return FEELType(operation == .and ? one.and(two) : one.or(two))
    }

    mutating func conditional(
        _ condition: FEELExpression, _ then: FEELExpression, _ otherwise: FEELExpression
    ) -> FEELType {
        let before = sortedFindings.count
        let test = self.condition(condition, .if)
        let isSilent = sortedFindings.count == before
        let first = inScope { inference in
            inference.narrow(by: condition, holds: true)
            return inference.type(of: then)
        }
        let second = inScope { inference in
            inference.narrow(by: condition, holds: false)
            return inference.type(of: otherwise)
        }
        guard !test.isNothing, !test.isAny else { return first.union(second) }
        let truth = test.truth
        // What makes the condition constant may have been told already.
        if truth == .true, isSilent { report(.unreachable(.else, conditionHolds: true), at: otherwise.range) }
        if !truth.contains(.true), isSilent { report(.unreachable(.then, conditionHolds: false), at: then.range) }
        var result = FEELType.nothing
        if truth.contains(.true) { result = result.union(first) }
        if test != FEELType(.boolean(true)) { result = result.union(second) }
        return result
    }

    /// A long row of operators, from left to right.
    mutating func chain(_ first: FEELExpression, _ links: [FEELLink], at range: Range<Int>) -> FEELType {
        guard let sign = links.first?.sign, sign == .and || sign == .or else {
            return links.reduce(type(of: first)) { result, link in
                arithmetic(link.sign, result, type(of: link.operand), at: range)
            }
        }
        let role: FEELTypeMistake.ConditionRole = sign == .and ? .and : .or
        return inScope { inference in
            var truth = inference.condition(first, role).truth
            var before = first
            for link in links {
                inference.narrow(by: before, holds: sign == .and)
                let next = inference.condition(link.operand, role).truth
                guard !truth.isEmpty, !next.isEmpty else { return FEELType(.unknown) }
                truth = sign == .and ? truth.and(next) : truth.or(next)
                before = link.operand
            }
            return FEELType(truth)
        }
    }

    /// A long row of conditions with their results; what the conditions before say is not carried along.
    mutating func choice(_ branches: [FEELBranch], _ otherwise: FEELExpression) -> FEELType {
        inScope { inference in
            var result = FEELType.nothing
            for branch in branches {
                let test = inference.condition(branch.condition, .if)
                let type = inference.inScope { inference in
                    inference.narrow(by: branch.condition, holds: true)
                    return inference.type(of: branch.result)
                }
                if test.isNothing || test.isAny || test.truth.contains(.true) { result = result.union(type) }
            }
            return result.union(inference.type(of: otherwise))
        }
    }
}
