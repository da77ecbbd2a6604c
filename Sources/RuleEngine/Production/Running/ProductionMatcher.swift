/// The running side of a network: the facts, the matches at its nodes, and the agenda. A value.
///
/// The match loop reads and writes rows by number; it compares compact values and touches no text. Seen with `valgrind
/// --tool=callgrind` on three-way joins with many changes (Waltz 12): with arrays, 34,500 instructions a firing, among
/// them 335 questions whether an array is shared, each with what the compiler saves and loads again around it; with
/// `Rows`, 21,800. Of these a fifth bring facts through filters into indexes, a third make, compare and delete matches,
/// a sixth run programs, a seventh keep the agenda, and 1 in 50 count references, nearly all where facts come from
/// outside.
struct ProductionMatcher: Sendable {
    let network: ProductionNetwork
    var values: ValueTable
    var facts: FactRows
    var tokens = TokenRows()
    var factChains: HashChains
    var tokenChains: HashChains
    var agenda: ProductionAgenda
    /// The facts of the match at hand, by level.
    var binding: Rows<Int32>
    var stack: Rows<CompactValue>
    var locals: Rows<CompactValue>
    /// The most tokens that may be made; a rule that asks for more stops the run.
    let tokenLimit: Int
    /// The most facts and matches that may be held against each other.
    let tryLimit: Int
    /// How many were.
    private(set) var tries = 0
    /// The rule at whose node the limit was met.
    var overflow: Int32?
    /// For each guard the fact that decided last: it is likely to decide the next match as well.
    private var hints: Rows<Hint>
    /// Nodes that a new fact goes to, as bits.
    private var activated: Rows<UInt64>
    /// The hash of the new fact in each of its indexes.
    private var factHashes: Rows<UInt32>

    private struct Hint: Sendable {
        let fact: Int32
        let tag: Int32
    }

    init(_ network: ProductionNetwork, tokenLimit: Int, tryLimit: Int) {
        self.network = network
        self.tokenLimit = tokenLimit
        self.tryLimit = tryLimit
        values = network.programs.values
        facts = FactRows(templates: network.productionSet.templates)
        factChains = HashChains(tables: network.factIndexes.count)
        tokenChains = HashChains(tables: network.tokenIndexes.count)
        agenda = ProductionAgenda(network)
        binding = Rows(repeating: -1, count: network.levels + 1)
        hints = Rows(repeating: Hint(fact: 0, tag: 0), count: network.nodes.count)
        activated = Rows(repeating: 0, count: network.nodes.count / 64 + 1)
        factHashes = Rows(repeating: 0, count: network.factIndexes.count)
        stack = Rows(repeating: .null, count: ProductionInstruction.stackSize)
        locals = Rows(repeating: .null, count: network.rules.map(\.locals).max() ?? 0)
        let root = tokens.add(node: 0, parent: -1, fact: -1)
        propagate(root, at: 0)
    }

    /// To be called before a change, see `Rows`.
    mutating func own() {
        facts.own()
        tokens.own()
        factChains.own()
        tokenChains.own()
        agenda.own()
        binding.own()
        stack.own()
        locals.own()
        hints.own()
        activated.own()
        factHashes.own()
    }

    // MARK: Facts come

    /// Brings a new fact into the network.
    ///
    /// - Parameter changed: the fields in which it differs from a fact whose place it has taken with `hand`, if any.
    mutating func enter(_ fact: Int32, changed: FieldSet? = nil) {
        let dispatch = network.dispatches[Int(facts.heads[fact].template)]
        for position in dispatch.always { enter(fact, throughFilterAt: position, changed) }
        for position in dispatch.fields {
            let field = network.dispatchFields[Int(position)]
            let filters = network.filters(behind: field, facts.value(fact, Int(field.field)))
            for position in filters { enter(fact, throughFilterAt: position, changed) }
        }
        // Children before parents, so that no match is made twice: what a parent makes finds the fact in the index.
        var word = activated.count - 1
        while word >= 0 {
            while activated[word] != 0 {
                let bit = 63 - activated[word].leadingZeroBitCount
                activated[word] ^= 1 << UInt64(bit)
                activate(Int32(word << 6 + bit), fact)
            }
            word -= 1
        }
    }

    /// Puts the fact in the indexes of a filter that it passes, and notes the nodes behind them.
    ///
    /// - Parameter position: where the filter stands in `lists`.
    @inline(__always)
    private mutating func enter(_ fact: Int32, throughFilterAt position: Int32, _ changed: FieldSet?) {
        let number = Int(network.lists[Int(position)])
        if network.filters[number].reads.notices(changed) { enter(fact, network.filters[number], changed) }
    }

    private mutating func enter(_ fact: Int32, _ filter: ProductionNetwork.Filter, _ changed: FieldSet?) {
        for position in filter.otherConstants {
            let constant = network.constants[Int(position)]
            guard facts.value(fact, Int(constant.field)) == constant.value else { return }
        }
        binding[0] = fact
        for position in filter.tests where !holds(network.lists[Int(position)]) { return }
        for position in filter.indexes {
            let index = network.lists[Int(position)]
            guard network.factIndexes[Int(index)].reads.notices(changed) else { continue }
            let hash = hash(of: fact, index)
            factHashes[index] = hash
            if network.factIndexes[Int(index)].isQueried {
                let entry = factChains.insert(fact, index, hash, nextOfItem: facts.heads[fact].entries)
                facts.setEntries(fact, entry)
            }
            for listed in network.factIndexes[Int(index)].nodes {
                let node = network.lists[Int(listed)]
                // What has no match yet to compare with finds the fact in the index when a match comes.
                let tokens = network.nodes[Int(node)].tokenIndex
                guard tokens < 0 || !tokenChains.isEmpty(tokens) else { continue }
                activated[node >> 6] |= 1 << UInt64(node & 63)
            }
        }
    }

    /// A new fact meets the matches at a node.
    private mutating func activate(_ number: Int32, _ fact: Int32) {
        let node = network.nodes[Int(number)]
        if node.kind == .gate {
            let rule = network.lists[Int(node.rules.lowerBound)]
            agenda.open(rule, gate: Int(node.level), fact, tokens, facts, network.nodes)
            return
        }
        guard mayTry(at: node) else { return }
        let hash = factHashes[node.factIndex]
        var entry = tokenChains.first(node.tokenIndex, hash)
        while entry >= 0 {
            tries &+= 1
            let found = tokenChains.entries[entry]
            // Read before the match is made: a guard that the fact decides leaves the chain.
            entry = found.next
            guard found.hash == hash else { continue }
            bind(found.item)
            guard matches(node, fact) else { continue }
            if node.kind == .join {
                join(number, found.item, fact)
            } else {
                decide(found.item, node, by: fact)
            }
        }
    }

    // MARK: Matches come

    /// Makes a match with one fact more. The facts of the parent are bound.
    @inline(__always)
    private mutating func join(_ number: Int32, _ parent: Int32, _ fact: Int32) {
        guard tokens.count < tokenLimit else {
            overflow = network.nodes[Int(number)].exampleRule
            return
        }
        binding[Int(network.nodes[Int(number)].level)] = fact
        let token = tokens.add(node: number, parent: parent, fact: fact)
        tokens.link(token, before: facts.heads[fact].tokens)
        facts.setTokens(fact, token)
        propagate(token, at: number)
    }

    /// Hands a match on to what is below its node. Its facts are bound.
    private mutating func propagate(_ token: Int32, at number: Int32) {
        let node = network.nodes[Int(number)]
        for position in node.rules {
            agenda.add(network.lists[Int(position)], token, tokens[token].stamp, binding, facts.heads)
        }
        for position in node.indexes {
            let index = network.lists[Int(position)]
            let hash = hash(ofBoundAt: index)
            tokens[token].entries = tokenChains.insert(token, index, hash, nextOfItem: tokens[token].entries)
            for position in network.tokenIndexes[Int(index)].joins { extend(token, network.lists[Int(position)], hash) }
        }
        for position in node.guards { watch(token, network.lists[Int(position)]) }
    }

    /// A new match meets the facts at a join.
    private mutating func extend(_ token: Int32, _ number: Int32, _ hash: UInt32) {
        let node = network.nodes[Int(number)]
        guard mayTry(at: node) else { return }
        var entry = factChains.first(node.factIndex, hash)
        while entry >= 0 {
            tries &+= 1
            let found = factChains.entries[entry]
            entry = found.next
            if found.hash == hash, matches(node, found.item) { join(number, token, found.item) }
        }
    }

    /// Whether there may be more tries; else the rule at the node is the one to name.
    @inline(__always)
    private mutating func mayTry(at node: ProductionNetwork.Node) -> Bool {
        if tries <= tryLimit { return true }
        if overflow == nil { overflow = node.exampleRule }
        return false
    }

    /// A new match comes to a guard.
    private mutating func watch(_ parent: Int32, _ number: Int32) {
        guard tokens.count < tokenLimit else {
            overflow = network.nodes[Int(number)].exampleRule
            return
        }
        let token = tokens.add(node: number, parent: parent, fact: -1)
        seek(token, number)
    }

    /// Looks for a fact that decides a guard. The facts of the match are bound.
    private mutating func seek(_ token: Int32, _ number: Int32) {
        let node = network.nodes[Int(number)]
        let hash = hash(ofBoundAt: node.tokenIndex)
        if let fact = decider(number, node, hash) {
            setDecided(token, by: fact)
            if node.kind == .exists { propagate(token, at: number) }
            return
        }
        tokens[token].entries = tokenChains.insert(token, node.tokenIndex, hash, nextOfItem: tokens[token].entries)
        if node.kind == .absent { propagate(token, at: number) }
    }

    /// Some fact that decides a guard for the bound match; which one does not matter.
    private mutating func decider(_ number: Int32, _ node: ProductionNetwork.Node, _ hash: UInt32) -> Int32? {
        let hint = hints[number]
        // A fact that is leaving has no entries any more.
        if hint.tag > 0, facts.tag(hint.fact) == hint.tag, facts.heads[hint.fact].entries >= 0,
            matches(node, hint.fact)
        {
            return hint.fact
        }
        guard mayTry(at: node) else { return nil }
        var entry = factChains.first(node.factIndex, hash)
        while entry >= 0 {
            tries &+= 1
            let found = factChains.entries[entry]
            if found.hash == hash, matches(node, found.item) {
                hints[number] = Hint(fact: found.item, tag: facts.tag(found.item))
                return found.item
            }
            entry = found.next
        }
        return nil
    }

    /// A new fact decides a guard that was undecided until now.
    private mutating func decide(_ token: Int32, _ node: ProductionNetwork.Node, by fact: Int32) {
        if node.kind == .absent { withdraw(token) }
        removeEntries(of: token)
        setDecided(token, by: fact)
        if node.kind == .exists { propagate(token, at: tokens[token].node) }
    }

    private mutating func setDecided(_ token: Int32, by fact: Int32) {
        tokens[token].fact = fact
        tokens.link(token, before: facts.heads[fact].decided)
        facts.setDecided(fact, token)
    }

    // MARK: Facts go

    /// Takes a fact and all its matches out of the network.
    mutating func leave(_ fact: Int32) {
        var entry = facts.heads[fact].entries
        while entry >= 0 {
            let found = factChains.entries[entry]
            for position in network.factIndexes[Int(found.table)].nodes {
                let node = network.nodes[Int(network.lists[Int(position)])]
                if node.kind == .gate {
                    agenda.close(network.lists[Int(node.rules.lowerBound)], gate: Int(node.level), fact)
                }
            }
            factChains.remove(entry)
            entry = found.nextOfItem
        }
        facts.setEntries(fact, -1)
        while facts.heads[fact].tokens >= 0 { delete(facts.heads[fact].tokens) }
        // Guards that it decided look for another fact.
        while facts.heads[fact].decided >= 0 {
            let token = facts.heads[fact].decided
            facts.setDecided(fact, tokens[token].nextOfFact)
            _ = tokens.unlink(token)
            tokens[token].fact = -1
            let number = tokens[token].node
            bind(token)
            guard network.nodes[Int(number)].kind == .exists else {
                seek(token, number)
                continue
            }
            reconsider(token, number)
        }
    }

    /// Looks for another fact that lets an `exists` hold; its matches stay when there is one.
    private mutating func reconsider(_ token: Int32, _ number: Int32) {
        let node = network.nodes[Int(number)]
        let hash = hash(ofBoundAt: node.tokenIndex)
        if let fact = decider(number, node, hash) {
            setDecided(token, by: fact)
            return
        }
        withdraw(token)
        tokens[token].entries = tokenChains.insert(token, node.tokenIndex, hash, nextOfItem: -1)
    }

    // MARK: Matches go

    /// Takes back what a guard has handed on; only the guard itself stays.
    private mutating func withdraw(_ token: Int32) {
        while tokens[token].firstChild >= 0 { delete(tokens[token].firstChild) }
        let node = network.nodes[Int(tokens[token].node)]
        removeEntries(of: token)
        guard !node.rules.isEmpty else { return }
        // The agenda knows a match by its row and its stamp.
        tokens.restamp(token)
        for position in node.rules { agenda.lose(network.lists[Int(position)], tokens) }
    }

    private mutating func removeEntries(of token: Int32) {
        var entry = tokens[token].entries
        while entry >= 0 {
            let next = tokenChains.entries[entry].nextOfItem
            tokenChains.remove(entry)
            entry = next
        }
        tokens[token].entries = -1
    }

    private mutating func delete(_ token: Int32) {
        while tokens[token].firstChild >= 0 { delete(tokens[token].firstChild) }
        let row = tokens[token]
        let node = network.nodes[Int(row.node)]
        if row.fact >= 0, tokens.unlink(token) {
            if node.kind == .join {
                facts.setTokens(row.fact, row.nextOfFact)
            } else {
                facts.setDecided(row.fact, row.nextOfFact)
            }
        }
        removeEntries(of: token)
        tokens.remove(token)
        for position in node.rules { agenda.lose(network.lists[Int(position)], tokens) }
    }
}
