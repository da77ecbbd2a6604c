extension Session {
    /// Justifications of facts that come, go, or take the place of what the same way said before.
    struct Exchanges {
        /// What becomes of a justification, apart from it, so that nothing is taken hold of to put them in order.
        struct Entry {
            let fact: FactID
            /// The way is met; else the justification goes.
            let isThere: Bool
            /// One was there before.
            let wasThere: Bool
            /// That one was sure.
            let wasCertain: Bool
            /// The fields of the fact that may have another value by that.
            let fields: FieldSet
        }

        private(set) var entries: [Entry] = []
        /// One for each entry.
        private(set) var justifications: [Justification] = []

        mutating func reserveCapacity(_ count: Int) {
            entries.reserveCapacity(count)
            justifications.reserveCapacity(count)
        }

        /// One that comes, or takes the place of another.
        ///
        /// - Parameter wasCertain: how sure the other one was; `nil` where there was none.
        mutating func enter(_ justification: Justification, in fact: FactID, wasCertain: Bool?, _ fields: FieldSet) {
            entries.append(
                Entry(
                    fact: fact, isThere: true, wasThere: wasCertain != nil, wasCertain: wasCertain == true,
                    fields: fields))
            justifications.append(justification)
        }

        /// One that goes.
        mutating func remove(_ justification: Justification, from fact: FactID, _ fields: FieldSet) {
            entries.append(
                Entry(fact: fact, isThere: false, wasThere: true, wasCertain: justification.isCertain, fields: fields))
            justifications.append(justification)
        }
    }

    /// Puts justifications of facts in the place of others, in the order in which facts list them.
    ///
    /// - Returns: the facts, in the order of their numbers.
    mutating func exchange(_ exchanges: Exchanges) -> [FactID] {
        let entries = exchanges.entries
        guard entries.count > 1 else {
            for offset in entries.indices { exchange(exchanges, [offset], at: entries[offset].fact) }
            return entries.map(\.fact)
        }
        var facts: [FactID] = []
        let order = entries.indices.sorted { (entries[$0].fact, $0) < (entries[$1].fact, $1) }
        var start = 0
        while start < order.count {
            let fact = entries[order[start]].fact
            var end = start + 1
            while end < order.count, entries[order[end]].fact == fact { end += 1 }
            exchange(exchanges, order[start..<end], at: fact)
            facts.append(fact)
            start = end
        }
        return facts
    }

    /// - Parameter places: those of `exchanges` that are about the fact.
    private mutating func exchange(_ exchanges: Exchanges, _ offsets: ArraySlice<Int>, at fact: FactID) {
        var fields = FieldSet()
        for offset in offsets { fields.formUnion(exchanges.entries[offset].fields) }
        var list: [Justification] = []
        // No other reference is left to the list while it changes.
        table.changeJustifications(of: fact, fields) { swap(&$0, &list) }
        defer { table.changeJustifications(of: fact, FieldSet()) { swap(&$0, &list) } }
        if offsets.count <= 32, !list.isEmpty {
            for offset in offsets { exchange(exchanges, offset, in: &list) }
            return
        }
        let new = sorted(offsets.compactMap { exchanges.entries[$0].isThere ? exchanges.justifications[$0] : nil })
        guard !list.isEmpty else {
            list = new
            return
        }
        var gone: [Int] = []
        for offset in offsets where exchanges.entries[offset].wasThere {
            gone.append(
                self.index(of: exchanges.justifications[offset], exchanges.entries[offset].wasCertain, in: list))
        }
        list = merged(list, without: gone.unique, with: new)
    }

    private func exchange(_ exchanges: Exchanges, _ one: Int, in list: inout [Justification]) {
        let entry = exchanges.entries[one]
        let isCertain = exchanges.justifications[one].isCertain
        if entry.wasThere {
            let offset = index(of: exchanges.justifications[one], entry.wasCertain, in: list)
            // What is as certain as before has the same place.
            if entry.isThere, isCertain == entry.wasCertain {
                list[offset] = exchanges.justifications[one]
                return
            }
            list.remove(at: offset)
        }
        if entry.isThere {
            list.insert(
                exchanges.justifications[one], at: index(of: exchanges.justifications[one], isCertain, in: list))
        }
    }

    /// By insertion: they mostly come in their order.
    private func sorted(_ justifications: [Justification]) -> [Justification] {
        var result = justifications
        for last in result.indices.dropFirst() {
            var offset = last
            while offset > 0, comesBefore(result[offset], result[offset - 1]) {
                result.swapAt(offset, offset - 1)
                offset -= 1
            }
        }
        return result
    }

    /// Where a justification stands in a sorted list, or where it belongs.
    ///
    /// - Parameter isCertain: how sure it is there.
    private func index(of justification: Justification, _ isCertain: Bool, in list: [Justification]) -> Int {
        var (low, high) = (0, list.count)
        while low < high {
            let middle = (low + high) / 2
            let isBefore: Bool
            if list[middle].isCertain != isCertain {
                isBefore = list[middle].isCertain
            } else {
                isBefore =
                    comesBefore(list[middle].sortKey, justification.sortKey)
                    ?? comesBeforeByFacts(list[middle], justification)
            }
            if isBefore { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// - Parameter gone: places in the list, in order.
    private func merged(_ list: [Justification], without gone: [Int], with new: [Justification]) -> [Justification] {
        var result: [Justification] = []
        result.reserveCapacity(list.count - gone.count + new.count)
        var (left, next) = (0, 0)
        for offset in list.indices {
            if left < gone.count, gone[left] == offset {
                left += 1
                continue
            }
            while next < new.count, comesBefore(new[next], list[offset]) {
                result.append(new[next])
                next += 1
            }
            result.append(list[offset])
        }
        return result + new[next...]
    }

    /// The order of the justifications of one fact: those that hold before those that may, then in the order in which
    /// rules are decided, then in the order of the facts that they rest on.
    private func comesBefore(_ left: Justification, _ right: Justification) -> Bool {
        guard left.isCertain == right.isCertain else { return left.isCertain }
        return comesBefore(left.sortKey, right.sortKey) ?? comesBeforeByFacts(left, right)
    }

    /// The same of two that are equally certain; `nil` where their facts are to be asked.
    private func comesBefore(_ left: Justification.SortKey, _ right: Justification.SortKey) -> Bool? {
        if left.rule != right.rule {
            let (stratum, other) = (network.stratumOfRule[Int(left.rule)], network.stratumOfRule[Int(right.rule)])
            return (stratum, left.rule) < (other, right.rule)
        }
        guard left.choice >= 0, right.choice >= 0 else { return nil }
        return (left.choice, left.conclusion) < (right.choice, right.conclusion)
    }

    /// The same of two of one rule.
    private func comesBeforeByFacts(_ left: Justification, _ right: Justification) -> Bool {
        for (offset, position) in network.joins[left.rule].patterns.enumerated() {
            guard let one = left.fact(offset, at: position), let two = right.fact(offset, at: position), one != two
            else { continue }
            return table.comesBefore(one, two)
        }
        return left.conclusion < right.conclusion
    }
}
