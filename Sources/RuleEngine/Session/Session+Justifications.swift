extension Session {
    /// A justification of a fact that comes, goes, or takes the place of what the same way said before.
    struct Exchange {
        let fact: FactID
        let justification: Justification
        /// The way is met; else the justification goes.
        let isThere: Bool
        /// How sure the one was that was there before; `nil` where there was none.
        let wasCertain: Bool?
        /// The fields of the fact that may have another value by that.
        let fields: FieldSet

        /// One that comes, or takes the place of another.
        init(_ justification: Justification, in fact: FactID, wasCertain: Bool?, _ fields: FieldSet) {
            (self.fact, self.justification, isThere) = (fact, justification, true)
            (self.wasCertain, self.fields) = (wasCertain, fields)
        }

        /// One that goes.
        init(_ justification: Justification, from fact: FactID, _ fields: FieldSet) {
            (self.fact, self.justification, isThere) = (fact, justification, false)
            (wasCertain, self.fields) = (justification.isCertain, fields)
        }
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
        var fields = FieldSet()
        for place in places { fields.formUnion(exchanges[place].fields) }
        var list: [Justification] = []
        // No other reference is left to the list while it changes.
        table.changeJustifications(of: fact, fields) { swap(&$0, &list) }
        defer { table.changeJustifications(of: fact, FieldSet()) { swap(&$0, &list) } }
        if places.count <= 32, !list.isEmpty {
            for place in places { exchange(exchanges[place], in: &list) }
            return
        }
        let new = sorted(places.compactMap { exchanges[$0].isThere ? exchanges[$0].justification : nil })
        guard !list.isEmpty else {
            list = new
            return
        }
        var gone: [Int] = []
        for place in places {
            guard let wasCertain = exchanges[place].wasCertain else { continue }
            gone.append(self.place(of: exchanges[place].justification, wasCertain, in: list))
        }
        list = merged(list, without: gone.unique, with: new)
    }

    private func exchange(_ one: Exchange, in list: inout [Justification]) {
        if let wasCertain = one.wasCertain {
            let place = place(of: one.justification, wasCertain, in: list)
            // What is as certain as before has the same place.
            if one.isThere, one.justification.isCertain == wasCertain {
                list[place] = one.justification
                return
            }
            list.remove(at: place)
        }
        if one.isThere {
            list.insert(one.justification, at: place(of: one.justification, one.justification.isCertain, in: list))
        }
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
    ///
    /// - Parameter isCertain: how sure it is there.
    private func place(of justification: Justification, _ isCertain: Bool, in list: [Justification]) -> Int {
        var (low, high) = (0, list.count)
        while low < high {
            let middle = (low + high) / 2
            let isBefore = list[middle].isCertain == isCertain
                ? comesBeforeAlike(list[middle], justification) : list[middle].isCertain
            if isBefore { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// - Parameter gone: places in the list, in order.
    private func merged(_ list: [Justification], without gone: [Int], with new: [Justification]) -> [Justification] {
        var result: [Justification] = []
        result.reserveCapacity(list.count - gone.count + new.count)
        var (left, next) = (0, 0)
        for place in list.indices {
            if left < gone.count, gone[left] == place {
                left += 1
                continue
            }
            while next < new.count, comesBefore(new[next], list[place]) {
                result.append(new[next])
                next += 1
            }
            result.append(list[place])
        }
        return result + new[next...]
    }

    /// The order of the justifications of one fact: those that hold before those that may, then in the order in which rules
    /// are decided, then in the order of the facts that they rest on.
    private func comesBefore(_ left: Justification, _ right: Justification) -> Bool {
        left.isCertain == right.isCertain ? comesBeforeAlike(left, right) : left.isCertain
    }

    /// The same of two that are equally certain.
    private func comesBeforeAlike(_ left: Justification, _ right: Justification) -> Bool {
        if left.rule != right.rule {
            return (network.stratumOfRule[left.rule], left.rule) < (network.stratumOfRule[right.rule], right.rule)
        }
        if left.choice >= 0, right.choice >= 0 { return (left.choice, left.conclusion) < (right.choice, right.conclusion) }
        let (supports, others) = (left.supports, right.supports)
        for position in network.joins[left.rule].patterns {
            guard case .fact(let one, _) = supports[position], case .fact(let two, _) = others[position]
            else { continue }
            if one != two { return table.comesBefore(one, two) }
        }
        return left.conclusion < right.conclusion
    }
}
