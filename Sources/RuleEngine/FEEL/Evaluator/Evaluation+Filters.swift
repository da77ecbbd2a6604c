extension Evaluation {
    struct Filter {
        let condition: Int32
        /// The register of the item; `none` where the condition does not read it.
        let register: Int32
        /// The condition gives a boolean or null, whatever the item is.
        let isVerdict: Bool
        let node: Int32
    }

    /// `list[condition]` keeps what meets the condition, `list[3]` takes one member, from the end when negative.
    ///
    /// A condition that gives a number for the first member is an index; one that gives neither a boolean nor null for
    /// some member makes the whole null. An empty list has no first member: there null
    /// takes its place.
    mutating func filter(_ base: Int32, _ filter: Filter) -> UncertainValue {
        let source = evaluate(base)
        switch source.set {
        case .exactly(let value):
            return apply(filter, to: value)
        case .oneOf(let values):
            return withoutNotes { evaluation in
                let results = values.map { evaluation.apply(filter, to: $0) }
                return UncertainValue(.union(results.map(\.set)), from: [source] + results)
            }
        case .list(let list):
            return apply(filter, to: list, from: source)
        case .numbers, .context:
            guard let list = source.set.asList else { return .anything(from: [source]) }
            return apply(filter, to: list, from: source)
        case .anything:
            return .anything(from: [source])
        }
    }

    private mutating func apply(_ filter: Filter, to value: FEELValue) -> UncertainValue {
        switch value {
        case .null: return nothing(filter, from: UncertainValue(value))
        case .list(let elements): return apply(filter, toKnown: elements)
        default: return apply(filter, toKnown: [value])
        }
    }

    /// Whether a result can be, or must be, a number and so an index.
    private enum Indexing {
        case none, perhaps, certain

        init(_ set: ValueSet) {
            let view = NumericView(set)
            self = view.interval == nil ? .none : view.maybeNoNumber ? .perhaps : .certain
        }
    }

    private mutating func setItem(_ filter: Filter, _ item: UncertainValue) {
        if filter.register != FEELCode.none { registers[base + Int(filter.register)] = item }
    }

    /// The filter on null, or on a list without members.
    private mutating func nothing(_ filter: Filter, from source: UncertainValue) -> UncertainValue {
        guard !filter.isVerdict else { return UncertainValue(.list([])) }
        let condition = conditionOfNothing(filter)
        return switch Indexing(condition.set) {
        case .none: UncertainValue(.list([]))
        case .certain: UncertainValue(.null)
        case .perhaps: .anything(from: [source, condition])
        }
    }

    private mutating func conditionOfNothing(_ filter: Filter) -> UncertainValue {
        setItem(filter, UncertainValue(.null))
        return withoutNotes { $0.evaluate(filter.condition) }
    }

    // MARK: Known lists

    private mutating func apply(_ filter: Filter, toKnown elements: [FEELValue]) -> UncertainValue {
        if filter.isVerdict { return select(filter, from: elements) }
        guard let first = elements.first else { return nothing(filter, from: UncertainValue(.list([]))) }
        setItem(filter, UncertainValue(first))
        let result = evaluate(filter.condition)
        // An index is the same for each member: it need not be worked out again.
        if case .exactly(.number(let index)) = result.set {
            guard let position = FEELOperators.offset(index, in: elements.count) else {
                return ledger.exact(FEELOperators.noElement(index, count: elements.count), at: range(filter.node))
            }
            return UncertainValue(elements[position])
        }
        return apply(filter, to: UncertainList(elements), from: UncertainValue(.list(elements)), first: result)
    }

    /// Keeps the members that meet a condition, with nothing made for those that do not.
    private mutating func select(_ filter: Filter, from elements: [FEELValue]) -> UncertainValue {
        let mark = pending.count
        var kept: [FEELValue] = []
        var members: [UncertainList.Member]?
        for element in elements {
            setItem(filter, UncertainValue(element))
            let truth = conditionResult(filter.condition).truth
            guard truth.contains(.true) else { continue }
            if truth != .true, members == nil { members = kept.map { .init(.exactly($0), certain: true) } }
            if members == nil {
                kept.append(element)
            } else {
                members?.append(.init(.exactly(element), certain: truth == .true))
            }
        }
        guard let members else {
            pending.removeSubrange(mark...)
            return UncertainValue(.list(kept))
        }
        return possible(ValueSet(UncertainList(members: members)), since: mark)
    }

    // MARK: Uncertain lists

    /// Filters member by member. A member of which it is not known whether it meets the condition becomes a possible
    /// one.
    ///
    /// - Parameter first: the result for the first member, where it is known already.
    private mutating func apply(
        _ filter: Filter, to list: UncertainList, from source: UncertainValue, first: UncertainValue? = nil
    ) -> UncertainValue {
        if list.members.isEmpty, !list.open { return nothing(filter, from: source) }
        let hasKindForEmpty = !list.isNeverEmpty && !filter.isVerdict
        let kindForEmpty = hasKindForEmpty ? Indexing(conditionOfNothing(filter).set) : .none
        let isOrdered = list.isOrdered
        var results: [UncertainValue] = []
        results.reserveCapacity(list.members.count)
        if let first {
            if Indexing(first.set) == .certain { return element(first, of: list, from: source, at: range(filter.node)) }
            results.append(first)
        }
        for member in list.members.dropFirst(results.count) {
            results.append(conditionResult(of: filter, on: member, source))
            // Of a list in order the first member tells whether the condition is an index.
            if isOrdered, results.count == 1, Indexing(results[0].set) == .certain {
                return element(results[0], of: list, from: source, at: range(filter.node))
            }
        }
        let kinds = (isOrdered ? results.prefix(1) : results[...]).map { Indexing($0.set) }
        let parts = [source] + results
        if kinds.allSatisfy({ $0 == .none }), kindForEmpty == .none, !list.open || filter.isVerdict {
            let kept = ValueSet(kept(list, where: results))
            let wrong = zip(list.members, results).filter { $1.set.maybeOtherThanBoolean }
            if let value = wrong.first(where: { $0.certain && $1.isExact })?.1.exactValue {
                return ledger.fault(.wrongType, .conditionIsNoBoolean(value), at: range(filter.condition))
            }
            return UncertainValue(wrong.isEmpty ? kept : kept.union(.exactly(.null)), from: parts)
        }
        if kinds.allSatisfy({ $0 == .certain }), !list.open {
            let index = UncertainValue(.union(results.map(\.set)), from: results)
            let found = element(index, of: list, from: source, at: range(filter.node))
            // The empty list is given back where nothing made an index of the condition.
            return list.isNeverEmpty || kindForEmpty == .certain
                ? found : UncertainValue(found.set.union(.exactly(.list([]))), from: parts)
        }
        return .anything(from: parts)
    }

    private mutating func conditionResult(
        of filter: Filter, on member: UncertainList.Member, _ source: UncertainValue
    ) -> UncertainValue {
        setItem(filter, UncertainValue(member.value, from: [source]))
        return source.isExact
            ? evaluate(filter.condition) : withoutNotes { $0.evaluate(filter.condition) }
    }

    private func kept(_ list: UncertainList, where results: [UncertainValue]) -> UncertainList {
        let members = zip(list.members, results).compactMap { member, result -> UncertainList.Member? in
            guard result.set.possiblyTrue else { return nil }
            return .init(member.value, certain: member.certain && result.set.certainlyTrue)
        }
        // Members that drop out leave the others in the order they had, known or not.
        return UncertainList(
            members: members, open: list.open, distinct: list.distinct, unordered: !list.isOrdered)
    }

    private mutating func element(
        _ index: UncertainValue, of list: UncertainList, from source: UncertainValue, at range: Range<Int>
    ) -> UncertainValue {
        let count = list.members.count
        if list.isFixed, case .number(let number)? = index.exactValue {
            guard let position = FEELOperators.offset(number, in: count) else {
                return ledger.exact(FEELOperators.noElement(number, count: count), at: range)
            }
            return UncertainValue(list.members[position].value, from: [source])
        }
        guard list.isFixed, let indexes = index.set.finiteValues else {
            return UncertainValue(.union(list.members.map(\.value) + [.exactly(.null)]), from: [index, source])
        }
        let sets = indexes.map { value -> ValueSet in
            guard case .number(let number) = value, let position = FEELOperators.offset(number, in: count)
            else { return .exactly(.null) }
            return list.members[position].value
        }
        return UncertainValue(.union(sets), from: [index, source])
    }
}

extension LocalizedText {
    fileprivate static func conditionIsNoBoolean(_ value: FEELValue) -> LocalizedText {
        LocalizedText(
            nl: "De voorwaarde tussen `[` en `]` is geen waar of onwaar maar \(value.described.nl).",
            en: "The condition between `[` and `]` is not true or false but \(value.described.en).")
    }
}
