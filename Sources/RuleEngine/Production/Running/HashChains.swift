/// Hash tables that share their entries: each table is a stretch of buckets, each bucket a chain of entries.
///
/// An entry stands in one chain of one table and in the list of its item (a fact or a token), so that all entries of an
/// item are found when it goes. Entries that are given up are used again. A table that grows takes a new stretch four
/// times as long; the stretches left behind are a third of all at most.
struct HashChains: Sendable {
    struct Entry: Sendable {
        var item: Int32
        var table: Int32
        var hash: UInt32
        /// In the chain; negative at its end. For an entry that is free: the next free one.
        var next: Int32
        var previous: Int32
        /// The next entry of the same item; negative at the end.
        var nextOfItem: Int32
    }

    private struct Table: Sendable {
        /// Where its buckets begin.
        var start: Int32
        /// One less than the number of buckets, a power of two.
        var mask: UInt32 = 0
        var count: UInt32 = 0
    }

    private(set) var entries = Rows<Entry>()
    private var tables: Rows<Table>
    /// The first entry of each chain, for all tables one behind the other.
    private var buckets: Rows<Int32>
    private var free: Int32 = -1

    init(tables count: Int) {
        tables = Rows()
        for start in 0..<count { tables.append(Table(start: Int32(start))) }
        buckets = Rows(repeating: -1, count: count)
    }

    /// To be called before a change, see `Rows`.
    mutating func own() {
        entries.own()
        tables.own()
        buckets.own()
    }

    /// Whether nothing stands in a table.
    @inline(__always)
    func isEmpty(_ table: Int32) -> Bool { tables[table].count == 0 }

    @inline(__always)
    private func bucket(_ table: Table, _ hash: UInt32) -> Int { Int(table.start) + Int(hash & table.mask) }

    /// The first entry of the chain in which entries with that hash stand; others may stand there too.
    @inline(__always)
    func first(_ table: Int32, _ hash: UInt32) -> Int32 { buckets[bucket(tables[table], hash)] }

    /// - Parameter nextOfItem: the entry that was the first of the item so far.
    /// - Returns: the entry, now the first of the item.
    mutating func insert(_ item: Int32, _ table: Int32, _ hash: UInt32, nextOfItem: Int32) -> Int32 {
        if tables[table].count > tables[table].mask { grow(table) }
        tables[table].count += 1
        let bucket = bucket(tables[table], hash)
        let next = buckets[bucket]
        let entry = Entry(item: item, table: table, hash: hash, next: next, previous: -1, nextOfItem: nextOfItem)
        let number: Int32
        if free >= 0 {
            number = free
            free = entries[number].next
            entries[number] = entry
        } else {
            number = Int32(entries.count)
            entries.append(entry)
        }
        if next >= 0 { entries[next].previous = number }
        buckets[bucket] = number
        return number
    }

    /// Takes an entry out of its chain, not out of the list of its item.
    mutating func remove(_ number: Int32) {
        let entry = entries[number]
        if entry.previous >= 0 {
            entries[entry.previous].next = entry.next
        } else {
            buckets[bucket(tables[entry.table], entry.hash)] = entry.next
        }
        if entry.next >= 0 { entries[entry.next].previous = entry.previous }
        tables[entry.table].count -= 1
        entries[number].next = free
        free = number
    }

    /// Gives an entry to an item that hashes alike.
    ///
    /// - Parameter nextOfItem: the entry that was the first of that item so far.
    mutating func hand(_ number: Int32, to item: Int32, nextOfItem: Int32) {
        entries[number].item = item
        entries[number].nextOfItem = nextOfItem
    }

    private mutating func grow(_ index: Int32) {
        let old = tables[index]
        tables[index].start = Int32(buckets.count)
        tables[index].mask = old.mask == 0 ? 7 : old.mask * 4 + 3
        let new = tables[index]
        for _ in 0...new.mask { buckets.append(-1) }
        for chain in Int(old.start)...Int(old.start) + Int(old.mask) {
            var number = buckets[chain]
            while number >= 0 {
                let next = entries[number].next
                let bucket = bucket(new, entries[number].hash)
                let first = buckets[bucket]
                entries[number].next = first
                entries[number].previous = -1
                if first >= 0 { entries[first].previous = number }
                buckets[bucket] = number
                number = next
            }
        }
    }

    /// Bytes in use.
    var bytes: Int { entries.bytes + buckets.bytes }
}
