/// How two comparable values stand to each other.
package enum FEELOrdering: Hashable, Sendable {
    case less, equal, greater

    init<Value: Comparable>(_ left: Value, _ right: Value) {
        self = left < right ? .less : right < left ? .greater : .equal
    }

    var reversed: FEELOrdering {
        switch self {
        case .less: .greater
        case .equal: .equal
        case .greater: .less
        }
    }
}

extension FEELValue {
    /// Order as `<` sees it (DMN 1.5, table 53).
    ///
    /// - Returns: `nil` for values of different kinds, for kinds without order, and for times of which one has an
    ///   offset and the other has none. Strings go by code point.
    package func compare(
        _ other: FEELValue, timeZones: (any TimeZoneRules)? = nil
    ) -> FEELOrdering? {
        switch (self, other) {
        case (.number(let left), .number(let right)): FEELOrdering(left, right)
        case (.string(let left), .string(let right)): left.compareScalars(right)
        case (.date(let left), .date(let right)): left.ordering(to: right)
        case (.time(let left), .time(let right)): left.ordering(to: right)
        case (.dateTime(let left), .dateTime(let right)): left.ordering(to: right, timeZones: timeZones)
        case (.daysDuration(let left), .daysDuration(let right)): FEELOrdering(left, right)
        case (.monthsDuration(let left), .monthsDuration(let right)): FEELOrdering(left, right)
        default: nil
        }
    }

    /// A total order over all values, for results that must not depend on the order of their making: by kind, then
    /// by value. Functions come last and keep the order in which they are met.
    static func inFixedOrder(_ left: FEELValue, _ right: FEELValue) -> Bool {
        left.fixedOrdering(to: right) == .less
    }

    private func fixedOrdering(to other: FEELValue) -> FEELOrdering {
        guard kind == other.kind else { return FEELOrdering(kind, other.kind) }
        switch (self, other) {
        case (.boolean(let left), .boolean(let right)):
            return FEELOrdering(left ? 1 : 0, right ? 1 : 0)
        case (.list(let left), .list(let right)):
            return firstDifference(left, right)
        case (.context(let left), .context(let right)):
            let keys = firstDifference(
                left.entries.map { .string($0.key) }, right.entries.map { .string($0.key) })
            guard keys == .equal else { return keys }
            return firstDifference(left.entries.map(\.value), right.entries.map(\.value))
        case (.range, .range), (.time, .time), (.dateTime, .dateTime):
            return text.compareScalars(other.text)
        default:
            return compare(other) ?? .equal
        }
    }
}

private func firstDifference(_ left: [FEELValue], _ right: [FEELValue]) -> FEELOrdering {
    for (one, other) in zip(left, right) {
        if FEELValue.inFixedOrder(one, other) { return .less }
        if FEELValue.inFixedOrder(other, one) { return .greater }
    }
    return FEELOrdering(left.count, right.count)
}

extension String {
    /// UTF-8 keeps the order of code points.
    fileprivate func compareScalars(_ other: String) -> FEELOrdering {
        if utf8.lexicographicallyPrecedes(other.utf8) { return .less }
        return other.utf8.lexicographicallyPrecedes(utf8) ? .greater : .equal
    }
}
