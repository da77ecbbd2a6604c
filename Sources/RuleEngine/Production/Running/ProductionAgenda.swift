/// The matches that wait to fire, in the order in which they may.
///
/// Salience goes first, then LEX: the numbers of the matched facts, sorted newest first, are compared in turn, and of
/// two of which one begins with the other the longer wins (Forgy 1981, OPS5 User's Manual, section 5.2). What is left
/// goes by the name of the rule and then by the numbers of the facts in the order of the conditions, lower first.
/// Nothing depends on the order in which matches come.
///
/// Each rule has a heap for each way through its gates. A match that has fired is taken out of its heap, and so fires
/// once; one that no longer holds is left in the heaps until it comes up or until half of them are such.
struct ProductionAgenda: Sendable {
    /// A match about to fire.
    struct Activation {
        let rule: Int32
        let token: Int32
        /// The facts of the gates.
        let gates: [Int32]
    }

    private var queues: [AgendaQueue]
    /// Rules, by number, that may have something on the agenda.
    private var ready: Rows<UInt64>
    /// The numbers of the facts of the best match so far and of the one that it is compared with.
    private var best = Rows<Int32>()
    private var other = Rows<Int32>()

    init(_ network: ProductionNetwork) {
        queues = network.rules.map { rule in
            AgendaQueue(levels: rule.levels, salience: rule.salience, order: rule.order, gates: rule.gates.count)
        }
        ready = Rows(repeating: 0, count: network.rules.count / 64 + 1)
    }

    /// To be called before a change, see `Rows`.
    mutating func own() {
        for rule in queues.indices { queues[rule].own() }
        ready.own()
        best.own()
        other.own()
    }

    // MARK: Changes

    /// A match is complete but for gates.
    mutating func add(
        _ rule: Int32, _ token: Int32, _ stamp: Int32, _ binding: Rows<Int32>, _ facts: Rows<FactRows.Head>
    ) {
        ready[rule >> 6] |= 1 << UInt64(rule & 63)
        queues[Int(rule)].add(token, stamp, binding, facts)
    }

    /// A match no longer holds; its token has gone or has another stamp already.
    mutating func lose(_ rule: Int32, _ tokens: TokenRows) {
        queues[Int(rule)].lose(tokens)
    }

    /// A fact comes to a gate.
    mutating func open(
        _ rule: Int32, gate: Int, _ fact: Int32, _ tokens: TokenRows, _ facts: FactRows,
        _ nodes: [ProductionNetwork.Node]
    ) {
        ready[rule >> 6] |= 1 << UInt64(rule & 63)
        queues[Int(rule)].open(gate, fact, tokens, facts, nodes)
    }

    /// A fact goes from a gate.
    mutating func close(_ rule: Int32, gate: Int, _ fact: Int32) {
        queues[Int(rule)].close(gate, fact)
    }

    // MARK: Choosing

    /// Takes the match that fires next off the agenda; `nil` when there is none.
    mutating func next(_ tokens: TokenRows) -> Activation? {
        var leader: (rule: Int, lane: Int)?
        var isCompared = false
        search: for word in ready.indices {
            var bits = ready[word]
            while bits != 0 {
                let rule = word << 6 + bits.trailingZeroBitCount
                bits &= bits - 1
                if let leader, queues[rule].salience < queues[leader.rule].salience { break search }
                var isEmpty = true
                for lane in queues[rule].lanes.indices where queues[rule].dropStaleHead(lane, tokens) {
                    isEmpty = false
                    guard let first = leader else {
                        leader = (rule, lane)
                        continue
                    }
                    if !isCompared { queues[first.rule].writeKey(first.lane, to: &best) }
                    isCompared = true
                    queues[rule].writeKey(lane, to: &other)
                    let order = Self.compare(other, best)
                    guard order > 0 || order == 0 && first.rule == rule && queues[rule].precedes(lane, first.lane)
                    else {
                        continue
                    }
                    leader = (rule, lane)
                    swap(&best, &other)
                }
                if isEmpty { ready[word] &= ~(1 << UInt64(rule & 63)) }
            }
        }
        guard let leader, let token = queues[leader.rule].pop(leader.lane) else { return nil }
        return Activation(rule: Int32(leader.rule), token: token, gates: queues[leader.rule].lanes[leader.lane].facts)
    }

    /// Positive when the left numbers win: at the first difference the higher one, else the longer row.
    private static func compare(_ left: Rows<Int32>, _ right: Rows<Int32>) -> Int {
        var index = 0
        while index < left.count, index < right.count {
            if left[index] != right[index] { return left[index] > right[index] ? 1 : -1 }
            index += 1
        }
        return left.count - right.count
    }

    /// All matches on the agenda, each with the numbers of its facts in the order of the conditions; in no order.
    func contents(_ tokens: TokenRows) -> [(rule: Int32, tags: [Int32])] {
        queues.indices.flatMap { rule in
            queues[rule].lanes.indices.flatMap { lane in
                queues[rule].contents(of: lane, tokens).map { (Int32(rule), $0) }
            }
        }
    }

    /// Bytes in use.
    var bytes: Int {
        var sum = 0
        for rule in queues.indices { sum += queues[rule].bytes }
        return sum
    }
}
