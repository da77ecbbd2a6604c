/// A range of comparable values: numbers, texts, dates, times or durations.
///
///     let speeds = FEELRange(low: .number(50), high: .number(80), lowIncluded: true, highIncluded: false)
///     FEELValue.range(speeds).text   // [50..80)
public struct FEELRange: Hashable, Sendable {
    private let boxedLow: BoxedValue?
    private let boxedHigh: BoxedValue?
    /// Whether the lower bound belongs to the range; `false` where there is none.
    public let lowIncluded: Bool
    /// The same of the upper bound.
    public let highIncluded: Bool
    /// Written as `(= x)`: it holds what `[x..x]` holds but is not equal to it (DMN 1.5, 10.3.2.7).
    package let isEquality: Bool

    /// One value, aside, so that a range can hold values and be one.
    final class BoxedValue: Sendable {
        let value: FEELValue

        init(_ value: FEELValue) { self.value = value }
    }

    /// The lower bound; `nil` where the range goes down without end.
    public var low: FEELValue? { boxedLow?.value }
    /// The upper bound; `nil` where the range goes up without end.
    public var high: FEELValue? { boxedHigh?.value }

    /// A range between two bounds, `nil` for none. Bounds of different kinds make a range that holds nothing.
    public init(low: FEELValue?, high: FEELValue?, lowIncluded: Bool, highIncluded: Bool) {
        self.init(low: low, high: high, lowIncluded: lowIncluded, highIncluded: highIncluded, isEquality: false)
    }

    package init(low: FEELValue?, high: FEELValue?, lowIncluded: Bool, highIncluded: Bool, isEquality: Bool) {
        boxedLow = low.map(BoxedValue.init)
        boxedHigh = high.map(BoxedValue.init)
        self.lowIncluded = lowIncluded
        self.highIncluded = highIncluded
        self.isEquality = isEquality
    }
}
