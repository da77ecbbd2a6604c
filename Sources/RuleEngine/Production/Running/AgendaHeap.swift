/// Matches of one rule as a binary heap, first the one that fires first (Williams 1964, *Algorithm 232: Heapsort*).
///
/// Most comparisons are of one number that stands in the heap itself; see `MatchKeys.head`.
struct AgendaHeap: Sendable {
    struct Place: Sendable {
        let head: UInt64
        let row: Int32

        @inline(__always)
        fileprivate func goes(before other: Place, _ keys: MatchKeys) -> Bool {
            head == other.head ? keys.tail(row, goesBefore: other.row) : head > other.head
        }
    }

    private(set) var places = Rows<Place>()

    var count: Int { places.count }

    /// The row that fires first.
    @inline(__always)
    var first: Int32? { places.count > 0 ? places[0].row : nil }

    /// To be called before a change, see `Rows`.
    mutating func own() { places.own() }

    mutating func push(_ row: Int32, _ keys: MatchKeys) {
        let new = Place(head: keys.head(row), row: row)
        places.append(new)
        var place = places.count - 1
        while place > 0 {
            let parent = (place - 1) / 2
            guard new.goes(before: places[parent], keys) else { break }
            places[place] = places[parent]
            place = parent
        }
        places[place] = new
    }

    /// Takes the first row away, if there is one.
    mutating func pop(_ keys: MatchKeys) {
        guard let last = places.popLast(), places.count > 0 else { return }
        sink(last, from: 0, keys)
    }

    /// Puts a place where it belongs, at a place that is free or below it.
    private mutating func sink(_ sinking: Place, from start: Int, _ keys: MatchKeys) {
        let count = places.count
        var place = start
        while true {
            var child = place * 2 + 1
            guard child < count else { break }
            if child + 1 < count, places[child + 1].goes(before: places[child], keys) { child += 1 }
            let next = places[child]
            guard next.goes(before: sinking, keys) else { break }
            places[place] = next
            place = child
        }
        places[place] = sinking
    }

    /// Keeps some of the rows.
    mutating func keep(_ keys: MatchKeys, _ isKept: (Int32) -> Bool) {
        var kept = 0
        for place in places.indices where isKept(places[place].row) {
            places[kept] = places[place]
            kept += 1
        }
        guard kept < count else { return }
        places.cut(to: kept)
        for place in (0..<kept / 2).reversed() { sink(places[place], from: place, keys) }
    }
}
