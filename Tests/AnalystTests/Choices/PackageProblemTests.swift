import TestSupport
import Testing

@testable import Analyst

/// The choice of a package against trying everything.
@Suite struct PackageProblemTests {
    @Test func `an element that two items cover counts once`() {
        var problem = PackageProblem(elements: [5, 3], limits: [2])
        problem.items = [.init(covers: [0, 1], worth: 0, uses: [1]), .init(covers: [1], worth: -1, uses: [1])]
        #expect(problem.best() == .init(items: [0], value: 8))
    }

    @Test func `two that clash are not taken together`() {
        var problem = PackageProblem(elements: [5, 3], limits: [2])
        problem.items = [.init(covers: [0], worth: 0, uses: [1]), .init(covers: [1], worth: 0, uses: [1])]
        #expect(problem.best()?.items == [0, 1])
        problem.clashes = [.init(0, 1)]
        #expect(problem.best()?.items == [0])
    }

    @Test func `a bond can outweigh two better single items`() {
        var problem = PackageProblem(elements: [4, 4, 3, 3], limits: [2])
        problem.items = (0..<4).map { .init(covers: [$0], worth: 0, uses: [1]) }
        #expect(problem.best()?.items == [0, 1])
        problem.bonds = [.init(2, 3, worth: 3)]
        #expect(problem.best() == .init(items: [2, 3], value: 9))
    }

    @Test func `of equal choices the one with the earliest items is taken`() {
        var problem = PackageProblem(elements: [2, 2, 2], limits: [2])
        problem.items = (0..<3).map { .init(covers: [$0], worth: 0, uses: [1]) }
        #expect(problem.best()?.items == [0, 1])
    }

    @Test func `what is forced is there, and what is impossible has no best`() {
        var problem = PackageProblem(elements: [9, 1], limits: [1])
        problem.items = [.init(covers: [0], worth: 0, uses: [1]), .init(covers: [1], worth: 0, uses: [1])]
        #expect(problem.best(forced: [1]) == .init(items: [1], value: 1))
        #expect(problem.best(forced: [0, 1]) == nil)
    }

    @Test func `five hundred small random choices equal those of brute force`() {
        var random = SeededGenerator(seed: 18)
        for round in 0..<500 {
            let problem = PackageProblem.random(items: Int.random(in: 0...11, using: &random), &random)
            #expect(problem.best() == problem.bruteForce(), "round \(round)")
        }
    }

    @Test func `no random choice breaks a limit or a clash`() throws {
        var random = SeededGenerator(seed: 81)
        for _ in 0..<(FullRuns.isAsked ? 10_000 : 1000) {
            let problem = PackageProblem.random(items: Int.random(in: 0...24, using: &random), &random)
            let best = try #require(problem.best())
            #expect(problem.value(of: best.items) == best.value)
            #expect(best.value >= 0)
        }
    }
}

extension PackageProblem {
    /// A problem in which limits, clashes and bonds all play a part.
    static func random(items count: Int, _ random: inout SeededGenerator) -> PackageProblem {
        let elements = (0..<Int.random(in: 1...12, using: &random)).map { _ in Int.random(in: 0...40, using: &random) }
        let limits =
            (0..<3).map { _ in Int.random(in: 0...20, using: &random) } + [Int.random(in: 1...8, using: &random)]
        var problem = PackageProblem(elements: elements, limits: limits)
        problem.items = (0..<count).map { _ in
            Item(
                covers: elements.indices.filter { _ in Int.random(in: 0..<4, using: &random) == 0 },
                worth: Int.random(in: -10...8, using: &random),
                uses: (0..<3).map { _ in Int.random(in: 0...8, using: &random) } + [1])
        }
        for first in 0..<count {
            for second in (first + 1)..<max(count, first + 1) {
                switch Int.random(in: 0..<10, using: &random) {
                case 0: problem.clashes.append(Clash(first, second))
                case 1: problem.bonds.append(Bond(first, second, worth: Int.random(in: 1...9, using: &random)))
                default: break
                }
            }
        }
        return problem
    }

    /// Tries all subsets: the judge.
    func bruteForce() -> Solution? {
        var best: Solution?
        for mask in 0..<(1 << items.count) {
            let chosen = items.indices.filter { mask & (1 << $0) != 0 }
            guard let value = value(of: chosen) else { continue }
            let isFirst = best.map {
                value > $0.value || (value == $0.value && chosen.lexicographicallyPrecedes($0.items))
            }
            if isFirst ?? true { best = Solution(items: chosen, value: value) }
        }
        return best
    }
}
