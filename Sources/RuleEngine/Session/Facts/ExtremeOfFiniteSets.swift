/// The greatest or the least of contributions of which each is one of few numbers, or null: as `FieldCombination`
/// combines them, one after the other and without a list of them.
struct ExtremeOfFiniteSets {
    let largest: Bool
    /// What the result can be, in order.
    private var numbers: [FEELNumber] = []
    /// The result is at least this, or at most.
    private var bound: FEELNumber?
    private var hasNull = false
    private var hasCertain = false
    /// The lists that were taken, by where they lie: rules give the same few values, which then are the same list in
    /// memory.
    private var taken: [(list: UnsafePointer<FEELValue>, isCertain: Bool)] = []

    init(largest: Bool) { self.largest = largest }

    /// Takes a contribution. The caller holds all that it gives until it has the result.
    ///
    /// - Parameters:
    ///   - values: one of them is the contribution; taken where it lies, as copying it would cost more than looking at
    ///     it.
    ///   - isCertain: it is there in every completion.
    /// - Returns: `false` where it is not one of few values, so that nothing is to be had here.
    mutating func add(_ values: [UncertainValue], _ index: Int, isCertain: Bool) -> Bool {
        if isCertain { hasCertain = true }
        switch values[index].set {
        case .exactly(.number(let number)):
            number.insert(into: &numbers)
            if isCertain { tighten(number) }
        case .exactly: hasNull = true
        case .oneOf(let values):
            if isTaken(values, isCertain) { return true }
            var weakest: FEELNumber?
            var isNumber = true
            for value in values {
                guard case .number(let number) = value else {
                    isNumber = false
                    continue
                }
                number.insert(into: &numbers)
                if isCertain { weakest = weakest.map { largest == (number < $0) ? number : $0 } ?? number }
            }
            if !isNumber { hasNull = true }
            if isCertain, isNumber, let weakest { tighten(weakest) }
        case .numbers, .list, .context, .anything: return false
        }
        return true
    }

    /// Whether a list was taken before; takes note of it if not.
    private mutating func isTaken(_ values: [FEELValue], _ isCertain: Bool) -> Bool {
        guard let list = values.withUnsafeBufferPointer({ $0.baseAddress }) else { return false }
        for one in taken where one.list == list && one.isCertain == isCertain { return true }
        if taken.isEmpty { taken.reserveCapacity(8) }
        if taken.count < 32 { taken.append((list, isCertain)) }
        return false
    }

    private mutating func tighten(_ number: FEELNumber) {
        bound = bound.map { largest ? Swift.max($0, number) : Swift.min($0, number) } ?? number
    }

    /// What the field is where the fact is there.
    ///
    /// - Parameter isGiven: every way in which the fact can be there gives the field a value.
    func set(isGiven: Bool) -> ValueSet {
        guard !numbers.isEmpty else { return .exactly(.null) }
        guard let bound else { return ValueSet(sorted: numbers, orNull: hasNull || !isGiven && !hasCertain) }
        // They stand in order, and the bound is one of them.
        let kept =
            largest
            ? numbers[(numbers.firstIndex { $0 >= bound } ?? 0)...]
            : numbers[...(numbers.lastIndex { $0 <= bound } ?? numbers.count - 1)]
        return ValueSet(sorted: Array(kept), orNull: false)
    }
}
