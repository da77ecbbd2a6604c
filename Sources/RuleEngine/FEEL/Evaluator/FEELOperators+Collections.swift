extension FEELOperators {
    /// The place from 0 of an index that counts from 1, or from -1 at the end.
    static func offset(_ index: FEELNumber, in count: Int) -> Int? {
        guard let whole = index.integerValue else { return nil }
        if whole > 0, whole <= count { return whole - 1 }
        if whole < 0, whole >= -count { return count + whole }
        return nil
    }

    static func noElement(_ index: FEELNumber, count: Int) -> FEELComputation {
        .fault(.outOfRange, .noElement(index, count: count))
    }

    /// A range of comparable values. Bounds of different kinds give null.
    static func range(
        from low: FEELValue?, to high: FEELValue?, lowIncluded: Bool, highIncluded: Bool,
        isEquality: Bool = false
    ) -> FEELComputation {
        let kinds = Set([low, high].compactMap { $0?.kind })
        guard kinds.count == 1, let kind = kinds.first, kind.hasOrder else {
            return .fault(.wrongType, .badRange)
        }
        return .value(
            .range(
                FEELRange(
                    low: low, high: high, lowIncluded: lowIncluded, highIncluded: highIncluded,
                    isEquality: isEquality)))
    }

    /// The whole numbers or days from one end to the other, up or down.
    static func steps(from low: FEELValue, to high: FEELValue, limit: Int) -> FEELComputation {
        switch (low, high) {
        case (.number(let first), .number(let last)):
            guard let first = first.integerValue, let last = last.integerValue else {
                return .fault(.wrongType, .badSteps)
            }
            let (distance, overflow) = last.subtractingReportingOverflow(first)
            guard !overflow, distance.magnitude < limit else { return .fault(.limit, .tooManySteps(limit)) }
            let step = first <= last ? 1 : -1
            return .value(.list(stride(from: first, through: last, by: step).map { .number(FEELNumber($0)) }))
        case (.date(let first), .date(let last)):
            return days(from: first, to: last, limit: limit)
        default:
            return .fault(.wrongType, .badSteps)
        }
    }

    /// The whole numbers or days in a range. A range that ends before it starts cannot be gone through.
    static func steps(through range: FEELRange, limit: Int) -> FEELComputation {
        guard let low = range.low, let high = range.high, low.isAtMost(high) else {
            return .fault(.wrongType, .badSteps)
        }
        let steps = steps(from: low, to: high, limit: limit)
        guard case .value(.list(let values)) = steps else { return steps }
        var inside = values[...]
        if !range.lowIncluded, inside.first == low { inside = inside.dropFirst() }
        if !range.highIncluded, inside.last == high { inside = inside.dropLast() }
        return .value(.list(Array(inside)))
    }

    /// `value.name`: an entry of a context, of each context in a list, or a property of a value.
    static func member(_ name: String, of value: FEELValue) -> FEELComputation {
        switch value {
        case .context(let context):
            return context[name].map { .value($0) } ?? .fault(.unknownName, .noMember(name, value))
        case .list(let values):
            return .value(.list(values.map { member(name, of: $0).value }))
        case .range(let range):
            return property(name, of: range).map { .value($0) } ?? .fault(.unknownName, .noMember(name, value))
        default:
            return temporalProperty(name, of: value).map { .value($0) } ?? .fault(.unknownName, .noMember(name, value))
        }
    }

    private static func property(_ name: String, of range: FEELRange) -> FEELValue? {
        switch name {
        case "start": range.low ?? .null
        case "end": range.high ?? .null
        case "start included": .boolean(range.lowIncluded)
        case "end included": .boolean(range.highIncluded)
        default: nil
        }
    }
}

extension FEELValue {
    /// Whether a range may run from this number or date to that one.
    fileprivate func isAtMost(_ other: FEELValue) -> Bool {
        switch (self, other) {
        case (.number(let low), .number(let high)): low <= high
        case (.date(let low), .date(let high)): low <= high
        default: false
        }
    }
}

extension FEELValue.Kind {
    /// Values of this kind can be compared with `<`.
    var hasOrder: Bool {
        switch self {
        case .number, .string, .date, .time, .dateTime, .daysDuration, .monthsDuration: true
        case .null, .boolean, .list, .context, .range, .function: false
        }
    }
}

extension LocalizedText {
    fileprivate static func noElement(_ index: FEELNumber, count: Int) -> LocalizedText {
        LocalizedText(
            nl: "De lijst heeft geen lid \(index.description); er zijn er \(count).",
            en: "The list has no member \(index.description); there are \(count).")
    }

    fileprivate static func noMember(_ name: String, _ value: FEELValue) -> LocalizedText {
        LocalizedText(
            nl: "\(value.described.nl) heeft geen onderdeel `\(name)`.",
            en: "\(value.described.en) has no part `\(name)`.")
    }

    fileprivate static let badRange = LocalizedText(
        nl: "De grenzen van een bereik moeten van dezelfde soort zijn en een volgorde hebben.",
        en: "The bounds of a range must be of the same kind and have an order.")

    fileprivate static let badSteps = LocalizedText(
        nl: "Hier kunnen alleen gehele getallen of datums doorlopen worden.",
        en: "Only whole numbers or dates can be stepped through here.")

    fileprivate static func tooManySteps(_ limit: Int) -> LocalizedText {
        LocalizedText(
            nl: "Het bereik telt meer dan \(limit) stappen.", en: "The range has more than \(limit) steps.")
    }
}
