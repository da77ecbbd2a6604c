/// Functions that ask about lists, or put lists together without regard to positions.
extension Builtin {
    static let lists: [Builtin] = [
        Builtin("list contains", [.init("list", .list), .init("element", .any)], result: .boolean, lifted: contains) {
            values in
            guard case .list(let members) = values[0] else { return .value(.null) }
            return .value(.boolean(members.contains { $0.isEqual(values[1]) == true }))
        },
        Builtin("index of", [.init("list", .list), .init("match", .any)]) { values in
            guard case .list(let members) = values[0] else { return .value(.null) }
            let places = members.indices.filter { members[$0].isEqual(values[1]) == true }
            return .value(.list(places.map { .number(FEELNumber($0 + 1)) }))
        },
        Builtin(
            "append", signatures: [Signature([.init("list", .list), .init("item", .list)], variadic: true)],
            lifted: { sets in
                guard let list = sets[0].asList, let items = sets[1].onlyLists else { return nil }
                return ValueSet(list.concatenated(with: items))
            },
            { .value(.list($0.flatMap(\.members))) }),
        Builtin(
            "concatenate", signatures: [Signature([.init("list", .list)], variadic: true)],
            lifted: { joined($0[0]).map { ValueSet($0) } },
            { .value(.list(join($0[0]))) }),
        Builtin(
            "union", signatures: [Signature([.init("list", .list)], variadic: true)],
            lifted: { joined($0[0]).map { ValueSet($0.madeDistinct) } },
            { .value(.list(join($0[0]).withoutDoubles)) }),
        Builtin(
            "distinct values", [.init("list", .list)],
            lifted: { $0[0].asList.map { ValueSet($0.madeDistinct) } },
            { .value(.list($0[0].members.withoutDoubles)) }),
        Builtin("flatten", [.init("list", .list)], lifted: { flattened($0[0]) }) { values in
            .value(.list(flatten(values[0])))
        },
        Builtin(
            "reverse", [.init("list", .list)],
            lifted: { sets in
                guard let list = sets[0].asList?.withoutDistinctness else { return nil }
                return ValueSet(
                    UncertainList(members: list.members.reversed(), open: list.open, unordered: list.unordered))
            },
            { .value(.list($0[0].members.reversed())) }),
    ]

    private static func contains(_ sets: [ValueSet]) -> ValueSet? {
        guard let list = sets[0].asList else { return nil }
        var result: Ternary = list.open ? .either : .false
        for member in list.members {
            let equal =
                if let one = member.value.exactValue, let other = sets[1].exactValue {
                    Ternary(one.isEqual(other) == true)
                } else if member.value.isProvablyDifferent(from: sets[1]) {
                    Ternary.false
                } else {
                    Ternary.either
                }
            result = result.or(member.certain ? equal : equal.union(.false))
        }
        return result.set
    }

    /// The lists that the members of a list are, one after the other.
    private static func join(_ lists: FEELValue) -> [FEELValue] {
        lists.members.flatMap { value in
            if case .list(let members) = value { members } else { [value] }
        }
    }

    private static func joined(_ lists: ValueSet) -> UncertainList? {
        guard let lists = lists.onlyLists, lists.isFixed else { return nil }
        var result = UncertainList([])
        for member in lists.members {
            guard let list = member.value.asListOrNull else { return nil }
            result = result.concatenated(with: list)
        }
        return result
    }

    private static func flatten(_ value: FEELValue) -> [FEELValue] {
        if case .list(let members) = value { members.flatMap(flatten) } else { [value] }
    }

    private static func flattened(_ set: ValueSet) -> ValueSet? {
        guard let list = set.asList?.withoutDistinctness else { return nil }
        var members: [UncertainList.Member] = []
        var open = list.open
        var unordered = list.unordered
        for member in list.members {
            if let values = member.value.finiteValues, values.allSatisfy({ $0.kind != .list }) {
                members.append(member)
                continue
            }
            switch member.value {
            case .numbers, .context: members.append(member)
            case .anything: return nil
            case .exactly, .oneOf, .list:
                guard case .list(let inner)? = flattened(member.value)?.asUncertain else { return nil }
                members += inner.members.map { .init($0.value, certain: $0.certain && member.certain) }
                open = open || inner.open
                unordered = unordered || inner.unordered
            }
        }
        return ValueSet(UncertainList(members: members, open: open, unordered: unordered))
    }
}

extension FEELValue {
    /// The members of a list; of any other value none.
    var members: [FEELValue] {
        if case .list(let members) = self { members } else { [] }
    }
}

extension ValueSet {
    /// As `asList`, with null as a list of null: `concatenate` takes members as they are.
    fileprivate var asListOrNull: UncertainList? {
        if case .exactly(.null) = self { return UncertainList([.null]) }
        return asList
    }

    /// The same set, a known list written as an uncertain one.
    fileprivate var asUncertain: ValueSet? { onlyLists.map(ValueSet.list) }
}
