extension FEELTypeInference {
    /// The type of a name: narrowed by a condition, bound inside the expression, else of the scope, else a builtin.
    mutating func type(ofName name: String, at range: Range<Int>) -> FEELType {
        if let type = environment.narrowing.types[.init(name: name, member: nil)] { return type }
        let type = lookUp(name, environment.bindings[...])
        if type == nil, let known = closedItemKeys { report(.unknownItemName(name, known: known), at: range) }
        return type ?? .any
    }

    /// `nil` for a name that nobody knows.
    func lookUp(_ name: String, _ bindings: ArraySlice<Environment.Binding>) -> FEELType? {
        guard let innermost = bindings.last else {
            return scope.type(of: name) ?? (builtin(named: name) == nil ? nil : .function)
        }
        let outer = bindings.dropLast()
        switch innermost {
        case .name(let bound, let type): return bound == name ? type : lookUp(name, outer)
        case .item(let item):
            let (own, maybeAbsent) = item.entry(named: name)
            guard maybeAbsent else { return own }
            let other = name == "item" ? item : lookUp(name, outer)
            guard let own else { return other }
            return own.union(other ?? .any)
        }
    }

    func builtin(named name: String) -> Builtin? { extensions[name] ?? Builtin.standard[name] }

    /// The keys of the members that the innermost filter looks at, where all are known.
    private var closedItemKeys: [String]? {
        guard case .item(let item)? = environment.bindings.last, !item.isAny,
            case .context(let entries?)? = item.part(.context)
        else { return nil }
        return entries.map(\.key)
    }

    /// Whether the name is bound inside the expression, not by the scope; `nil` when that cannot be told.
    private func isBound(_ name: String) -> Bool {
        environment.bindings.contains { binding in
            switch binding {
            case .name(let bound, _): bound == name
            case .item(let item): name == "item" || item.entry(named: name).type != nil
            }
        }
    }

    /// Binds a name from here on; what conditions said of another one of that name is forgotten.
    mutating func bind(_ name: String, to type: FEELType) {
        environment.bindings.append(.name(name, type))
        environment.narrowing = environment.narrowing.forgetting(name)
    }

    /// Binds the member that a filter looks at; its keys are names.
    mutating func bindItem(_ item: FEELType) {
        environment.bindings.append(.item(item))
        let hidden = environment.narrowing.types.keys.filter {
            $0.name == "item" || item.entry(named: $0.name).type != nil
        }
        environment.narrowing.conditions = [:]
        for path in hidden { environment.narrowing.types[path] = nil }
    }

    /// `base.name`
    mutating func path(_ base: FEELExpression, _ member: String, at range: Range<Int>) -> FEELType {
        if case .name(let name) = base.kind {
            if let type = environment.narrowing.types[.init(name: name, member: member)] { return type }
            if !isBound(name), let type = scope.type(of: name, member: member) { return type }
        }
        let type = type(of: base)
        guard !type.isAny, !type.isNothing else { return .any }
        if type.withoutNull.parts.allSatisfy({ !$0.hasMember(member) }), type != .null {
            report(.noMember(member, type.withoutNull, known: type.parts.flatMap(\.memberNames)), at: range)
        }
        return type.member(member)
    }
}

extension FEELType {
    /// What a context has under a key; other values have no keys.
    func entry(named name: String) -> (type: FEELType?, maybeAbsent: Bool) {
        guard !isAny else { return (.any, true) }
        guard case .context(let entries)? = part(.context) else { return (nil, true) }
        let hasOthers = parts.count > 1
        guard let entries else { return (.any, true) }
        let type = entries.first { $0.key == name }?.type
        return (type, hasOthers || type == nil)
    }

    /// The type of `value.name`; null where there is no such part.
    func member(_ name: String) -> FEELType {
        isAny ? .any : .union(parts.map { $0.member(name) })
    }
}

extension FEELType.Part {
    fileprivate func hasMember(_ name: String) -> Bool {
        switch self {
        case .context(nil): true
        case .list(let element):
            element.isAny || element.withoutNull.parts.isEmpty
                || element.withoutNull.parts.contains { $0.hasMember(name) }
        default: memberNames.contains(name)
        }
    }

    /// What can stand behind the point.
    fileprivate var memberNames: [String] {
        switch self {
        case .context(let entries): entries?.map(\.key) ?? []
        case .list(let element): element.isAny ? [] : element.parts.flatMap(\.memberNames)
        default: properties.map(\.key)
        }
    }

    fileprivate func member(_ name: String) -> FEELType {
        switch self {
        case .context(nil): .any
        case .context(let entries?): entries.first { $0.key == name }?.type ?? .null
        case .list(let element): .list(of: element.member(name))
        default: properties.first { $0.key == name }?.type ?? .null
        }
    }

    /// The properties of dates, times, durations and ranges (DMN 1.5, table 65).
    private var properties: [FEELType.Entry] {
        let ofDate = ["year", "month", "day", "weekday"].map { FEELType.Entry($0, .number) }
        let ofTime =
            ["hour", "minute", "second"].map { FEELType.Entry($0, .number) } + [
                .init("time offset", FEELType.daysDuration.orNull), .init("timezone", FEELType.string.orNull),
            ]
        switch self {
        case .date: return ofDate
        case .time: return ofTime
        case .dateTime: return ofDate + ofTime
        case .daysDuration: return ["days", "hours", "minutes", "seconds"].map { FEELType.Entry($0, .number) }
        case .monthsDuration: return ["years", "months"].map { FEELType.Entry($0, .number) }
        case .range(let bound):
            return [
                .init("start", bound.orNull), .init("end", bound.orNull), .init("start included", .boolean),
                .init("end included", .boolean),
            ]
        default: return []
        }
    }
}
