/// Which results a condition can still have. Anything but true and false counts as null, as FEEL's connectives do.
///
/// Never empty for a condition that was evaluated.
package struct Ternary: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let `true` = Ternary(rawValue: 1)
    package static let `false` = Ternary(rawValue: 2)
    package static let null = Ternary(rawValue: 4)
    package static let either: Ternary = [.true, .false]
    package static let unknown: Ternary = [.true, .false, .null]

    package init(_ value: Bool?) {
        self = value.map { $0 ? .true : .false } ?? .null
    }

    /// The three-valued results of a condition with these values.
    package init(_ set: ValueSet) {
        switch set {
        case .exactly(let value): self.init(value)
        case .oneOf(let values): self = values.reduce(into: []) { $0.formUnion(Ternary($1)) }
        case .numbers, .list, .context: self = .null
        case .anything: self = .unknown
        }
    }

    private init(_ value: FEELValue) {
        if case .boolean(let value) = value { self.init(Optional(value)) } else { self = .null }
    }

    /// The results as a set of values.
    package var set: ValueSet { Self.sets[Int(rawValue & 7)] }

    /// By raw value.
    private static let sets = (0..<8).map { (rawValue: UInt8) -> ValueSet in
        let truth = Ternary(rawValue: rawValue)
        var values: [FEELValue] = []
        if truth.contains(.null) { values.append(.null) }
        if truth.contains(.false) { values.append(.boolean(false)) }
        if truth.contains(.true) { values.append(.boolean(true)) }
        return ValueSet(oneOf: values)
    }

    /// FEEL's `and` (DMN 1.5, table 50): false wins from null, null from true.
    package func and(_ other: Ternary) -> Ternary {
        var result: Ternary = []
        if contains(.true), other.contains(.true) { result.insert(.true) }
        if contains(.false) || other.contains(.false) { result.insert(.false) }
        if contains(.null), !other.isDisjoint(with: [.true, .null]) { result.insert(.null) }
        if other.contains(.null), contains(.true) { result.insert(.null) }
        return result
    }

    /// FEEL's `or`: true wins from null, null from false.
    package func or(_ other: Ternary) -> Ternary { negated.and(other.negated).negated }

    /// FEEL's `not`: null stays null.
    package var negated: Ternary {
        var result = intersection(.null)
        if contains(.true) { result.insert(.false) }
        if contains(.false) { result.insert(.true) }
        return result
    }
}

extension ValueSet {
    /// Only `true` meets a condition; here it still can be.
    package var possiblyTrue: Bool { Ternary(self).contains(.true) }
    /// The condition is met in every completion.
    package var certainlyTrue: Bool { Ternary(self) == .true }
    package var possiblyFalse: Bool { Ternary(self).contains(.false) }
    /// The value can be null itself.
    package var possiblyNull: Bool { contains(.null) }
}
