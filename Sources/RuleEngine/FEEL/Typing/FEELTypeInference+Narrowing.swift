extension FEELTypeInference {
    /// Notes what a condition says of the names in it, where it holds, or where it does not (and is false or null).
    mutating func narrow(by condition: FEELExpression, holds: Bool) {
        environment.narrowing.conditions[FEELPrinter.text(of: condition)] = holds
        switch condition.kind {
        case .name, .path:
            narrow(condition) { type in
                holds ? FEELType(.boolean(true)) : .oneOf(type.parts.filter { $0 != .boolean(true) }.map(\.notTrue))
            }
        case .binary(.and, let left, let right) where holds:
            narrow(by: left, holds: true)
            narrow(by: right, holds: true)
        case .binary(.or, let left, let right) where !holds:
            narrow(by: left, holds: false)
            narrow(by: right, holds: false)
        case .binary(let operation, let left, let right):
            narrow(left, operation, right, holds: holds)
            narrow(right, operation.mirrored, left, holds: holds)
        case .between(let value, let low, let high) where holds:
            narrow(value, .greaterOrEqual, low, holds: true)
            narrow(value, .lessOrEqual, high, holds: true)
        case .membership(let value, let tests):
            narrow(value, by: tests, holds: holds)
        case .call(let callee, .positional(let arguments)) where holds && arguments.count == 1:
            // What `not` turns to true is false.
            if case .name("not") = callee.kind, extensions["not"] == nil { narrow(by: arguments[0], holds: false) }
        default: break
        }
    }

    /// Gives a name, or the member of a name, a narrower type.
    private mutating func narrow(_ expression: FEELExpression, _ narrower: (FEELType) -> FEELType) {
        let path: FEELNarrowing.Path
        switch expression.kind {
        case .name(let name): path = .init(name: name, member: nil)
        case .path(let base, let member):
            guard case .name(let name) = base.kind else { return }
            path = .init(name: name, member: member)
        default: return
        }
        let type = silently { $0.type(of: expression) }
        let narrowed = narrower(type)
        // Without values the condition contradicts what is known; that was told, and what follows is checked as if it did not.
        guard !narrowed.isNothing, narrowed != type else { return }
        environment.narrowing.types[path] = narrowed
    }

    private mutating func narrow(
        _ expression: FEELExpression, _ operation: FEELExpression.BinaryOperator, _ other: FEELExpression, holds: Bool
    ) {
        guard expression.isPlace, other.isSimple else { return }
        let other = silently { $0.type(of: other) }
        guard !other.isNothing else { return }
        switch (operation, holds) {
        case (.less, true), (.lessOrEqual, true), (.greater, true), (.greaterOrEqual, true):
            narrow(expression) { type in
                .oneOf(
                    type.restricted(to: other.kinds.filter(\.hasOrder)).parts.compactMap { part in
                        guard case .number(let interval) = part, let bound = other.interval else { return part }
                        return interval.intersection(bound.reach(of: operation)).map { .number($0) }
                    })
            }
        case (.less, false), (.lessOrEqual, false), (.greater, false), (.greaterOrEqual, false):
            // Only where the other side is a number for certain does it follow that the opposite holds.
            guard other.kind == .number, let bound = other.interval, let opposite = operation.opposite else { return }
            narrow(expression) { type in
                .oneOf(
                    type.parts.compactMap { part in
                        guard case .number(let interval) = part else { return part }
                        return interval.intersection(bound.reach(of: opposite)).map { .number($0) }
                    })
            }
        case (.equal, true):
            narrow(expression) { $0.common(with: other) }
        case (.equal, false), (.notEqual, true):
            narrow(expression) { $0.without(other) }
        default: break
        }
    }

    /// `x in ("a", "b")` and `x in [1..5]`
    private mutating func narrow(_ value: FEELExpression, by tests: [FEELUnaryTest], holds: Bool) {
        let texts = tests.compactMap { test -> String? in
            if case .expression(let expression) = test, case .string(let text) = expression.kind { text } else { nil }
        }
        if texts.count == tests.count {
            if holds {
                narrow(value) { $0.common(with: .strings(texts)) }
            } else {
                for text in texts { narrow(value) { $0.without(.strings([text])) } }
            }
        } else if holds, tests.count == 1, case .expression(let expression) = tests[0],
            case .range(let syntax) = expression.kind, syntax.equality == nil
        {
            if let low = syntax.low {
                narrow(value, syntax.lowIncluded ? .greaterOrEqual : .greater, low, holds: true)
            }
            if let high = syntax.high {
                narrow(value, syntax.highIncluded ? .lessOrEqual : .less, high, holds: true)
            }
        }
    }
}

extension FEELExpression {
    /// A name or the member of a name: what can be narrowed.
    fileprivate var isPlace: Bool {
        switch kind {
        case .name: true
        case .path(let base, _): if case .name = base.kind { true } else { false }
        default: false
        }
    }

    /// Cheap to look at once more: no condition stands in it.
    fileprivate var isSimple: Bool {
        switch kind {
        case .binary(_, let left, let right): left.isSimple && right.isSimple
        case .negation(let operand): operand.isSimple
        default: isLiteral || isPlace
        }
    }
}

extension FEELType {
    /// What can equal a value of the other type.
    fileprivate func common(with other: FEELType) -> FEELType {
        guard !other.isAny else { return self }
        return .oneOf(
            restricted(to: other.kinds).parts.compactMap { part in
                switch (part, other.part(part.kind)) {
                case (.number(let one), .number(let two)): one.intersection(two).map { .number($0) }
                case (.string(let one?), .string(let two?)):
                    one.contains(where: two.contains) ? .string(one.filter(two.contains)) : nil
                case (.string(nil), .string(let two?)): .string(two)
                case (.boolean(let one), .boolean(let two)):
                    one == nil ? .boolean(two) : two == nil || one == two ? part : nil
                default: part
                }
            })
    }

    /// What is left where the value is not that one; only a single null, text or truth value can be taken away.
    fileprivate func without(_ other: FEELType) -> FEELType {
        guard case .oneOf(let parts) = other, parts.count == 1 else { return self }
        switch parts[0] {
        case .null: return withoutNull
        case .string(let texts?) where texts.count == 1:
            guard let strings else { return self }
            let rest = strings.filter { $0 != texts[0] }
            return .oneOf(self.parts.compactMap { $0.kind != .string ? $0 : rest.isEmpty ? nil : .string(rest) })
        case .boolean(let only?):
            return .oneOf(
                self.parts.compactMap { $0 == .boolean(nil) ? .boolean(!only) : $0 == .boolean(only) ? nil : $0 })
        default: return self
        }
    }
}

extension FEELType.Part {
    /// The same where the value is not true.
    fileprivate var notTrue: FEELType.Part { self == .boolean(nil) ? .boolean(false) : self }
}

extension NumberInterval {
    /// The numbers that stand in that order to some number here: those less than the upper end, and so on.
    fileprivate func reach(of operation: FEELExpression.BinaryOperator) -> NumberInterval {
        switch operation {
        case .less: NumberInterval(low: nil, high: high, highIncluded: false)
        case .lessOrEqual: NumberInterval(low: nil, high: high, highIncluded: highIncluded)
        case .greater: NumberInterval(low: low, high: nil, lowIncluded: false)
        case .greaterOrEqual: NumberInterval(low: low, high: nil, lowIncluded: lowIncluded)
        default: .all
        }
    }
}

extension FEELExpression.BinaryOperator {
    /// The sign with its sides swapped.
    var mirrored: FEELExpression.BinaryOperator {
        switch self {
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        default: self
        }
    }

    /// The sign that holds of numbers where this one does not.
    fileprivate var opposite: FEELExpression.BinaryOperator? {
        switch self {
        case .less: .greaterOrEqual
        case .lessOrEqual: .greater
        case .greater: .lessOrEqual
        case .greaterOrEqual: .less
        default: nil
        }
    }
}
