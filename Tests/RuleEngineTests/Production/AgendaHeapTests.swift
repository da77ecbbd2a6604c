import TestSupport
import Testing

@testable import RuleEngine

/// The order of the matches of one rule: as sorting them all would have it.
@Suite struct AgendaHeapTests {
    /// Numbers of facts by level, and what is left of the heap over them.
    private struct Matches {
        var keys: MatchKeys
        var tags: [[Int32]] = []
        var heap = AgendaHeap()

        mutating func add(_ levels: [Int32]) {
            let row = Int32(tags.count)
            tags.append(levels)
            keys.addRow()
            for (level, tag) in levels.enumerated() { keys.set(row, level: level, tag) }
            keys.sort(row)
            heap.push(row, keys)
        }

        /// Newest first, then the lower numbers in the order of the conditions (Forgy 1981).
        func precedes(_ left: Int32, _ right: Int32) -> Bool {
            let (one, other) = (tags[Int(left)], tags[Int(right)])
            let (newest, others) = (one.sorted(by: >), other.sorted(by: >))
            return newest == others
                ? one.lexicographicallyPrecedes(other) : others.lexicographicallyPrecedes(newest)
        }

        mutating func drained() -> [Int32] {
            var rows: [Int32] = []
            while let first = heap.first {
                rows.append(first)
                heap.pop(keys)
            }
            return rows
        }
    }

    @Test(arguments: 1...4)
    func `matches leave in the order of recency`(levels: Int) {
        var random = SeededGenerator(seed: UInt64(levels))
        for _ in 0..<50 {
            var matches = Matches(keys: MatchKeys(levels: levels))
            var seen: Set<[Int32]> = []
            for _ in 0..<40 {
                let tags = (0..<levels).map { _ in Int32.random(in: 1...6, using: &random) }
                if seen.insert(tags).inserted { matches.add(tags) }
            }
            let sorted = matches.tags.indices.map { Int32($0) }.sorted { matches.precedes($0, $1) }
            #expect(matches.drained() == sorted)
        }
    }

    @Test func `what is kept stays in order`() {
        var random = SeededGenerator(seed: 12)
        var matches = Matches(keys: MatchKeys(levels: 2))
        for first in 1...12 { matches.add([Int32(first), Int32.random(in: 1...12, using: &random)]) }
        let keys = matches.keys
        matches.heap.keep(keys) { $0 % 3 != 0 }
        let sorted = matches.tags.indices.map { Int32($0) }.filter { $0 % 3 != 0 }.sorted { matches.precedes($0, $1) }
        #expect(matches.drained() == sorted)
    }

    @Test func `nothing comes from an empty heap`() {
        var heap = AgendaHeap()
        heap.pop(MatchKeys(levels: 1))
        #expect(heap.first == nil)
    }
}
