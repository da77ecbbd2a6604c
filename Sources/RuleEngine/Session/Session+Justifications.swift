extension Session {
    /// Puts justifications of a fact in the place of others, in the order in which a fact lists them.
    mutating func exchange(_ old: [Justification], for new: [Justification], at fact: FactID) {
        var list = table[fact].justifications
        table[fact].justifications = []
        defer { table[fact].justifications = list }
        if list.isEmpty {
            list = sorted(new)
        } else if old.count + new.count <= 4 {
            for one in old { list.remove(at: place(of: one, in: list)) }
            for one in new { list.insert(one, at: place(of: one, in: list)) }
        } else {
            list = merged(list, without: sorted(old), with: sorted(new))
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
