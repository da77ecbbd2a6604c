import TestSupport
import Testing

@testable import RuleEngine

/// What several rules give to one field becomes one value.
@Suite struct FieldCombinationTests {
    @Test(arguments: [1, 2, 3])
    func `a union holds each text once, those that are sure first, and each in order`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let contributions = (0..<Int.random(in: 1...6, using: &random)).map { rule in
                FieldCombination.Contribution(
                    set: Self.texts(using: &random), isCertain: Bool.random(using: &random), rule: rule)
            }
            let (set, conflict) = FieldCombination(combination: .union).combined(contributions, isGiven: true)
            #expect(set == Self.union(contributions) && conflict == nil, "\(contributions.map(\.set))")
        }
    }

    @Test func `a union of texts and other values is in the order of how they are written`() {
        let sets: [ValueSet] = [
            .exactly(.list([.string("pear"), .number(2)])), .exactly(.string("2")), .oneOf([.string("apple"), .null]),
        ]
        let contributions = sets.map { FieldCombination.Contribution(set: $0, isCertain: true, rule: 0) }
        let expected: [ValueSet] = [contributions, contributions.reversed()].map {
            FieldCombination(combination: .union).combined($0, isGiven: true).set
        }
        let members = [FEELValue.number(2), .string("2"), .string("pear")].map {
            UncertainList.Member(.exactly($0), certain: true)
        }
        let possible = UncertainList.Member(.exactly(.string("apple")), certain: false)
        let list = ValueSet.list(UncertainList(members: members + [possible], distinct: true, unordered: true))
        #expect(expected == [list, list])
    }

    /// A text, null, a list, or a list of which members may be missing.
    private static func texts(using random: inout SeededGenerator) -> ValueSet {
        let texts = (0..<Int.random(in: 0...4, using: &random)).map { _ in
            FEELValue.string("t\(Int.random(in: 0...5, using: &random))")
        }
        switch Int.random(in: 0..<4, using: &random) {
        case 0: return .exactly(texts.first ?? .null)
        case 1: return .exactly(.list(texts))
        default:
            let members = texts.map { UncertainList.Member(.exactly($0), certain: Bool.random(using: &random)) }
            return .list(UncertainList(members: members))
        }
    }

    /// The naive twin: asks of each text whether it may be a member, and whether it surely is one.
    private static func union(_ contributions: [FieldCombination.Contribution]) -> ValueSet {
        var possible: Set<String> = []
        var certain: Set<String> = []
        for contribution in contributions {
            let members: [UncertainList.Member] =
                switch contribution.set {
                case .exactly(.list(let values)): values.map { .init(.exactly($0), certain: true) }
                case .list(let list): list.members
                case .exactly(.null): []
                default: [.init(contribution.set, certain: true)]
                }
            for member in members {
                guard case .exactly(.string(let text)) = member.value else { continue }
                possible.insert(text)
                if member.certain, contribution.isCertain { certain.insert(text) }
            }
        }
        let (sure, rest) = (certain.sorted(), possible.subtracting(certain).sorted())
        guard !rest.isEmpty else { return .exactly(.list(sure.map { .string($0) })) }
        let members =
            sure.map { UncertainList.Member(.exactly(.string($0)), certain: true) }
            + rest.map { UncertainList.Member(.exactly(.string($0)), certain: false) }
        return .list(UncertainList(members: members, distinct: true, unordered: true))
    }
}
