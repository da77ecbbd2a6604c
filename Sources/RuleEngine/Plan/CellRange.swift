/// The numbers between two cells: what is known of most values that are not known exactly, as plain bits.
///
/// Says what `ValueSet.numbers` says, or stands for one number; compared as `LiftedComparison` compares sets.
struct CellRange: BitwiseCopyable, Sendable {
    /// A number; `nil` where there is no bound.
    let low: Cell?
    let high: Cell?
    let lowIncluded: Bool
    let highIncluded: Bool
    /// The value can be null too.
    let orNull: Bool

    init(_ low: Cell?, _ high: Cell?, lowIncluded: Bool = true, highIncluded: Bool = true, orNull: Bool = false) {
        self.low = low
        self.high = high
        self.lowIncluded = lowIncluded
        self.highIncluded = highIncluded
        self.orNull = orNull
    }

    /// - Returns: `nil` for a set with anything but numbers and null, and for bounds that cells cannot hold.
    init?(_ set: ValueSet) {
        guard case .numbers(let interval, let orNull) = set else { return nil }
        func bound(_ number: FEELNumber?) -> Cell?? {
            guard let number else { return .some(nil) }
            let cell = Cell(.exactly(.number(number)))
            return cell.kind == .number ? cell : nil
        }
        guard let low = bound(interval.low), let high = bound(interval.high) else { return nil }
        self.init(
            low, high, lowIncluded: interval.lowIncluded, highIncluded: interval.highIncluded, orNull: orNull)
    }

    /// Each number times a factor; `nil` where that is not the product of the bounds, or does not fit.
    func multiplied(by factor: Cell) -> CellRange? {
        guard factor.coefficient > 0, let low = low?.multiplied(by: factor), let high = high?.multiplied(by: factor)
        else { return nil }
        return CellRange(low, high, orNull: orNull)
    }

    /// The possible results of comparing a number of one range with a number of another.
    static func compare(_ relation: ScalarTest.Relation, _ left: CellRange, _ right: CellRange) -> Ternary {
        var result: Ternary = []
        switch relation {
        case .less:
            if left.orNull || right.orNull { result.insert(.null) }
            if left.isPossiblyLess(than: right) { result.insert(.true) }
            if right.isPossiblyAtMost(left) { result.insert(.false) }
        case .atMost:
            if left.orNull || right.orNull { result.insert(.null) }
            if left.isPossiblyAtMost(right) { result.insert(.true) }
            if right.isPossiblyLess(than: left) { result.insert(.false) }
        case .equal, .notEqual:
            if left.orNull, right.orNull { result.insert(.true) }
            if left.orNull || right.orNull { result.insert(.false) }
            result.formUnion(equalNumbers(left, right))
            if relation == .notEqual { result = result.negated }
        }
        return result
    }

    private static func equalNumbers(_ left: CellRange, _ right: CellRange) -> Ternary {
        guard left.isPossiblyAtMost(right), right.isPossiblyAtMost(left) else { return .false }
        return left.isPoint && right.isPoint ? .true : .either
    }

    private var isPoint: Bool {
        guard let low, let high else { return false }
        return low.order(relativeTo: high) == 0
    }

    /// Some number here is less than some number there.
    private func isPossiblyLess(than other: CellRange) -> Bool {
        guard let low, let high = other.high else { return true }
        return low.order(relativeTo: high) < 0
    }

    /// Some number here is at most some number there.
    private func isPossiblyAtMost(_ other: CellRange) -> Bool {
        guard let low, let high = other.high else { return true }
        let order = low.order(relativeTo: high)
        return order < 0 || (order == 0 && lowIncluded && other.highIncluded)
    }
}
