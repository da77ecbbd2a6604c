extension UncertainList {
    /// A list of known members.
    init(_ values: [FEELValue]) {
        self.init(members: values.map { Member(.exactly($0), certain: true) })
    }

    /// Number and order of the members are known; only their values may not be.
    var isFixed: Bool { isOrdered && !distinct }

    /// The members stand in the order of the list; of a distinct list, the first of equal ones counts.
    var isOrdered: Bool { !open && !unordered && members.allSatisfy(\.certain) }

    /// At least one member is there in every completion.
    var isNeverEmpty: Bool { members.contains(where: \.certain) }

    /// The same members without the claim that equal values count once: a member that may coincide with another one may
    /// be missing.
    var withoutDistinctness: UncertainList {
        guard distinct else { return self }
        let loose = members.indices.map { index in
            let member = members[index]
            let alone = members.indices.allSatisfy { other in
                other == index || member.value.isProvablyDifferent(from: members[other].value)
            }
            // "Perhaps others" may coincide with a member too, but then that member stands for both.
            return Member(member.value, certain: member.certain && alone)
        }
        return UncertainList(members: loose, open: open, unordered: unordered)
    }

    /// The list in which equal values count once.
    var madeDistinct: UncertainList {
        UncertainList(members: members, open: open, distinct: true, unordered: unordered)
    }

    /// How many members there are: `high` is `nil` when others may be there.
    var countBounds: (low: Int, high: Int?) {
        guard distinct else {
            return (members.count(where: \.certain), open ? nil : members.count)
        }
        if let values = plainTexts {
            var seen: [String] = []
            var low = 0
            for (value, member) in zip(values, members) where !seen.contains(where: { $0.hasSameScalars(as: value) }) {
                seen.append(value)
                let isCertain =
                    member.certain
                    || zip(values, members).contains { $1.certain && $0.hasSameScalars(as: value) }
                if isCertain { low += 1 }
            }
            return (low, open ? nil : seen.count)
        }
        var apart: [ValueSet] = []
        for member in members where member.certain {
            if apart.allSatisfy({ $0.isProvablyDifferent(from: member.value) }) { apart.append(member.value) }
        }
        var values: Set<FEELValue> = []
        var others = 0
        for member in members {
            if let value = member.value.exactValue { values.insert(value) } else { others += 1 }
        }
        return (apart.count, open ? nil : values.count + others)
    }

    /// The members of a short list of known texts.
    private var plainTexts: [String]? {
        guard members.count <= 16 else { return nil }
        var texts: [String] = []
        texts.reserveCapacity(members.count)
        for member in members {
            guard case .exactly(.string(let text)) = member.value else { return nil }
            texts.append(text)
        }
        return texts
    }

    /// The members of both lists, one after the other.
    func concatenated(with other: UncertainList) -> UncertainList {
        UncertainList(
            members: withoutDistinctness.members + other.withoutDistinctness.members,
            open: open || other.open, unordered: unordered || other.unordered)
    }

    /// A list that holds what either list can be.
    func union(_ other: UncertainList) -> UncertainList {
        if self == other { return self }
        if isFixed, other.isFixed, members.count == other.members.count {
            return UncertainList(
                members: zip(members, other.members).map { Member($0.value.union($1.value), certain: true) })
        }
        let left = distinct == other.distinct ? self : withoutDistinctness
        let right = distinct == other.distinct ? other : other.withoutDistinctness
        var remaining = right.members
        var joined: [Member] = []
        for member in left.members {
            let twin = remaining.firstIndex {
                $0.value.isSubset(of: member.value) && member.value.isSubset(of: $0.value)
            }
            let certain = twin.map { member.certain && remaining[$0].certain } ?? false
            if let twin { remaining.remove(at: twin) }
            joined.append(Member(member.value, certain: certain))
        }
        joined += remaining.map { Member($0.value, certain: false) }
        return UncertainList(
            members: joined, open: left.open || right.open, distinct: left.distinct && right.distinct,
            unordered: true)
    }

    /// The list is possible. Members are matched to elements; by the theorem of Mendelsohn and Dulmage (1958) a matching
    /// that covers all elements and one that covers all certain members can be joined in one that covers both.
    func contains(_ elements: [FEELValue]) -> Bool {
        if isFixed {
            return elements.count == members.count && zip(members, elements).allSatisfy { $0.value.contains($1) }
        }
        func fits(_ member: Int, _ element: Int) -> Bool { members[member].value.contains(elements[element]) }
        let certain = members.indices.filter { members[$0].certain }
        if distinct {
            guard certain.allSatisfy({ member in elements.indices.contains { fits(member, $0) } }) else { return false }
        } else {
            guard BipartiteMatching.covers(certain, with: Array(elements.indices), where: fits) else { return false }
        }
        return open
            || BipartiteMatching.covers(Array(elements.indices), with: Array(members.indices)) { fits($1, $0) }
    }

    /// `true` is proved, by a matching of the members.
    func isSubset(of other: UncertainList) -> Bool {
        guard !open || other.open else { return false }
        if other.isFixed {
            return isFixed && members.count == other.members.count
                && zip(members, other.members).allSatisfy { $0.value.isSubset(of: $1.value) }
        }
        guard distinct == other.distinct else { return false }
        let inner = Array(members.indices)
        let outer = Array(other.members.indices)
        func fits(_ one: Int, _ two: Int) -> Bool { members[one].value.isSubset(of: other.members[two].value) }
        let certain = outer.filter { other.members[$0].certain }
        return (other.open || BipartiteMatching.covers(inner, with: outer, where: fits))
            && BipartiteMatching.covers(certain, with: inner.filter { members[$0].certain }) { fits($1, $0) }
    }
}

extension ValueSet {
    /// The list; exact when all its members are certain and exact, in a known order.
    package init(_ list: UncertainList) {
        guard list.members.allSatisfy(\.certain), !list.open, !list.unordered || list.members.count < 2 else {
            self = .list(list)
            return
        }
        let values = list.members.compactMap(\.value.exactValue)
        guard values.count == list.members.count else {
            self = .list(list)
            return
        }
        self = .exactly(.list(list.distinct ? values.withoutDoubles : values))
    }

    /// The set as a list when every value in it is one.
    var onlyLists: UncertainList? {
        switch self {
        case .exactly(.list(let values)): UncertainList(values)
        case .oneOf(let values): values.onlyLists
        case .list(let list): list
        default: nil
        }
    }

    /// The set as a list, a value that is no list standing for the list of itself. `nil` when it can be null or anything.
    var asList: UncertainList? {
        if let list = onlyLists { return list }
        switch self {
        case .exactly(.null), .anything, .exactly(.list), .list: return nil
        case .oneOf(let values):
            guard !values.contains(.null) else { return nil }
            return values.map { value in
                if case .list = value { value } else { .list([value]) }
            }.onlyLists
        case .numbers(_, let orNull): return orNull ? nil : UncertainList(members: [.init(self, certain: true)])
        case .exactly, .context: return UncertainList(members: [.init(self, certain: true)])
        }
    }
}

extension [FEELValue] {
    /// The first of each group of equal values.
    var withoutDoubles: [FEELValue] {
        var simple: Set<FEELValue> = []
        var others: [FEELValue] = []
        return filter { value in
            if let identity = value.identity { return simple.insert(identity).inserted }
            if others.contains(where: { $0.isEqual(value) == true }) { return false }
            others.append(value)
            return true
        }
    }

    fileprivate var onlyLists: UncertainList? {
        var result: UncertainList?
        for value in self {
            guard case .list(let elements) = value else { return nil }
            let list = UncertainList(elements)
            result = result?.union(list) ?? list
        }
        return result
    }
}
