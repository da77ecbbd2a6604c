/// The values that are still possible: what is known of something.
///
///     let speed = ValueSet.exactly(.number(70))
///     let colour = ValueSet(oneOf: [.string("red"), .string("green")])
///     let share = ValueSet.numbers(NumberInterval(low: 0, high: 5), orNull: false)
///     share.contains(.number(3))   // true
///
/// A set may hold more than the values that really can occur, never fewer. The promise of the engine rests on
/// this: *found* holds in every completion of the unknown inputs, *refuted* in none; *open* may overstate.
public enum ValueSet: Hashable, Sendable {
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
    public struct Entry: Hashable, Sendable {
        /// The name of the entry.
        public let key: String
        /// What is known of its value.
        public let value: ValueSet

        /// An entry of which something is known.
        public init(key: String, value: ValueSet) {
            self.key = key
            self.value = value
        }
    }
}
