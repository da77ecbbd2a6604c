/// What is known of an aggregate over a list that is not known exactly.
enum LiftedAggregates {
    static func count(_ set: ValueSet) -> ValueSet? {
        guard let list = set.asList else { return nil }
        let bounds = list.countBounds
        guard let high = bounds.high else {
            return .numbers(NumberInterval(low: FEELNumber(bounds.low), high: nil), orNull: false)
        }
        return ValueSet(integers: bounds.low...max(bounds.low, high))
    }

    /// Adds what each member gives at least and at most; a possible member gives nothing or itself.
    static func sum(_ set: ValueSet) -> ValueSet? {
        guard let whole = set.asList else { return nil }
        let list = whole.withoutDistinctness
        var total = NumberInterval(0)
        var orNull = list.open || !whole.isNeverEmpty
        for member in list.members {
            let view = NumericView(member.value)
            guard !view.maybeOtherKind else { return nil }
            orNull = orNull || view.maybeNull
            guard let interval = view.interval else {
                if member.certain { return .exactly(.null) }
                continue
            }
            let share = member.certain ? interval : interval.hull(NumberInterval(0))
            let next = LiftedArithmetic.add(total, share)
            total = next.interval
            orNull = orNull || next.orNull
        }
        // Others may be durations only when no number is certain.
        if list.open { return list.hasCertainNumber ? .numbers(.all, orNull: true) : nil }
        return total.set(orNull: orNull)
    }

    /// The mean lies between the least and the greatest member.
    static func mean(_ set: ValueSet) -> ValueSet? {
        guard let list = set.asList else { return nil }
        if list.open { return list.hasCertainNumber ? .numbers(.all, orNull: true) : nil }
        if list.isFixed, let sum = sum(set), list.isNeverEmpty {
            return LiftedArithmetic.apply(.divide, sum, .exactly(.number(FEELNumber(list.members.count))))
        }
        var hull: NumberInterval?
        var orNull = !list.isNeverEmpty
        for member in list.members {
            let view = NumericView(member.value)
            guard !view.maybeOtherKind else { return nil }
            orNull = orNull || view.maybeNull
            hull = NumericView.hull(hull, view.interval)
        }
        return hull?.set(orNull: orNull) ?? .exactly(.null)
    }

    /// The least member is no greater than any certain one, and no less than the least possible one.
    static func extreme(_ set: ValueSet, lowest: Bool) -> ValueSet? {
        guard let list = set.asList else { return nil }
        if list.open { return list.hasCertainNumber ? .numbers(.all, orNull: true) : nil }
        let views = list.members.map { NumericView($0.value) }
        guard views.allSatisfy({ !$0.maybeOtherKind }) else {
            return .union(list.members.map(\.value) + [.exactly(.null)])
        }
        guard let hull = views.reduce(nil, { NumericView.hull($0, $1.interval) }) else { return .exactly(.null) }
        let orNull = !list.isNeverEmpty || views.contains(where: \.maybeNull)
        let certain = zip(list.members, views).compactMap { $0.certain ? $1.interval : nil }
        // The end that certain members set: the least of their highs for a minimum.
        if lowest {
            let end = certain.reduce(hull) { least, next in
                NumberInterval.highIsLower(next, least) ? next : least
            }
            return NumberInterval(
                low: hull.low, high: end.high, lowIncluded: hull.lowIncluded, highIncluded: end.highIncluded
            ).set(orNull: orNull)
        }
        let end = certain.reduce(hull) { greatest, next in
            NumberInterval.lowIsHigher(next, greatest) ? next : greatest
        }
        return NumberInterval(
            low: end.low, high: hull.high, lowIncluded: end.lowIncluded, highIncluded: hull.highIncluded
        ).set(orNull: orNull)
    }
}

extension UncertainList {
    /// At least one member is a number in every completion: an aggregate of it is a number or null.
    fileprivate var hasCertainNumber: Bool {
        members.contains { member in
            let view = NumericView(member.value)
            return member.certain && view.interval != nil && !view.maybeNoNumber
        }
    }
}

extension NumberInterval {
    fileprivate static func highIsLower(_ one: NumberInterval, _ other: NumberInterval) -> Bool {
        guard let high = one.high else { return false }
        guard let otherHigh = other.high else { return true }
        return high < otherHigh || (high == otherHigh && !one.highIncluded && other.highIncluded)
    }

    fileprivate static func lowIsHigher(_ one: NumberInterval, _ other: NumberInterval) -> Bool {
        highIsLower(LiftedArithmetic.negate(one), LiftedArithmetic.negate(other))
    }
}
