/// What a set says of numbers: the interval around them, and what else the value can be.
struct NumericView {
    /// `nil` when the value is certainly no number.
    var interval: NumberInterval?
    var maybeNull = false
    /// The value can be something that is neither a number nor null.
    var maybeOtherKind = false

    var maybeNoNumber: Bool { maybeNull || maybeOtherKind }

    init(_ set: ValueSet) {
        switch set {
        case .exactly(let value): add(value)
        case .oneOf(let values): for value in values { add(value) }
        case .numbers(let interval, let orNull):
            self.interval = interval
            maybeNull = orNull
        case .list, .context: maybeOtherKind = true
        case .anything:
            interval = .all
            maybeNull = true
            maybeOtherKind = true
        }
    }

    /// `nil` when the set can hold anything beside numbers and null.
    init?(pure set: ValueSet) {
        self.init(set)
        if maybeOtherKind { return nil }
    }

    init(_ values: [FEELValue]) {
        for value in values { add(value) }
    }

    private mutating func add(_ value: FEELValue) {
        switch value {
        case .number(let number): interval = Self.hull(interval, NumberInterval(number))
        case .null: maybeNull = true
        default: maybeOtherKind = true
        }
    }

    static func hull(_ left: NumberInterval?, _ right: NumberInterval?) -> NumberInterval? {
        guard let left, let right else { return left ?? right }
        return left.hull(right)
    }
}
