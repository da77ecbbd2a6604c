/// Matches of one rule as a binary heap, first the one that fires first (Williams 1964, *Algorithm 232: Heapsort*).
///
/// Most comparisons are of one number that stands in the heap itself; see `MatchKeys.head`.
struct AgendaHeap: Sendable {
    struct Entry: Sendable {
        let head: UInt64
        let row: Int32

        @inline(__always)
        fileprivate func goes(before other: Entry, _ keys: MatchKeys) -> Bool {
            head == other.head ? keys.tail(row, goesBefore: other.row) : head > other.head
        }
    }

    private(set) var entries = Rows<Entry>()

    var count: Int { entries.count }

    /// The row that fires first.
    @inline(__always)
    var first: Int32? { entries.count > 0 ? entries[0].row : nil }

    /// To be called before a change, see `Rows`.
    mutating func own() { entries.own() }

    mutating func push(_ row: Int32, _ keys: MatchKeys) {
        let new = Entry(head: keys.head(row), row: row)
        entries.append(new)
        var index = entries.count - 1
        while index > 0 {
            let parent = (index - 1) / 2
            guard new.goes(before: entries[parent], keys) else { break }
            entries[index] = entries[parent]
            index = parent
        }
        entries[index] = new
    }

    /// Takes the first row away, if there is one.
    mutating func pop(_ keys: MatchKeys) {
        guard let last = entries.popLast(), entries.count > 0 else { return }
        sink(last, from: 0, keys)
    }

    /// Puts a place where it belongs, at a place that is free or below it.
    private mutating func sink(_ sinking: Entry, from start: Int, _ keys: MatchKeys) {
        let count = entries.count
        var index = start
        while true {
            var child = index * 2 + 1
            guard child < count else { break }
            if child + 1 < count, entries[child + 1].goes(before: entries[child], keys) { child += 1 }
            let next = entries[child]
            guard next.goes(before: sinking, keys) else { break }
            entries[index] = next
            index = child
        }
        entries[index] = sinking
    }

    /// Keeps some of the rows.
    mutating func keep(_ keys: MatchKeys, _ isKept: (Int32) -> Bool) {
        var kept = 0
        for index in entries.indices where isKept(entries[index].row) {
            entries[kept] = entries[index]
            kept += 1
        }
        guard kept < count else { return }
        entries.cut(to: kept)
        for index in (0..<kept / 2).reversed() { sink(entries[index], from: index, keys) }
    }
}
