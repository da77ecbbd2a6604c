extension Evaluation {
    /// `list[condition]` keeps what meets the condition, `list[3]` takes one member, from the end when negative.
    ///
    /// A condition that gives a number for the first member is an index; one that gives neither a boolean nor null for
    /// some member makes the whole null. An empty list has no first member: there null
    /// takes its place.
    mutating func filter(
        _ base: FEELExpression, _ condition: FEELExpression, _ bindings: Bindings, at range: Range<Int>
    ) -> Possible {
        let source = evaluate(base, bindings)
        let filter = Filter(condition: condition, bindings: bindings, range: range)
        switch source.set {
        case .exactly(let value):
            return apply(filter, to: value)
        case .oneOf(let values):
            return withoutNotes { evaluation in
                let results = values.map { evaluation.apply(filter, to: $0) }
                return Possible(.union(results.map(\.set)), from: [source] + results)
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

    private struct Filter {
        let condition: FEELExpression
        let bindings: Bindings
        let range: Range<Int>
    }

    private mutating func apply(_ filter: Filter, to value: FEELValue) -> Possible {
        switch value {
        case .null:
            return indexOfNothing(filter) == .none ? Possible(.list([])) : Possible(.null)
        case .list(let elements): return apply(filter, to: UncertainList(elements), from: Possible(value))
        default: return apply(filter, to: UncertainList([value]), from: Possible(value))
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

    private mutating func indexOfNothing(_ filter: Filter) -> Indexing {
        withoutNotes { evaluation in
            let bindings = Bindings.item(Possible(.null), outer: filter.bindings)
            return Indexing(evaluation.evaluate(filter.condition, bindings).set)
        }
    }

    /// Filters member by member. A member of which it is not known whether it meets the condition becomes a possible one.
    private mutating func apply(_ filter: Filter, to list: UncertainList, from source: Possible) -> Possible {
        let kindForEmpty = list.isNeverEmpty ? Indexing.none : indexOfNothing(filter)
        if list.members.isEmpty, !list.open {
            guard kindForEmpty != .perhaps else { return .anything(from: [source]) }
            return Possible(kindForEmpty == .none ? .list([]) : .null)
        }
        var results: [Possible] = []
        for member in list.members {
            let inner = Bindings.item(Possible(member.value, from: [source]), outer: filter.bindings)
            let result =
                source.isExact
                ? evaluate(filter.condition, inner) : withoutNotes { $0.evaluate(filter.condition, inner) }
            results.append(result)
            // Of a list in order the first member tells whether the condition is an index.
            if list.isOrdered, results.count == 1, Indexing(result.set) == .certain {
                return element(result, of: list, from: source, at: filter.range)
            }
        }
        let kinds = (list.isOrdered ? results.prefix(1) : results[...]).map { Indexing($0.set) }
        let parts = [source] + results
        if kinds.allSatisfy({ $0 == .none }), kindForEmpty == .none,
            !list.open || filter.condition.isAlwaysVerdict
        {
            let kept = ValueSet(kept(list, where: results))
            let wrong = zip(list.members, results).filter { $1.set.maybeOtherThanBoolean }
            if let value = wrong.first(where: { $0.certain && $1.isExact })?.1.exactValue {
                return fault(.wrongType, .conditionIsNoBoolean(value), at: filter.condition.range)
            }
            return Possible(wrong.isEmpty ? kept : kept.union(.exactly(.null)), from: parts)
        }
        if kinds.allSatisfy({ $0 == .certain }), !list.open {
            let index = Possible(.union(results.map(\.set)), from: results)
            let found = element(index, of: list, from: source, at: filter.range)
            // The empty list is given back where nothing made an index of the condition.
            return list.isNeverEmpty || kindForEmpty == .certain
                ? found : Possible(found.set.union(.exactly(.list([]))), from: parts)
        }
        return .anything(from: parts)
    }

    private func kept(_ list: UncertainList, where results: [Possible]) -> UncertainList {
        let members = zip(list.members, results).compactMap { member, result -> UncertainList.Member? in
            guard result.set.possiblyTrue else { return nil }
            return .init(member.value, certain: member.certain && result.set.certainlyTrue)
        }
        // Members that drop out leave the others in the order they had, known or not.
        return UncertainList(
            members: members, open: list.open, distinct: list.distinct, unordered: !list.isOrdered)
    }

    private mutating func element(
        _ index: Possible, of list: UncertainList, from source: Possible, at range: Range<Int>
    ) -> Possible {
        let count = list.members.count
        if list.isFixed, case .number(let number)? = index.exactValue {
            guard let place = FEELOperators.offset(number, in: count) else {
                return exact(FEELOperators.noElement(number, count: count), at: range)
            }
            return Possible(list.members[place].value, from: [source])
        }
        guard list.isFixed, let indexes = index.set.finiteValues else {
            return Possible(.union(list.members.map(\.value) + [.exactly(.null)]), from: [index, source])
        }
        let sets = indexes.map { value -> ValueSet in
            guard case .number(let number) = value, let place = FEELOperators.offset(number, in: count)
            else { return .exactly(.null) }
            return list.members[place].value
        }
        return Possible(.union(sets), from: [index, source])
    }
}

extension FEELExpression {
    /// Comparisons, connectives and tests: whatever their operands, the result is a boolean or null.
    var isAlwaysVerdict: Bool {
        switch kind {
        case .binary(let operation, _, _):
            switch operation {
            case .add, .subtract, .multiply, .divide, .power: false
            case .or, .and, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: true
            }
        case .null, .boolean, .between, .membership, .instanceOf, .quantified: true
        default: false
        }
    }
}

extension LocalizedText {
    fileprivate static func conditionIsNoBoolean(_ value: FEELValue) -> LocalizedText {
        LocalizedText(
            nl: "De voorwaarde tussen `[` en `]` is geen waar of onwaar maar \(value.described.nl).",
            en: "The condition between `[` and `]` is not true or false but \(value.described.en).")
    }
}
