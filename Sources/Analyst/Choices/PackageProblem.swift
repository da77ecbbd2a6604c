/// Which of some items to take together, as plain numbers: a choice under limits in which gains overlap.
///
/// An element counts once, however many of the chosen items cover it. All numbers are whole, so that the best choice does
/// not hang on rounding.
///
///     var problem = PackageProblem(elements: [5, 3], limits: [2])
///     problem.items = [.init(covers: [0, 1], worth: 0, uses: [2]), .init(covers: [1], worth: 1, uses: [1])]
///     problem.best()   // [0], value 8
package struct PackageProblem: Sendable {
    /// Something that can be taken.
    package struct Item: Hashable, Sendable {
        /// Numbers of the elements that it covers.
        package var covers: [Int]
        /// What it adds by itself; below zero where taking it costs something.
        package var worth: Int
        /// What it takes of each limit, not below zero.
        package var uses: [Int]

        package init(covers: [Int], worth: Int, uses: [Int]) {
            self.covers = covers
            self.worth = worth
            self.uses = uses
        }
    }

    /// Two items that are worth more together.
    package struct Bond: Hashable, Sendable {
        package let first: Int
        package let second: Int
        /// Added when both are taken; above zero.
        package let worth: Int

        package init(_ first: Int, _ second: Int, worth: Int) {
            self.first = first
            self.second = second
            self.worth = worth
        }
    }

    /// Two items of which at most one can be taken.
    package struct Clash: Hashable, Sendable {
        package let first: Int
        package let second: Int

        package init(_ first: Int, _ second: Int) {
            self.first = first
            self.second = second
        }
    }

    /// What each element is worth when it is covered, not below zero.
    package var elements: [Int]
    /// How much there is of each thing that items use.
    package var limits: [Int]
    package var items: [Item] = []
    package var bonds: [Bond] = []
    package var clashes: [Clash] = []

    package init(elements: [Int], limits: [Int]) {
        self.elements = elements
        self.limits = limits
    }

    /// Items that are taken, in ascending order, and what they are worth together.
    package struct Solution: Hashable, Sendable {
        package let items: [Int]
        package let value: Int
    }

    /// What some items are worth together; `nil` when they break a limit or clash.
    package func value(of chosen: [Int]) -> Int? {
        let taken = Set(chosen)
        for (number, limit) in limits.enumerated() {
            if taken.reduce(0, { $0 + items[$1].uses[number] }) > limit { return nil }
        }
        if clashes.contains(where: { taken.contains($0.first) && taken.contains($0.second) }) { return nil }
        let covered = Set(taken.flatMap { items[$0].covers })
        let together = bonds.filter { taken.contains($0.first) && taken.contains($0.second) }
        return covered.reduce(0) { $0 + elements[$1] } + taken.reduce(0) { $0 + items[$1].worth }
            + together.reduce(0) { $0 + $1.worth }
    }
}
