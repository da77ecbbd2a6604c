/// Equal values that are not written alike: 1.1 and 1.10 are equal, and so are ten o'clock in Amsterdam and nine o'clock in
/// Greenwich; a text that names them shows which one it was. So what is told or found is the same as before only where it is
/// written alike too: a session whose inputs changed shows what a fresh one shows.
extension FEELValue {
    /// Whether an equal value is written alike.
    func isWrittenAlike(_ other: FEELValue) -> Bool {
        switch (self, other) {
        case (.number(let left), .number(let right)): left.isWrittenAlike(right)
        case (.list(let left), .list(let right)): left.areWrittenAlike(right)
        case (.context(let left), .context(let right)):
            zip(left.entries, right.entries).allSatisfy { $0.key == $1.key && $0.value.isWrittenAlike($1.value) }
        case (.time, .time), (.dateTime, .dateTime), (.range, .range): text == other.text
        default: true
        }
    }
}

extension [FEELValue] {
    /// Whether equal lists are written alike.
    fileprivate func areWrittenAlike(_ other: [FEELValue]) -> Bool {
        isOne(with: other) || zip(self, other).allSatisfy { $0.isWrittenAlike($1) }
    }
}

extension Array {
    /// Whether both are one list in memory, as equal lists mostly are.
    fileprivate func isOne(with other: [Element]) -> Bool {
        withUnsafeBufferPointer { own in other.withUnsafeBufferPointer { own.baseAddress == $0.baseAddress } }
    }
}

extension ValueSet {
    /// Whether an equal set is written alike.
    func isWrittenAlike(_ other: ValueSet) -> Bool {
        switch (self, other) {
        case (.exactly(let left), .exactly(let right)): left.isWrittenAlike(right)
        case (.oneOf(let left), .oneOf(let right)): left.areWrittenAlike(right)
        case (.numbers(let left, _), .numbers(let right, _)):
            left.low.isWrittenAlike(right.low) && left.high.isWrittenAlike(right.high)
        case (.list(let left), .list(let right)):
            left.members.isOne(with: right.members)
                || zip(left.members, right.members).allSatisfy { $0.value.isWrittenAlike($1.value) }
        case (.context(let left), .context(let right)):
            zip(left, right).allSatisfy { $0.key == $1.key && $0.value.isWrittenAlike($1.value) }
        default: true
        }
    }

    /// Whether another set is equal and written alike.
    func isSame(as other: ValueSet) -> Bool { self == other && isWrittenAlike(other) }
}

extension FEELNumber? {
    fileprivate func isWrittenAlike(_ other: FEELNumber?) -> Bool {
        guard let self, let other else { return true }
        return self.isWrittenAlike(other)
    }
}

extension FEELNumber {
    /// Whether an equal number is written alike.
    fileprivate func isWrittenAlike(_ other: FEELNumber) -> Bool { exponent == other.exponent }
}

extension Dictionary where Value == ValueSet {
    /// Whether the same keys have sets that are equal and written alike.
    func isSame(as other: Self) -> Bool {
        count == other.count && allSatisfy { key, set in other[key].map { set.isSame(as: $0) } ?? false }
    }
}
