extension Session {
    /// A justification of a fact that takes the place of another, comes, or goes.
    struct Exchange {
        let fact: FactID
        let old: Justification?
        let new: Justification?
    }

    /// Puts justifications of facts in the place of others, in the order in which facts list them.
    ///
    /// - Returns: the facts, in the order of their numbers.
    mutating func exchange(_ exchanges: [Exchange]) -> [FactID] {
        guard exchanges.count > 1 else {
            for one in exchanges { exchange(exchanges, [0], at: one.fact) }
            return exchanges.map(\.fact)
        }
        var facts: [FactID] = []
        let order = exchanges.indices.sorted { (exchanges[$0].fact, $0) < (exchanges[$1].fact, $1) }
        var start = 0
        while start < order.count {
            let fact = exchanges[order[start]].fact
            var end = start + 1
            while end < order.count, exchanges[order[end]].fact == fact { end += 1 }
            exchange(exchanges, order[start..<end], at: fact)
            facts.append(fact)
            start = end
        }
        return facts
    }

    /// - Parameter places: those of `exchanges` that are about the fact.
    private mutating func exchange(_ exchanges: [Exchange], _ places: ArraySlice<Int>, at fact: FactID) {
        let template = table.template(of: fact)
        var fields = FieldSet()
        for place in places {
            fields.formUnion(network.fields(of: template, changedFrom: exchanges[place].old, to: exchanges[place].new))
        }
        var list: [Justification] = []
        // No other reference is left to the list while it changes.
        table.changeJustifications(of: fact, fields) { swap(&$0, &list) }
        defer { table.changeJustifications(of: fact, FieldSet()) { swap(&$0, &list) } }
        if list.isEmpty {
            list = sorted(places.compactMap { exchanges[$0].new })
        } else if places.count <= 32 {
            for place in places { exchange(exchanges[place].old, for: exchanges[place].new, in: &list) }
        } else {
            list = merged(
                list, without: sorted(places.compactMap { exchanges[$0].old }),
                with: sorted(places.compactMap { exchanges[$0].new }))
        }
    }

    private func exchange(_ old: Justification?, for new: Justification?, in list: inout [Justification]) {
        if let old {
            let place = place(of: old, in: list)
            // What stands for the same way and is as certain has the same place.
            if let new, new.isCertain == old.isCertain, new.rule == old.rule {
                list[place] = new
                return
            }
            list.remove(at: place)
        }
        if let new { list.insert(new, at: place(of: new, in: list)) }
    }

    /// By insertion: they mostly come in their order.
    private func sorted(_ justifications: [Justification]) -> [Justification] {
        var result = justifications
        for last in result.indices.dropFirst() {
            var place = last
            while place > 0, comesBefore(result[place], result[place - 1]) {
                result.swapAt(place, place - 1)
                place -= 1
            }
        }
        return result
    }

    /// Where a justification stands in a sorted list, or where it belongs.
    private func place(of justification: Justification, in list: [Justification]) -> Int {
        var (low, high) = (0, list.count)
        while low < high {
            let middle = (low + high) / 2
            if comesBefore(list[middle], justification) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func merged(
        _ list: [Justification], without old: [Justification], with new: [Justification]
    ) -> [Justification] {
        var result: [Justification] = []
        result.reserveCapacity(list.count - old.count + new.count)
        var (gone, next) = (0, 0)
        for one in list {
            if gone < old.count, !comesBefore(one, old[gone]) {
                gone += 1
                continue
            }
            while next < new.count, comesBefore(new[next], one) {
                result.append(new[next])
                next += 1
            }
            result.append(one)
        }
        return result + new[next...]
    }

    /// The order of the justifications of one fact: those that hold before those that may, then in the order in which rules
    /// are decided, then in the order of the facts that they rest on.
    private func comesBefore(_ left: Justification, _ right: Justification) -> Bool {
        if left.isCertain != right.isCertain { return left.isCertain }
        if left.rule != right.rule {
            return (network.stratumOfRule[left.rule], left.rule) < (network.stratumOfRule[right.rule], right.rule)
        }
        if left.choice >= 0, right.choice >= 0 { return (left.choice, left.conclusion) < (right.choice, right.conclusion) }
        for position in network.joins[left.rule].patterns {
            guard case .fact(let one, _) = left.supports[position], case .fact(let two, _) = right.supports[position]
            else { continue }
            if one != two { return table.comesBefore(one, two) }
        }
        return left.conclusion < right.conclusion
    }
}
