/// How the values that several rules give to one field of one fact become what is known of the field.
///
/// A contribution that is not certain may be missing in a completion. So for `max` the lower end comes from the certain
/// contributions and the upper end from all; for `union` a member is certain when a certain contribution surely holds
/// it.
struct FieldCombination {
    struct Contribution {
        let set: ValueSet
        let isCertain: Bool
        let rule: Int
    }

    let combination: Template.Combination

    /// What the field is where the fact is there.
    ///
    /// - Parameter contributions: equal ones need to be there only once.
    /// - Parameter isGiven: every way in which the fact can be there gives the field a value.
    /// - Returns: the value, and the two rules that contradict each other under `same`.
    func combined(_ contributions: [Contribution], isGiven: Bool) -> (set: ValueSet, conflict: (Int, Int)?) {
        guard !contributions.isEmpty else { return (.exactly(Self.nothing(combination)), nil) }
        return switch combination {
        case .same: same(contributions, isGiven)
        case .union: (union(contributions), nil)
        case .max: (extreme(contributions, largest: true, isGiven), nil)
        case .min: (extreme(contributions, largest: false, isGiven), nil)
        }
    }

    /// The value of a field that no rule gives: a union of nothing is empty, anything else does not apply.
    static func nothing(_ combination: Template.Combination) -> FEELValue { combination == .union ? .list([]) : .null }

    private func same(_ contributions: [Contribution], _ isGiven: Bool) -> (ValueSet, (Int, Int)?) {
        var conflict: (Int, Int)?
        let certain = contributions.filter(\.isCertain)
        // Rules mostly give the same few sets, so that each is compared once.
        var seen: Set<ValueSet> = []
        let different = certain.filter { seen.insert($0.set).inserted }
        for (index, other) in different.enumerated() where conflict == nil {
            let first = different[..<index].first { !$0.set.overlaps(other.set) }
            conflict = first.map { ($0.rule, other.rule) }
        }
        let sets = contributions.map(\.set)
        var set = sets.dropFirst().reduce(sets[0]) { $0.union($1) }
        if certain.isEmpty, !isGiven { set = set.union(.exactly(.null)) }
        return (set, conflict)
    }

    private func union(_ contributions: [Contribution]) -> ValueSet {
        // Most give one or a few texts, which then need no lists in between.
        var ofTexts = StringUnion()
        if contributions.allSatisfy({ ofTexts.add($0.set, isCertain: $0.isCertain) }) { return ofTexts.set }
        var certain: [FEELValue] = []
        var possible: [FEELValue] = []
        possible.reserveCapacity(contributions.count)
        var isOpen = false
        func add(_ set: ValueSet, _ isCertain: Bool) {
            switch set {
            case .exactly(.list(let values)):
                for value in values { isCertain ? certain.append(value) : possible.append(value) }
            case .exactly(.null): break
            case .exactly(let value): isCertain ? certain.append(value) : possible.append(value)
            case .list(let list):
                for member in list.members {
                    if case .exactly(let value) = member.value {
                        isCertain && member.certain ? certain.append(value) : possible.append(value)
                        continue
                    }
                    guard let values = member.value.finiteValues else {
                        isOpen = true
                        continue
                    }
                    if values.count == 1 {
                        add(.exactly(.list(values)), isCertain && member.certain)
                    } else {
                        possible += values
                    }
                }
                isOpen = isOpen || list.open
            case .oneOf(let values):
                // A member of each possible list is certain.
                let lists = values.map { if case .list(let members) = $0 { members } else { $0.isNull ? [] : [$0] } }
                for value in lists.joined() {
                    let isShared = lists.allSatisfy { $0.contains(value) }
                    isCertain && isShared ? certain.append(value) : possible.append(value)
                }
            case .numbers, .context, .anything: isOpen = true
            }
        }
        for contribution in contributions { add(contribution.set, contribution.isCertain) }
        let sure = Self.distinct(certain)
        let rest = Self.distinct(possible, without: sure)
        if rest.isEmpty, !isOpen { return .exactly(.list(sure)) }
        var members: [UncertainList.Member] = []
        members.reserveCapacity(sure.count + rest.count)
        for value in sure { members.append(UncertainList.Member(.exactly(value), certain: true)) }
        for value in rest { members.append(UncertainList.Member(.exactly(value), certain: false)) }
        return .list(UncertainList(members: members, open: isOpen, distinct: true, unordered: true))
    }

    /// Each value once, ordered by its text; of those with the same text, in the order of all values.
    ///
    /// - Parameter others: values that are left out.
    private static func distinct(_ values: [FEELValue], without others: [FEELValue] = []) -> [FEELValue] {
        Set(values).subtracting(others).sorted { left, right in
            left.text == right.text ? FEELValue.inFixedOrder(left, right) : left.text < right.text
        }
    }

    /// Where all are one of few values, `ExtremeOfFiniteSets` tells it sooner.
    private func extreme(_ contributions: [Contribution], largest: Bool, _ isGiven: Bool) -> ValueSet {
        var bound: FEELNumber?
        var isBounded = false
        var finite: [FEELValue] = []
        var hull: NumberInterval?
        var hasNull = !isGiven && !contributions.contains(where: \.isCertain)
        var onlyFinite = true
        for contribution in contributions {
            // Only numbers take part, so of what is not known at all every number counts, or none.
            let set = contribution.set == .anything ? .numbers(.all, orNull: true) : contribution.set
            switch set {
            case .numbers(let interval, let orNull):
                onlyFinite = false
                hull = hull.map { $0.hull(interval) } ?? interval
                if orNull { hasNull = true }
                if contribution.isCertain, !orNull { tighten(largest ? interval.low : interval.high) }
            default:
                guard let values = set.finiteValues else { return .anything }
                let numbers = values.compactMap { if case .number(let number) = $0 { number } else { nil } }
                for number in numbers {
                    finite.append(.number(number))
                    let point = NumberInterval(number)
                    hull = hull.map { $0.hull(point) } ?? point
                }
                if numbers.count < values.count { hasNull = true }
                if contribution.isCertain, numbers.count == values.count {
                    tighten(largest ? numbers.min() : numbers.max())
                }
            }
        }
        func tighten(_ number: FEELNumber?) {
            guard let number else { return }
            isBounded = true
            bound = bound.map { largest ? Swift.max($0, number) : Swift.min($0, number) } ?? number
        }
        guard let hull else { return .exactly(.null) }
        if isBounded { hasNull = false }
        if onlyFinite {
            let kept = finite.filter { value in
                guard let bound, case .number(let number) = value else { return true }
                return largest ? number >= bound : number <= bound
            }
            return ValueSet(oneOf: kept + (hasNull ? [.null] : []))
        }
        let limits = NumberInterval(low: largest ? bound : nil, high: largest ? nil : bound)
        return .numbers(hull.intersection(limits) ?? hull, orNull: hasNull)
    }
}

extension ValueSet {
    /// Whether some value may be in both. `true` where that is not easily told.
    func overlaps(_ other: ValueSet) -> Bool {
        if let values = finiteValues { return values.contains { other.contains($0) } }
        if let values = other.finiteValues { return values.contains { contains($0) } }
        return true
    }
}
