extension PackageProblem {
    /// The best choice; of equals the one that has the earliest items. With `forced`, the best one that has those items:
    /// `nil` where these break a limit or clash.
    ///
    /// Branch and bound (Land and Doig 1960; for the bound Nemhauser, Wolsey and Fisher 1978, section 2): items are taken or
    /// left in turn, and a branch ends where it cannot become better. What items add to a cover never grows as more are
    /// taken, so that the sum of what each of the rest adds now is a bound.
    package func best(forced: [Int] = []) -> Solution? {
        guard value(of: forced) != nil else { return nil }
        var search = PackageSearch(self, forced: forced)
        return search.run()
    }
}

/// The state of one search, with what is asked over and over kept at hand.
private struct PackageSearch {
    let problem: PackageProblem
    let forced: [Int]
    /// By item, its clashes and its bonds.
    private var clashing: [[Int]]
    private var bonds: [[(other: Int, worth: Int)]]
    private var isTaken: [Bool]
    private var isDecided: [Bool]
    /// By element, how many taken items cover it.
    private var coverings: [Int]
    private var rest: [Int]
    private var taken: [Int] = []
    private var value = 0
    private var best: PackageProblem.Solution?

    init(_ problem: PackageProblem, forced: [Int]) {
        self.problem = problem
        self.forced = forced
        clashing = Array(repeating: [], count: problem.items.count)
        bonds = Array(repeating: [], count: problem.items.count)
        for clash in problem.clashes {
            clashing[clash.first].append(clash.second)
            clashing[clash.second].append(clash.first)
        }
        for bond in problem.bonds {
            bonds[bond.first].append((bond.second, bond.worth))
            bonds[bond.second].append((bond.first, bond.worth))
        }
        isTaken = Array(repeating: false, count: problem.items.count)
        isDecided = isTaken
        coverings = Array(repeating: 0, count: problem.elements.count)
        rest = problem.limits
    }

    mutating func run() -> PackageProblem.Solution? {
        for item in Set(forced).sorted() {
            isDecided[item] = true
            take(item)
        }
        descend()
        return best
    }

    private mutating func take(_ item: Int) {
        value += gain(of: item)
        isTaken[item] = true
        taken.append(item)
        for element in problem.items[item].covers { coverings[element] += 1 }
        for (number, use) in problem.items[item].uses.enumerated() { rest[number] -= use }
    }

    private mutating func drop(_ item: Int) {
        for (number, use) in problem.items[item].uses.enumerated() { rest[number] += use }
        for element in problem.items[item].covers { coverings[element] -= 1 }
        taken.removeLast()
        isTaken[item] = false
        value -= gain(of: item)
    }

    /// What an item adds to those that are taken.
    private func gain(of item: Int) -> Int {
        let own = problem.items[item]
        return own.worth + own.covers.reduce(0) { $0 + (coverings[$1] == 0 ? problem.elements[$1] : 0) }
            + bonds[item].reduce(0) { $0 + (isTaken[$1.other] ? $1.worth : 0) }
    }

    /// It is not decided yet, fits in what is left, and clashes with nothing that is taken.
    private func isPossible(_ item: Int) -> Bool {
        !isDecided[item] && zip(problem.items[item].uses, rest).allSatisfy { $0 <= $1 }
            && !clashing[item].contains { isTaken[$0] }
    }

    private mutating func descend() {
        let solution = PackageProblem.Solution(items: taken.sorted(), value: value)
        if isBetter(solution) { best = solution }
        let possible = problem.items.indices.filter { isPossible($0) }
        guard let next = mostPromising(possible) else { return }
        isDecided[next.item] = true
        // At an equal bound there may be an equal choice with earlier items.
        if let best, value + next.bound < best.value {
            isDecided[next.item] = false
            return
        }
        take(next.item)
        descend()
        drop(next.item)
        descend()
        isDecided[next.item] = false
    }

    private func isBetter(_ solution: PackageProblem.Solution) -> Bool {
        guard let best else { return true }
        if solution.value != best.value { return solution.value > best.value }
        return solution.items.lexicographicallyPrecedes(best.items)
    }

    /// The item that can add most, and what all that is still possible can add at most; `nil` when nothing can add.
    private func mostPromising(_ possible: [Int]) -> (item: Int, bound: Int)? {
        // Doubled, so that each of two items that are both open has half of their bond.
        let hopes = possible.map { item -> (item: Int, hope: Int) in
            let open = bonds[item].reduce(0) { $0 + (isTaken[$1.other] || isDecided[$1.other] ? 0 : $1.worth) }
            return (item, 2 * gain(of: item) + open)
        }.filter { $0.hope >= 0 }.sorted { $0.hope == $1.hope ? $0.item < $1.item : $0.hope > $1.hope }
        guard let first = hopes.first else { return nil }
        let sum = hopes.prefix(roomFor(hopes.map(\.item))).reduce(0) { $0 + $1.hope }
        return (first.item, sum / 2)
    }

    /// How many of the items fit at most, by each limit alone.
    private func roomFor(_ items: [Int]) -> Int {
        var room = items.count
        for (number, left) in rest.enumerated() {
            var sum = 0
            var count = 0
            for use in items.map({ problem.items[$0].uses[number] }).sorted() {
                sum += use
                if sum > left { break }
                count += 1
            }
            room = min(room, count)
        }
        return room
    }
}
