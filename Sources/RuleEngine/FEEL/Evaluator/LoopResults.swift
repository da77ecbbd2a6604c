/// Results of a `for` so far: bare values while all are known, members with their certainty from the first that is not.
struct LoopResults {
    var values: [FEELValue] = []
    var members: [UncertainList.Member] = []
    var isKnown = true
    var open = false
    var unordered = false
    var failed = false
    /// A result is not known exactly.
    var isInexact = false

    var count: Int { isKnown ? values.count : members.count }

    mutating func append(_ set: ValueSet, certain: Bool) {
        if isKnown {
            if certain, case .exactly(let value) = set {
                values.append(value)
                return
            }
            members = values.map { .init(.exactly($0), certain: true) }
            values = []
            isKnown = false
        }
        members.append(.init(set, certain: certain))
    }

    var list: UncertainList {
        UncertainList(
            members: isKnown ? values.map { .init(.exactly($0), certain: true) } : members, open: open,
            unordered: unordered)
    }

    var set: ValueSet {
        isKnown && !open && (!unordered || values.count < 2) ? .exactly(.list(values)) : ValueSet(list)
    }
}
