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
        /// The entry in the index of all facts; negative when the fact is not in working memory. Of a free row: the next
        /// free one of the template.
        var identity: Int32 = -1
    }

    private(set) var heads = Rows<Head>()
    private var values = Rows<CompactValue>()
    /// All facts, hashed on all their fields; one table for each template.
    private var identities: HashChains
    /// The first free row of each template; negative when there is none.
    private var free: Rows<Int32>
    private let widths: [Int]
    private(set) var nextTag: Int32 = 1
    /// The facts that are there.
    private(set) var count = 0

    init(templates: [Template]) {
        widths = templates.map(\.fields.count)
        free = Rows(repeating: -1, count: templates.count)
        identities = HashChains(tables: templates.count)
    }

    /// To be called before a change, see `Rows`.
    mutating func own() {
        heads.own()
        values.own()
        identities.own()
        free.own()
    }

    @inline(__always)
    func value(_ fact: Int32, _ field: Int) -> CompactValue { values[Int(heads[fact].start) + field] }

    @inline(__always)
    func tag(_ fact: Int32) -> Int32 { heads[fact].tag }

    /// The number of fields of a template.
    func width(of template: Int32) -> Int { widths[Int(template)] }

    /// All values of a fact.
    func row(_ fact: Int32) -> [CompactValue] { (0..<widths[Int(heads[fact].template)]).map { value(fact, $0) } }

    /// Adds a fact with the next number.
    ///
    /// - Parameter row: its values; what stands behind the fields of the template is not looked at.
    /// - Returns: its row, or `nil` when an equal fact is there.
    mutating func add(_ template: Int32, _ row: Rows<CompactValue>) -> Int32? {
        let width = widths[Int(template)]
        var hash: UInt64 = 0
        for field in 0..<width { hash = row[field].hash(after: hash) }
        let short = UInt32(truncatingIfNeeded: hash)
        if find(template, row, width, short) != nil { return nil }
        let fact: Int32
        if free[template] >= 0 {
            fact = free[template]
            free[template] = heads[fact].identity
            let start = Int(heads[fact].start)
            for field in 0..<width { values[start + field] = row[field] }
            heads[fact].tag = nextTag
        } else {
            fact = Int32(heads.count)
            heads.append(Head(template: template, start: Int32(values.count), tag: nextTag))
            for field in 0..<width { values.append(row[field]) }
        }
        heads[fact].identity = identities.insert(fact, template, short, nextOfItem: -1)
        nextTag += 1
        count += 1
        return fact
    }

    @inline(__always)
    private func find(_ template: Int32, _ row: Rows<CompactValue>, _ width: Int, _ hash: UInt32) -> Int32? {
        var entry = identities.first(template, hash)
        while entry >= 0 {
            let found = identities.entries[entry]
            if found.hash == hash {
                let start = Int(heads[found.item].start)
                var field = 0
                while field < width, values[start + field] == row[field] { field += 1 }
                if field == width { return found.item }
            }
            entry = found.next
        }
        return nil
    }

    /// Takes a fact out of working memory; its values can be read until `release`.
    mutating func remove(_ fact: Int32) {
        identities.remove(heads[fact].identity)
        heads[fact].identity = -1
        count -= 1
    }

    /// Whether the fact is in working memory.
    func isPresent(_ fact: Int32) -> Bool { heads[fact].tag > 0 && heads[fact].identity >= 0 }

    /// Gives the row of a fact that was removed to later facts.
    mutating func release(_ fact: Int32) {
        let template = heads[fact].template
        heads[fact].tag = 0
        heads[fact].identity = free[template]
        free[template] = fact
    }

    /// The row of the fact with a number; looked for one by one.
    func fact(tagged tag: Int32) -> Int32? {
        heads.indices.first { heads[$0].tag == tag && tag > 0 }.map { Int32($0) }
    }

    mutating func setTokens(_ fact: Int32, _ first: Int32) { heads[fact].tokens = first }
    mutating func setDecided(_ fact: Int32, _ first: Int32) { heads[fact].decided = first }
    mutating func setEntries(_ fact: Int32, _ first: Int32) { heads[fact].entries = first }

    /// Bytes in use.
    var bytes: Int { heads.bytes + values.bytes + identities.bytes }
}
