/// Allen's relations between ranges and points (DMN 1.5, table 78). A point is a range of one value.
extension Builtin {
    static let ranges: [Builtin] = [
        relation("before") { $0.precedes($1) },
        relation("after") { $1.precedes($0) },
        relation("meets") { $0.meets($1) },
        relation("met by") { $1.meets($0) },
        relation("overlaps") { $0.overlaps($1) },
        relation("overlaps before") { $0.overlapsBefore($1) },
        relation("overlaps after") { $1.overlapsBefore($0) },
        relation("finishes") { $0.finishes($1) },
        relation("finished by") { $1.finishes($0) },
        relation("includes") { $0.includes($1) },
        relation("during") { $1.includes($0) },
        relation("starts") { $0.starts($1) },
        relation("started by") { $1.starts($0) },
        relation("coincides") { $0.includes($1) && $1.includes($0) },
    ]

    private static func relation(
        _ name: String, _ holds: @escaping @Sendable (Span, Span) -> Bool
    ) -> Builtin {
        let names = [
            ("point1", "point2"), ("point", "range"), ("range", "point"), ("range1", "range2"), ("value1", "value2"),
        ]
        let signatures = names.map { Signature([Parameter($0.0, .any), Parameter($0.1, .any)]) }
        return Builtin(name, signatures: signatures, result: .boolean) { values in
            guard let left = Span(values[0]), let right = Span(values[1]), left.isComparable(to: right) else {
                return .fault(.notComparable, .noRelation(values[0], values[1]))
            }
            return .value(.boolean(holds(left, right)))
        }
    }
}

/// A range seen by its ends; a missing end is infinite.
private struct Span {
    let low: FEELValue?
    let high: FEELValue?
    let lowIncluded: Bool
    let highIncluded: Bool

    init?(_ value: FEELValue) {
        switch value {
        case .range(let range):
            low = range.low
            high = range.high
            lowIncluded = range.lowIncluded
            highIncluded = range.highIncluded
        default:
            guard value.kind.hasOrder else { return nil }
            (low, high, lowIncluded, highIncluded) = (value, value, true, true)
        }
    }

    func isComparable(to other: Span) -> Bool {
        [low, high].compactMap { $0 }.allSatisfy { one in
            [other.low, other.high].compactMap { $0 }.allSatisfy { one.compare($0) != nil }
        }
    }

    /// How the end of this one stands to the start of the other.
    private func endToStart(_ other: Span) -> FEELOrdering {
        guard let high, let otherLow = other.low else { return .greater }
        return high.compare(otherLow) ?? .equal
    }

    private func starts(against other: Span) -> FEELOrdering {
        switch (low, other.low) {
        case (nil, nil): .equal
        case (nil, _): .less
        case (_, nil): .greater
        case (let one?, let two?): one.compare(two) ?? .equal
        }
    }

    private func ends(against other: Span) -> FEELOrdering {
        switch (high, other.high) {
        case (nil, nil): .equal
        case (nil, _): .greater
        case (_, nil): .less
        case (let one?, let two?): one.compare(two) ?? .equal
        }
    }

    func precedes(_ other: Span) -> Bool {
        switch endToStart(other) {
        case .less: true
        case .equal: !highIncluded || !other.lowIncluded
        case .greater: false
        }
    }

    func meets(_ other: Span) -> Bool {
        endToStart(other) == .equal && highIncluded && other.lowIncluded
    }

    func overlaps(_ other: Span) -> Bool { !precedes(other) && !other.precedes(self) }

    func overlapsBefore(_ other: Span) -> Bool {
        let start = starts(against: other)
        let end = ends(against: other)
        return (start == .less || (start == .equal && lowIncluded && !other.lowIncluded))
            && !precedes(other)
            && (end == .less || (end == .equal && (!highIncluded || other.highIncluded)))
    }

    func includes(_ other: Span) -> Bool {
        let start = starts(against: other)
        let end = ends(against: other)
        return (start == .less || (start == .equal && (lowIncluded || !other.lowIncluded)))
            && (end == .greater || (end == .equal && (highIncluded || !other.highIncluded)))
    }

    func starts(_ other: Span) -> Bool {
        starts(against: other) == .equal && lowIncluded == other.lowIncluded && other.includes(self)
    }

    func finishes(_ other: Span) -> Bool {
        ends(against: other) == .equal && highIncluded == other.highIncluded && other.includes(self)
    }
}

extension LocalizedText {
    fileprivate static func noRelation(_ left: FEELValue, _ right: FEELValue) -> LocalizedText {
        LocalizedText(
            nl: "\(left.described.nl) en \(right.described.nl) zijn geen vergelijkbare punten of bereiken.",
            en: "\(left.described.en) and \(right.described.en) are not comparable points or ranges.")
    }
}
