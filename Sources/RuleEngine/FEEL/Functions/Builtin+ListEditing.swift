/// Functions that work with positions in lists. Positions count from 1, from the end when negative; a fraction does not
/// count.
extension Builtin {
    static let listEditing: [Builtin] = [
        Builtin(
            "sublist",
            [.init("list", .list), .init("start position", .number), .init("length", .number, optional: true)]
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
            "insert before", [.init("list", .list), .init("position", .number), .init("newItem", .any)]
        ) { values in
            var members = values[0].members
            guard let place = place(values[1], in: members) else { return .fault(.outOfRange, .noSuchPlace) }
            members.insert(values[2], at: place)
            return .value(.list(members))
        },
        Builtin("remove", [.init("list", .list), .init("position", .number)]) { values in
            var members = values[0].members
            guard let place = place(values[1], in: members) else { return .fault(.outOfRange, .noSuchPlace) }
            members.remove(at: place)
            return .value(.list(members))
        },
        Builtin(
            "list replace",
            [
                Signature([.init("list", .list), .init("position", .any), .init("newItem", .any)]),
                Signature([.init("list", .list), .init("match", .function), .init("newItem", .any)]),
            ],
            result: .anything, lifted: nil,
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

extension LocalizedText {
    fileprivate static let noSuchPlace = LocalizedText(
        nl: "De lijst heeft die plaats niet; de eerste plaats is 1.",
        en: "The list does not have that position; the first one is 1.")

    fileprivate static let matchIsNoTest = LocalizedText(
        nl: "De functie bij `match` moet true of false geven.",
        en: "The function of `match` must give true or false.")
}
