/// A changed fact in the place of the old one.
///
/// Matches through indexes that read none of the changed fields stay as they are; they only become matches of the new
/// fact, and so come on the agenda anew, with its recency. Through all other indexes the new fact enters and the old
/// one leaves like any other.
extension ProductionMatcher {
    /// Gives the new fact what the old one has where no changed field is read.
    mutating func hand(_ old: Int32, to new: Int32, changed: FieldSet) {
        handEntries(old, to: new, changed)
        var token = facts.heads[old].tokens
        while token >= 0 {
            let next = tokens[token].nextOfFact
            if stays(token, changed) {
                if tokens.unlink(token) { facts.setTokens(old, next) }
                tokens[token].fact = new
                tokens.link(token, before: facts.heads[new].tokens)
                facts.setTokens(new, token)
            }
            token = next
        }
        token = facts.heads[old].decided
        while token >= 0 {
            let next = tokens[token].nextOfFact
            if stays(token, changed) {
                if tokens.unlink(token) { facts.setDecided(old, next) }
                tokens[token].fact = new
                tokens.link(token, before: facts.heads[new].decided)
                facts.setDecided(new, token)
            }
            token = next
        }
    }

    private func stays(_ token: Int32, _ changed: FieldSet) -> Bool {
        let index = network.nodes[Int(tokens[token].node)].factIndex
        return !network.factIndexes[Int(index)].reads.meets(changed)
    }

    private mutating func handEntries(_ old: Int32, to new: Int32, _ changed: FieldSet) {
        var entry = facts.heads[old].entries
        facts.setEntries(old, -1)
        while entry >= 0 {
            let found = factChains.entries[entry]
            let owner = network.factIndexes[Int(found.table)].reads.meets(changed) ? old : new
            factChains.hand(entry, to: owner, nextOfItem: facts.heads[owner].entries)
            facts.setEntries(owner, entry)
            entry = found.nextOfItem
        }
    }

    /// Brings the matches that a fact has been handed on the agenda again.
    mutating func renewMatches(of fact: Int32) {
        var token = facts.heads[fact].tokens
        while token >= 0 {
            bind(token)
            renew(token)
            token = tokens[token].nextOfFact
        }
    }

    /// The facts of the match are bound, but for those below it.
    private mutating func renew(_ token: Int32) {
        let row = tokens[token]
        let node = network.nodes[Int(row.node)]
        switch node.kind {
        case .join: binding[Int(node.level)] = row.fact
        // A guard that does not let the match pass has handed nothing on.
        case .absent where row.fact >= 0: return
        case .exists where row.fact < 0: return
        default: break
        }
        if !node.rules.isEmpty {
            tokens.restamp(token)
            let stamp = tokens[token].stamp
            for position in node.rules {
                agenda.lose(network.lists[Int(position)], tokens)
                agenda.add(network.lists[Int(position)], token, stamp, binding, facts.heads)
            }
        }
        var child = row.firstChild
        while child >= 0 {
            renew(child)
            child = tokens[child].nextSibling
        }
    }
}
