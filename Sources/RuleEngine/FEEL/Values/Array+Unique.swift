extension Array where Element: Comparable {
    /// Each once, in order.
    var unique: [Element] {
        guard count > 1 else { return self }
        // They often come that way.
        if indices.dropFirst().allSatisfy({ self[$0 - 1] < self[$0] }) { return self }
        var result = sorted()
        var kept = 0
        for element in result where kept == 0 || result[kept - 1] != element {
            result[kept] = element
            kept += 1
        }
        result.removeLast(result.count - kept)
        return result
    }
}

extension Sequence where Element: Hashable {
    /// Each once, where it first stands.
    var withoutDoubles: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
