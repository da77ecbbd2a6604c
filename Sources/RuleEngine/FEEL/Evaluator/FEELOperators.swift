/// FEEL's operators on plain values (DMN 1.5, 10.3.2.12 to 10.3.2.15).
enum FEELOperators {
    /// Any operator of two operands; `and` and `or` too, without their laziness.
    static func apply(
        _ operation: FEELExpression.BinaryOperator, _ left: FEELValue, _ right: FEELValue,
        timeZones: (any TimeZoneRules)?
    ) -> FEELComputation {
        switch operation {
        case .equal: .value(FEELValue(left.isEqual(right, timeZones: timeZones)))
        case .notEqual: .value(FEELValue(left.isEqual(right, timeZones: timeZones).map { !$0 }))
        case .less: compare(left, right, timeZones) { $0 == .less }
        case .lessOrEqual: compare(left, right, timeZones) { $0 != .greater }
        case .greater: compare(left, right, timeZones) { $0 == .greater }
        case .greaterOrEqual: compare(left, right, timeZones) { $0 != .less }
        case .and: .value(FEELValue(left.truth.and(right.truth)))
        case .or: .value(FEELValue(left.truth.or(right.truth)))
        case .add: add(left, right, timeZones)
        case .subtract: subtract(left, right, timeZones)
        case .multiply: multiply(left, right)
        case .divide: divide(left, right)
        case .power: power(left, right)
        }
    }

    private static func compare(
        _ left: FEELValue, _ right: FEELValue, _ timeZones: (any TimeZoneRules)?,
        _ holds: (FEELOrdering) -> Bool
    ) -> FEELComputation {
        guard let ordering = left.compare(right, timeZones: timeZones) else {
            return .fault(.notComparable, .notComparable(left, right))
        }
        return .value(.boolean(holds(ordering)))
    }

    static func negate(_ value: FEELValue) -> FEELComputation {
        switch value {
        case .number(let number): .value(.number(-number))
        case .daysDuration(let duration): inRange(duration.negated.map(FEELValue.daysDuration))
        case .monthsDuration(let duration): inRange(duration.negated.map(FEELValue.monthsDuration))
        default: .fault(.wrongType, .cannotNegate(value))
        }
    }

    private static func add(
        _ left: FEELValue, _ right: FEELValue, _ timeZones: (any TimeZoneRules)?
    ) -> FEELComputation {
        switch (left, right) {
        case (.number(let one), .number(let two)): number(one.adding(two))
        case (.string(let one), .string(let two)): .value(.string(one + two))
        default:
            temporalSum(left, right, timeZones: timeZones)
                ?? .fault(.wrongType, .cannotCombine(.add, left, right))
        }
    }

    private static func subtract(
        _ left: FEELValue, _ right: FEELValue, _ timeZones: (any TimeZoneRules)?
    ) -> FEELComputation {
        switch (left, right) {
        case (.number(let one), .number(let two)): number(one.subtracting(two))
        default:
            temporalDifference(left, right, timeZones: timeZones)
                ?? .fault(.wrongType, .cannotCombine(.subtract, left, right))
        }
    }

    private static func multiply(_ left: FEELValue, _ right: FEELValue) -> FEELComputation {
        switch (left, right) {
        case (.number(let one), .number(let two)): number(one.multiplied(by: two))
        default: temporalProduct(left, right) ?? .fault(.wrongType, .cannotCombine(.multiply, left, right))
        }
    }

    private static func divide(_ left: FEELValue, _ right: FEELValue) -> FEELComputation {
        switch (left, right) {
        case (.number(let one), .number(let two)):
            two.isZero ? .fault(.divisionByZero, .divisionByZero) : number(one.divided(by: two))
        default: temporalQuotient(left, right) ?? .fault(.wrongType, .cannotCombine(.divide, left, right))
        }
    }

    private static func power(_ left: FEELValue, _ right: FEELValue) -> FEELComputation {
        guard case .number(let one) = left, case .number(let two) = right else {
            return .fault(.wrongType, .cannotCombine(.power, left, right))
        }
        return number(one.power(two))
    }

    /// A number, or the fault of a result that has none.
    static func number(_ value: FEELNumber?) -> FEELComputation {
        inRange(value.map(FEELValue.number))
    }

    /// A value, or the fault of a result that is out of range.
    static func inRange(_ value: FEELValue?) -> FEELComputation {
        value.map { .value($0) } ?? .fault(.outOfRange, .outOfRange)
    }
}

extension FEELValue {
    /// A truth value; `nil` is null.
    init(_ value: Bool?) { self = value.map(FEELValue.boolean) ?? .null }

    /// A truth value of which one result is possible.
    fileprivate init(_ truth: Ternary) { self = truth.set.exactValue ?? .null }

    fileprivate var truth: Ternary { Ternary(ValueSet.exactly(self)) }
}

extension LocalizedText {
    fileprivate static func notComparable(_ left: FEELValue, _ right: FEELValue) -> LocalizedText {
        LocalizedText(
            nl: "\(left.described.nl) en \(right.described.nl) zijn niet te vergelijken.",
            en: "\(left.described.en) and \(right.described.en) cannot be compared.")
    }

    fileprivate static func cannotNegate(_ value: FEELValue) -> LocalizedText {
        LocalizedText(
            nl: "Van \(value.described.nl) is geen tegengestelde te nemen.",
            en: "\(value.described.en) cannot be negated.")
    }

    fileprivate static func cannotCombine(
        _ operation: FEELExpression.BinaryOperator, _ left: FEELValue, _ right: FEELValue
    ) -> LocalizedText {
        LocalizedText(
            nl: "`\(operation.rawValue)` past niet op \(left.described.nl) en \(right.described.nl).",
            en: "`\(operation.rawValue)` does not apply to \(left.described.en) and \(right.described.en).")
    }

    fileprivate static let divisionByZero = LocalizedText(
        nl: "Delen door nul geeft geen waarde.", en: "Division by zero gives no value.")

    fileprivate static let outOfRange = LocalizedText(
        nl: "De uitkomst is te groot of bestaat niet.", en: "The result is too large or does not exist.")
}
