/// One way in which a rule that joins facts is met, and the fact that it concludes.
struct Way: Sendable {
    let head: FactID
    /// The facts that the patterns of the rule are bound to, in the order of the conditions.
    let facts: [FactID]
    /// How the conditions are met by themselves, with the facts of the patterns taken as certain.
    var own: Justification
    /// The facts of which one is enough for a condition in a recursive stratum.
    var alternatives: [Matcher.Alternatives]
    /// The justification that the head has by this way; `nil` as long as it has none.
    var current: Justification?

    var rule: Int { own.rule }

    /// An order of the ways of one rule in which equal ones meet, whatever they are worth now.
    static func precedes(_ left: Way, _ right: Way) -> Bool {
        if left.own.choice != right.own.choice { return left.own.choice < right.own.choice }
        if left.own.choice >= 0 {
            return (left.own.conclusion, left.head) < (right.own.conclusion, right.head)
        }
        if left.facts != right.facts { return left.facts.lexicographicallyPrecedes(right.facts) }
        if left.own.conclusion != right.own.conclusion { return left.own.conclusion < right.own.conclusion }
        return left.head < right.head
    }
}

/// The number of a way. It is used again once the way is gone.
typealias WayID = Int32

/// The ways in which rules that join facts are met: found by rule, by the fact that they conclude, and by the facts
/// that they rest on.
struct WayTable: Sendable {
    private var ways: [Way] = []
    private var isThere: [Bool] = []
    private var free: [WayID] = []
    private var byRule: [[WayID]]
    private var byHead: [[WayID]] = []
    private var byFact: [[WayID]] = []
    /// By rule that is written out with settled heads: the way of each choice and conclusion; negative where there is
    /// none.
    private var byChoice: [[WayID]]

    init(rules: Int) {
        byRule = Array(repeating: [], count: rules)
        byChoice = byRule
    }

    subscript(id: WayID) -> Way {
        _read { yield ways[Int(id)] }
        _modify { yield &ways[Int(id)] }
    }

    func contains(_ id: WayID) -> Bool { isThere[Int(id)] }

    func ways(of rule: Int) -> [WayID] { rule < byRule.count ? byRule[rule] : [] }

    /// Some ways of one rule in the order in which equal ones meet.
    func sorted(_ ids: [WayID]) -> [WayID] {
        guard ids.count > 1 else { return ids }
        let keys = ids.map { id in
            (
                choice: ways[Int(id)].own.choice, conclusion: ways[Int(id)].own.conclusion, head: ways[Int(id)].head,
                id: id
            )
        }
        guard keys.allSatisfy({ $0.choice >= 0 }) else {
            return ids.sorted { Way.precedes(ways[Int($0)], ways[Int($1)]) }
        }
        return keys.sorted { ($0.choice, $0.conclusion, $0.head) < ($1.choice, $1.conclusion, $1.head) }.map(\.id)
    }

    /// The way of a choice and a conclusion of a rule that is written out with settled heads.
    func way(of rule: Int, _ ground: GroundRule, choice: Int32, conclusion: Int) -> WayID? {
        guard !byChoice[rule].isEmpty else { return nil }
        let id = byChoice[rule][Int(choice) * ground.headCount + conclusion]
        return id < 0 ? nil : id
    }

    /// Takes note of the way of a choice and a conclusion.
    mutating func note(_ id: WayID, _ ground: GroundRule) { note(id, at: id, ground) }

    /// Forgets the way of a choice and a conclusion.
    mutating func forget(_ id: WayID, _ ground: GroundRule) { note(-1, at: id, ground) }

    private mutating func note(_ id: WayID, at way: WayID, _ ground: GroundRule) {
        let (rule, choice, conclusion) = (
            ways[Int(way)].own.rule, Int(ways[Int(way)].own.choice), ways[Int(way)].own.conclusion
        )
        guard ground.hasDeterminedHeads, choice >= 0 else { return }
        if byChoice[rule].isEmpty { byChoice[rule] = Array(repeating: -1, count: ground.count * ground.headCount) }
        byChoice[rule][choice * ground.headCount + conclusion] = id
    }

    /// Of some ways those of a rule.
    func ways(of rule: Int, among ids: [WayID]) -> [WayID] { ids.filter { ways[Int($0)].own.rule == rule } }

    /// The ways that conclude a fact.
    func ways(to head: FactID) -> [WayID] { head.index < byHead.count ? byHead[head.index] : [] }

    /// The ways that rest on a fact, by a pattern or as one of several.
    func ways(on fact: FactID) -> [WayID] { fact.index < byFact.count ? byFact[fact.index] : [] }

    mutating func insert(_ way: Way) -> WayID {
        let id: WayID
        if let last = free.popLast() {
            id = last
            ways[Int(id)] = way
            isThere[Int(id)] = true
        } else {
            id = WayID(ways.count)
            ways.append(way)
            isThere.append(true)
        }
        byRule[way.rule].append(id)
        Self.insert(id, at: way.head, &byHead)
        for fact in Self.grounds(way) { Self.insert(id, at: fact, &byFact) }
        return id
    }

    mutating func remove(_ id: WayID) {
        let way = ways[Int(id)]
        Self.remove(id, from: &byRule[way.rule])
        Self.remove(id, from: &byHead[way.head.index])
        for fact in Self.grounds(way) { Self.remove(id, from: &byFact[fact.index]) }
        isThere[Int(id)] = false
        ways[Int(id)].current = nil
        free.append(id)
    }

    /// Gives a way the justification that it has by itself now.
    mutating func renew(_ id: WayID, as own: Justification) {
        // What it said before is kept, so that comparing it again takes no time.
        if ways[Int(id)].own.hasSameContent(as: own) {
            ways[Int(id)].own = ways[Int(id)].own.with(isCertain: own.isCertain, origins: own.origins)
        } else {
            ways[Int(id)].own = own
        }
    }

    /// Has a way rest on other alternatives.
    mutating func renew(_ id: WayID, among alternatives: [Matcher.Alternatives]) {
        for fact in Self.grounds(ways[Int(id)]) { Self.remove(id, from: &byFact[fact.index]) }
        ways[Int(id)].alternatives = alternatives
        for fact in Self.grounds(ways[Int(id)]) { Self.insert(id, at: fact, &byFact) }
    }

    /// The facts that a way rests on, each once.
    private static func grounds(_ way: Way) -> [FactID] {
        var result: [FactID] = []
        result.reserveCapacity(way.facts.count)
        for fact in way.facts where !result.contains(fact) { result.append(fact) }
        guard !way.alternatives.isEmpty else { return result }
        var seen = Set(result)
        for member in way.alternatives.lazy.flatMap(\.members) where seen.insert(member.fact).inserted {
            result.append(member.fact)
        }
        return result
    }

    private static func insert(_ id: WayID, at fact: FactID, _ lists: inout [[WayID]]) {
        while lists.count <= fact.index { lists.append([]) }
        lists[fact.index].append(id)
    }

    private static func remove(_ id: WayID, from list: inout [WayID]) {
        // What came last mostly goes first.
        guard let index = list.lastIndex(of: id) else { return }
        list.swapAt(index, list.count - 1)
        list.removeLast()
    }
}
