/// The values that are still possible: what is known of something.
///
/// A set may hold more than the values that really can occur, never fewer. The promise of the engine rests on
/// this: *found* holds in every completion of the unknown inputs, *refuted* in none; *open* may overstate.
package enum ValueSet: Hashable, Sendable {
    /// Known.
    case exactly(FEELValue)
    /// One of at least two and at most `ValueSet.finiteLimit` values, without doubles, in a fixed order.
    case oneOf([FEELValue])
    /// Some number in the interval, and `null` too if `orNull`.
    case numbers(NumberInterval, orNull: Bool)
    /// A list of which members are certain or possible.
    case list(UncertainList)
    /// A context of which entries are not known exactly.
    case context([Entry])
    /// Nothing is known; `null` is possible too.
    case anything

    /// Larger finite sets are widened to an interval or to `anything`.
    package static let finiteLimit = 64

    /// What is known of one entry of a context.
    package struct Entry: Hashable, Sendable {
        package let key: String
        package let value: ValueSet

        package init(key: String, value: ValueSet) {
            self.key = key
            self.value = value
        }
    }
}

/// An interval of numbers; a bound of `nil` is infinite. Never empty.
package struct NumberInterval: Hashable, Sendable {
    package let low: FEELNumber?
    package let high: FEELNumber?
    package let lowIncluded: Bool
    package let highIncluded: Bool

    package init(
        low: FEELNumber?, high: FEELNumber?, lowIncluded: Bool = true, highIncluded: Bool = true
    ) {
        self.low = low
        self.high = high
        self.lowIncluded = lowIncluded
        self.highIncluded = highIncluded
    }

    /// Every number.
    package static let all = NumberInterval(low: nil, high: nil)
}

/// A list of which it is not known exactly what it holds. Order says nothing when a member is not certain.
package struct UncertainList: Hashable, Sendable {
    /// A place in the list, and what is known of the value there.
    package struct Member: Hashable, Sendable {
        package let value: ValueSet
        /// `false`: the member may be missing.
        package let certain: Bool

        package init(_ value: ValueSet, certain: Bool) {
            self.value = value
            self.certain = certain
        }
    }

    package let members: [Member]
    /// Any number of further members, of which nothing is known, may be there ("perhaps others").
    package let open: Bool
    /// The list was made distinct: equal values count once.
    package let distinct: Bool
    /// The members may stand in any order, even when all of them are certain.
    package let unordered: Bool

    package init(
        members: [Member], open: Bool = false, distinct: Bool = false, unordered: Bool = false
    ) {
        self.members = members
        self.open = open
        self.distinct = distinct
        self.unordered = unordered
    }
}

/// The number of an unknown input in a session, to say what an open conclusion waits for; below zero, of something in the
/// session that waits for inputs itself.
package struct InputID: Hashable, Comparable, Sendable {
    package let rawValue: Int32

    package init(_ rawValue: Int32) { self.rawValue = rawValue }

    package static func < (left: InputID, right: InputID) -> Bool { left.rawValue < right.rawValue }
}

/// What is known of a value, and the unknown inputs it depends on.
package struct UncertainValue: Hashable, Sendable {
    package var set: ValueSet
    /// The unknown inputs that the set comes from, sorted, without doubles; empty when the set is exact.
    package var origins: [InputID]

    package init(_ set: ValueSet, origins: [InputID] = []) {
        self.set = set
        self.origins = origins
    }

    package init(_ value: FEELValue) { self.init(.exactly(value)) }

    /// The same set, written alike, of the same inputs.
    package static func == (left: UncertainValue, right: UncertainValue) -> Bool {
        left.set.isSame(as: right.set) && left.origins == right.origins
    }
}
