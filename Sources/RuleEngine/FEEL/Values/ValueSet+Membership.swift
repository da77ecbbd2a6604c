extension ValueSet {
    /// The value is possible.
    public func contains(_ value: FEELValue) -> Bool {
        switch self {
        case .exactly(let only): return only == value
        case .oneOf(let values): return values.contains(value)
        case .numbers(let interval, let orNull):
            if case .number(let number) = value { return interval.contains(number) }
            return orNull && value.isNull
        case .list(let list):
            guard case .list(let elements) = value else { return false }
            return list.contains(elements)
        case .context(let entries):
            guard case .context(let context) = value else { return false }
            return entries.map(\.key) == context.entries.map(\.key)
                && zip(entries, context.entries).allSatisfy { $0.value.contains($1.value) }
        case .anything: return true
        }
    }

    /// Every value of this set is in the other one. `true` is proved; `false` can mean that no proof was found.
    package func isSubset(of other: ValueSet) -> Bool {
        if case .anything = other { return true }
        if let values = finiteValues { return values.allSatisfy(other.contains) }
        switch self {
        case .exactly, .oneOf, .anything: return false
        case .numbers(let interval, let orNull):
            guard case .numbers(let outer, let outerOrNull) = other else { return false }
            return interval.isSubset(of: outer) && (outerOrNull || !orNull)
        case .list(let list):
            guard case .list(let outer) = other else { return false }
            return list.isSubset(of: outer)
        case .context(let entries):
            guard case .context(let outer) = other, entries.map(\.key) == outer.map(\.key) else { return false }
            return zip(entries, outer).allSatisfy { $0.value.isSubset(of: $1.value) }
        }
    }

    /// No value of one set can equal a value of the other as `=` sees it. `true` is proved.
    func isProvablyDifferent(from other: ValueSet) -> Bool {
        if let left = finiteValues, let right = other.finiteValues {
            return left.allSatisfy { value in right.allSatisfy(value.isProvablyDifferent) }
        }
        if let entries = contextEntries, let others = other.contextEntries {
            guard entries.count == others.count else { return true }
            return entries.contains { entry in
                guard let match = others.first(where: { $0.key == entry.key }) else { return true }
                return entry.value.isProvablyDifferent(from: match.value)
            }
        }
        if case .anything = self { return false }
        if case .anything = other { return false }
        let left = NumericView(self)
        let right = NumericView(other)
        if left.maybeNull && right.maybeNull { return false }
        if left.maybeOtherKind && right.maybeOtherKind { return false }
        guard let one = left.interval, let two = right.interval else { return true }
        return one.intersection(two) == nil
    }

    /// All values of the set one by one, looking into lists and contexts; `nil` when there are more than `limit`
    /// or they cannot be listed.
    package func completions(atMost limit: Int) -> [FEELValue]? {
        switch self {
        case .exactly(let value): return [value]
        case .oneOf(let values): return values.count <= limit ? values : nil
        case .numbers, .anything: return nil
        case .list(let list):
            guard list.isFixed else { return nil }
            return cartesianProduct(list.members.map(\.value), atMost: limit)?.map { .list($0) }
        case .context(let entries):
            return cartesianProduct(entries.map(\.value), atMost: limit)?.map { values in
                .context(FEELContext(zip(entries, values).map { .init(key: $0.key, value: $1) }))
            }
        }
    }
}

extension FEELValue {
    /// Not equal whatever the rules of time zones are, which can make equal what looks apart.
    fileprivate func isProvablyDifferent(from other: FEELValue) -> Bool {
        switch (self, other) {
        case (.dateTime(let left), .dateTime(let right)):
            left.isEqual(to: right) == false && !left.zone.isNamed && !right.zone.isNamed
        case (.list(let left), .list(let right)):
            left.count != right.count || zip(left, right).contains { $0.isProvablyDifferent(from: $1) }
        case (.context(let left), .context(let right)):
            left.entries.count != right.entries.count
                || left.entries.contains { entry in
                    right[entry.key].map { entry.value.isProvablyDifferent(from: $0) } ?? true
                }
        default: isEqual(other) != true
        }
    }
}

extension FEELZone {
    fileprivate var isNamed: Bool {
        if case .named = self { true } else { false }
    }
}

/// Every way to take one value from each set; `nil` when there are more than `limit`.
func cartesianProduct(_ sets: [ValueSet], atMost limit: Int) -> [[FEELValue]]? {
    var rows: [[FEELValue]] = [[]]
    for set in sets {
        guard let values = set.completions(atMost: limit), rows.count * values.count <= limit else { return nil }
        rows = rows.flatMap { row in values.map { row + [$0] } }
    }
    return rows
}
