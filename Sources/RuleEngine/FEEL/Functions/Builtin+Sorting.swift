extension Builtin {
    static let sorting: [Builtin] = [
        Builtin(
            "sort",
            documentation: .init(
                nl: "Sorteert een lijst met een functie die zegt wat voorgaat.",
                en: "Sorts a list with a function that says what goes first.",
                right: "sort([3, 1, 4], function(x, y) x > y) = [4, 3, 1]",
                wrong: "sort([3, 1, 4])"),
            wordings: [
                .value(
                    nl: "{0}, gesorteerd; wat voorgaat zegt {1}", en: "{0}, sorted; what goes first is said by {1}")
            ],
            [.init("list", .list), .init("precedes", .function)],
            result: .membersOfFirst,
            .calling { values, _, verdict in
                let members = values[0].members
                guard case .function(let precedes) = values[1] else { return .value(.null) }
                let sorted = mergeSort(members) { verdict(precedes, [$0, $1]) }
                return sorted.map { .value(.list($0)) } ?? .fault(.wrongArgument, .noVerdict)
            })
    ]

    /// A stable merge sort that asks only for what it needs and stops when it gets no answer.
    private static func mergeSort(
        _ members: [FEELValue], by precedes: (FEELValue, FEELValue) -> Bool?
    ) -> [FEELValue]? {
        guard members.count > 1 else { return members }
        let middle = members.count / 2
        guard let left = mergeSort(Array(members[..<middle]), by: precedes),
            let right = mergeSort(Array(members[middle...]), by: precedes)
        else { return nil }
        var merged: [FEELValue] = []
        merged.reserveCapacity(members.count)
        var (one, two) = (left[...], right[...])
        while let first = one.first, let second = two.first {
            guard let swap = precedes(second, first) else { return nil }
            merged.append(swap ? second : first)
            if swap { two.removeFirst() } else { one.removeFirst() }
        }
        return merged + one + two
    }
}

extension LocalizedText {
    fileprivate static let noVerdict = LocalizedText(
        nl: "De functie bij `sort` moet true of false geven.",
        en: "The function of `sort` must give true or false.")
}
