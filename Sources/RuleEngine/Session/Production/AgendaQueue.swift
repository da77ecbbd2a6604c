/// The matches of one rule that wait to fire: a heap for each way through the gates of the rule.
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
        /// Rows of items.
        fileprivate var heap: [Int32]
        /// The first of the heap when its key was last made, and that key.
        fileprivate var leader: Int32 = -1
        fileprivate var leaderKey: [Int32] = []
    }

    let salience: Int
    private(set) var lanes: [Lane] = []
    private let levels: Int
    /// For each pattern of the text, the level of its fact; gates follow on the joined patterns.
    private let order: [Int16]
    private var items: [Item] = []
    /// For each item the numbers of its facts, newest first, and again in the order of the conditions.
    private var keys: [Int32] = []
    private var free: [Int32] = []
    /// All items, for lanes to come; only where there are gates. The first `ordered` of them are a heap.
    private var all: [Int32] = []
    private var ordered = 0
    private var gates: [[(fact: Int32, tag: Int32)]]
    /// How many items no longer hold, at most.
    private var lost = 0

    init(levels: Int, salience: Int, order: [Int16], gates: Int) {
        self.levels = levels
        self.salience = salience
        self.order = order
        self.gates = [[(fact: Int32, tag: Int32)]](repeating: [], count: gates)
        if gates == 0 { lanes = [Lane(facts: [], tags: [], sorted: [], heap: [])] }
    }

    /// Bytes in use, roughly.
    var bytes: Int {
        items.count * MemoryLayout<Item>.stride + keys.count * 4 + all.count * 4
            + lanes.reduce(0) { $0 + $1.heap.count * 4 }
    }

    mutating func add(_ token: Int32, _ stamp: Int32, _ binding: [Int32], _ facts: FactRows) {
        let row: Int32
        if let reused = free.popLast() {
            row = reused
            items[Int(row)] = .init(token: token, stamp: stamp)
        } else {
            row = Int32(items.count)
            items.append(.init(token: token, stamp: stamp))
            for _ in 0..<levels * 2 { keys.append(0) }
        }
        let start = Int(row) * levels * 2
        for level in 0..<levels {
            let tag = facts.tag(binding[level])
            keys[start + levels + level] = tag
            // Insertion keeps the newest first; a match has few facts.
            var place = start + level
            while place > start, keys[place - 1] < tag {
                keys[place] = keys[place - 1]
                place -= 1
            }
            keys[place] = tag
        }
        if !gates.isEmpty { all.append(row) }
        for lane in lanes.indices { push(row, ontoLane: lane) }
    }

    private mutating func push(_ row: Int32, ontoLane lane: Int) {
        lanes[lane].heap.append(row)
        var place = lanes[lane].heap.count - 1
        while place > 0 {
            let parent = (place - 1) / 2
            guard goes(lanes[lane].heap[place], before: lanes[lane].heap[parent]) else { return }
            lanes[lane].heap.swapAt(place, parent)
            place = parent
        }
    }

    /// Makes a heap of all items that hold among the newest, so that a lane can begin with it.
    private mutating func orderAll(_ tokens: TokenRows) {
        let newest = all[ordered...].filter { holds($0, tokens) }
        all.removeSubrange(ordered...)
        for row in newest {
            all.append(row)
            var place = all.count - 1
            while place > 0 {
                let parent = (place - 1) / 2
                guard goes(all[place], before: all[parent]) else { break }
                all.swapAt(place, parent)
                place = parent
            }
        }
        ordered = all.count
    }

    /// The order of two items of the rule behind the same gates.
    private func goes(_ left: Int32, before right: Int32) -> Bool {
        let one = Int(left) * levels * 2
        let other = Int(right) * levels * 2
        for place in 0..<levels where keys[one + place] != keys[other + place] {
            return keys[one + place] > keys[other + place]
        }
        for place in levels..<levels * 2 where keys[one + place] != keys[other + place] {
            return keys[one + place] < keys[other + place]
        }
        return false
    }

    mutating func open(_ gate: Int, _ fact: Int32, _ tag: Int32, _ tokens: TokenRows) {
        orderAll(tokens)
        gates[gate].append((fact, tag))
        var ways: [[(fact: Int32, tag: Int32)]] = [[]]
        for place in gates.indices {
            let facts = place == gate ? [(fact, tag)] : gates[place]
            ways = ways.flatMap { way in facts.map { way + [$0] } }
        }
        for way in ways {
            let tags = way.map(\.tag)
            // A heap is a heap wherever it stands; the copy is made when either changes.
            lanes.append(.init(facts: way.map(\.fact), tags: tags, sorted: tags.sorted(by: >), heap: all))
        }
    }

    private func holds(_ row: Int32, _ tokens: TokenRows) -> Bool {
        tokens[items[Int(row)].token].stamp == items[Int(row)].stamp
    }

    /// Takes what no longer holds from the top of a lane.
    ///
    /// - Returns: whether something is left.
    mutating func settle(_ lane: Int, _ tokens: TokenRows) -> Bool {
        while let top = lanes[lane].heap.first {
            if holds(top, tokens) { return true }
            _ = pop(lane)
        }
        return false
    }

    /// Takes the first item of a lane that is not empty.
    ///
    /// - Returns: its token.
    mutating func pop(_ lane: Int) -> Int32 {
        let last = lanes[lane].heap.count - 1
        let top = lanes[lane].heap[0]
        lanes[lane].heap.swapAt(0, last)
        lanes[lane].heap.removeLast()
        sink(lane, 0)
        return items[Int(top)].token
    }

    private mutating func sink(_ lane: Int, _ start: Int) {
        let count = lanes[lane].heap.count
        var place = start
        while true {
            var first = place
            for child in [place * 2 + 1, place * 2 + 2] where child < count {
                if goes(lanes[lane].heap[child], before: lanes[lane].heap[first]) { first = child }
            }
            if first == place { return }
            lanes[lane].heap.swapAt(place, first)
            place = first
        }
    }

    /// The numbers of all facts of the first item of a lane, newest first.
    mutating func key(_ lane: Int) -> [Int32] {
        let first = lanes[lane].heap[0]
        if lanes[lane].leader == first { return lanes[lane].leaderKey }
        let start = Int(first) * levels * 2
        let own = keys[start..<start + levels]
        let gates = lanes[lane].sorted
        var result: [Int32] = []
        result.reserveCapacity(levels + gates.count)
        var gate = 0
        for tag in own {
            while gate < gates.count, gates[gate] > tag {
                result.append(gates[gate])
                gate += 1
            }
            result.append(tag)
        }
        while gate < gates.count {
            result.append(gates[gate])
            gate += 1
        }
        lanes[lane].leader = first
        lanes[lane].leaderKey = result
        return result
    }

    /// Whether the first item of a lane has the lower numbers, in the order of the conditions.
    func precedes(_ lane: Int, _ other: Int) -> Bool {
        tags(of: lanes[lane].heap[0], lane).lexicographicallyPrecedes(tags(of: lanes[other].heap[0], other))
    }

    /// The numbers of the facts in the order of the conditions.
    private func tags(of row: Int32, _ lane: Int) -> [Int32] {
        order.map { level in
            Int(level) < levels
                ? keys[Int(row) * levels * 2 + levels + Int(level)] : lanes[lane].tags[Int(level) - levels]
        }
    }

    mutating func close(_ gate: Int, _ fact: Int32) {
        gates[gate].removeAll { $0.fact == fact }
        lanes.removeAll { $0.facts[gate] == fact }
    }

    /// The numbers of the facts of all matches in a lane, in the order of the conditions.
    func contents(of lane: Int, _ tokens: TokenRows) -> [[Int32]] {
        lanes[lane].heap.filter { holds($0, tokens) }.map { tags(of: $0, lane) }
    }

    /// One item no longer holds.
    mutating func lose(_ tokens: TokenRows) {
        lost += 1
        if lost > 64, lost * 2 > items.count { clean(tokens) }
    }

    /// Drops the items that no longer hold.
    private mutating func clean(_ tokens: TokenRows) {
        let holding = items.indices.map { items[$0].stamp != 0 && holds(Int32($0), tokens) }
        for row in items.indices where items[row].stamp != 0 && !holding[row] {
            items[row].stamp = 0
            free.append(Int32(row))
        }
        all.removeAll { !holding[Int($0)] }
        ordered = 0
        for lane in lanes.indices {
            let rest = lanes[lane].heap.filter { holding[Int($0)] }
            lanes[lane].heap.removeAll(keepingCapacity: true)
            for row in rest { push(row, ontoLane: lane) }
            lanes[lane].leader = -1
        }
        lost = 0
    }
}
