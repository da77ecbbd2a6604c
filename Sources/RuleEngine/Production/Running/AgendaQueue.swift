/// The matches of one rule that wait to fire: a heap for each way through the gates of the rule.
///
/// A match that comes while no way is open is only noted; its place in the order is found out when a way opens and it
/// still holds.
struct AgendaQueue: Sendable {
    /// A match that is complete but for gates.
    private struct Item: Sendable {
        let token: Int32
        /// That of the token; 0 when the row is free.
        var stamp: Int32
    }

    /// A way through the gates: one fact for each.
    struct Lane: Sendable {
        let facts: [Int32]
        /// Their numbers, in the order of the gates.
        let tags: [Int32]
        /// The same, newest first.
        let sorted: [Int32]
        fileprivate var heap: AgendaHeap
    }

    let salience: Int
    private(set) var lanes: [Lane] = []
    /// For each pattern of the text, the level of its fact; gates follow on the joined patterns.
    private let order: [Int16]
    private var items = Rows<Item>()
    private var keys: MatchKeys
    private var free = Rows<Int32>()
    /// All items that had come when a way opened last, for lanes to come, and those that came since; only where there
    /// are gates.
    private var known = AgendaHeap()
    private var fresh = Rows<Int32>()
    private var gates: [[(fact: Int32, tag: Int32)]]
    /// How many items no longer hold, at most.
    private var lost = 0

    init(levels: Int, salience: Int, order: [Int16], gates: Int) {
        keys = MatchKeys(levels: levels)
        self.salience = salience
        self.order = order
        self.gates = [[(fact: Int32, tag: Int32)]](repeating: [], count: gates)
        if gates == 0 { lanes = [Lane(facts: [], tags: [], sorted: [], heap: AgendaHeap())] }
    }

    /// Bytes in use.
    var bytes: Int {
        items.bytes + keys.bytes + known.entries.bytes + fresh.bytes + lanes.reduce(0) { $0 + $1.heap.entries.bytes }
    }

    /// To be called before a change, see `Rows`.
    mutating func own() {
        items.own()
        keys.own()
        free.own()
        known.own()
        fresh.own()
        for lane in lanes.indices { lanes[lane].heap.own() }
    }

    // MARK: Matches

    mutating func add(_ token: Int32, _ stamp: Int32, _ binding: Rows<Int32>, _ facts: Rows<FactRows.Head>) {
        let row: Int32
        if let reused = free.popLast() {
            row = reused
            items[row] = Item(token: token, stamp: stamp)
        } else {
            row = Int32(items.count)
            items.append(Item(token: token, stamp: stamp))
            keys.addRow()
        }
        if !gates.isEmpty { fresh.append(row) }
        guard !lanes.isEmpty else { return }
        for level in 0..<keys.levels { keys.set(row, level: level, facts[binding[level]].tag) }
        keys.sort(row)
        for lane in lanes.indices { lanes[lane].heap.push(row, keys) }
    }

    /// Gives the items that came since a way opened last their place, so that a lane can begin with all.
    private mutating func orderFresh(_ tokens: TokenRows, _ facts: FactRows, _ nodes: [ProductionNetwork.Node]) {
        for index in fresh.indices where holds(fresh[index], tokens) {
            let row = fresh[index]
            var token = items[row].token
            while token > 0 {
                let node = nodes[Int(tokens[token].node)]
                if node.kind == .join { keys.set(row, level: Int(node.level), facts.tag(tokens[token].fact)) }
                token = tokens[token].parent
            }
            keys.sort(row)
            known.push(row, keys)
        }
        fresh.cut(to: 0)
    }

    @inline(__always)
    private func holds(_ row: Int32, _ tokens: TokenRows) -> Bool {
        tokens[items[row].token].stamp == items[row].stamp
    }

    /// One item no longer holds.
    mutating func lose(_ tokens: TokenRows) {
        lost += 1
        if lost > 64, lost * 2 > items.count { clean(tokens) }
    }

    /// Drops the items that no longer hold.
    private mutating func clean(_ tokens: TokenRows) {
        for row in items.indices where items[row].stamp != 0 && !holds(Int32(row), tokens) {
            items[row].stamp = 0
            free.append(Int32(row))
        }
        let items = items
        known.keep(keys) { items[$0].stamp != 0 }
        var kept = 0
        for index in fresh.indices where items[fresh[index]].stamp != 0 {
            fresh[kept] = fresh[index]
            kept += 1
        }
        fresh.cut(to: kept)
        for lane in lanes.indices { lanes[lane].heap.keep(keys) { items[$0].stamp != 0 } }
        lost = 0
    }

    // MARK: Gates

    mutating func open(
        _ gate: Int, _ fact: Int32, _ tokens: TokenRows, _ facts: FactRows, _ nodes: [ProductionNetwork.Node]
    ) {
        orderFresh(tokens, facts, nodes)
        gates[gate].append((fact, facts.tag(fact)))
        var ways: [[(fact: Int32, tag: Int32)]] = [[]]
        for index in gates.indices {
            let facts = index == gate ? [(fact, facts.tag(fact))] : gates[index]
            ways = ways.flatMap { way in facts.map { way + [$0] } }
        }
        for way in ways {
            let tags = way.map(\.tag)
            // A heap is a heap wherever it stands.
            var heap = known
            heap.own()
            lanes.append(Lane(facts: way.map(\.fact), tags: tags, sorted: tags.sorted(by: >), heap: heap))
        }
    }

    mutating func close(_ gate: Int, _ fact: Int32) {
        gates[gate].removeAll { $0.fact == fact }
        lanes.removeAll { $0.facts[gate] == fact }
    }

    // MARK: The first of a lane

    /// Takes what no longer holds from the top of a lane.
    ///
    /// - Returns: whether something is left.
    mutating func dropStaleHead(_ lane: Int, _ tokens: TokenRows) -> Bool {
        while let first = lanes[lane].heap.first {
            if holds(first, tokens) { return true }
            lanes[lane].heap.pop(keys)
        }
        return false
    }

    /// Takes the first item of a lane.
    ///
    /// - Returns: its token; `nil` when the lane is empty.
    mutating func pop(_ lane: Int) -> Int32? {
        guard let first = lanes[lane].heap.first else { return nil }
        lanes[lane].heap.pop(keys)
        return items[first].token
    }

    /// Writes the numbers of all facts of the first item of a lane that is not empty, newest first.
    func writeKey(_ lane: Int, to result: inout Rows<Int32>) {
        result.cut(to: 0)
        guard let first = lanes[lane].heap.first else { return }
        var gate = 0
        let count = lanes[lane].sorted.count
        for index in 0..<keys.levels {
            let tag = keys.newest(first, index)
            while gate < count, lanes[lane].sorted[gate] > tag {
                result.append(lanes[lane].sorted[gate])
                gate += 1
            }
            result.append(tag)
        }
        while gate < count {
            result.append(lanes[lane].sorted[gate])
            gate += 1
        }
    }

    /// Whether the first item of a lane has the lower numbers, in the order of the conditions.
    func precedes(_ lane: Int, _ other: Int) -> Bool {
        guard let left = lanes[lane].heap.first, let right = lanes[other].heap.first else { return false }
        return tags(of: left, lane).lexicographicallyPrecedes(tags(of: right, other))
    }

    /// The numbers of the facts in the order of the conditions.
    private func tags(of row: Int32, _ lane: Int) -> [Int32] {
        order.map { level in
            Int(level) < keys.levels
                ? keys.tag(row, level: Int(level)) : lanes[lane].tags[Int(level) - keys.levels]
        }
    }

    /// The numbers of the facts of all matches in a lane, in the order of the conditions.
    func contents(of lane: Int, _ tokens: TokenRows) -> [[Int32]] {
        let entries = lanes[lane].heap.entries
        return entries.indices.map { entries[$0].row }.filter { holds($0, tokens) }.map { tags(of: $0, lane) }
    }
}
