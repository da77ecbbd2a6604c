/// Allen's relations between ranges and points (DMN 1.5, table 78). A point is a range of one value.
extension Builtin {
    static let ranges: [Builtin] = [
        relation(
            "before",
            documentation: .init(
                nl: "Zegt of het eerste helemaal voor het tweede ligt.",
                en: "Says whether the first lies entirely before the second.",
                right: "before([1..5), 5)",
                wrong: #"before(1, "a")"#),
            wordings: [
                .statement(
                    nl: "{0} ligt helemaal voor {1}", not: "{0} ligt niet helemaal voor {1}",
                    en: "{0} lies entirely before {1}", not: "{0} does not lie entirely before {1}")
            ]
        ) { $0.precedes($1) },
        relation(
            "after",
            documentation: .init(
                nl: "Zegt of het eerste helemaal na het tweede ligt.",
                en: "Says whether the first lies entirely after the second.",
                right: "after(12, [1..10])",
                wrong: #"after(1, "a")"#),
            wordings: [
                .statement(
                    nl: "{0} ligt helemaal na {1}", not: "{0} ligt niet helemaal na {1}",
                    en: "{0} lies entirely after {1}", not: "{0} does not lie entirely after {1}")
            ]
        ) { $1.precedes($0) },
        relation(
            "meets",
            documentation: .init(
                nl: "Zegt of het tweede bereik begint waar het eerste eindigt.",
                en: "Says whether the second range starts where the first ends.",
                right: "meets([1..5], [5..10])",
                wrong: #"meets([1..5], "a")"#),
            wordings: [
                .statement(
                    nl: "{1} begint waar {0} eindigt", not: "{1} begint niet waar {0} eindigt",
                    en: "{1} starts where {0} ends", not: "{1} does not start where {0} ends")
            ]
        ) { $0.meets($1) },
        relation(
            "met by",
            documentation: .init(
                nl: "Zegt of het eerste bereik begint waar het tweede eindigt.",
                en: "Says whether the first range starts where the second ends.",
                right: "met by([5..10], [1..5])",
                wrong: #"met by([1..5], "a")"#),
            wordings: [
                .statement(
                    nl: "{0} begint waar {1} eindigt", not: "{0} begint niet waar {1} eindigt",
                    en: "{0} starts where {1} ends", not: "{0} does not start where {1} ends")
            ]
        ) { $1.meets($0) },
        relation(
            "overlaps",
            documentation: .init(
                nl: "Zegt of twee bereiken iets gemeen hebben.",
                en: "Says whether two ranges have something in common.",
                right: "overlaps([1..5], [3..8])",
                wrong: #"overlaps([1..5], ["a".."c"])"#),
            wordings: [
                .statement(
                    nl: "{0} overlapt {1}", not: "{0} overlapt niet met {1}", en: "{0} overlaps {1}",
                    not: "{0} does not overlap {1}")
            ]
        ) { $0.overlaps($1) },
        relation(
            "overlaps before",
            documentation: .init(
                nl: "Zegt of het eerste bereik eerder begint en in het tweede eindigt.",
                en: "Says whether the first range starts earlier and ends in the second.",
                right: "overlaps before([1..5], [3..8])",
                wrong: #"overlaps before([1..5], ["a".."c"])"#),
            wordings: [
                .statement(
                    nl: "{0} begint eerder en eindigt in {1}", not: "{0} begint niet eerder met een einde in {1}",
                    en: "{0} starts earlier and ends in {1}", not: "{0} does not start earlier and end in {1}")
            ]
        ) { $0.overlapsBefore($1) },
        relation(
            "overlaps after",
            documentation: .init(
                nl: "Zegt of het eerste bereik in het tweede begint en later eindigt.",
                en: "Says whether the first range starts in the second and ends later.",
                right: "overlaps after([3..8], [1..5])",
                wrong: #"overlaps after([3..8], ["a".."c"])"#),
            wordings: [
                .statement(
                    nl: "{0} begint in {1} en eindigt later", not: "{0} begint niet in {1} met een later einde",
                    en: "{0} starts in {1} and ends later", not: "{0} does not start in {1} and end later")
            ]
        ) { $1.overlapsBefore($0) },
        relation(
            "finishes",
            documentation: .init(
                nl: "Zegt of het eerste in het tweede ligt en tegelijk eindigt.",
                en: "Says whether the first lies in the second and ends with it.",
                right: "finishes([5..10], [1..10])",
                wrong: #"finishes("a", [1..10])"#),
            wordings: [
                .statement(
                    nl: "{0} ligt in {1} en eindigt tegelijk", not: "{0} ligt niet in {1} met hetzelfde einde",
                    en: "{0} lies in {1} and ends with it", not: "{0} does not lie in {1} with the same end")
            ]
        ) { $0.finishes($1) },
        relation(
            "finished by",
            documentation: .init(
                nl: "Zegt of het tweede in het eerste ligt en tegelijk eindigt.",
                en: "Says whether the second lies in the first and ends with it.",
                right: "finished by([1..10], 10)",
                wrong: #"finished by([1..10], "a")"#),
            wordings: [
                .statement(
                    nl: "{1} ligt in {0} en eindigt tegelijk", not: "{1} ligt niet in {0} met hetzelfde einde",
                    en: "{1} lies in {0} and ends with it", not: "{1} does not lie in {0} with the same end")
            ]
        ) { $1.finishes($0) },
        relation(
            "includes",
            documentation: .init(
                nl: "Zegt of het tweede helemaal in het eerste ligt.",
                en: "Says whether the second lies entirely in the first.",
                right: "includes([1..10], [4..6])",
                wrong: #"includes([1..10], "a")"#),
            wordings: [
                .statement(
                    nl: "{1} ligt helemaal in {0}", not: "{1} ligt niet helemaal in {0}",
                    en: "{1} lies entirely in {0}",
                    not: "{1} does not lie entirely in {0}")
            ]
        ) { $0.includes($1) },
        relation(
            "during",
            documentation: .init(
                nl: "Zegt of het eerste helemaal in het tweede ligt.",
                en: "Says whether the first lies entirely in the second.",
                right: "during(5, [1..10])",
                wrong: #"during("a", [1..10])"#),
            wordings: [
                .statement(
                    nl: "{0} ligt helemaal in {1}", not: "{0} ligt niet helemaal in {1}",
                    en: "{0} lies entirely in {1}",
                    not: "{0} does not lie entirely in {1}")
            ]
        ) { $1.includes($0) },
        relation(
            "starts",
            documentation: .init(
                nl: "Zegt of het eerste in het tweede ligt en tegelijk begint.",
                en: "Says whether the first lies in the second and starts with it.",
                right: "starts([1..5], [1..10])",
                wrong: #"starts("a", [1..10])"#),
            wordings: [
                .statement(
                    nl: "{0} ligt in {1} en begint tegelijk", not: "{0} ligt niet in {1} met hetzelfde begin",
                    en: "{0} lies in {1} and starts with it", not: "{0} does not lie in {1} with the same start")
            ]
        ) { $0.starts($1) },
        relation(
            "started by",
            documentation: .init(
                nl: "Zegt of het tweede in het eerste ligt en tegelijk begint.",
                en: "Says whether the second lies in the first and starts with it.",
                right: "started by([1..10], 1)",
                wrong: #"started by([1..10], "a")"#),
            wordings: [
                .statement(
                    nl: "{1} ligt in {0} en begint tegelijk", not: "{1} ligt niet in {0} met hetzelfde begin",
                    en: "{1} lies in {0} and starts with it", not: "{1} does not lie in {0} with the same start")
            ]
        ) { $1.starts($0) },
        relation(
            "coincides",
            documentation: .init(
                nl: "Zegt of twee bereiken of punten hetzelfde zijn.",
                en: "Says whether two ranges or points are the same.",
                right: "coincides([1..5], [1..5])",
                wrong: #"coincides([1..5], "a")"#),
            wordings: [
                .statement(
                    nl: "{0} valt samen met {1}", not: "{0} valt niet samen met {1}", en: "{0} coincides with {1}",
                    not: "{0} does not coincide with {1}")
            ]
        ) { $0.includes($1) && $1.includes($0) },
    ]

    private static func relation(
        _ name: String, documentation: Documentation, wordings: [CallWording],
        _ holds: @escaping @Sendable (Span, Span) -> Bool
    ) -> Builtin {
        let names = [
            ("point1", "point2"), ("point", "range"), ("range", "point"), ("range1", "range2"), ("value1", "value2"),
        ]
        let signatures = names.map { Signature([Parameter($0.0, .any), Parameter($0.1, .any)]) }
        return Builtin(
            name, documentation: documentation, wordings: wordings, signatures: signatures, result: .boolean
        ) { values in
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
