extension ValueSet {
    /// One of the given values: without doubles, in a fixed order, exact when only one is left, and widened to an
    /// interval or to `anything` when there are more than `finiteLimit`. Of no values nothing is known.
    public init(oneOf values: some Sequence<FEELValue>) {
        if let numbers = FEELNumber.sorted(values, atMost: Self.finiteLimit) {
            self = numbers.count == 1 ? .exactly(.number(numbers[0])) : .oneOf(numbers.map { .number($0) })
            return
        }
        var seen: Set<FEELValue> = []
        var members = values.filter { seen.insert($0).inserted }
        if members.count > Self.finiteLimit {
            self = Self.hull(members)
        } else if let only = members.first, members.count == 1 {
            self = .exactly(only)
        } else if members.isEmpty {
            self = .anything
        } else {
            members.sort(by: FEELValue.inFixedOrder)
            self = .oneOf(members)
        }
    }

    /// One of the whole numbers from `low` to `high`.
    init(integers range: ClosedRange<Int>) {
        if range.count == 1 {
            self = .exactly(.number(FEELNumber(range.lowerBound)))
        } else if range.count <= Self.finiteLimit {
            self = .oneOf(range.map { .number(FEELNumber($0)) })
        } else {
            self = .numbers(
                NumberInterval(low: FEELNumber(range.lowerBound), high: FEELNumber(range.upperBound)),
                orNull: false)
        }
    }

    /// The same of numbers in their order, without doubles, and of null.
    init(sorted numbers: [FEELNumber], orNull: Bool) {
        guard numbers.count + (orNull ? 1 : 0) <= Self.finiteLimit, !numbers.isEmpty else {
            self.init(oneOf: numbers.map { FEELValue.number($0) } + (orNull ? [.null] : []))
            return
        }
        if numbers.count == 1, !orNull {
            self = .exactly(.number(numbers[0]))
        } else {
            self = .oneOf((orNull ? [.null] : []) + numbers.map { .number($0) })
        }
    }

    private static func hull(_ values: [FEELValue]) -> ValueSet {
        let view = NumericView(values)
        guard !view.maybeOtherKind, let interval = view.interval else { return .anything }
        return interval.set(orNull: view.maybeNull)
    }

    /// Known exactly.
    public var isExact: Bool { exactValue != nil }

    /// The only value that is possible, if there is one.
    public var exactValue: FEELValue? {
        guard case .exactly(let value) = self else { return nil }
        return value
    }

    /// The values of a set that lists them; `nil` for intervals and for what is known in part.
    public var finiteValues: [FEELValue]? {
        switch self {
        case .exactly(let value): [value]
        case .oneOf(let values): values
        case .numbers, .list, .context, .anything: nil
        }
    }

    /// A set that holds both.
    package func union(_ other: ValueSet) -> ValueSet {
        if let left = finiteValues, let right = other.finiteValues {
            let joined = ValueSet(oneOf: left + right)
            if case .anything = joined {} else { return joined }
        }
        if let left = NumericView(pure: self), let right = NumericView(pure: other) {
            let interval = NumericView.hull(left.interval, right.interval)
            return interval?.set(orNull: left.maybeNull || right.maybeNull) ?? .exactly(.null)
        }
        if let left = contextEntries, let right = other.contextEntries, left.map(\.key) == right.map(\.key) {
            return ValueSet(
                entries: zip(left, right).map { Entry(key: $0.key, value: $0.value.union($1.value)) })
        }
        if let left = onlyLists, let right = other.onlyLists {
            return ValueSet(left.union(right))
        }
        return .anything
    }

    /// A set that holds all of them; of none nothing is known.
    static func union(_ sets: [ValueSet]) -> ValueSet {
        guard let first = sets.first else { return .anything }
        let finite = sets.compactMap(\.finiteValues)
        if finite.count == sets.count {
            let joined = ValueSet(oneOf: finite.joined())
            if case .anything = joined {} else { return joined }
        }
        return sets.dropFirst().reduce(first) { $0.union($1) }
    }

    /// The numbers of the set that lie in the interval; `nil` when there are none. Other values drop out.
    package func restricted(to interval: NumberInterval) -> ValueSet? {
        if let values = finiteValues {
            let kept = values.filter { value in
                if case .number(let number) = value { interval.contains(number) } else { false }
            }
            return kept.isEmpty ? nil : ValueSet(oneOf: kept)
        }
        return NumericView(self).interval?.intersection(interval)?.set()
    }

    /// A context; exact when all its entries are.
    package init(entries: [Entry]) {
        var values: [FEELContext.Entry] = []
        for entry in entries {
            guard let value = entry.value.exactValue else {
                self = .context(entries)
                return
            }
            values.append(.init(key: entry.key, value: value))
        }
        self = .exactly(.context(FEELContext(values)))
    }

    /// The entries of a set in which every value is a context with the same keys in the same order.
    var contextEntries: [Entry]? {
        switch self {
        case .exactly(.context(let context)):
            context.entries.map { Entry(key: $0.key, value: .exactly($0.value)) }
        case .context(let entries): entries
        default: nil
        }
    }

    /// The same, as entries by key: what the value of `name` is, and whether the set has values without it.
    func entry(named name: String) -> (value: ValueSet?, maybeAbsent: Bool) {
        switch self {
        case .exactly(.context(let context)):
            let value = context[name]
            return (value.map(ValueSet.exactly), value == nil)
        case .context(let entries):
            let value = entries.first { $0.key == name }?.value
            return (value, value == nil)
        case .oneOf(let values):
            let parts = values.map { ValueSet.exactly($0).entry(named: name) }
            let found = parts.compactMap(\.value)
            return (found.isEmpty ? nil : .union(found), parts.contains(where: \.maybeAbsent))
        case .anything:
            return (.anything, true)
        case .exactly, .numbers, .list:
            return (nil, true)
        }
    }
}

extension ValueSet {
    /// The values that are not null; `nil` when there is no other.
    package var withoutNull: ValueSet? {
        switch self {
        case .exactly(let value): value.isNull ? nil : self
        case .oneOf(let values): ValueSet(oneOf: values.filter { !$0.isNull })
        case .numbers(let interval, _): .numbers(interval, orNull: false)
        case .list, .context, .anything: self
        }
    }
}

extension FEELNumber {
    /// Some numbers in their order, without doubles; `nil` where there are none, more than a limit, or other values.
    fileprivate static func sorted(_ values: some Sequence<FEELValue>, atMost limit: Int) -> [FEELNumber]? {
        var result: [FEELNumber] = []
        for value in values {
            guard case .number(let number) = value else { return nil }
            number.insert(into: &result)
            guard result.count <= limit else { return nil }
        }
        return result.isEmpty ? nil : result
    }

    /// Puts the number into a list in which numbers stand in their order, each once.
    func insert(into numbers: inout [FEELNumber]) {
        // They mostly come in their order.
        guard let last = numbers.last else {
            numbers.reserveCapacity(8)
            return numbers.append(self)
        }
        if last < self { return numbers.append(self) }
        var (low, high) = (0, numbers.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if numbers[middle] < self { low = middle + 1 } else { high = middle }
        }
        if self < numbers[low] { numbers.insert(self, at: low) }
    }
}
