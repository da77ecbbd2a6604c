/// The facts of a production system as rows: a head and a stretch of values each. Rows of facts that went are used again.
struct FactRows: Sendable {
    struct Head: Sendable {
        let template: Int32
        /// Where the values begin.
        let start: Int32
        /// The number of the fact, which grows with each assertion, and so its recency; 0 when the row is free.
        var tag: Int32
        /// The first match that holds the fact; negative when there is none.
        var tokens: Int32 = -1
        /// The first guard that the fact decides; negative when there is none.
        var decided: Int32 = -1
        /// The first entry in the fact indexes.
        var entries: Int32 = -1
    }

    private(set) var heads: [Head] = []
    private(set) var values: [CompactValue] = []
    /// All facts, hashed on all their fields; one table for each template.
    private(set) var identities: HashChains
    private var identityEntries: [Int32] = []
    /// Free rows of each template.
    private var free: [[Int32]]
    private let widths: [Int]
    private(set) var nextTag: Int32 = 1
    /// The facts that are there.
    private(set) var count = 0

    init(templates: [Template]) {
        widths = templates.map(\.fields.count)
        free = templates.map { _ in [] }
        identities = HashChains(tables: templates.count)
    }

    @inline(__always)
    func value(_ fact: Int32, _ field: Int) -> CompactValue { values[Int(heads[Int(fact)].start) + field] }

    @inline(__always)
    func tag(_ fact: Int32) -> Int32 { heads[Int(fact)].tag }

    func row(_ fact: Int32) -> ArraySlice<CompactValue> {
        let head = heads[Int(fact)]
        return values[Int(head.start)..<Int(head.start) + widths[Int(head.template)]]
    }

    /// Adds a fact with the next number.
    ///
    /// - Returns: its row, or `nil` when an equal fact is there.
    mutating func add(_ template: Int32, _ row: [CompactValue]) -> Int32? {
        var hash: UInt64 = 0
        for value in row { hash = value.hash(after: hash) }
        let short = UInt32(truncatingIfNeeded: hash)
        if find(template, row, short) != nil { return nil }
        let fact: Int32
        if let reused = free[Int(template)].popLast() {
            fact = reused
            let start = Int(heads[Int(fact)].start)
            for (field, value) in row.enumerated() { values[start + field] = value }
            heads[Int(fact)].tag = nextTag
        } else {
            fact = Int32(heads.count)
            heads.append(Head(template: template, start: Int32(values.count), tag: nextTag))
            values.append(contentsOf: row)
            identityEntries.append(-1)
        }
        identityEntries[Int(fact)] = identities.insert(fact, template, short, nextOfItem: -1)
        nextTag += 1
        count += 1
        return fact
    }

    private func find(_ template: Int32, _ row: [CompactValue], _ hash: UInt32) -> Int32? {
        var entry = identities.first(template, hash)
        while entry >= 0 {
            let found = identities.entries[Int(entry)]
            if found.hash == hash {
                let start = Int(heads[Int(found.item)].start)
                var field = 0
                while field < row.count, values[start + field] == row[field] { field += 1 }
                if field == row.count { return found.item }
            }
            entry = found.next
        }
        return nil
    }

    /// Takes a fact out of working memory; its values can be read until `release`.
    mutating func remove(_ fact: Int32) {
        identities.remove(identityEntries[Int(fact)])
        identityEntries[Int(fact)] = -1
        count -= 1
    }

    /// Whether the fact is in working memory.
    func isPresent(_ fact: Int32) -> Bool { identityEntries[Int(fact)] >= 0 }

    /// Gives the row of a fact that was removed to later facts.
    mutating func release(_ fact: Int32) {
        heads[Int(fact)].tag = 0
        free[Int(heads[Int(fact)].template)].append(fact)
    }

    /// The row of the fact with a number; looked for one by one.
    func fact(tagged tag: Int32) -> Int32? {
        heads.indices.first { heads[$0].tag == tag && tag > 0 }.map { Int32($0) }
    }

    mutating func setTokens(_ fact: Int32, _ first: Int32) { heads[Int(fact)].tokens = first }
    mutating func setDecided(_ fact: Int32, _ first: Int32) { heads[Int(fact)].decided = first }
    mutating func setEntries(_ fact: Int32, _ first: Int32) { heads[Int(fact)].entries = first }

    /// Bytes in use, roughly.
    var bytes: Int {
        heads.count * MemoryLayout<Head>.stride + values.count * MemoryLayout<CompactValue>.stride + identities.bytes
    }
}
