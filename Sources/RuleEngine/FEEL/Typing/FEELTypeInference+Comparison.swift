extension FEELTypeInference {
    /// One side of a comparison: what is written, and what it can be.
    struct Operand {
        let expression: FEELExpression
        let type: FEELType

        init(_ expression: FEELExpression, _ type: FEELType) {
            self.expression = expression
            self.type = type
        }

        var text: String { FEELPrinter.text(of: expression) }

        /// The text of a string literal.
        var literalText: String? {
            if case .string(let text) = expression.kind { text } else { nil }
        }

        var isNullLiteral: Bool { expression.kind == .null }
    }

    /// What a comparison can come to; tells when it can come to one thing only.
    mutating func comparison(
        _ operation: FEELExpression.BinaryOperator, _ left: Operand, _ right: Operand, at range: Range<Int>
    ) -> Ternary {
        guard !left.type.isNothing, !right.type.isNothing else { return .unknown }
        switch operation {
        case .equal: return equality(operation, left, right, at: range)
        case .notEqual: return equality(operation, left, right, at: range).negated
        default: return order(operation, left, right, at: range)
        }
    }

    // MARK: Order

    private mutating func order(
        _ operation: FEELExpression.BinaryOperator, _ left: Operand, _ right: Operand, at range: Range<Int>
    ) -> Ternary {
        if left.isNullLiteral || right.isNullLiteral {
            report(.comparedWithNull(operation), at: range)
            return .null
        }
        let shared = left.type.kinds.intersection(right.type.kinds).filter(\.hasOrder)
        guard !shared.isEmpty else {
            reportIncomparable(left, right, at: range)
            return .null
        }
        // Two kinds that do not go together give null, and so do times of which one has an offset only.
        let mayFail = shared != left.type.kinds || shared != right.type.kinds || shared.count > 1
        var truth: Ternary = mayFail || shared.contains(.time) || shared.contains(.dateTime) ? .null : []
        if shared != [.number] { truth.formUnion(.either) }
        if let one = left.type.interval, let two = right.type.interval {
            let numbers = Self.order(operation, one, two)
            truth.formUnion(numbers)
            reportConstant(truth, left, right, at: range)
        }
        return truth.isConstant && Self.isSetting(left, right) ? truth.union(.either) : truth
    }

    static func order(
        _ operation: FEELExpression.BinaryOperator, _ left: NumberInterval, _ right: NumberInterval
    ) -> Ternary {
        let one = ValueSet.numbers(left, orNull: false)
        let two = ValueSet.numbers(right, orNull: false)
        return switch operation {
        case .less: LiftedComparison.less(one, two)
        case .greater: LiftedComparison.less(two, one)
        case .lessOrEqual: LiftedComparison.atMost(one, two)
        default: LiftedComparison.atMost(two, one)
        }
    }

    // MARK: Equality

    /// What `=` can come to. Its messages tell the sign that is written.
    private mutating func equality(
        _ operation: FEELExpression.BinaryOperator, _ left: Operand, _ right: Operand, at range: Range<Int>
    ) -> Ternary {
        let shared = left.type.kinds.intersection(right.type.kinds)
        if shared.isEmpty {
            if let other = left.isNullLiteral ? right : right.isNullLiteral ? left : nil {
                report(.neverNull(other.text), at: range)
                return .false
            }
            if left.type.has(.null) || right.type.has(.null) {
                reportIncomparable(left, right, at: range)
                return [.false, .null]
            }
            reportIncomparable(left, right, at: range)
            return .null
        }
        if let impossible = impossibleText(left, right) {
            report(impossible.mistake, at: impossible.range)
            return left.type.kinds == [.string] && right.type.kinds == [.string] ? .false : [.false, .null]
        }
        var truth: Ternary = []
        if left.type.kinds.count > 1 || right.type.kinds.count > 1 {
            // One side null and the other not is false; two other kinds are not comparable.
            if left.type.has(.null) || right.type.has(.null) { truth.insert(.false) }
            truth.insert(.null)
        }
        for kind in shared {
            switch (left.type.part(kind), right.type.part(kind)) {
            case (.null, .null): truth.insert(.true)
            case (.number(let one), .number(let two)): truth.formUnion(Self.equality(one, two))
            case (.string(let one?), .string(let two?)): truth.formUnion(Self.equality(one, two))
            case (.boolean(let one?), .boolean(let two?)): truth.insert(one == two ? .true : .false)
            case (.function, .function), (.list, .list), (.context, .context), (.range, .range):
                truth.formUnion(.unknown)
            default: truth.formUnion(.either)
            }
        }
        if shared == [.number] {
            reportConstant(operation == .notEqual ? truth.negated : truth, left, right, at: range)
        }
        return truth.isConstant && Self.isSetting(left, right) ? truth.union(.either) : truth
    }

    private static func equality(_ left: NumberInterval, _ right: NumberInterval) -> Ternary {
        guard left.intersection(right) != nil else { return .false }
        return left.point != nil && left.point == right.point ? .true : .either
    }

    private static func equality(_ left: [String], _ right: [String]) -> Ternary {
        guard !Set(left).isDisjoint(with: right) else { return .false }
        return left.count == 1 && left == right ? .true : .either
    }

    /// A literal text that the other side cannot be.
    private func impossibleText(_ left: Operand, _ right: Operand) -> (mistake: FEELTypeMistake, range: Range<Int>)? {
        for (literal, other) in [(left, right), (right, left)] {
            guard let text = literal.literalText, other.literalText == nil, let allowed = other.type.strings,
                !allowed.contains(where: { $0.hasSameScalars(as: text) })
            else { continue }
            return (.impossibleText(text, subject: other.text, allowed: allowed), literal.expression.range)
        }
        return nil
    }

    // MARK: Telling

    private mutating func reportIncomparable(_ left: Operand, _ right: Operand, at range: Range<Int>) {
        for (literal, other) in [(left, right), (right, left)] {
            if let text = literal.literalText, FEELNumber(text) != nil, other.type.withoutNull.kind == .number {
                report(.quotedNumber(text), at: literal.expression.range)
                return
            }
        }
        guard !left.type.withoutNull.isNothing, !right.type.withoutNull.isNothing else { return }
        report(.incomparable(left.type, right.type), at: range)
    }

    /// Tells of numbers that lie apart. Two literals, or two names that each have one value, are a setting of their
    /// author, no mistake.
    private mutating func reportConstant(_ truth: Ternary, _ left: Operand, _ right: Operand, at range: Range<Int>) {
        guard truth.isConstant, !Self.isSetting(left, right), !left.expression.isLiteral || !right.expression.isLiteral
        else { return }
        let subject = left.type.interval?.point == nil || !left.expression.isLiteral ? left : right
        report(.constantComparison(truth == .true, subject: subject.text, subject.type), at: range)
    }

    /// Each side has one value only.
    private static func isSetting(_ left: Operand, _ right: Operand) -> Bool {
        guard !left.expression.isLiteral || !right.expression.isLiteral else { return false }
        return left.type.isSingle && right.type.isSingle
    }
}

extension Ternary {
    /// True for certain, or certainly not true.
    var isConstant: Bool { self == .true || !contains(.true) }
}

extension FEELType {
    /// One number or one text, null aside.
    fileprivate var isSingle: Bool {
        switch withoutNull {
        case .oneOf(let parts) where parts.count == 1:
            switch parts[0] {
            case .number(let interval): interval.point != nil
            case .string(let texts): texts?.count == 1
            case .boolean(let only): only != nil
            default: false
            }
        default: false
        }
    }
}

extension FEELExpression {
    /// A value as it stands, without names.
    var isLiteral: Bool {
        switch kind {
        case .null, .boolean, .number, .string, .temporal: true
        case .negation(let operand): operand.isLiteral
        default: false
        }
    }
}
