extension FEELTypeInference {
    /// `for … return …`
    mutating func iteration(_ iterators: [FEELIterator], _ result: FEELExpression) -> FEELType {
        inScope { inference in
            let isCertain = inference.bind(iterators)
            inference.bind("partial", to: .list(of: .any))
            let list = FEELType.list(of: inference.type(of: result))
            return isCertain ? list : list.orNull
        }
    }

    /// `some` and `every`
    mutating func quantified(_ iterators: [FEELIterator], _ condition: FEELExpression) -> FEELType {
        inScope { inference in
            inference.bind(iterators)
            _ = inference.condition(condition, .satisfies)
            return FEELType.boolean.orNull
        }
    }

    /// Binds the variables of loops; later ones see earlier ones.
    ///
    /// - Returns: `false` when there may be nothing to go through, which gives null.
    @discardableResult
    private mutating func bind(_ iterators: [FEELIterator]) -> Bool {
        var isCertain = true
        for iterator in iterators {
            switch iterator.domain {
            case .list(let list):
                let type = type(of: list)
                isCertain = isCertain && !type.has(.null) && !type.has(.range)
                bind(iterator.name, to: type.turns)
            case .range(let first, let last):
                let (low, high) = (type(of: first), type(of: last))
                isCertain = false
                var steps = FEELType.nothing
                if let one = low.interval, let two = high.interval { steps = steps.union(.number(in: one.hull(two))) }
                if low.has(.date), high.has(.date) { steps = steps.union(.date) }
                if steps.isNothing, !low.isNothing, !high.isNothing {
                    report(
                        .notSteppable(low.has(.number) || low.has(.date) ? high : low),
                        at: first.range.lowerBound..<last.range.upperBound)
                    steps = .any
                }
                bind(iterator.name, to: steps.isNothing ? .any : steps)
            }
        }
        return isCertain
    }

    /// `list[condition]` or `list[index]`
    mutating func filter(_ base: FEELExpression, _ condition: FEELExpression) -> FEELType {
        let source = type(of: base)
        let element = source.members
        let verdict = inScope { inference in
            inference.bindItem(element)
            return inference.type(of: condition)
        }
        if !verdict.isNothing, !verdict.has(.boolean), !verdict.has(.number), verdict != .null {
            report(.notBoolean(.filter, verdict), at: condition.range)
        }
        guard !verdict.isAny, !verdict.isNothing else { return .any }
        guard verdict.has(.number) else {
            let kept = FEELType.list(of: element)
            return verdict.kinds.isSubset(of: [.boolean, .null]) && mayFilterNothing(by: condition) ? kept : .any
        }
        // An index takes a member, or null beyond the end; an empty list has no member to tell an index from a condition.
        guard verdict.kind == .number else { return .any }
        return element.orNull.union(.list(of: element))
    }

    /// An empty list and null are filtered as if they held null: also then the condition is no index.
    private mutating func mayFilterNothing(by condition: FEELExpression) -> Bool {
        silently { inference in
            inference.inScope { inference in
                inference.bindItem(.null)
                return !inference.type(of: condition).has(.number)
            }
        }
    }

    mutating func context(_ entries: [FEELContextEntry], at range: Range<Int>) -> FEELType {
        inScope { inference in
            var result: [FEELType.Entry] = []
            for entry in entries {
                let isFunction = if case .function = entry.value.kind { true } else { false }
                // A function sees itself by its key.
                if isFunction { inference.bind(entry.key, to: .any) }
                let type = inference.type(of: entry.value)
                inference.bind(entry.key, to: type)
                if result.contains(where: { $0.key == entry.key }) {
                    inference.report(.keyTwice(entry.key), at: range)
                    return .null
                }
                result.append(.init(entry.key, type))
            }
            return .context(result)
        }
    }

    mutating func function(_ parameters: [FEELParameter], _ body: FEELExpression, external: Bool) -> FEELType {
        guard !external else { return .null }
        return inScope { inference in
            for parameter in parameters {
                inference.bind(parameter.name, to: parameter.type.map { FEELType($0).orNull } ?? .any)
            }
            let result = inference.type(of: body)
            // An argument of another type than the parameter's gives null.
            let mayRefuse = parameters.contains { $0.type != nil }
            return .oneOf([
                .function(.init(parameters: parameters.map(\.name), result: mayRefuse ? result.orNull : result))
            ])
        }
    }

    /// `@"…"`
    mutating func temporal(_ text: String, at range: Range<Int>) -> FEELType {
        if FEELDate(text) != nil { return .date }
        // A zone that the rules for time zones do not know gives null.
        if let moment = FEELDateTime(text) { return moment.zone == .none ? .dateTime : FEELType.dateTime.orNull }
        if let time = FEELTime(text) { return time.zone == .none ? .time : FEELType.time.orNull }
        if FEELDaysDuration(text) != nil { return .daysDuration }
        if FEELMonthsDuration(text) != nil { return .monthsDuration }
        report(.notTemporal(text), at: range)
        return .null
    }
}

extension FEELType {
    /// What the members are when the value stands where a list is asked; a value is the list of itself.
    var members: FEELType {
        isAny
            ? .any
            : .union(
                parts.map { part in
                    if case .list(let element) = part { element } else { FEELType.oneOf([part]) }
                })
    }

    /// What a loop variable takes.
    fileprivate var turns: FEELType {
        isAny
            ? .any
            : .union(
                parts.map { part -> FEELType in
                    switch part {
                    case .null: .nothing
                    case .list(let element): element
                    case .range(let bound): bound
                    default: .oneOf([part])
                    }
                })
    }

    /// The type that an author wrote; of a name that the engine does not know, `any`.
    package init(_ name: FEELTypeName) {
        switch name {
        case .list(let element): self = .list(of: FEELType(element).orNull)
        case .range(let bound): self = .range(of: FEELType(bound).orNull)
        // A value may have more keys than its type names.
        case .context: self = .context
        case .function: self = .function
        case .named("list"): self = .list(of: .any)
        case .named("range"): self = .range(of: .any)
        case .named("day and time duration"): self = .daysDuration
        case .named("year and month duration"): self = .monthsDuration
        case .named(let text):
            let kind = FEELValue.Kind.allCases.first { $0.typeName == text }
            self = kind.map { FEELType.any.restricted(to: [$0]) } ?? .any
        }
    }
}
