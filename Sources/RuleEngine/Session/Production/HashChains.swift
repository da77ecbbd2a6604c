/// Hash tables that share their entries: each table is an array of buckets, each bucket a chain of entries.
///
/// An entry stands in one chain of one table and in the list of its item (a fact or a token), so that all entries of an
/// item are found when it goes. Entries that are given up are used again.
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

    struct Table: Sendable {
        var buckets: [Int32] = [-1]
        var count: Int32 = 0
    }

    private(set) var entries: [Entry] = []
    private(set) var tables: [Table]
    private var free: Int32 = -1

    init(tables: Int) { self.tables = [Table](repeating: Table(), count: tables) }

    /// The first entry of the chain in which entries with that hash stand; others may stand there too.
    @inline(__always)
    func first(_ table: Int32, _ hash: UInt32) -> Int32 {
        let buckets = tables[Int(table)].buckets.count
        return tables[Int(table)].buckets[Int(hash) & (buckets - 1)]
    }

    /// - Parameter nextOfItem: the entry that was the first of the item so far.
    /// - Returns: the entry, now the first of the item.
    mutating func insert(_ item: Int32, _ table: Int32, _ hash: UInt32, nextOfItem: Int32) -> Int32 {
        let place = Int(table)
        if tables[place].count >= tables[place].buckets.count { grow(place) }
        tables[place].count += 1
        let bucket = Int(hash) & (tables[place].buckets.count - 1)
        let next = tables[place].buckets[bucket]
        let entry = Entry(item: item, table: table, hash: hash, next: next, previous: -1, nextOfItem: nextOfItem)
        let number: Int32
        if free >= 0 {
            number = free
            free = entries[Int(number)].next
            entries[Int(number)] = entry
        } else {
            number = Int32(entries.count)
            entries.append(entry)
        }
        if next >= 0 { entries[Int(next)].previous = number }
        tables[place].buckets[bucket] = number
        return number
    }

    /// Takes an entry out of its chain, not out of the list of its item.
    mutating func remove(_ number: Int32) {
        let entry = entries[Int(number)]
        let place = Int(entry.table)
        if entry.previous >= 0 {
            entries[Int(entry.previous)].next = entry.next
        } else {
            let bucket = Int(entry.hash) & (tables[place].buckets.count - 1)
            tables[place].buckets[bucket] = entry.next
        }
        if entry.next >= 0 { entries[Int(entry.next)].previous = entry.previous }
        tables[place].count -= 1
        entries[Int(number)].next = free
        free = number
    }

    /// Gives an entry to an item that hashes alike.
    ///
    /// - Parameter nextOfItem: the entry that was the first of that item so far.
    mutating func hand(_ number: Int32, to item: Int32, nextOfItem: Int32) {
        entries[Int(number)].item = item
        entries[Int(number)].nextOfItem = nextOfItem
    }

    private mutating func grow(_ place: Int) {
        let old = tables[place].buckets
        let count = old.count == 1 ? 8 : old.count * 4
        tables[place].buckets = [Int32](repeating: -1, count: count)
        for head in old {
            var number = head
            while number >= 0 {
                let next = entries[Int(number)].next
                let bucket = Int(entries[Int(number)].hash) & (count - 1)
                let first = tables[place].buckets[bucket]
                entries[Int(number)].next = first
                entries[Int(number)].previous = -1
                if first >= 0 { entries[Int(first)].previous = number }
                tables[place].buckets[bucket] = number
                number = next
            }
        }
    }

    /// Bytes in use, roughly.
    var bytes: Int { entries.count * MemoryLayout<Entry>.stride }
}
