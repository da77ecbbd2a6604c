import TestSupport
import Testing

@testable import RuleEngine

/// The short ways for few known values say what going through all completions says.
@Suite struct FewValuesTests {
    private static func numbers(using random: inout SeededGenerator) -> ValueSet {
        let count = Int.random(in: 1...4, using: &random)
        return ValueSet(oneOf: (0..<count).map { _ in .number(FEELNumber(Int.random(in: -3...3, using: &random))) })
    }

    @Test(arguments: [
        FEELExpression.BinaryOperator.add, .subtract, .multiply, .divide,
    ])
    func `arithmetic on few numbers gives what all pairs give`(operation: FEELExpression.BinaryOperator) throws {
        var random = SeededGenerator(seed: 11)
        var settled = 0
        for _ in 0..<200 {
            let (left, right) = (Self.numbers(using: &random), Self.numbers(using: &random))
            let (ones, others) = (left.finiteValues ?? [], right.finiteValues ?? [])
            let all = ones.flatMap { one in
                others.map { FEELOperators.apply(operation, one, $0, timeZones: nil).value }
            }
            guard let (set, rows) = FiniteArithmetic.apply(operation, left, right) else {
                #expect(all.contains(.null), "\(left) \(right)")
                continue
            }
            settled += 1
            #expect(set == ValueSet(oneOf: all) && rows == all.count, "\(left) \(right)")
        }
        #expect(settled > 30)
    }

    @Test func `a distinct list of known texts has as many members as its completions`() {
        var random = SeededGenerator(seed: 12)
        for _ in 0..<200 {
            let texts = (0..<Int.random(in: 0...5, using: &random)).map { _ in
                ["a", "b", "c", "e\u{301}", "\u{e9}"].randomElement(using: &random) ?? "a"
            }
            let members = texts.map {
                UncertainList.Member(.exactly(.string($0)), certain: Bool.random(using: &random))
            }
            let counts = (0..<1 << members.count).compactMap { choice -> Int? in
                let isPossible = members.indices.allSatisfy { !members[$0].certain || choice & 1 << $0 != 0 }
                guard isPossible else { return nil }
                return Set(members.indices.filter { choice & 1 << $0 != 0 }.map { FEELValue.string(texts[$0]) }).count
            }
            let bounds = UncertainList(members: members, distinct: true, unordered: true).countBounds
            #expect(bounds.low == counts.min() && bounds.high == counts.max(), "\(texts) \(members.map(\.certain))")
        }
    }
}
