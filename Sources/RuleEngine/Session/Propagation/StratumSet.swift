/// The strata that are to be run, the lowest first.
struct StratumSet: Sendable {
    private var words: [UInt64]

    init(count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

    mutating func insert(_ stratum: Int) { words[stratum >> 6] |= 1 << UInt64(stratum & 63) }

    /// Puts in all below a number.
    mutating func insertAll(_ count: Int) {
        for index in 0..<count >> 6 { words[index] = .max }
        if count & 63 != 0 { words[count >> 6] |= 1 << UInt64(count & 63) - 1 }
    }

    mutating func removeAll() { for index in words.indices { words[index] = 0 } }

    mutating func remove(_ stratum: Int) { words[stratum >> 6] &= ~(1 << UInt64(stratum & 63)) }

    /// The lowest.
    ///
    /// - Parameter start: nothing below it is in the set.
    func first(from start: Int) -> Int? {
        var index = start >> 6
        while index < words.count {
            if words[index] != 0 { return index << 6 + words[index].trailingZeroBitCount }
            index += 1
        }
        return nil
    }

    /// Takes out the lowest.
    ///
    /// - Parameter start: nothing below it is in the set.
    mutating func removeFirst(from start: Int) -> Int? {
        var index = start >> 6
        while index < words.count {
            if words[index] != 0 {
                let bit = words[index].trailingZeroBitCount
                words[index] &= words[index] - 1
                return index << 6 + bit
            }
            index += 1
        }
        return nil
    }
}
