/// Functions that work with positions in lists. Positions count from 1, from the end when negative; a fraction does not
/// count.
extension Builtin {
    static let listEditing: [Builtin] = [
        Builtin(
            "sublist",
            documentation: .init(
                nl: "Geeft een deel van een lijst.",
                en: "Gives a part of a list.",
                details: .positions,
                right: "sublist([4, 5, 6], 1, 2) = [4, 5]",
                wrong: "sublist([4, 5, 6], 4)"),
            wordings: [
                .value(nl: "de leden van {0} vanaf plaats {1}", en: "the members of {0} from position {1}"),
                .value(
                    nl: "de leden van {0} vanaf plaats {1}, samen {2}",
                    en: "the members of {0} from position {1}, {2} in all"),
            ],
            [.init("list", .list), .init("start position", .number), .init("length", .number, optional: true)],
            result: .membersOfFirst
        ) { values in
            let members = values[0].members
            guard let start = place(values[1], in: members) else { return .fault(.outOfRange, .noSuchPlace) }
            guard case .number(let wanted) = values[2] else { return .value(.list(Array(members[start...]))) }
            guard let length = wanted.integerValue, length >= 0, length <= members.count - start else {
                return .fault(.outOfRange, .noSuchPlace)
            }
            return .value(.list(Array(members[start..<(start + length)])))
        },
        Builtin(
            "insert before",
            documentation: .init(
                nl: "Zet een waarde vóór een plaats in een lijst.",
                en: "Puts a value before a position of a list.",
                details: .positions,
                right: "insert before([1, 3], 1, 2) = [2, 1, 3]",
                wrong: "insert before([1, 3], 5, 2)"),
            wordings: [
                .value(nl: "{0} met {2} vóór plaats {1}", en: "{0} with {2} before position {1}")
            ], [.init("list", .list), .init("position", .number), .init("newItem", .any)], result: .membersAndLast
        ) { values in
            var members = values[0].members
            guard let place = place(values[1], in: members) else { return .fault(.outOfRange, .noSuchPlace) }
            members.insert(values[2], at: place)
            return .value(.list(members))
        },
        Builtin(
            "remove",
            documentation: .init(
                nl: "Haalt de waarde op een plaats weg.",
                en: "Takes away the value at a position.",
                details: .positions,
                right: "remove([1, 2, 3], 2) = [1, 3]",
                wrong: "remove([1, 2, 3], 4)"),
            wordings: [
                .value(nl: "{0} zonder het lid op plaats {1}", en: "{0} without the member at position {1}")
            ], [.init("list", .list), .init("position", .number)], result: .membersOfFirst
        ) { values in
            var members = values[0].members
            guard let place = place(values[1], in: members) else { return .fault(.outOfRange, .noSuchPlace) }
            members.remove(at: place)
            return .value(.list(members))
        },
        Builtin(
            "list replace",
            documentation: .init(
                nl: "Vervangt de waarde op een plaats, of alle waarden waarvoor een functie true geeft.",
                en: "Replaces the value at a position, or all values for which a function gives true.",
                details: .positions,
                right: "list replace([2, 4, 7, 8], function(item, newItem) item < newItem, 5) = [5, 5, 7, 8]",
                wrong: "list replace([2, 4], 3, 5)"),
            wordings: [
                .value(
                    nl: "{0} met {2} in plaats van elk lid waarvoor {1} waar is",
                    en: "{0} with {2} in place of each member for which {1} is true", ofFunction: 1),
                .value(
                    nl: "{0} met {2} in plaats van het lid op plaats {1}",
                    en: "{0} with {2} in place of the member at position {1}"),
            ],
            signatures: [
                Signature([.init("list", .list), .init("position", .any), .init("newItem", .any)]),
                Signature([.init("list", .list), .init("match", .function), .init("newItem", .any)]),
            ],
            result: .membersAndLast,
            .calling { values, _, verdict in
                var members = values[0].members
                switch values[1] {
                case .number:
                    guard let place = place(values[1], in: members) else { return .fault(.outOfRange, .noSuchPlace) }
                    members[place] = values[2]
                case .function(let match):
                    for index in members.indices {
                        guard let replace = verdict(match, [members[index], values[2]]) else {
                            return .fault(.wrongArgument, .matchIsNoTest)
                        }
                        if replace { members[index] = values[2] }
                    }
                default: return .fault(.wrongArgument, .noSuchPlace)
                }
                return .value(.list(members))
            }),
    ]

    private static func place(_ position: FEELValue, in members: [FEELValue]) -> Int? {
        guard case .number(let number) = position else { return nil }
        return number.rounded(toScale: 0, rule: .down).flatMap { FEELOperators.offset($0, in: members.count) }
    }
}

// MARK: - Types

extension Builtin.Result {
    fileprivate static let membersAndLast = Builtin.Result { arguments in
        guard let first = arguments.first, let last = arguments.last, arguments.count == 3 else { return nil }
        return .list(of: first.members.union(last))
    }
}

extension LocalizedText {
    fileprivate static let positions = LocalizedText(
        nl: "Plaatsen tellen vanaf 1, en van achteren als ze onder nul zijn.",
        en: "Positions count from 1, and from the end when they are below zero.")

    fileprivate static let noSuchPlace = LocalizedText(
        nl: "De lijst heeft die plaats niet; de eerste plaats is 1.",
        en: "The list does not have that position; the first one is 1.")

    fileprivate static let matchIsNoTest = LocalizedText(
        nl: "De functie bij `match` moet true of false geven.",
        en: "The function of `match` must give true or false.")
}
