/// The values behind compact values that do not stand inline, each once, numbered as they come.
struct ValueTable: Sendable {
    private var values: [FEELValue] = []
    private var positions: [FEELValue: Int] = [:]

    /// The compact form of a value; the same for equal values.
    mutating func compact(_ value: FEELValue) -> CompactValue {
        switch value {
        case .null: return .null
        case .boolean(let truth): return CompactValue(truth)
        case .number(let number): return compact(number)
        case .string: return CompactValue(kind: .text, payload: Int64(index(of: value)))
        default: return CompactValue(kind: .other, payload: Int64(index(of: value)))
        }
    }

    mutating func compact(_ number: FEELNumber) -> CompactValue {
        if case .small(let coefficient, let exponent) = number.storage {
            return CompactValue(number: coefficient, exponent: exponent)
        }
        let reduced = number.reduced
        if case .small(let coefficient, let exponent) = reduced.storage {
            return CompactValue(number: coefficient, exponent: exponent)
        }
        return CompactValue(kind: .other, payload: Int64(index(of: .number(reduced))))
    }

    private mutating func index(of value: FEELValue) -> Int {
        if let position = positions[value] { return position }
        positions[value] = values.count
        values.append(value)
        return values.count - 1
    }

    /// The value that a compact value stands for.
    func value(_ compact: CompactValue) -> FEELValue {
        switch compact.kind {
        case .null: .null
        case .boolean: .boolean(compact.payload == 1)
        case .number: .number(FEELNumber(small: compact.payload, exponent: Int(compact.exponent)))
        case .text, .other: values[Int(compact.payload)]
        }
    }

    /// The number of values aside.
    var count: Int { values.count }
}

// MARK: - Operators

/// FEEL's operators on compact values; what is not whole numbers, texts or truth values goes to `FEELOperators`.
extension ValueTable {
    /// `left = right`: null for values of different kinds.
    func equal(_ left: CompactValue, _ right: CompactValue) -> CompactValue {
        if left.kind == .other || right.kind == .other {
            return value(left).isEqual(value(right)).map { CompactValue($0) } ?? .null
        }
        if left.kind == right.kind { return CompactValue(left == right) }
        return left.kind == .null || right.kind == .null ? .no : .null
    }

    /// The order of two values; `nil` when they have none.
    func order(_ left: CompactValue, _ right: CompactValue) -> FEELOrdering? {
        if left.kind == .number, right.kind == .number, left.exponent == right.exponent {
            return FEELOrdering(left.payload, right.payload)
        }
        if left.kind == .null || right.kind == .null { return nil }
        return value(left).compare(value(right))
    }

    mutating func apply(
        _ operation: FEELExpression.BinaryOperator, _ left: CompactValue, _ right: CompactValue
    ) -> CompactValue {
        if left.kind == .number, right.kind == .number, let result = shortcut(operation, left, right) { return result }
        switch FEELOperators.apply(operation, value(left), value(right), timeZones: nil) {
        case .value(let value): return compact(value)
        case .fault: return .null
        }
    }

    /// Arithmetic that stays within 64 bits.
    private func shortcut(
        _ operation: FEELExpression.BinaryOperator, _ left: CompactValue, _ right: CompactValue
    ) -> CompactValue? {
        switch operation {
        case .add where left.exponent == right.exponent:
            let (sum, overflow) = left.payload.addingReportingOverflow(right.payload)
            return overflow ? nil : CompactValue(number: sum, exponent: left.exponent)
        case .subtract where left.exponent == right.exponent:
            let (difference, overflow) = left.payload.subtractingReportingOverflow(right.payload)
            return overflow ? nil : CompactValue(number: difference, exponent: left.exponent)
        case .multiply where (-64...64).contains(left.exponent) && (-64...64).contains(right.exponent):
            let (product, overflow) = left.payload.multipliedReportingOverflow(by: right.payload)
            return overflow ? nil : CompactValue(number: product, exponent: left.exponent + right.exponent)
        default: return nil
        }
    }

    /// A function of one or two numbers; null for anything else.
    mutating func call(
        _ function: ProductionInstruction.Function, _ first: CompactValue, _ second: CompactValue
    ) -> CompactValue {
        if first.isWhole, second.isWhole || function != .modulo && function != .atan2 {
            switch function {
            case .floor: return first
            case .abs where first.payload != .min: return CompactValue(number: abs(first.payload), exponent: 0)
            case .modulo where second.payload > 0:
                let remainder = first.payload % second.payload
                return CompactValue(number: remainder < 0 ? remainder + second.payload : remainder, exponent: 0)
            default: break
            }
        }
        guard case .number(let number) = value(first) else { return .null }
        var result: FEELNumber?
        switch function {
        case .floor: result = number.rounded(toScale: 0, rule: .floor)
        case .abs: result = number.magnitude
        case .modulo:
            if case .number(let divisor) = value(second) { result = number.modulo(divisor) }
        case .atan2:
            if case .number(let x) = value(second) { result = FEELNumber.angle(y: number, x: x) }
        }
        return result.map { compact($0) } ?? .null
    }
}
