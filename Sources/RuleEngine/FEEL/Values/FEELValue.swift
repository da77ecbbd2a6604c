/// A known value of FEEL (DMN 1.5, 10.3.2).
///
/// `null` is *not applicable* or the result of a fault. It is never a missing input: what is not
/// known is a `ValueSet` with more than one member.
package enum FEELValue: Sendable {
    case null
    case boolean(Bool)
    case number(FEELNumber)
    case string(String)
    case date(FEELDate)
    case time(FEELTime)
    case dateTime(FEELDateTime)
    /// Days, hours, minutes, seconds.
    case daysDuration(FEELDaysDuration)
    /// Years and months.
    case monthsDuration(FEELMonthsDuration)
    case list([FEELValue])
    case context(FEELContext)
    case range(FEELRange)
    case function(FEELFunction)
}

/// The entries of a context, in the order in which they were written.
package struct FEELContext: Hashable, Sendable {
    /// A name with its value.
    package struct Entry: Hashable, Sendable {
        package let key: String
        package let value: FEELValue

        package init(key: String, value: FEELValue) {
            self.key = key
            self.value = value
        }
    }

    package private(set) var entries: [Entry]

    package init(_ entries: [Entry] = []) {
        self.entries = []
        for entry in entries { set(entry.key, to: entry.value) }
    }

    package subscript(key: String) -> FEELValue? {
        entries.first { $0.key == key }?.value
    }

    /// Replaces the entry of that key in place, or appends a new one.
    package mutating func set(_ key: String, to value: FEELValue) {
        if let index = entries.firstIndex(where: { $0.key == key }) {
            entries[index] = Entry(key: key, value: value)
        } else {
            entries.append(Entry(key: key, value: value))
        }
    }
}

/// A range of comparable values. A bound is `nil` where the range goes on without end.
package struct FEELRange: Hashable, Sendable {
    package let low: BoxedValue?
    package let high: BoxedValue?
    package let lowIncluded: Bool
    package let highIncluded: Bool
    /// Written as `(= x)`: it holds what `[x..x]` holds but is not equal to it (DMN 1.5, 10.3.2.7).
    package let isEquality: Bool

    /// One value, aside, so that a range can hold values and be one.
    package final class BoxedValue: Sendable {
        package let value: FEELValue

        package init(_ value: FEELValue) { self.value = value }
    }

    package init(
        low: FEELValue?, high: FEELValue?, lowIncluded: Bool, highIncluded: Bool, isEquality: Bool = false
    ) {
        self.low = low.map(BoxedValue.init)
        self.high = high.map(BoxedValue.init)
        self.lowIncluded = lowIncluded
        self.highIncluded = highIncluded
        self.isEquality = isEquality
    }
}
