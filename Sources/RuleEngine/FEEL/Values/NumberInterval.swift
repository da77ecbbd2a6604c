/// An interval of numbers; a bound of `nil` is infinite. Never empty.
///
///     NumberInterval(low: 0, high: 100, highIncluded: false).description   // [0..100)
public struct NumberInterval: Hashable, Sendable {
    /// The lower bound; `nil`: there is none.
    public let low: FEELNumber?
    /// The upper bound; `nil`: there is none.
    public let high: FEELNumber?
    /// Whether the lower bound itself belongs to it.
    public let lowIncluded: Bool
    /// Whether the upper bound itself belongs to it.
    public let highIncluded: Bool

    /// An interval; both bounds belong to it unless told otherwise.
    ///
    /// - Precondition: it holds at least one number.
    public init(
        low: FEELNumber?, high: FEELNumber?, lowIncluded: Bool = true, highIncluded: Bool = true
    ) {
        self.low = low
        self.high = high
        self.lowIncluded = lowIncluded
        self.highIncluded = highIncluded
    }

    /// Every number.
    public static let all = NumberInterval(low: nil, high: nil)
}
