/// Functions that ask about lists, or put lists together without regard to positions.
extension Builtin {
    static let lists: [Builtin] = [
        Builtin(
            "list contains",
            documentation: .init(
                nl: "Zegt of een lijst een waarde bevat.",
                en: "Says whether a list holds a value.",
                right: "list contains([1, 2, null], null)",
                wrong: "list contains(null, 1)"),
            wordings: [
                .statement(
                    nl: "{1} is een lid van {0}", not: "{1} is geen lid van {0}", en: "{1} is a member of {0}",
                    not: "{1} is no member of {0}")
            ], [.init("list", .list), .init("element", .any)], result: .boolean, effort: .equality,
            lifted: contains
        ) {
            values in
            guard case .list(let members) = values[0] else { return .value(.null) }
            return .value(.boolean(members.contains { $0.isEqual(values[1]) == true }))
        },
        Builtin(
            "index of",
            documentation: .init(
                nl: "Geeft de plaatsen waar een waarde staat.",
                en: "Gives the positions of a value.",
                right: "index of([1, 2, 3, 2], 2) = [2, 4]",
                wrong: "index of(null, 1)"),
            wordings: [
                .value(nl: "de plaatsen van {1} in {0}", en: "the positions of {1} in {0}")
            ], [.init("list", .list), .init("match", .any)], result: .always(.list(of: .number)),
            effort: .equality
        ) { values in
            guard case .list(let members) = values[0] else { return .value(.null) }
            let places = members.indices.filter { members[$0].isEqual(values[1]) == true }
            return .value(.list(places.map { .number(FEELNumber($0 + 1)) }))
        },
        Builtin(
            "append",
            documentation: .init(
                nl: "Zet waarden achter een lijst.",
                en: "Puts values behind a list.",
                right: "append([1], 2, 3) = [1, 2, 3]",
                wrong: "append([1])"),
            wordings: [
                .value(nl: "{0} met daarachter {*1}", en: "{0} followed by {*1}")
            ], signatures: [Signature([.init("list", .list), .init("item", .list)], variadic: true)],
            result: .membersAndOthers,
            lifted: { sets in
                guard let list = sets[0].asList, let items = sets[1].onlyLists else { return nil }
                return ValueSet(list.concatenated(with: items))
            },
            { .value(.list($0.flatMap(\.members))) }),
        Builtin(
            "concatenate",
            documentation: .init(
                nl: "Zet lijsten achter elkaar.",
                en: "Puts lists one after the other.",
                right: "concatenate([1, 2], [3]) = [1, 2, 3]",
                wrong: "concatenate()"),
            wordings: [
                .value(nl: "alle leden achter elkaar van {*}", en: "all members in a row of {*}")
            ], signatures: [Signature([.init("list", .list)], variadic: true)], result: .membersOfAll,
            lifted: { joined($0[0]).map { ValueSet($0) } },
            { .value(.list(join($0[0]))) }),
        Builtin(
            "union",
            documentation: .init(
                nl: "Zet lijsten achter elkaar, elke waarde één keer.",
                en: "Puts lists one after the other, each value once.",
                right: "union([1, 2], [2, 3]) = [1, 2, 3]",
                wrong: "union()"),
            wordings: [
                .value(nl: "alle leden, elk één keer, van {*}", en: "all members, each once, of {*}")
            ], signatures: [Signature([.init("list", .list)], variadic: true)], result: .membersOfAll,
            effort: .comparison,
            lifted: { joined($0[0]).map { ValueSet($0.madeDistinct) } },
            { .value(.list(join($0[0]).withoutDoubles)) }),
        Builtin(
            "distinct values",
            documentation: .init(
                nl: "Geeft elke waarde van een lijst één keer.",
                en: "Gives each value of a list once.",
                right: "distinct values([1, 2, 1]) = [1, 2]",
                wrong: "distinct values(null)"),
            wordings: [
                .value(nl: "de verschillende waarden van {0}", en: "the distinct values of {0}")
            ], [.init("list", .list)], result: .membersOfFirst, effort: .comparison,
            lifted: { $0[0].asList.map { ValueSet($0.madeDistinct) } },
            { .value(.list($0[0].members.withoutDoubles)) }),
        Builtin(
            "flatten",
            documentation: .init(
                nl: "Maakt van lijsten in lijsten één lijst.",
                en: "Makes one list of lists in lists.",
                right: "flatten([[1, 2], [[3]], 4]) = [1, 2, 3, 4]",
                wrong: "flatten(null)"),
            wordings: [
                .value(
                    nl: "alle leden van {0}, ook die van lijsten daarin",
                    en: "all members of {0}, those of lists in it as well")
            ], [.init("list", .list)], lifted: { flattened($0[0]) }
        ) { values in
            .value(.list(flatten(values[0])))
        },
        Builtin(
            "reverse",
            documentation: .init(
                nl: "Keert de volgorde om.",
                en: "Turns the order around.",
                right: "reverse([1, 2, 3]) = [3, 2, 1]",
                wrong: "reverse(null)"),
            wordings: [
                .value(nl: "{0} in omgekeerde volgorde", en: "{0} in reverse order")
            ], [.init("list", .list)], result: .membersOfFirst,
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

// MARK: - Types

extension Builtin.Result {
    fileprivate static let membersOfAll = Builtin.Result { .list(of: .union($0.map(\.members))) }

    fileprivate static let membersAndOthers = Builtin.Result { arguments in
        arguments.first.map { .list(of: .union([$0.members] + arguments.dropFirst())) }
    }
}
