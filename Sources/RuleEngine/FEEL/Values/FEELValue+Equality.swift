extension FEELValue {
    /// Equality as `=` sees it (DMN 1.5, 10.3.2.13): three-valued.
    ///
    /// - Returns: `nil`, FEEL's null, for values of different kinds. Null equals null and nothing else. Lists and
    ///   contexts are equal when their members are; the first certain difference settles it.
    package func isEqual(_ other: FEELValue, timeZones: (any TimeZoneRules)? = nil) -> Bool? {
        switch (self, other) {
        case (.null, .null): true
        case (.null, _), (_, .null): false
        case (.boolean(let left), .boolean(let right)): left == right
        case (.number(let left), .number(let right)): left == right
        case (.string(let left), .string(let right)): left.hasSameScalars(as: right)
        case (.date(let left), .date(let right)): left == right
        case (.time(let left), .time(let right)):
            left.isEqual(to: right) ?? (left == right)
        case (.dateTime(let left), .dateTime(let right)):
            left.isEqual(to: right, timeZones: timeZones) ?? (left == right)
        case (.daysDuration(let left), .daysDuration(let right)): left == right
        case (.monthsDuration(let left), .monthsDuration(let right)): left == right
        case (.list(let left), .list(let right)):
            left.count == right.count ? allEqual(zip(left, right), timeZones) : false
        case (.context(let left), .context(let right)): left.isEqual(right, timeZones)
        case (.range(let left), .range(let right)): left.isEqual(right, timeZones)
        case (.function(let left), .function(let right)): left == right ? true : nil
        default: nil
        }
    }
}

extension FEELContext {
    /// Same keys with equal values, in any order.
    fileprivate func isEqual(_ other: FEELContext, _ timeZones: (any TimeZoneRules)?) -> Bool? {
        guard entries.count == other.entries.count else { return false }
        var pairs: [(FEELValue, FEELValue)] = []
        for entry in entries {
            guard let value = other[entry.key] else { return false }
            pairs.append((entry.value, value))
        }
        return allEqual(pairs, timeZones)
    }
}

extension FEELRange {
    fileprivate func isEqual(_ other: FEELRange, _ timeZones: (any TimeZoneRules)?) -> Bool? {
        guard lowIncluded == other.lowIncluded, highIncluded == other.highIncluded,
            isEquality == other.isEquality, (low == nil) == (other.low == nil), (high == nil) == (other.high == nil)
        else { return false }
        return allEqual(
            [
                (low ?? .null, other.low ?? .null),
                (high ?? .null, other.high ?? .null),
            ], timeZones)
    }
}

/// True when all pairs are equal, false when one certainly differs, else `nil`.
private func allEqual(
    _ pairs: some Sequence<(FEELValue, FEELValue)>, _ timeZones: (any TimeZoneRules)?
) -> Bool? {
    var result: Bool? = true
    for (left, right) in pairs {
        switch left.isEqual(right, timeZones: timeZones) {
        case false?: return false
        case nil: result = nil
        case true?: break
        }
    }
    return result
}

// MARK: - Identity

/// Identity, for sets of values: the same kind, the same content, entries in the same order.
///
/// Unlike `=` it is two-valued and tells a moment apart from the same moment in another zone. The number of zeros
/// behind a decimal point is no part of identity: 1.10 is 1.1.
extension FEELValue: Hashable {
    /// The same kind and the same value; unlike FEEL's `=`, which is null between values of different kinds.
    public static func == (left: FEELValue, right: FEELValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.boolean(let left), .boolean(let right)): left == right
        case (.number(let left), .number(let right)): left == right
        case (.string(let left), .string(let right)): left.hasSameScalars(as: right)
        case (.date(let left), .date(let right)): left == right
        case (.time(let left), .time(let right)): left == right
        case (.dateTime(let left), .dateTime(let right)): left == right
        case (.daysDuration(let left), .daysDuration(let right)): left == right
        case (.monthsDuration(let left), .monthsDuration(let right)): left == right
        case (.list(let left), .list(let right)): left == right
        case (.context(let left), .context(let right)): left == right
        case (.range(let left), .range(let right)): left == right
        case (.function(let left), .function(let right)): left == right
        default: false
        }
    }

    /// Identical values have equal hashes.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        switch self {
        case .null: break
        case .boolean(let value): hasher.combine(value)
        case .number(let value): hasher.combine(value)
        case .string(let value): hasher.combine(value)
        case .date(let value): hasher.combine(value)
        case .time(let value): hasher.combine(value)
        case .dateTime(let value): hasher.combine(value)
        case .daysDuration(let value): hasher.combine(value)
        case .monthsDuration(let value): hasher.combine(value)
        case .list(let value): hasher.combine(value)
        case .context(let value): hasher.combine(value)
        case .range(let value): hasher.combine(value)
        case .function(let value): hasher.combine(value)
        }
    }
}

extension FEELRange.BoxedValue: Hashable {
    static func == (left: FEELRange.BoxedValue, right: FEELRange.BoxedValue) -> Bool {
        left.value == right.value
    }

    func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

extension String {
    /// FEEL compares code points; Swift's `==` also takes canonically equivalent spellings for equal.
    func hasSameScalars(as other: String) -> Bool {
        // What Swift tells apart has other scalars.
        guard utf8.count == other.utf8.count, self == other else { return false }
        let isSame = utf8.withContiguousStorageIfAvailable { left in
            other.utf8.withContiguousStorageIfAvailable { left.hasSameBytes(as: $0) }
        }
        return (isSame ?? nil) ?? utf8.elementsEqual(other.utf8)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The same as another one of as many bytes, eight bytes at a time.
    fileprivate func hasSameBytes(as other: UnsafeBufferPointer<UInt8>) -> Bool {
        let (left, right) = (UnsafeRawBufferPointer(self), UnsafeRawBufferPointer(other))
        var index = 0
        while index + 8 <= count {
            let (one, two) = (
                left.loadUnaligned(fromByteOffset: index, as: UInt64.self),
                right.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            )
            if one != two { return false }
            index += 8
        }
        while index < count {
            if self[index] != other[index] { return false }
            index += 1
        }
        return true
    }
}
