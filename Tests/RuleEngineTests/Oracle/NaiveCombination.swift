import RuleEngine

/// What a field can be when each uncertain contribution counts or does not, found by trying.
enum NaiveCombination {
    typealias Part = (value: ValueSet, isCertain: Bool)

    /// - Parameter isGiven: every way in which the fact can be there gives the field.
    static func value(of combination: Template.Combination, _ parts: [Part], isGiven: Bool) -> ValueSet {
        switch combination {
        case .same:
            guard let first = parts.first?.value else { return .exactly(.null) }
            let all = parts.dropFirst().reduce(first) { $0.union($1.value) }
            return isGiven || parts.contains(where: \.isCertain) ? all : all.union(.exactly(.null))
        case .max, .min: return extreme(parts, largest: combination == .max, isGiven)
        case .union: return union(parts)
        }
    }

    /// Each outcome of the first parts, extended by each value of the next and by its absence.
    private static func extreme(_ parts: [Part], largest: Bool, _ isGiven: Bool) -> ValueSet {
        var outcomes: Set<FEELValue> = [.null]
        for part in parts {
            guard let values = part.value.finiteValues else { return .anything }
            var next = part.isCertain ? [] : outcomes
            for outcome in outcomes {
                for value in values { next.insert(extreme(outcome, value, largest: largest)) }
            }
            outcomes = next
        }
        // The outcome without any part: the fact would not be there.
        let givesNull = parts.contains { $0.value.contains(.null) }
        if isGiven, !parts.isEmpty, !givesNull { outcomes.remove(.null) }
        return ValueSet(oneOf: outcomes)
    }

    private static func extreme(_ left: FEELValue, _ right: FEELValue, largest: Bool) -> FEELValue {
        guard case .number(let one) = left else { return right }
        guard case .number(let two) = right else { return left }
        return (one < two) == largest ? right : left
    }

    /// A member is certain when it is in each value of some certain part.
    private static func union(_ parts: [Part]) -> ValueSet {
        var certain: Set<String> = []
        var possible: Set<String> = []
        for part in parts {
            let lists = (part.value.finiteValues ?? []).map(members) + (part.isCertain ? [] : [[]])
            for list in lists { possible.formUnion(list) }
            if let first = lists.first { certain.formUnion(lists.reduce(first) { $0.intersection($1) }) }
        }
        if certain == possible { return .exactly(.list(certain.sorted().map { .string($0) })) }
        let rest = possible.subtracting(certain)
        return .list(
            UncertainList(
                members: certain.sorted().map { .init(.exactly(.string($0)), certain: true) }
                    + rest.sorted().map { .init(.exactly(.string($0)), certain: false) },
                distinct: true, unordered: true))
    }

    private static func members(_ value: FEELValue) -> Set<String> {
        guard case .list(let values) = value else { return [] }
        return Set(values.compactMap { if case .string(let text) = $0 { text } else { nil } })
    }
}
