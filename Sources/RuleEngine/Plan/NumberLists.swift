/// Lists of numbers, one after the other in one array: going through one touches nothing else.
struct NumberLists: Sendable {
    private var starts: [Int32] = [0]
    private(set) var items: [Int32] = []

    init(_ lists: some Sequence<[Int]> = []) { for list in lists { append(list) } }

    var count: Int { starts.count - 1 }

    /// Where the items of a list lie.
    func range(of list: Int) -> Range<Int> { Int(starts[list])..<Int(starts[list + 1]) }

    /// One list by itself.
    subscript(list: Int) -> [Int] { range(of: list).map { Int(items[$0]) } }

    /// - Returns: the number of the list.
    @discardableResult
    mutating func append(_ list: [Int]) -> Int {
        items += list.map { Int32($0) }
        starts.append(Int32(items.count))
        return count - 1
    }
}
